"""The labelled pairs of the drift check, a narrative and a variant of it each; docs/drift-data.md tells their fields.

A narrative stands once, in labelled/drift/narratives.jsonl, and the variants name it. `pantau evaluate drift` takes
both texts in a line: `python -m tests.narrative.pairs dev > pairs.jsonl` joins them.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "labelled" / "drift"


def pairs(part: str) -> list[dict[str, Any]]:
    """The pairs of a part ("own", "dev", "kept", "fresh", "fresh_k") with the narrative's text in each."""
    return [_joined(row) for row in _rows(FOLDER / f"{part}.jsonl")]


@cache
def narratives() -> dict[str, str]:
    """The text of each narrative by its id."""
    return {row["id"]: row["text"] for row in _rows(FOLDER / "narratives.jsonl")}


def paragraphs(narrative: str) -> list[str]:
    return [line for line in narrative.split("\n") if line.strip()]


def _joined(row: dict[str, Any]) -> dict[str, Any]:
    narrative = narratives()[row.pop("of")]
    messages = paragraphs(narrative)
    missing = [messages[number - 1] for number in row["missing"]]
    return {"id": row.pop("id"), "narrative": narrative, **row, "missing": missing}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    for part in sys.argv[1:]:
        for pair in pairs(part):
            print(json.dumps(pair, ensure_ascii=False))
