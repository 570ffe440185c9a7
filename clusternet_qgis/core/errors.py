"""What can go wrong in a way that the user can act on."""


class ClusterNetError(Exception):
    """One sentence with the numbers and the remedy; shown to the user as it is."""


class RasterError(ClusterNetError):
    """A raster that cannot be read, written or used."""


class VectorError(ClusterNetError):
    """A vector layer that cannot be read, written or used."""


class ModelError(ClusterNetError):
    """A model file that cannot be read, or does not fit the raster."""


class SelectionError(ClusterNetError):
    """A selection of clusters that cannot be read, or does not fit the clusters."""


class OptionsError(ClusterNetError):
    """A parameter outside the values that make sense."""


class DependencyError(ClusterNetError):
    """A library is missing; the message says how to install it."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user stopped the run."""


class Diverged(OptionsError):  # noqa: N818 - within a training no error: it goes on with what it had
    """Something that is learnt is no number any more."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} became infinite or not a number; a lower learning rate may help.")
