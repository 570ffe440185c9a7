"""Text in the user's language, for what is no algorithm."""

from ..translation import tr

__all__ = ["tr"]
