"""Measures the reading of claims on labelled sentences: figures, dates, times, references to laws.

    .venv/bin/python packaging/measure_claims.py own
    .venv/bin/python packaging/measure_claims.py ARTICLES.jsonl [--part tuned] [--wrong]

"own" are the sentences of tests/language/claims/labelled/own.jsonl. The labels of real_news.jsonl name an article, the
characters of a sentence in its text and the sentence's SHA-256; the articles themselves belong to their publishers and
are read from a file of `{id, text}` rows that you have, those of "other" from what `pantau inspect feed` answers,
the titles of "headlines" from rows of `{url, title}`.
Parts were tuned on in turn, each after it had been measured once (docs/claims-reading.md has those figures); "last"
is only measured, so --wrong leaves it out.

A label is found when a claim of its kind overlaps it with one of its values, and where the label tells them one of
its units and subjects (a word of the claim's unit or subject). Claims that stand on an optional label only are not
counted: ordinals, "seorang", a year in a name, a law named again in brackets.
Prints precision, recall and F1 of each group; exits 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pantau.evaluate.claims import stated

Row = dict[str, Any]
LABELS = Path(__file__).resolve().parents[1] / "tests" / "language" / "claims" / "labelled"
FIGURES = ("figure", "money", "percentage", "duration")
PARTS = ("tuned", "kept", "late", "last", "other", "headlines")
KINDS = (*FIGURES, "date", "time", "legal")
GROUPS = {"figures": FIGURES, "dates and times": ("date", "time"), "legal references": ("legal",)}
TARGETS = {"figures": 0.92, "dates and times": 0.95, "legal references": 0.95}


@dataclass(slots=True)
class Tally:
    """What was found of a kind, what was read wrongly, what was missed."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        counted = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / counted if counted else 1.0

    def add(self, other: Tally) -> None:
        self.hits += other.hits
        self.wrong += other.wrong
        self.missed += other.missed


@dataclass(slots=True)
class Measured:
    """The tally of each kind, and each miss or wrong claim as a line with its sentence."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    wrong: list[str] = field(default_factory=list)

    def group(self, name: str) -> Tally:
        whole = Tally()
        for kind in GROUPS[name]:
            whole.add(self.kinds[kind])
        return whole


def sentences(labels: list[Row], articles: dict[str, str]) -> Iterator[tuple[str, Row]]:
    """Each label with its sentence; ValueError where an article's text is another one."""
    for row in labels:
        text = row.get("text") or articles[row["article"]][row["start"] : row["end"]]
        if "sha256" in row and hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['article']}: the text is not the one that was labelled")
        yield text, row


def measured(rows: Iterator[tuple[str, Row]], *, subjects: bool = True) -> Measured:
    found = Measured()
    for text, row in rows:
        _score(text, row["claims"], found, subjects)
    return found


def _score(text: str, labels: list[Row], found: Measured, subjects: bool) -> None:
    claims = [claim for claim in stated(text) if claim["kind"] in KINDS]
    for label in labels:
        hit = next((claim for claim in claims if _is_met(label, claim, subjects)), None)
        if hit is not None:
            claims.remove(hit)
        if label.get("optional"):
            continue
        tally = found.kinds[label["kind"]]
        tally.hits += hit is not None
        tally.missed += hit is None
        if hit is None:
            found.wrong.append(f"misses {label}  {text}")
    for claim in claims:
        if not any(label.get("optional") and _overlap(label, claim) for label in labels):
            found.kinds[claim["kind"]].wrong += 1
            found.wrong.append(f"reads {claim}  {text}")


def _overlap(label: Row, claim: Row) -> bool:
    return bool(label["start"] < claim["end"] and claim["start"] < label["end"])


def _is_met(label: Row, claim: Row, subjects: bool) -> bool:
    if claim["kind"] != label["kind"] or not _overlap(label, claim):
        return False
    values = label.get("values")
    if values is not None and not any(_same(value, claim["value"]) for value in values):
        return False
    if "units" in label and claim["unit"].lower() not in [unit.lower() for unit in label["units"]]:
        return False
    words = f"{claim['unit']} {claim['subject']}".lower().split()
    return not (subjects and "subjects" in label and not set(label["subjects"]) & set(words))


def _same(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, str):
        return wanted.lower() == str(value).lower()
    return bool(wanted == value)


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def articles_of(path: Path) -> dict[str, str]:
    """Texts by id of `{id, text}` rows, by link of what `pantau inspect feed` answers, titles by url of the rest."""
    found: dict[str, str] = {}
    for row in rows_of(path):
        found |= {entry["link"]: entry["summary_text"] or "" for entry in row.get("entries", ())}
        if "text" in row:
            found[row["id"]] = row["text"]
        elif "title" in row and "url" in row:
            found[row["url"]] = row["title"]
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", help='a file of articles, or "own"')
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--wrong", action="store_true", help="list what is read wrongly")
    return parser.parse_args()


def _say(name: str, tally: Tally, say: Any = print) -> None:
    precision = tally.hits / max(1, tally.hits + tally.wrong)
    recall = tally.hits / max(1, tally.hits + tally.missed)
    say(f"  {name:<26} {tally.hits + tally.missed:>4}  P {precision:.3f}  R {recall:.3f}  F1 {tally.f1:.3f}")


def _report(part: str, labels: list[Row], articles: dict[str, str], wrong: bool) -> bool:
    """Prints one part's figures; whether each target is met."""
    full = measured(sentences(labels, articles))
    plain = measured(sentences(labels, articles), subjects=False)
    print(f"{part}: {len(labels)} sentences")
    for kind in KINDS:
        _say(kind, full.kinds[kind])
    for name in GROUPS:
        _say(name.upper(), full.group(name))
    _say("figures without subject", plain.group("figures"))
    if wrong and part != "last":
        print("\n".join(full.wrong))
    return all(full.group(name).f1 >= target for name, target in TARGETS.items())


def main() -> int:
    chosen = _arguments()
    if chosen.data == "own":
        return 0 if _report("own", rows_of(LABELS / "own.jsonl"), {}, chosen.wrong) else 1
    articles = articles_of(Path(chosen.data))
    labels = [row for row in rows_of(LABELS / "real_news.jsonl") if row["article"] in articles]
    met = True
    for part in PARTS if chosen.part == "all" else (chosen.part,):
        if rows := [row for row in labels if row["part"] == part]:
            met &= _report(part, rows, articles, chosen.wrong)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
