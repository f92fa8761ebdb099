"""What the machine makes of a stream, without a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pantau.domain.article import Article, DateOrigin
from pantau.domain.ids import ArticleId, SourceId
from pantau.domain.source import Tier
from pantau.domain.story import Story
from pantau.engine.analysis import Analysis
from pantau.engine.horizon import FALSE_KNOWN
from pantau.engine.scoring import Scoring

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TIERS = {1: Tier.REGIONAL, 2: Tier.NATIONAL, 9: Tier.FACT_CHECKER}
RUMOUR = "Viral, 40 Tahanan Disebut Tewas saat Kericuhan di Lapas Mekar"
DEBUNK = "[SALAH] Video 40 Tahanan Tewas dalam Kericuhan Lapas Mekar"


def article(number: int, source: int, title: str, minute: float = 0) -> Article:
    at = NOON + timedelta(minutes=minute)
    url = f"https://kabar.example/{number}"
    return Article(
        ArticleId(number), SourceId(source), "", title, url, "", "", "", "id", at, DateOrigin.STATED, at
    )


def told(analysis: Analysis, now: datetime) -> dict[str, Story]:
    return {story.title: story for story in analysis.changed(now)}


def reasons(story: Story) -> set[str]:
    return {reason.key for reason in story.reasons}


def test_a_story_that_a_fact_checker_called_false_before_says_so() -> None:
    analysis = Analysis((), Scoring())
    analysis.know_false([(7, DEBUNK, NOON - timedelta(days=20))])

    analysis.take([article(1, 1, RUMOUR), article(2, 2, "Sidang Perdata Ditunda Sepekan")], TIERS)

    stories = told(analysis, NOON)
    assert "debunked" in reasons(stories[RUMOUR])
    assert "debunked" not in reasons(stories["Sidang Perdata Ditunda Sepekan"])


def test_a_debunk_that_comes_later_is_told_when_it_comes() -> None:
    analysis = Analysis((), Scoring())
    analysis.take([article(1, 1, RUMOUR), article(2, 2, f"{RUMOUR} Malam Ini", 5)], TIERS)
    assert not any("debunked" in reasons(story) for story in analysis.changed(NOON))

    analysis.take([article(3, 9, DEBUNK, 20)], TIERS)

    (story,) = analysis.changed(NOON + timedelta(minutes=20))
    assert story.articles == 3
    assert "debunked" in reasons(story)


def test_a_fact_checkers_own_story_is_not_called_false() -> None:
    analysis = Analysis((), Scoring())
    analysis.take([article(3, 9, DEBUNK)], TIERS)

    assert not any("debunked" in reasons(story) for story in analysis.changed(NOON))


def test_what_was_called_false_long_ago_is_forgotten() -> None:
    analysis = Analysis((), Scoring())
    analysis.know_false([(7, DEBUNK, NOON - FALSE_KNOWN - timedelta(hours=1))])
    analysis.forget(NOON)

    analysis.take([article(1, 1, RUMOUR)], TIERS)

    assert "debunked" not in reasons(told(analysis, NOON)[RUMOUR])
