"""Whether a window can open here. Asked before anything else at a start: nothing is imported for it."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether a window can open here."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
