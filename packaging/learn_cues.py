"""Learns what each kind of cue weighs for blame and for praise, from the labelled texts, into resources/cues.json.

    .venv/bin/python packaging/learn_cues.py [--check]

Read are the parts "dev" and "late": "kept" and "unseen" are left to say how well the weights hold; and the reports of
the shipped drills that have no word of judgement, as sober news, each with a small weight since many are alike. What
words of judgement weigh is one of the figures, but no more than what would not settle a text by itself. Two logistic
regressions with a ridge penalty. --check prints the share of texts read rightly in five parts, each kept from learning.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple
from zlib import crc32

from measure_language import SETS
from pantau import assets
from pantau.drill import scenario
from pantau.language import cues, tone
from pantau.language.document import Document

PARTS = ("dev", "late")
LABELS = ("negatif", "positif")
RIDGE = 1.0
STEPS = 600
PACE = 2.0  # of a step, by the mean of the slopes
FOLDS = 5
SOBER = "netral"
OF_DRILLS = 0.15  # what a drill's report counts for
LEANS = 0.375


class Example(NamedTuple):
    """A text with what it counts for and its label."""

    text: str
    figures: cues.Figures
    label: str
    counts: float = 1.0


def examples() -> list[Example]:
    """The texts that name the ministry."""
    rows = [
        (row["text"], row["tone"], 1.0)
        for part in PARTS
        for row in map(json.loads, (SETS / f"tone.{part}.jsonl").read_text(encoding="utf-8").splitlines())
    ]
    rows += [(text, SOBER, OF_DRILLS) for text in sober()]
    return [example for row in rows for example in _example(*row)]


def sober() -> list[str]:
    """The reports of the drills that words of judgement do not find to lean."""
    reports = [report for listing in scenario.available() for report in scenario.load(listing.id).reports]
    texts = dict.fromkeys(f"{report.title}. {report.text}" for report in reports)
    return [text for text in texts if abs(tone.lean(Document("", text))) < LEANS]


def _example(text: str, label: str, counts: float) -> Iterator[Example]:
    document = Document("", text)
    if (told := tone.told(document)) is not None:
        yield Example(text, cues.figures(document, told.named, told.judgements), label, counts)


def learned(texts: Sequence[Example], label: str) -> cues.Figures:
    """Weights by descent along the slope of the likelihood."""
    kinds = sorted({kind for one in texts for kind in one.figures})
    weights = dict.fromkeys(kinds, 0.0)
    total = sum(one.counts for one in texts)
    for _step in range(STEPS):
        slopes = {kind: 0.0 if kind == "bias" else RIDGE * weights[kind] for kind in kinds}
        for one in texts:
            wrong = one.counts * (probability(weights, one.figures) - (one.label == label))
            for kind, figure in one.figures.items():
                slopes[kind] += wrong * figure
        for kind in kinds:
            weights[kind] -= PACE * slopes[kind] / total
    return weights


def probability(weights: cues.Figures, figures: cues.Figures) -> float:
    logit = sum(weights.get(kind, 0.0) * figure for kind, figure in figures.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


def check(texts: Sequence[Example]) -> None:
    for label in LABELS:
        right = told = 0.0
        for fold in range(FOLDS):
            apart = [one for one in texts if crc32(one.text.encode()) % FOLDS == fold]
            weights = learned([one for one in texts if crc32(one.text.encode()) % FOLDS != fold], label)
            for one in apart:
                right += one.counts * ((probability(weights, one.figures) > 0.5) == (one.label == label))
                told += one.counts
        print(f"{label}: {right / told:.3f} of {told:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    texts = examples()
    if parser.parse_args().check:
        check(texts)
    path = assets.path("cues.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    weights = {
        label: {kind: round(weight, 2) for kind, weight in learned(texts, label).items()} for label in LABELS
    }
    path.write_text(_laid_out(weights, told["cues"]), encoding="utf-8")


def _laid_out(weights: dict[str, cues.Figures], kinds: dict[str, list[str]]) -> str:
    """A line for each label and each kind of cue."""

    def lines(table: dict[str, cues.Figures] | dict[str, list[str]]) -> str:
        return ",\n".join(
            f"    {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()
        )

    return f'{{\n  "weights": {{\n{lines(weights)}\n  }},\n  "cues": {{\n{lines(kinds)}\n  }}\n}}\n'


if __name__ == "__main__":
    main()
