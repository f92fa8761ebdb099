"""Learns how often judgements of tone and risk are right, from the labelled texts, into resources/calibration.json.

    .venv/bin/python packaging/calibrate_language.py

The parts "dev" and "late" are read; a judgement of each label is right or not. What first readings of unseen texts
showed stands before them as so many observations, since the rules know their own sets too well. One share a label:
there are too few wrong ones for more.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from measure_language import SETS
from pantau import assets
from pantau.language.reading import read

# Label: how many judgements of texts never seen before there were, and how many were right.
UNSEEN = {
    "netral": (21, 13),
    "negatif": (8, 7),
    "positif": (5, 5),
    "hoaks": (2, 2),
    "ujaran_kebencian": (5, 5),
    "provokasi": (8, 7),
}
PARTS = ("dev", "late")


def _rows(name: str) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for part in PARTS
        for line in (SETS / f"{name}.{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def observed() -> dict[str, list[bool]]:
    """Every judgement by its label: whether it is right."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in _rows("tone"):
        label = str(read("", row["text"]).tone.label)
        found[label].append(label == row["tone"])
    for row in _rows("risk"):
        for risk in read("", row["text"]).risks:
            found[str(risk.kind)].append(str(risk.kind) in row["risks"])
    return found


def main() -> None:
    tables = {}
    for label, rights in observed().items():
        seen, right = UNSEEN[label]
        share = (sum(rights) + right + 1) / (len(rights) + seen + 2)
        tables[label] = {"from": [0.0], "probability": [round(share, 3)]}
    text = ",\n".join(
        f"  {json.dumps(label)}: {json.dumps(table)}" for label, table in sorted(tables.items())
    )
    assets.path("calibration.json").write_text(f"{{\n{text}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
