"""The provinces' names by their official codes, for filters and forms."""

from __future__ import annotations

import json
from functools import cache

from pantau import assets


@cache
def provinces() -> dict[str, str]:
    """The 38 provinces: {"61": "Kalimantan Barat", ...}."""
    names: dict[str, str] = json.loads(assets.path("provinces.json").read_text(encoding="utf-8"))
    return names
