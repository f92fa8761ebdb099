"""The shipped list of Indonesian feeds, so that a new desk can begin with one act.

Where each address comes from, and what is known about it, is in docs/catalogue.md.
"""

from __future__ import annotations

import csv
from functools import cache

from pantau import assets
from pantau.domain.source import NewSource, Tier


@cache
def load() -> tuple[NewSource, ...]:
    """All catalogued sources, official ones first; read once, when somebody first asks.

    None of them was ever contacted by us: whoever installs them checks which answer.
    """
    with assets.path("catalogue.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(_source(row) for row in csv.DictReader(file, delimiter="\t"))


def _source(row: dict[str, str]) -> NewSource:
    return NewSource(url=row["url"], name=row["name"], tier=Tier(row["tier"]), region=row["region"] or None)
