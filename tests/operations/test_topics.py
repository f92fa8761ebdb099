from __future__ import annotations

import pytest

from pantau.domain.errors import NotFound, PantauError, Refused
from pantau.domain.ids import TopicId
from pantau.operations import Desk, topics


def names(desk: Desk) -> list[str]:
    return [topic.name for topic in topics.listed(desk)]


def test_a_topic_is_added_and_taken_away_by_undo(desk: Desk) -> None:
    done = topics.add(desk, "Visa emas", '"golden visa"', "imigrasi", 7)
    assert "Visa emas" in names(desk)
    assert done.undo is not None
    undone = done.undo()
    assert "Visa emas" not in names(desk)
    assert undone.undo is not None
    undone.undo()
    assert [(t.query, t.weight) for t in topics.listed(desk) if t.name == "Visa emas"] == [
        ('"golden visa"', 7)
    ]


@pytest.mark.parametrize("query", ["", "(paspor", "NOT visa", '"paspor'])
def test_a_query_that_cannot_be_read_is_refused(desk: Desk, query: str) -> None:
    with pytest.raises(PantauError, match=r"query\.syntax"):
        topics.add(desk, "Rusak", query)
    assert "Rusak" not in names(desk)


def test_a_name_stands_for_one_query(desk: Desk) -> None:
    topics.add(desk, "Visa emas", '"golden visa"')
    assert topics.add(desk, "Visa emas", '"golden visa"').activity is None
    with pytest.raises(Refused, match="name-taken"):
        topics.add(desk, "Visa emas", "visa")
    with pytest.raises(Refused, match="no-name"):
        topics.add(desk, " ", "visa")
    with pytest.raises(Refused, match="weight"):
        topics.add(desk, "Berat", "visa", weight=11)


def test_a_topic_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="topic"):
        topics.remove(desk, TopicId(999))


def test_a_removed_shipped_topic_is_a_shipped_one_again_after_undo(desk: Desk) -> None:
    first = topics.listed(desk)[0]
    done = topics.remove(desk, first.id)
    assert done.undo is not None
    assert done.undo().value.shipped


def test_a_query_says_which_articles_it_matches_and_by_which_words(desk: Desk, publish) -> None:  # type: ignore[no-untyped-def]
    article = publish("Antrean paspor mengular", "Warga mengantre paspor sejak subuh.")
    publish("Harga cabai naik", "Pedagang mengeluh.")
    (found,) = topics.matching(desk, "paspor antrean")
    assert found.article.id == article
    assert set(found.words) == {"Antrean", "paspor", "mengantre"}
    text = {"title": found.article.title, "text": found.article.text}
    assert all(text[hit.field][hit.start : hit.end] == hit.text for hit in found.hits)
    assert [hit.text for hit in found.hits] == ["Antrean", "paspor", "mengantre", "paspor"]
