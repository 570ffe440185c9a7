"""Why an installation failed and what to do, from the output of pip, uv and Python and their exit codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .platforms import Linux, MacOS, Platform, Windows

KILLED = -9
_ILLEGAL_INSTRUCTION = (-4, 0xC000001D, 0xC000001D - 2**32)


def marked(text: str) -> str:
    """Marks a text for translation; it is translated where it is shown, because this file does not import QGIS."""
    return text


@dataclass(frozen=True)
class Failure:
    """A kind of failure.

    Attributes:
        name: Identifies it in tests and reports.
        cause: What went wrong, in one sentence.
        remedy: What the user can do, in one sentence.
        pattern: Regular expression that is found in the output after this failure; "" for none.
        codes: Exit codes of programs that failed in this way.
        platforms: The systems on which it can happen.
    """

    name: str
    cause: str
    remedy: str
    pattern: str = ""
    codes: tuple[int, ...] = ()
    platforms: tuple[type[Platform], ...] = (Linux, Windows, MacOS)

    def explains(self, output: str, code: int, platform: Platform) -> bool:
        """Whether a program failed in this way."""
        if not isinstance(platform, self.platforms):
            return False
        return code in self.codes or bool(self.pattern and re.search(self.pattern, output, re.IGNORECASE))


TOO_LITTLE_SPACE = Failure(
    "too_little_space",
    marked("{needed} MB are needed at {folder}, and {free} MB are free."),
    marked("Free some space, or set the folder of the environment to another disk."),
)
TOO_DEEP = Failure(
    "too_deep",
    marked("Below {folder}, paths become longer than the {longest} characters that Windows allows."),
    marked("Allow long paths in Windows, or set the folder of the environment to a short one."),
)
NO_PACKAGES = Failure(
    "no_packages",
    marked("The folder {folder} holds no packages (files that end in .whl)."),
    marked("Choose another folder; the manual says how to fill one."),
)
NO_MACHINE = Failure(
    "no_machine",
    marked("PyTorch has no packages for this machine's processor ({machine})."),
    marked("Segmenting, polygons and evaluation work here all the same; train and map on another machine."),
)
INTEL_MAC = Failure(
    "intel_mac",
    marked("PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them."),
    marked(
        "On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and "
        "segment here with "
        "the maps."
    ),
    r"No matching distribution found for (torch|onnxruntime|faiss)|(torch|onnxruntime|"
    r"faiss-cpu)\S* has no wheels.*macos",
    platforms=(MacOS,),
)
NO_PYTHON = Failure(
    "no_python",
    marked("QGIS' own Python was not found."),
    marked("Name a Python with GDAL in the setting clusternet/python."),
)
UNKNOWN = Failure(
    "unknown",
    marked("The installation failed for a reason that is not known."),
    marked("Copy the log, and report it where the plugin's bugs are reported."),
)

# The first that fits is the reason. So those with clear messages come before those with messages of several causes.
FAILURES = (
    Failure(
        "disk_full",
        marked("The disk is full."),
        marked("Free some space on the disk that holds the environment, and install again."),
        r"No space left on device|\[Errno 28\]|os error 28|WinError 112|os error 112|"
        r"There is not enough space on the disk|"
        r"Disk quota exceeded",
    ),
    Failure(
        "antivirus",
        marked("The virus scanner has stopped or removed a file."),
        marked(
            "Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again."
        ),
        r"WinError 225|os error 225|contains a virus or potentially unwanted software",
        platforms=(Windows,),
    ),
    Failure(
        "locked_files",
        marked("A file is in use by another program."),
        marked("Close other windows of QGIS and whatever else runs on the environment, and install again."),
        r"WinError 32\b|os error 32\b|being used by another process",
        platforms=(Windows,),
    ),
    Failure(
        "path_too_long",
        marked("A path has become longer than the system allows."),
        marked("Allow long paths in Windows, or set the folder of the environment to a short one."),
        r"File name too long|WinError 206|os error 206|filename or extension is too long|"
        r"No such file or directory: '[A-Z]:\\[^']{220,}'|enable.long.paths",
    ),
    Failure(
        "read_only",
        marked("The disk that holds the environment cannot be written to."),
        marked("Set the folder of the environment to a disk that can."),
        r"Read-only file system|os error 30\b",
        platforms=(Linux, MacOS),
    ),
    Failure(
        "permission_denied",
        marked("The folder of the environment may not be written to."),
        marked("Give your user the right to write there, or set the folder of the environment to another one."),
        r"Permission denied|WinError 5\b|os error 5\b|os error 13\b|Access is denied",
    ),
    Failure(
        "ensurepip_missing",
        marked("The system's Python comes without what builds environments."),
        marked("Install it as an administrator: sudo apt install python3-venv; then install again."),
        r"ensurepip is not\s+available|No module named '?(ensurepip|venv)\b",
        platforms=(Linux,),
    ),
    Failure(
        "no_pip",
        marked("The Python of QGIS comes without pip."),
        marked("Repair the installation of QGIS, or install the program uv, which is used where it is found."),
        r"No module named '?(pip|ensurepip|venv)\b",
    ),
    Failure(
        "proxy_password",
        marked("The proxy asks for a name and a password."),
        marked("Enter them in Settings, Options, Network, and install again."),
        r"407 Proxy Authentication|proxy authorization required|407 Client Error|proxy authentication required",
    ),
    Failure(
        "proxy_unreachable",
        marked("The proxy does not answer."),
        marked("Check the proxy in Settings, Options, Network, and install again."),
        r"ProxyError|Cannot connect to proxy|tunnel error",
    ),
    Failure(
        "tls_interception",
        marked("The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic."),
        marked(
            "Add your organisation's certificate in Settings, Options, Authentication, and install again; "
            "or install from "
            "a folder of packages."
        ),
        r"CERTIFICATE_VERIFY_FAILED|self.signed certificate|invalid peer certificate|UnknownIssuer|"
        r"SSLCertVerificationError|"
        r"unable to get local issuer",
    ),
    Failure(
        "hash_mismatch",
        marked("A downloaded file is not the one that the plugin was tested with."),
        marked(
            "Install again; if it happens again, something between you and the server changes files: "
            "install from a folder "
            "of packages."
        ),
        r"DO NOT MATCH THE HASHES|Hash mismatch for",
    ),
    Failure(
        "not_pinned",
        marked("A package is needed that the plugin's list does not name."),
        marked("Update the plugin, and install again."),
        r"In --require-hashes mode|Hashes are required in --require-hashes mode|no hash.*--require-hashes",
    ),
    Failure(
        "refused",
        marked("The server refuses to give packages to this network or user."),
        marked(
            "Ask your administrator for the address of your organisation's packages, or install from a "
            "folder of packages."
        ),
        r"40[13] (Client Error|Forbidden|Unauthorized)|HTTP error 40[13]|status client error \(40[13]",
    ),
    Failure(
        "server_troubled",
        marked("The server of packages has a problem of its own."),
        marked("Try again in some minutes."),
        r"too many 5\d\d error responses|50\d Server Error|HTTP error 5\d\d|status server error|"
        r"429 (Client Error|Too Many)",
    ),
    Failure(
        "time_out",
        marked("The network is too slow, or something between here and the server swallows the traffic."),
        marked(
            "Try again on a better network, check the proxy in Settings, Options, Network, or install from "
            "a folder of "
            "packages."
        ),
        r"Read timed out|ReadTimeoutError|ConnectTimeout|operation timed out|WinError 10060|deadline has elapsed",
    ),
    Failure(
        "no_network",
        marked("The server of packages cannot be reached."),
        marked(
            "Connect to the network, check the proxy in Settings, Options, Network, or install from a "
            "folder of packages."
        ),
        r"Name or service not known|name resolution|getaddrinfo failed|nodename nor servname|Network is unreachable|"
        r"No route to host|dns error|Failed to establish a new connection|tcp connect error|"
        r"WinError 1006[15]|WinError 1004",
    ),
    Failure(
        "connection_lost",
        marked("The connection was lost during a download."),
        marked("Install again; or install from a folder of packages."),
        r"Connection reset|ConnectionResetError|IncompleteRead|Connection aborted|RemoteDisconnected|ProtocolError|"
        r"connection closed before message completed|error decoding response body|WinError 10054",
    ),
    INTEL_MAC,
    Failure(
        "no_wheel",
        marked("There are no packages for this version of Python, or for this machine."),
        marked(
            "Update QGIS, which brings a newer Python; a folder of packages must be made with the same "
            "version and system."
        ),
        r"No matching distribution found|Could not find a version that satisfies|has no wheels with a matching|"
        r"was not found in the (package registry|provided package locations)|"
        r"is not a supported wheel on this platform|"
        r"Requires-Python",
    ),
    Failure(
        "old_libc",
        marked("The system's C library is too old for PyTorch."),
        marked("Update the system: a distribution of 2019 or newer will do."),
        r"version `?GLIBC(XX)?_[\d.]+'? not found",
        platforms=(Linux,),
    ),
    Failure(
        "no_execution",
        marked("Programs may not be run from the disk that holds the environment."),
        marked("Set the folder of the environment to a disk that is not mounted with noexec."),
        r"failed to map segment from shared object",
        platforms=(Linux,),
    ),
    Failure(
        "unsigned_library",
        marked("On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS."),
        marked(
            "Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda."
        ),
        r"different Team IDs|library load disallowed by system policy|code signature.*not valid for use in process",
        platforms=(MacOS,),
    ),
    Failure(
        "broken_numpy",
        marked("Two versions of numpy are mixed up."),
        marked(
            "Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy."
        ),
        r"numpy\.?_?core\.multiarray failed to import|compiled using NumPy 1\.x cannot be run|"
        r"numpy\.dtype size changed|"
        r"compiled against (ABI|API) version|_ARRAY_API not found|No module named 'numpy\._?core",
    ),
    Failure(
        "no_gdal",
        marked("The Python of QGIS does not find GDAL outside QGIS."),
        marked(
            "Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another "
            "Python with the "
            "packages and GDAL in the setting clusternet/python."
        ),
        r"No module named '?(osgeo|_gdal)\b|libgdal[^\n]*(No such file|not found|image not found)",
    ),
    Failure(
        "visual_c_runtime",
        marked("A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime."),
        marked("Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair."),
        r"(c10|fbgemm|torch_cpu|torch_python|shm|libiomp5md)\.dll|vcruntime140|msvcp140|WinError 1114|WinError 126\b|"
        r"DLL load failed",
        platforms=(Windows,),
    ),
    Failure(
        "old_processor",
        marked("This processor lacks instructions that PyTorch or FAISS needs."),
        marked("Train and map on another machine, and segment here with the maps."),
        r"Illegal instruction",
        codes=_ILLEGAL_INSTRUCTION,
    ),
    Failure(
        "out_of_memory",
        marked("The memory has run out."),
        marked("Close other programs, and install again."),
        r"MemoryError|Cannot allocate memory|os error 12\b|WinError 1455|paging file is too small",
        codes=(KILLED,),
    ),
    Failure(
        "old_pip",
        marked("The pip of QGIS' Python is too old."),
        marked("Update QGIS, or install the program uv, which is used where it is found."),
        r"no such option: --|unrecognized arguments: --",
    ),
)


def explain(output: str, code: int, platform: Platform) -> Failure:
    """The kind of failure of a program.

    Args:
        output: All that it printed, on both streams.
        code: Its exit code; negative for a signal.
        platform: The machine.
    """
    return next((failure for failure in FAILURES if failure.explains(output, code, platform)), UNKNOWN)
