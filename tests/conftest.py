"""What tests in every room use: a database of their own, and moments to speak of."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pantau.store.database import Database
from pantau.store.migrate import open_database

if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
    os.environ.setdefault(
        "QT_QPA_PLATFORM", "offscreen"
    )  # where Qt would look for a display, and abort without one

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # 12.00 WIB


@pytest.fixture
def now() -> datetime:
    return NOON


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A real SQLite file at today's schema."""
    opened = open_database(f"sqlite:///{tmp_path / 'pantau.db'}")
    yield opened
    opened.close()
