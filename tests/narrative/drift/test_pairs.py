"""The check on pairs of narratives and variants, as releases, chats, posts and news write them."""

from __future__ import annotations

import pytest
from tests.narrative.drift.measuring import STRICT, measure
from tests.narrative.pairs import pairs


@pytest.mark.parametrize("part", ["own", "dev"])
def test_drift_is_found_and_faithful_rewrites_are_left_alone(part: str) -> None:
    measured = measure(pairs(part))
    assert measured.recall(STRICT) >= 0.95, (measured.wanted, measured.found)
    assert measured.recall() >= 0.93, (measured.wanted, measured.found)
    assert measured.false_alarms <= 0.03, measured.flagged


def test_freely_written_pairs_are_judged_as_well_as_the_documentation_says() -> None:
    measured = measure(pairs("fresh"))
    assert measured.recall(STRICT) >= 0.78, (measured.wanted, measured.found)
    assert measured.recall() >= 0.72, (measured.wanted, measured.found)
    assert measured.false_alarms <= 0.03, measured.flagged


def test_every_narrative_says_what_it_says() -> None:
    for part in ("own", "dev", "fresh"):
        for narrative in {pair["narrative"] for pair in pairs(part)}:
            found = measure([{"id": "", "variant": narrative, "narrative": narrative, "faithful": True}])
            assert not found.flagged, narrative
