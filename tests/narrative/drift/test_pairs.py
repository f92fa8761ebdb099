"""The check on pairs of narratives and variants, as releases, chats, posts and news write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.narrative.drift.measuring import HERE, STRICT, measure, rows

LABELLED = HERE.parent / "labelled" / "drift_dev.jsonl"
FRESH = LABELLED.with_name("drift_fresh.jsonl")


@pytest.mark.parametrize("path", [HERE / "pairs.jsonl", LABELLED], ids=["own", "labelled"])
def test_drift_is_found_and_faithful_rewrites_are_left_alone(path: Path) -> None:
    measured = measure(rows(path))
    assert measured.recall(STRICT) >= 0.95, (measured.wanted, measured.found)
    assert measured.recall() >= 0.93, (measured.wanted, measured.found)
    assert measured.false_alarms <= 0.03, measured.flagged


def test_freely_written_pairs_are_judged_as_well_as_the_documentation_says() -> None:
    measured = measure(rows(FRESH))
    assert measured.recall(STRICT) >= 0.78, (measured.wanted, measured.found)
    assert measured.recall() >= 0.72, (measured.wanted, measured.found)
    assert measured.false_alarms <= 0.03, measured.flagged


def test_every_narrative_says_what_it_says() -> None:
    for path in (HERE / "pairs.jsonl", LABELLED, FRESH):
        for narrative in {row["narrative"] for row in rows(path)}:
            found = measure([{"id": "", "variant": narrative, "narrative": narrative, "faithful": True}])
            assert not found.flagged, narrative
