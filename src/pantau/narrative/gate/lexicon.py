"""The gate's word lists: `resources/gate/*.json`, lists of patterns that are put together once."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from pantau import assets


@cache
def told(name: str) -> dict[str, Any]:
    """A file of lists, as in told("identity")["case"]."""
    found: dict[str, Any] = json.loads(assets.path(f"gate/{name}.json").read_text(encoding="utf-8"))
    return found


def either(name: str, key: str) -> str:
    """A list as one group of alternatives, longest first, its letters small or large alike."""
    phrases = sorted(told(name)[key], key=len, reverse=True)
    return "(?i:" + "|".join(phrases).replace(" ?", r"\s*").replace(" ", r"\s+") + ")"


@cache
def anywhere(name: str, key: str) -> re.Pattern[str]:
    """A list as a pattern that finds whole words."""
    return re.compile(rf"(?<!\w){either(name, key)}(?!\w)")
