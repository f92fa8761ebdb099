from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from pantau.domain.errors import NotFound
from pantau.domain.ids import ArticleId, StoryId, TopicId
from pantau.domain.story import Story
from pantau.language import query
from pantau.language.document import Document
from pantau.operations import Desk, issues, suggestions, topics, triage
from pantau.stories.suggestions import Act

Tell = Callable[..., StoryId]
FOOTBALL = "Gol penalti membawa tim lapas juara liga antarpegawai"
WANTED = "Dua narapidana melarikan diri lewat atap"


@pytest.fixture
def tell(desk: Desk, publish: Callable[[str, str], ArticleId], now: datetime) -> Tell:
    """A story of one article, by its title, with the topic "Penjara" unless told otherwise."""
    told: list[StoryId] = []

    def story(
        title: str, *, found: bool = True, units: tuple[str, ...] = (), age: timedelta = timedelta()
    ) -> StoryId:
        number = StoryId(len(told) + 1)
        article = publish(f"{title} {number}", f"{title}, kata petugas.")
        at = now - age
        names = ("Penjara",) if found else ()
        row = Story(number, title, 50.0, False, (), 1, 1, at, at, article, topics=names, units=units)
        with desk.database.write() as tx:
            tx.stories.save([row])
        told.append(number)
        return number

    return story


@pytest.fixture
def prison(desk: Desk) -> TopicId:
    return topics.add(desk, "Penjara", "lapas OR rutan", "pemasyarakatan").value.id


def excluded(desk: Desk, topic: TopicId) -> list[str]:
    return [one.word for one in suggestions.advise(desk, topic) if one.suggestion.act is Act.EXCLUDE]


def taken(desk: Desk, tell: Tell, count: int = 4) -> None:
    for _ in range(count):
        issues.take_up(desk, tell(WANTED))


def test_what_is_dismissed_again_and_again_names_its_word(desk: Desk, prison: TopicId, tell: Tell) -> None:
    taken(desk, tell)
    for _ in range(4):
        triage.dismiss(desk, tell(FOOTBALL))
    (one,) = suggestions.advise(desk, prison)
    assert (one.topic.name, one.suggestion.act) == ("Penjara", Act.EXCLUDE)
    assert (one.suggestion.wrong.bearing, one.suggestion.right.bearing) == (4, 0)
    assert query.compile(one.query).match(Document(WANTED, "di lapas"))
    assert query.compile(one.query).match(Document(FOOTBALL)) is None


def test_what_is_taken_back_teaches_nothing(desk: Desk, prison: TopicId, tell: Tell) -> None:
    taken(desk, tell)
    marks = [triage.dismiss(desk, tell(FOOTBALL)) for _ in range(4)]
    assert excluded(desk, prison)
    for mark in marks:
        assert mark.undo is not None
        mark.undo()
    assert excluded(desk, prison) == []


def test_a_muted_word_counts_as_a_dismissal_unless_the_story_is_in_hand(
    desk: Desk, prison: TopicId, tell: Tell
) -> None:
    taken(desk, tell)
    for _ in range(4):
        tell(FOOTBALL)
    assert excluded(desk, prison) == []
    triage.mute_word(desk, "liga")
    assert excluded(desk, prison)
    issues.take_up(desk, tell(FOOTBALL))
    assert excluded(desk, prison) == []


def test_a_muted_source_says_nothing_about_words(desk: Desk, prison: TopicId, tell: Tell, source) -> None:  # type: ignore[no-untyped-def]
    taken(desk, tell)
    for _ in range(4):
        triage.dismiss(desk, tell(FOOTBALL))
    triage.mute_source(desk, source)
    assert excluded(desk, prison) == []


def test_a_word_of_the_units_own_stories_that_no_topic_found_is_to_be_added(
    desk: Desk, prison: TopicId, tell: Tell
) -> None:
    for _ in range(4):
        tell("Harga cabai naik di pasar", found=False)
    for _ in range(3):
        triage.watch(desk, tell("Sipir dipukul penghuni", found=False, units=("pemasyarakatan",)))
    (one,) = suggestions.advise(desk, prison)
    assert one.suggestion.act is Act.ADD
    assert query.compile(one.query).match(Document("Sipir dipukul penghuni"))
    assert suggestions.advise(desk, topics.add(desk, "Buku perjalanan", "paspor", "imigrasi").value.id) == []


def test_the_topics_own_words_and_common_ones_are_never_suggested(
    desk: Desk, prison: TopicId, tell: Tell
) -> None:
    taken(desk, tell)
    for _ in range(4):
        triage.dismiss(desk, tell("Rutan dan lapas yang itu 2026"))
    assert excluded(desk, prison) == []


def test_old_stories_teach_nothing(desk: Desk, prison: TopicId, tell: Tell) -> None:
    taken(desk, tell)
    for _ in range(4):
        triage.dismiss(desk, tell(FOOTBALL, age=timedelta(days=90)))
    assert excluded(desk, prison) == []


def test_a_topic_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="topic"):
        suggestions.advise(desk, TopicId(999))
    assert suggestions.advise(desk) == []
