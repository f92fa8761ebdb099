"""The labelled pairs are themselves held to what docs/drift-data.md says of them."""

from collections import Counter

import pytest
from tests.narrative.pairs import narratives, pairs

FREQUENT = ("figure", "date", "name", "legal", "negation", "money", "certainty", "modality")
OTHERS = (
    *("unit", "percentage", "time", "zone", "title", "office", "place"),
    *("quote", "claim", "order", "forbidden", "outdated"),
)


@pytest.mark.parametrize("part", ["dev", "kept", "fresh", "fresh_k"])
def test_every_marked_drift_stands_where_its_label_says(part):
    for pair in pairs(part):
        for drift in pair["expected"]:
            assert pair["variant"][drift["start"] : drift["end"]] == drift["text"], pair["id"]
            assert {drift["kind"], *drift.get("also", ())} <= {*FREQUENT, *OTHERS}, pair["id"]
        assert pair["faithful"] == (not pair["expected"]), pair["id"]


def test_every_narrative_stands_once_and_has_variants():
    told = [pair["narrative"] for part in ("own", "dev", "kept", "fresh", "fresh_k") for pair in pairs(part)]
    assert len(set(narratives().values())) == len(narratives())
    assert set(told) == set(narratives().values())


def test_the_part_kept_aside_shares_no_narrative_and_no_text_with_the_other():
    dev, kept = pairs("dev"), pairs("kept")
    assert not {pair["narrative"] for pair in dev} & {pair["narrative"] for pair in kept}
    assert len({pair["variant"] for pair in dev + kept}) == len(dev + kept) >= 400
    assert len({pair["narrative"] for pair in dev + kept}) == 20


def test_the_fresh_part_shares_no_narrative_with_the_others():
    others = {pair["narrative"] for part in ("dev", "kept") for pair in pairs(part)}
    fresh = pairs("fresh")
    assert not {pair["narrative"] for pair in fresh} & others
    assert len({pair["variant"] for pair in fresh}) == len(fresh) >= 700
    assert len({pair["narrative"] for pair in fresh}) >= 30


def test_every_kind_of_drift_has_enough_pairs():
    found = Counter(
        drift["kind"] for part in ("dev", "kept") for pair in pairs(part) for drift in pair["expected"]
    )
    assert min(found[kind] for kind in FREQUENT) >= 12
    assert min(found[kind] for kind in OTHERS) >= 6
