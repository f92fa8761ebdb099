from __future__ import annotations

from datetime import UTC, datetime

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.ids import StoryId
from pantau.domain.source import NewSource
from pantau.domain.story import Story
from pantau.operations import issues, open_desk, sources, topics, triage

from .conftest import CommandLine

WRONG, RIGHT = "Pertandingan di lapas berakhir seri", "Narapidana kabur dari lapas"


def decided(pantau: CommandLine) -> None:
    """Three stories of a topic dismissed, four taken up."""
    now = datetime.now(UTC).replace(microsecond=0)
    desk = open_desk(str(pantau.database))
    topics.add(desk, "Penjara", "lapas", "pemasyarakatan")
    source = sources.add(desk, NewSource("https://kabar.example/feed", "Kabar Contoh")).value.id
    for number, title in enumerate([WRONG] * 3 + [RIGHT] * 4, 1):
        link = f"https://kabar.example/{number}"
        entry = Entry(link, link, f"{title} {number}", "", "", title, now, DateOrigin.STATED, "id")
        with desk.database.write() as tx:
            article = tx.arrivals.keep(source, [entry], now).new[0]
            story = Story(
                StoryId(number), title, 9.0, False, (), 1, 1, now, now, article, topics=("Penjara",)
            )
            tx.stories.save([story])
        (triage.dismiss if title == WRONG else issues.take_up)(desk, StoryId(number))
    desk.close()


def test_suggestions_come_with_the_counts_that_speak_for_them_and_a_query_to_try(pantau: CommandLine) -> None:
    decided(pantau)
    (told,) = pantau.json("topics", "suggest")
    assert (told["name"], told["act"], told["wrong"], told["right"]) == (
        "Penjara",
        "exclude",
        {"bearing": 3, "all": 3},
        {"bearing": 0, "all": 4},
    )
    assert told["query"] == f"(lapas) NOT {told['word']}"
    assert {row["title"] for row in pantau.json("topics", "test", told["query"])} == set()
    line = pantau("topics", "suggest", told["topic"]).out.splitlines()[-1]
    assert all(said in line for said in ("Penjara", f"kecualikan: {told['word']}", "0/4", "3/3"))


def test_a_topic_that_is_not_there_cannot_be_advised(pantau: CommandLine) -> None:
    answer = pantau("topics", "suggest", 999)
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_without_decisions_there_are_no_suggestions(filled: CommandLine) -> None:
    assert filled.json("topics", "suggest") == []


def test_a_match_says_where_its_words_stand(filled: CommandLine) -> None:
    (match,) = filled.json("topics", "test", "antrean NEAR/0 paspor")
    assert match["hits"][:2] == [
        {"field": "title", "start": 0, "end": 7, "text": "Antrean"},
        {"field": "title", "start": 8, "end": 14, "text": "paspor"},
    ]
