"""Keeps `True` alive.

WORKAROUND PySide6 6.12.0 on Python 3.11: `Signal.emit()` answers True without taking a reference to it, so each
emission takes one away; after some hundreds the interpreter aborts with "deallocating True or False". Measured:
200 emissions, `sys.getrefcount(True)` 200 lower. From Python 3.12 on True is immortal (PEP 683) and nothing is done.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40  # a thousand emissions a second for 34 years


def keep_true() -> None:
    """Raise the count of references to True, once, beyond what any run can take away."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    if sys.getrefcount(True) < _PLENTY // 2:
        ctypes.c_ssize_t.from_address(id(True)).value += _PLENTY
