"""Has a process give way: what an officer looks at comes before what the machine does behind it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_NICE = 10  # of 19: still gets what is left of a busy processor
_BELOW_NORMAL, _SET_INFORMATION = 0x4000, 0x0200  # priority class and access right of Windows


def give_way(process: int) -> None:
    """Lower the priority of a process that has just begun; what it starts inherits it. Silent where it may not."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SET_INFORMATION, False, process)
        if handle:
            kernel.SetPriorityClass(handle, _BELOW_NORMAL)
            kernel.CloseHandle(handle)
        return
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process, _NICE)
