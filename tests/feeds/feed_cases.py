"""The pairs in `cases/`: a file as a server might send it, and beside it what we make of it."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pantau.domain.article import Feed
from pantau.feeds.parse import parse

FOLDER = Path(__file__).parent / "cases"
RECEIVED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
URL = "https://umpan.example/rss/index.xml"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.json"))


def read(path: Path) -> Feed:
    return parse(path.read_bytes(), url=URL, content_type=None, received=RECEIVED)


def as_plain(feed: Feed) -> dict[str, Any]:
    """The feed as JSON has it."""
    told = {**dataclasses.asdict(feed), "entries": [entry._asdict() for entry in feed.entries]}
    plain: dict[str, Any] = json.loads(json.dumps(told, default=lambda moment: moment.isoformat()))
    return plain


def expected(path: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(
        path.with_name(f"{path.name}.expected.json").read_text(encoding="utf-8")
    )
    return plain
