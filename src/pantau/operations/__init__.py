"""What people do, one function an act; window, command line and drill call the same ones.

Every act returns `Done`: the value as it now is, its activity row, and the way back where there is one.
"""

from typing import TYPE_CHECKING

__all__ = ["Acting", "Desk", "open_desk"]

if TYPE_CHECKING:
    from pantau.operations.desk import Acting, Desk, open_desk


def __getattr__(name: str) -> object:
    """A desk brings the database's libraries, 0.4 s of a start: whoever asks for something else is spared them."""
    if name not in __all__:
        raise AttributeError(name)
    from pantau.operations import desk

    return getattr(desk, name)
