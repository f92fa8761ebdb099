"""What the machine remembers of stories follows them as they are merged and split."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pantau.domain.article import Article, DateOrigin
from pantau.domain.finding import Placed
from pantau.domain.ids import ArticleId, SourceId, StoryId
from pantau.domain.story import Reading
from pantau.engine.analysis import Analysis
from pantau.engine.scoring import Scoring
from pantau.stories.grouping import Grouper, GroupingSettings

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRES = [
    ("Kebakaran Pasar Johar", "Api membakar kios batik, petugas kerahkan pemadam."),
    ("Kebakaran Gudang Tekstil Rancaekek", "Api membakar gulungan kain, petugas kerahkan pemadam."),
    ("Pedagang Pasar Johar Kehilangan Kios Batik", "Kios batik Pasar Johar ludes."),
    ("Gudang Tekstil Rancaekek Ludes", "Gulungan kain di gudang tekstil Rancaekek ludes."),
]


def article(number: int, title: str, text: str) -> Article:
    at = NOON + timedelta(minutes=10 * number)
    url = f"https://kabar.example/{number}"
    return Article(
        ArticleId(number),
        SourceId(number),
        "Kabar",
        title,
        url,
        "",
        "",
        text,
        "id",
        at,
        DateOrigin.STATED,
        at,
    )


@pytest.mark.parametrize("join", [99.0, -99.0], ids=["apart", "split"])
def test_every_report_is_in_the_dossier_of_its_story(join: float, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = Analysis([], Scoring())
    settings = GroupingSettings(join=join, merge=99.0, split=2.0)
    monkeypatch.setattr(analysis, "_grouper", Grouper(settings))
    where: dict[int, int] = {}
    for number, (title, text) in enumerate(FIRES, 1):
        (finding,) = analysis.take([article(number, title, text)], {})
        where[number] = finding.story
        for change in analysis.regrouped():
            gone = [each for each in where if where[each] == change.story]
            where.update(dict.fromkeys(change.articles or gone, change.into))
    for story in set(where.values()):
        assert sorted(analysis.articles(story)) == [each for each in where if where[each] == story]
    found = {story.id: story.articles for story in analysis.changed(NOON + timedelta(hours=1))}
    assert sum(found.values()) == len(FIRES)
    assert set(found) == set(where.values())


def test_after_a_start_those_that_stand_highest_are_scored_first() -> None:
    analysis = Analysis([], Scoring())
    found = [
        Placed(ArticleId(n), SourceId(n), title, text, NOON, StoryId(n), None, Reading())
        for n, (title, text) in enumerate(FIRES, 1)
    ]
    analysis.restore(found, {})
    analysis.resume([], [(3, 40.0), (2, 70.0), (99, 90.0)])
    later = NOON + timedelta(minutes=5)
    assert [story.id for story in analysis.rescored(later, 2)] == [2, 3]
    assert {story.id for story in analysis.rescored(later)} == {1, 4}
    analysis.reconfigure([], Scoring())
    assert len(analysis.rescored(later)) == 4
