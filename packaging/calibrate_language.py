"""Learns how often judgements of tone and risk are right, from the labelled texts, into resources/calibration.json.

    .venv/bin/python packaging/calibrate_language.py

A judgement of each label is right or not. Read are "late" and "unseen" alone, since the rules know "dev" too well, and
"kept" is left to say how well this holds. A tone that leans but a little is less certain than one that leans far; one
that cues find not to be neutral is judged by "unseen" alone, since their weights were learned from "late". Of risks
there are too few wrong ones for more than one share a label.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from measure_language import SETS
from pantau import assets
from pantau.language.document import Document
from pantau.language.risk import risks
from pantau.language.tone import strength, tone

PARTS = ("late", "unseen", "unseen")  # what the rules were tuned on says less, so the other counts twice
CUED = 0.375  # strength below which cues tell the tone
STEPS = {"netral": [0.0, 0.001, 0.1], "negatif": [0.0, CUED, 0.55], "positif": [0.0, CUED, 0.55]}


def _rows(name: str) -> list[tuple[str, dict[str, Any]]]:
    """The labelled texts, each with its part."""
    return [
        (part, json.loads(line))
        for part in PARTS
        for line in (SETS / f"{name}.{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def observed() -> dict[str, list[tuple[float, bool]]]:
    """Every judgement by its label: how strong it is, and whether it is right."""
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for part, row in _rows("tone"):
        document = Document("", row["text"])
        label, told = str(tone(document).label), strength(document)
        if part == "unseen" or label == "netral" or told >= CUED:
            found[label].append((told, label == row["tone"]))
    for _, row in _rows("risk"):
        for risk in risks(Document("", row["text"])):
            found[str(risk.kind)].append((0.0, str(risk.kind) in row["risks"]))
    return found


def table(begins: list[float], judgements: list[tuple[float, bool]]) -> dict[str, list[float]]:
    """The share of right ones from each strength on."""
    ends = [*begins[1:], float("inf")]
    shares = []
    for begin, end in zip(begins, ends, strict=True):
        rights = [right for strength, right in judgements if begin <= strength < end]
        shares.append(round((sum(rights) + 1) / (len(rights) + 2), 3))
    return {"from": begins, "probability": shares}


def main() -> None:
    tables = {label: table(STEPS.get(label, [0.0]), found) for label, found in observed().items()}
    text = ",\n".join(f"  {json.dumps(label)}: {json.dumps(one)}" for label, one in sorted(tables.items()))
    assets.path("calibration.json").write_text(f"{{\n{text}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
