from datetime import timedelta

from pantau.desktop.queue.filters import Filters, provinces, topics

from ..content import NOW, queue, story


def kept(filters: Filters) -> list[int]:
    return [story.id for story in filters.apply(queue(), NOW)]


def test_a_topic_lets_its_stories_through() -> None:
    assert kept(Filters(topic="Imigrasi")) == [2, 4]


def test_a_province_takes_in_its_cities() -> None:
    assert kept(Filters(region="61")) == [1]


def test_hours_count_from_the_last_report() -> None:
    old = story(1, last_seen=NOW - timedelta(hours=30))
    assert Filters(hours=24).apply([old], NOW) == []
    assert Filters(hours=None).apply([old], NOW) == [old]


def test_the_watched_can_be_seen_alone() -> None:
    assert kept(Filters(watched=True)) == [4]


def test_the_menus_offer_what_occurs_the_most_frequent_first() -> None:
    assert topics(queue())[:2] == [("Imigrasi", 2), ("Pemasyarakatan", 2)]
    assert ("61", 1) in provinces(queue())
