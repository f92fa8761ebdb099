"""Keeps the interpreter's constants alive beside PySide6.

WORKAROUND PySide6 6.12.0 on Python 3.11: its calls answer None, True and False without taking a reference, as is
right only from Python 3.12 on, where these are immortal (PEP 683). Each such answer takes one reference away, and
after some hundreds the interpreter aborts with "deallocating None" or "deallocating True or False". Measured: 200
emissions of a signal leave `sys.getrefcount(True)` 200 lower; painting a list's rows aborted within a minute.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40  # a thousand answers a second for 34 years


def keep_constants() -> None:
    """Raise the counts of references to the constants, once, beyond what any run can take away."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(constant) < _PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
