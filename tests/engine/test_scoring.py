from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.ids import TopicId
from pantau.domain.source import Tier
from pantau.domain.story import Reading, Region, RegionKind, Risk, RiskKind, Tone, ToneLabel
from pantau.domain.topic import Topic
from pantau.engine.dossier import Dossier, Mention
from pantau.engine.scoring import Muted, Scoring

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PRISONS = Topic(TopicId(1), "Lapas", "lapas", "pemasyarakatan", 9.0)
PONTIANAK = Region("Pontianak", "61.71", RegionKind.CITY)


def mention(number: int, minute: float, *, source: int = 1, title: str = "", **said: object) -> Mention:
    reading = Reading(
        topics=("Lapas",) if said.get("topic", True) else (),
        regions=(PONTIANAK,) if said.get("place", True) else (),
        units=("pemasyarakatan",),
        tone=Tone(ToneLabel.NEGATIVE if said.get("blames") else ToneLabel.NEUTRAL),
        risks=(Risk(RiskKind.HOAX, 0.9),) if said.get("hoax") else (),
    )
    at = NOON + timedelta(minutes=minute)
    return Mention(
        number, source, Tier.REGIONAL, at, title or f"Lapas Ricuh {number}", reading, None, 1.0, "kerusuhan"
    )


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


MENTIONS = st.lists(
    st.builds(
        mention,
        st.integers(1, 1_000_000),
        st.integers(0, 2_000),
        source=st.integers(1, 12),
        title=st.sampled_from(
            ["", "Dua Luka dalam Ricuh di Lapas", "Heboh! Napi Mengamuk", "Kalapas Bicara"]
        ),
        topic=st.booleans(),
        place=st.booleans(),
        blames=st.booleans(),
        hoax=st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


@given(MENTIONS)
def test_a_story_counted_as_it_grows_is_the_one_counted_at_once(mentions: list[Mention]) -> None:
    scoring, growing = Scoring([PRISONS]), Dossier(1)
    for each in mentions:
        growing.mentions.append(each)
        grown = scoring.story(growing, later(2_100))
    assert grown == scoring.story(Dossier(1, list(mentions)), later(2_100))


def test_new_settings_count_a_story_anew() -> None:
    dossier = Dossier(1, [mention(number, 5 * number, source=number) for number in range(1, 9)])
    heavy = Scoring([PRISONS]).story(dossier, later(40))
    muted = Scoring([PRISONS], muted=Muted.of(range(3, 9), ())).story(dossier, later(40))
    assert muted.score < heavy.score
    assert (muted.articles, muted.sources) == (8, 8)
    assert Scoring([PRISONS]).story(dossier, later(40)) == heavy


def test_what_is_muted_is_listed_and_weighs_nothing() -> None:
    dossier = Dossier(1, [mention(1, 0, title="Senam Pagi di Lapas")])
    story = Scoring([PRISONS], muted=Muted.of((), ["senam"])).story(dossier, later(1))
    assert (story.score, story.articles) == (0.0, 1)


def test_a_judgement_that_fewer_than_a_third_of_the_reports_share_is_not_the_storys() -> None:
    stray = [mention(number, number, source=number, place=number == 1) for number in range(1, 5)]
    assert Scoring().story(Dossier(1, stray[:3]), later(9)).regions == (PONTIANAK,)
    assert Scoring().story(Dossier(1, stray), later(9)).regions == ()


def test_one_report_that_may_spread_a_hoax_is_enough_to_say_so() -> None:
    reports = [mention(number, number, hoax=number == 7) for number in range(1, 9)]
    assert Scoring().story(Dossier(1, reports), later(9)).risks == (RiskKind.HOAX,)


def test_stories_of_one_report_keep_no_counts() -> None:
    scoring = Scoring([PRISONS])
    dossiers = [Dossier(number, [mention(number, 0)]) for number in range(2_000)]
    tracemalloc.start()
    for dossier in dossiers:
        scoring.story(dossier, later(1))
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 2_000 * 250  # bytes
