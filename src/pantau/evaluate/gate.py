"""What the safety gate finds in labelled texts, and how that compares with their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pantau.evaluate.streams import words
from pantau.narrative.gate import GateFinding, check


@dataclass(frozen=True, slots=True)
class Share:
    """How many labelled spans of a rule were found, and how many texts without any label it flagged."""

    labelled: int
    found: int
    false_alarms: int

    @property
    def recall(self) -> float:
        return self.found / self.labelled if self.labelled else 1.0


def judged(row: Mapping[str, Any]) -> tuple[GateFinding, ...]:
    """The findings of a row `{id, text}`; `first_statement` (false) may say what kind of text it is."""
    return check(str(row.get("text") or ""), first_statement=bool(row.get("first_statement")))


def told(rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """For each `{id, text}` an object `{id, findings}`, as the command line writes it."""
    for number, row in rows:
        found = judged({**row, "text": words(row, "text", number)})
        yield {"id": row["id"], "findings": [as_told(finding) for finding in found]}


def as_told(finding: GateFinding) -> dict[str, Any]:
    """A finding as JSON has it."""
    return {
        "rule": finding.rule,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "why": finding.why,
        "severity": finding.severity.value,
    }


def shares(rows: Sequence[Mapping[str, Any]]) -> dict[str, Share]:
    """By rule, over rows with `expected`: `[{rule, start, end}]`; a span is found where one of its rule touches it."""
    labelled: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for row in rows:
        findings = judged(row)
        for label in row["expected"]:
            labelled[label["rule"]] += 1
            hits[label["rule"]] += any(_touches(finding, label) for finding in findings)
        if not row["expected"]:
            alarms.update({finding.rule for finding in findings})
    return {rule: Share(labelled[rule], hits[rule], alarms[rule]) for rule in sorted({*labelled, *alarms})}


def _touches(finding: GateFinding, label: Mapping[str, Any]) -> bool:
    start, end = int(label["start"]), int(label["end"])
    return finding.rule == label["rule"] and finding.start < end and start < finding.end
