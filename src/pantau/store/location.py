"""Where the database lives when nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """The folder of the user's data: PANTAU_HOME, or where the system keeps such things."""
    told = os.environ.get("PANTAU_HOME")
    return Path(told).expanduser() if told else Path(platformdirs.user_data_dir("pantau", appauthor=False))


def default_url() -> str:
    """PANTAU_DATABASE, or a SQLite file in the home folder."""
    return os.environ.get("PANTAU_DATABASE") or url_of(home() / "pantau.db")


def url_of(path: Path) -> str:
    """The address of a SQLite file, whatever its folders are called."""
    return f"sqlite:///{str(path).replace('%', '%25').replace('?', '%3F')}"
