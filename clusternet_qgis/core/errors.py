"""Errors that the user can act on."""


class ClusterNetError(Exception):
    """An error that the user can act on. Its message is shown as it is: one sentence with numbers and a remedy."""


class RasterError(ClusterNetError):
    """A raster cannot be read, written or used."""


class VectorError(ClusterNetError):
    """A vector layer cannot be read, written or used."""


class ModelError(ClusterNetError):
    """A model file cannot be read, or does not fit the raster."""


class SelectionError(ClusterNetError):
    """A selection of clusters cannot be read, or does not fit the clusters."""


class OptionsError(ClusterNetError):
    """A parameter is out of range."""


class DependencyError(ClusterNetError):
    """A library is missing; the message says how to install it."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user wanted it
    """The user stopped the run."""


class Diverged(OptionsError):  # noqa: N818 - a training catches it and goes on with its last model
    """Something that is learnt became infinite or NaN."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} became infinite or not a number; a lower learning rate may help.")
