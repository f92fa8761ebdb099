from __future__ import annotations

from datetime import datetime

from pantau.domain.finding import Threading
from pantau.operations import open_desk

from .conftest import HOSTILE, CommandLine

QUEUE_KEYS = (
    *("story", "title", "score", "reasons", "alert", "articles", "sources", "first_seen", "last_seen"),
    *("topics", "regions", "units", "tone", "risks", "issue"),
)


def test_the_queue_has_the_shape_of_the_contract(filled: CommandLine) -> None:
    first, second = filled.json("queue")
    assert set(QUEUE_KEYS) <= set(first)
    assert first["title"] == HOSTILE
    assert [reason.keys() for reason in first["reasons"]] == [{"key", "text", "value", "points"}] * 2
    assert sum(reason["points"] for reason in first["reasons"]) == first["score"]
    assert (first["alert"], second["alert"]) == (True, False)
    assert first["regions"] == [{"name": "Malang", "code": "35.73", "kind": "kota"}]
    assert (first["tone"], first["risks"], first["issue"]) == ("negatif", ["hoaks"], None)
    assert datetime.fromisoformat(first["last_seen"]).tzinfo is not None
    assert len(filled.json("queue", "--limit", 1)) == 1


def test_an_empty_queue_is_an_empty_list(pantau: CommandLine) -> None:
    assert pantau.json("queue") == []
    assert pantau("queue").out == "Tidak ada.\n"


def test_the_printed_queue_has_a_line_for_each_story(filled: CommandLine) -> None:
    heading, *lines = filled("queue").out.splitlines()
    assert "skor" in heading
    assert len(lines) == 2
    assert "Antrean paspor mengular" in lines[1]


def test_a_story_goes_down_to_its_articles_and_its_curve(filled: CommandLine) -> None:
    told = filled.json("story", 1)
    assert told["story"] == 1
    assert [
        set(article) >= {"id", "title", "url", "source", "published"} for article in told["articles"]
    ] == [True] * 2
    assert [article["copy_of"] for article in told["articles"]] == [None, told["articles"][0]["id"]]
    ((at, count),) = told["curve"]
    assert datetime.fromisoformat(at).tzinfo is not None
    assert (count, told["claims"]) == (2, [])
    assert "https://kabar.example/0" in filled("story", 1).out


def test_a_story_names_the_others_of_its_affair(filled: CommandLine) -> None:
    assert filled.json("story", 1)["thread"] == []
    assert "Rangkaian" not in filled("story", 1).out
    desk = open_desk(str(filled.database))
    with desk.database.write() as tx:
        tx.threads.save(Threading({1: 1, 2: 1}))
    desk.close()
    (other,) = filled.json("story", 1)["thread"]
    assert (other["story"], other["title"], other["articles"]) == (2, "Antrean paspor mengular", 2)
    assert datetime.fromisoformat(other["last_seen"]).tzinfo is not None
    printed = filled("story", 1).out
    assert "Rangkaian kabar, 1 kabar lain:" in printed
    assert "2  Antrean paspor mengular (2 laporan, terakhir " in printed


def test_search_finds_by_the_query_language(filled: CommandLine) -> None:
    found = filled.json("search", "paspor NOT habis")
    assert [one["title"] for one in found] == ["Antrean paspor mengular"]
    assert set(found[0]) == {"id", "title", "url", "source", "published", "snippet", "rank"}
    assert len(filled.json("search", "petugas", "--limit", 3)) == 3
    answer = filled("search", "(paspor")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_topics_are_listed_added_tested_and_removed(filled: CommandLine) -> None:
    shipped = filled.json("topics", "list")
    assert shipped
    assert all(topic["shipped"] for topic in shipped)
    added = filled.json("topics", "add", "Visa emas", '"golden visa"', "--unit", "imigrasi", "--weight", 7)
    assert (added["query"], added["unit"], added["weight"]) == ('"golden visa"', "imigrasi", 7)
    assert filled.json("topics", "remove", added["id"])["name"] == "Visa emas"
    assert len(filled.json("topics", "list")) == len(shipped)
    (match,) = filled.json("topics", "test", "antrean")
    assert (match["title"], match["words"]) == ("Antrean paspor mengular", ["Antrean"])
    assert filled("topics", "add", "Rusak", "(a").code == 1
