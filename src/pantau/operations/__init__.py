"""What people do, one function an act; window, command line and drill call the same ones.

Every act returns `Done`: the value as it now is, its activity row, and the way back where there is one.
"""

from pantau.operations.desk import Acting, Desk, open_desk

__all__ = ["Acting", "Desk", "open_desk"]
