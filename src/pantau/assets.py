"""Finds what ships beside the code: `resources/` and `ui/`, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name


def path(name: str) -> Path:
    """A file of `resources/` by its path in there, as in "sentences/id.json"."""
    return _folder("resources") / name


def ui(name: str) -> Path:
    """A Designer file of `ui/`."""
    return _folder("ui") / name
