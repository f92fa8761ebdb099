"""Measures the reading of texts on the labelled sets: regions, units, tone, risk.

    .venv/bin/python packaging/measure_language.py [--part dev|kept|late|unseen|all] [--wrong] [--set regions]

The rules are tuned on the part "dev"; "kept" is only measured, so --wrong does not list what is read wrongly there.
"late" was written and read once after the rules stood (docs/language.md has those figures), then tuned on; "unseen",
of tone and risk alone, was read once like it and is still only measured.

Prints one line for each set and part; exits 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from pantau.domain.story import Reading
from pantau.language.reading import read

SETS = Path(__file__).resolve().parents[1] / "tests" / "language" / "labelled"
TARGETS = {"regions": 0.95, "units": 0.95, "tone": 0.80, "risk": 0.80}
PARTS = ("dev", "kept", "late", "unseen")
LISTED = ("dev", "late")  # what is read wrongly there may be looked at
RISKS = ("hoaks", "ujaran_kebencian", "provokasi")
TONES = ("negatif", "netral", "positif")
CALIBRATED = 0.05
BINS = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """`figure` is what the target is set for; `by` the F1 of each label, `error` that of calibration."""

    name: str
    texts: int
    figure: float
    by: dict[str, float]
    error: float | None = None


def f1(pairs: Iterable[tuple[set[str], set[str]]]) -> float:
    """Over all pairs of what is expected and what was read; 1 where both are always empty."""
    hits = wrong = missed = 0
    for expected, got in pairs:
        hits += len(expected & got)
        wrong += len(got - expected)
        missed += len(expected - got)
    return 2 * hits / (2 * hits + wrong + missed) if hits + wrong + missed else 1.0


def calibration_error(told: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far probabilities lie from the share that is so, by bins of tenths."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for probability, is_so in told:
        bins.setdefault(min(BINS - 1, int(probability * BINS)), []).append((probability, is_so))
    return sum(abs(sum(p for p, _ in one) - sum(so for _, so in one)) for one in bins.values()) / max(
        1, len(told)
    )


def _labels(reading: Reading, name: str) -> set[str]:
    if name == "regions":
        return {region.code for region in reading.regions}
    if name == "units":
        return set(reading.units)
    if name == "tone":
        return {str(reading.tone.label)}
    return {str(risk.kind) for risk in reading.risks}


def _expected(row: dict[str, Any], name: str) -> set[str]:
    told = row["risks" if name == "risk" else name]
    return {told} if isinstance(told, str) else set(told)


def _by_label(pairs: list[tuple[set[str], set[str]]], labels: Iterable[str]) -> dict[str, float]:
    return {label: f1((want & {label}, got & {label}) for want, got in pairs) for label in labels}


def _risk_labels(pairs: list[tuple[set[str], set[str]]]) -> dict[str, float]:
    """As well how often nothing is rightly read."""
    marked = [(want or {"none"}, got or {"none"}) for want, got in pairs]
    return _by_label(marked, ("none", *RISKS))


def _risk_probabilities(rows: list[dict[str, Any]], readings: list[Reading]) -> list[tuple[float, bool]]:
    """The score of each risk raised, and whether it is one."""
    return [
        (risk.score, str(risk.kind) in row["risks"])
        for row, reading in zip(rows, readings, strict=True)
        for risk in reading.risks
    ]


def _tone_probabilities(rows: list[dict[str, Any]], readings: list[Reading]) -> list[tuple[float, bool]]:
    return [
        (reading.tone.score, str(reading.tone.label) == row["tone"])
        for row, reading in zip(rows, readings, strict=True)
    ]


def _measured(name: str, rows: list[dict[str, Any]], readings: list[Reading]) -> Measured:
    pairs = [(_expected(row, name), _labels(one, name)) for row, one in zip(rows, readings, strict=True)]
    if name == "tone":
        by = _by_label(pairs, TONES)
    elif name == "risk":
        by = _risk_labels(pairs)
    else:
        return Measured(name, len(rows), f1(pairs), {})
    told = _risk_probabilities(rows, readings) if name == "risk" else _tone_probabilities(rows, readings)
    error = calibration_error(told)
    return Measured(name, len(rows), sum(by.values()) / len(by), by, error)


def _list_wrong(
    name: str, rows: list[dict[str, Any]], readings: list[Reading], say: Callable[[str], None]
) -> None:
    for row, reading in zip(rows, readings, strict=True):
        want, got = _expected(row, name), _labels(reading, name)
        if want != got:
            say(f"{row['id']}  wants {sorted(want)}  reads {sorted(got)}  {row['text']}")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--wrong", action="store_true", help="list what is read wrongly in dev")
    parser.add_argument("--set", choices=tuple(TARGETS), help="this one only")
    return parser.parse_args()


def main() -> int:
    chosen = _arguments()
    missed, read_texts, seconds = False, 0, 0.0
    for name, target in TARGETS.items():
        for part in PARTS if chosen.part == "all" else (chosen.part,):
            path = SETS / f"{name}.{part}.jsonl"
            if chosen.set not in (None, name) or not path.exists():
                continue
            rows = _rows(path)
            begun = perf_counter()
            readings = [read("", row["text"]) for row in rows]
            seconds, read_texts = seconds + perf_counter() - begun, read_texts + len(rows)
            found = _measured(name, rows, readings)
            missed = missed or found.figure < target or (found.error or 0.0) > CALIBRATED
            _tell(found, part)
            if chosen.wrong and part in LISTED:
                _list_wrong(name, rows, readings, print)
    print(f"{read_texts} texts, {1e6 * seconds / max(1, read_texts):.0f} µs each")
    return int(missed)


def _tell(found: Measured, part: str) -> None:
    labels = "  ".join(f"{label} {value:.3f}" for label, value in found.by.items())
    error = "" if found.error is None else f"  calibration error {found.error:.3f}"
    print(f"{found.name:8} {part:5} {found.texts:4} texts  F1 {found.figure:.3f}  {labels}{error}")


if __name__ == "__main__":
    sys.exit(main())
