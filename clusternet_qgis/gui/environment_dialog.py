"""The dialog of the Python environment: it shows what is missing, and installs it with one button."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from qgis.core import QgsApplication, QgsTask
from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsFileWidget
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..algorithms.help_pages import manual_page
from ..core.errors import Cancelled
from ..core.progress import TimeLeft
from ..environment import installation, platforms
from ..environment.installation import InstallationError, Plan
from ..environment.managed_environment import managed_environment
from ..environment.requirements import Packages
from ..layers.sentences import in_users_language
from ..qgis_objects import present, task_manager
from ..translation import tr, translated
from .environment_tasks import EnvironmentTask, FindPythonTask, PythonState, install_task, remove_task
from .network_settings import proxy_address, trusted_certificates

_MOST_LINES = 5000
_NAMES = {"torch": "PyTorch", "faiss": "FAISS", "scipy": "SciPy", "osgeo": "GDAL"}


class EnvironmentDialog(QDialog):
    """Finds, installs, repairs and removes what training and mapping need.

    Signals:
        changed: The environment was installed or removed.

    Args:
        parent: QGIS' window.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ClusterNet: Python environment"))
        self.setMinimumWidth(600)
        self.task: QgsTask | None = None
        self._search: FindPythonTask | None = None
        self._left = TimeLeft()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._show_time)
        layout = QVBoxLayout(self)
        text = tr(
            "Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing "
            "clusters, segmenting, polygons and evaluation work without it."
        )
        layout.addWidget(_wrapped(text))
        self.state_label = _wrapped("")
        layout.addWidget(self.state_label)
        layout.addLayout(self._make_choices())
        self.consent_label = _wrapped("")
        layout.addWidget(self.consent_label)
        layout.addLayout(self._make_actions())
        self.progress_bar = QProgressBar()
        self.step_label = QLabel()
        self.step_label.setMaximumWidth(580)
        self.result_label = _wrapped("")
        layout.addWidget(self.progress_bar)
        layout.addWidget(self.step_label)
        layout.addWidget(self.result_label)
        layout.addWidget(self._make_log(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help)
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: QDesktopServices.openUrl(QUrl(manual_page("install"))))
        layout.addWidget(buttons)
        self._show_work(False)
        self._show_consent()

    def _make_choices(self) -> QFormLayout:
        form = QFormLayout()
        self.accelerator = QComboBox()
        for name in platforms.current().accelerators:
            self.accelerator.addItem({"cpu": tr("Processor"), "cuda": tr("NVIDIA graphics card (CUDA)")}[name], name)
        if isinstance(platforms.current(), platforms.MacOS):
            self.accelerator.setItemText(0, tr("Processor and Apple graphics (MPS)"))
        self.accelerator.currentIndexChanged.connect(self._show_consent)
        form.addRow(tr("Compute on"), self.accelerator)
        self.wheels = QgsFileWidget()
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        present(self.wheels.lineEdit()).setPlaceholderText(tr("From the network; or choose a folder of packages"))
        self.wheels.setToolTip(
            tr("A folder of .whl files, for machines without a network. The manual says how to fill it.")
        )
        self.wheels.fileChanged.connect(self._show_consent)
        form.addRow(tr("Packages"), self.wheels)
        self.root = QgsFileWidget()
        self.root.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.root.setFilePath(settings.environment_root())
        present(self.root.lineEdit()).setPlaceholderText(str(platforms.current().data_folder))
        self.root.setToolTip(tr("Where the environment lies: outside the plugin and outside QGIS' profile."))
        self.root.fileChanged.connect(self._root_chosen)
        form.addRow(tr("Folder"), self.root)
        return form

    def _make_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.install_button = QPushButton(tr("Install"))
        self.install_button.setDefault(True)
        self.remove_button = QPushButton(tr("Remove"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.install_button.clicked.connect(self.install)
        self.remove_button.clicked.connect(self.remove)
        self.cancel_button.clicked.connect(self.cancel)
        for button in (self.install_button, self.remove_button, self.cancel_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _make_log(self) -> QWidget:
        group = QgsCollapsibleGroupBoxBasic(tr("Log"))
        layout = QVBoxLayout(group)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(_MOST_LINES)
        self.log.setMinimumHeight(160)
        copy = QPushButton(tr("Copy log"))
        copy.setObjectName("copyLog")
        copy.clicked.connect(lambda: QgsApplication.clipboard().setText(self.log.toPlainText()))
        layout.addWidget(self.log)
        layout.addWidget(copy)
        group.setCollapsed(True)
        group.collapsedStateChanged.connect(self._fit)
        return group

    def _fit(self) -> None:
        """Sets the height that the texts need, once Qt knows it: `adjustSize` stops at two thirds of the screen."""
        QTimer.singleShot(0, lambda: self.resize(self.width(), self.layout().totalHeightForWidth(self.width())))

    # --- state

    def open(self) -> None:
        """Shows the dialog, and looks for Python."""
        self.show()
        self.raise_()
        self.activateWindow()
        if self.task is None:
            self.find_python()

    def find_python(self) -> None:
        """Looks for the Python that would be used, in the background."""
        self.state_label.setText(tr("Looking for Python..."))
        self._search = FindPythonTask(settings.chosen_python())
        self._search.ended.connect(self._show_state)
        task_manager().addTask(self._search)

    def _show_state(self, state: PythonState) -> None:
        if state.python:
            versions = ", ".join(f"{_NAMES[name]} {state.versions.get(name, '')}".strip() for name in _NAMES)
            text = tr("<b>Ready.</b> Training and mapping run on {python} ({versions}).")
            text = text.format(python=escape(state.python), versions=escape(versions))
        elif not state.lacking:
            text = tr("<b>Not ready.</b> No Python was found.")
        else:
            python, missing = next(iter(state.lacking.items()))
            if missing is None:
                text = tr("<b>Not ready.</b> {python} does not run.").format(python=escape(python))
            else:
                text = tr("<b>Not ready.</b> {python} lacks {missing}.")
                text = text.format(python=escape(python), missing=escape(", ".join(missing)))
        chosen = settings.chosen_python()
        if chosen:
            text += " " + tr("It is named in the setting clusternet/python, which installing empties.")
        self.state_label.setText(text)
        self._show_consent()
        self._fit()

    def _show_consent(self) -> None:
        """Shows what the button would do."""
        plan = self.plan()
        self.install_button.setText(tr("Repair") if plan.environment.exists else tr("Install"))
        self.remove_button.setEnabled(plan.environment.exists)
        self.consent_label.setText(_consent(plan, plan.needed))

    def plan(self) -> Plan:
        """The environment that the button would install."""
        bases = platforms.current().host_pythons()
        accelerator = self.accelerator.currentData()
        environment = managed_environment(settings.environment_root())
        return Plan(environment, bases[0] if bases else "", accelerator, self.wheels.filePath())

    def _root_chosen(self, root: str) -> None:
        settings.set_environment_root(root)
        self._show_consent()

    # --- work

    @property
    def is_working(self) -> bool:
        """Whether something is being installed or removed."""
        return self.task is not None

    @property
    def percent(self) -> int | None:
        """How much of the installation is done; None while nothing is being done."""
        return self.progress_bar.value() if self.is_working else None

    def install(self) -> None:
        """Installs the environment; an existing one is replaced."""
        if not self.is_working:
            self._start(install_task(self.plan(), proxy_address(), trusted_certificates()), self._installed)

    def remove(self) -> None:
        """Removes the environment."""
        if not self.is_working:
            self._start(remove_task(self.plan().environment), self._removed)

    def cancel(self) -> None:
        """Stops the installation; an older environment is kept."""
        if self.task is not None:
            self.cancel_button.setEnabled(False)
            self.task.cancel()

    def _start(self, task: EnvironmentTask, ended: Callable[[Exception | None], None]) -> None:
        self.task = task
        self.log.clear()
        self.result_label.clear()
        self.step_label.clear()
        self.progress_bar.setValue(0)
        self._left = TimeLeft()
        self._clock.start()
        task.progressChanged.connect(self._show_progress)  # no lambda: it would outlive the dialog
        task.step_changed.connect(self._show_step)
        task.logged.connect(self.log.appendPlainText)
        task.ended.connect(ended)
        self._show_work(True)
        task_manager().addTask(task)

    def _show_progress(self, percent: float) -> None:
        self.progress_bar.setValue(round(percent))

    def _show_time(self) -> None:
        """Says how long it still takes, every second, so that a long step is no standstill."""
        left = in_users_language(self._left.text(self.progress_bar.value() / 100))
        self.progress_bar.setFormat(f"%p % · {left}" if left else "%p %")

    def _show_step(self, line: str) -> None:
        metrics = self.step_label.fontMetrics()
        self.step_label.setText(metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, self.step_label.maximumWidth()))

    def _installed(self, error: Exception | None) -> None:
        if error is None:
            settings.forget_chosen_python()
        self._end(error, tr("Installed. Training and mapping can begin."), tr("Cancelled; nothing was installed."))

    def _removed(self, error: Exception | None) -> None:
        self._end(error, tr("Removed."), tr("Cancelled."))

    def _end(self, error: Exception | None, fine: str, cancelled: str) -> None:
        self.task = None
        self._clock.stop()
        self._show_work(False)
        self._show_consent()
        if error is None:
            self.result_label.setText(fine)
            self.changed.emit()
        elif isinstance(error, Cancelled):
            self.result_label.setText(cancelled)
        else:
            self.result_label.setText(_explained(error))
        self.find_python()

    def _show_work(self, working: bool) -> None:
        for widget in (self.accelerator, self.wheels, self.root, self.install_button, self.remove_button):
            widget.setEnabled(not working)
        self.cancel_button.setEnabled(working)
        for shown in (self.progress_bar, self.step_label, self.cancel_button):
            shown.setVisible(working)
        self._fit()


def _consent(plan: Plan, packages: Packages) -> str:
    if plan.wheels:
        text = tr(
            "{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the "
            "Python of QGIS is not changed."
        )
    else:
        text = tr(
            "{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about "
            "{disk} MB. The Python of QGIS is not changed."
        )
    text = text.format(
        button=tr("Repair") if plan.environment.exists else tr("Install"),
        folder=plan.environment.folder,
        download=packages.download_mb,
        disk=packages.disk_mb,
    )
    free = platforms.free_mb(plan.environment.folder)
    if free is not None:
        text += " " + tr("{} MB are free there.").format(free)
    if plan.environment.is_complete and not installation.is_current(plan):
        text += " " + tr("What is there is of another version of the plugin.")
    return text


def _explained(error: Exception) -> str:
    if not isinstance(error, InstallationError):
        return tr("This is a bug in the plugin; copy the log and report it.")
    cause, remedy = (translated(text).format(**error.values) for text in (error.failure.cause, error.failure.remedy))
    return f"<b>{escape(cause)}</b> {escape(remedy)}"


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
