"""What the queue page reads: filters, the end of the list, and the stories that stay in it."""

from datetime import timedelta

from pantau.desktop.queue.filters import Filters
from pantau.desktop.queue.ranking import Asked, rank, survey
from pantau.domain.ids import StoryId
from pantau.operations import Desk, triage

from .. import content


def ids(desk: Desk, filters: Filters, **asked: object) -> list[int]:
    return [story.id for story in rank(desk, Asked(filters, **asked)).stories]  # type: ignore[arg-type]


def put(desk: Desk, *stories: object) -> None:
    with desk.database.write() as tx:
        headline = tx.stories.get(StoryId(1)).headline
        tx.stories.save(content.replace(story, headline=headline) for story in stories)  # type: ignore[type-var]


def test_a_topic_lets_its_stories_through(desk: Desk) -> None:
    assert ids(desk, Filters(topic="Imigrasi")) == [2, 4]


def test_a_province_takes_in_its_cities(desk: Desk) -> None:
    assert ids(desk, Filters(region="61")) == [1]


def test_the_watched_can_be_seen_alone(desk: Desk) -> None:
    triage.watch(desk, StoryId(4))
    assert ids(desk, Filters(watched=True)) == [4]


def test_hours_count_from_the_last_report(desk: Desk) -> None:
    put(desk, content.story(30, last_seen=content.NOW - timedelta(hours=30)))
    assert 30 not in ids(desk, Filters(hours=24))
    assert 30 in ids(desk, Filters(hours=None))


def test_no_more_rows_are_read_than_asked_for_and_the_end_is_known(desk: Desk) -> None:
    few = rank(desk, Asked(Filters(), limit=5))
    assert len(few.stories) == 5
    assert not few.is_whole
    assert rank(desk, Asked(Filters(), limit=60)).is_whole


def test_the_open_story_stays_though_it_fell_below_the_rows_that_are_read(desk: Desk) -> None:
    assert ids(desk, Filters(), limit=3, opened=StoryId(9)) == [1, 2, 3, 9]
    triage.dismiss(desk, StoryId(9))
    assert ids(desk, Filters(), limit=3, opened=StoryId(9)) == [1, 2, 3]


def test_a_sought_story_is_there_whatever_the_filters_say(desk: Desk) -> None:
    assert ids(desk, Filters(topic="Imigrasi"), sought=StoryId(1)) == [1, 2, 4]


def test_after_a_merge_the_open_story_goes_by_the_winners_number(desk: Desk) -> None:
    with desk.database.write() as tx:
        tx.stories.merge([(StoryId(2), StoryId(1))])
    found = rank(desk, Asked(Filters(), opened=StoryId(2)))
    assert (found.opened, found.now_called) == (2, 1)
    assert 2 not in [story.id for story in found.stories]


def test_alerts_are_told_whatever_the_filters_say(desk: Desk) -> None:
    assert [story.id for story in rank(desk, Asked(Filters(topic="AHU"))).alerts] == [1]


def test_when_nothing_passes_it_is_known_how_much_there_is_and_from_when(desk: Desk) -> None:
    found = rank(desk, Asked(Filters(topic="tidak ada")))
    assert found.stories == ()
    assert found.hidden == 11
    assert found.newest == content.NOW - timedelta(minutes=2)


def test_the_menus_offer_what_occurs_the_most_frequent_first(desk: Desk) -> None:
    topics, provinces = survey(desk)
    assert topics[:2] == [("Imigrasi", 2), ("Pemasyarakatan", 2)]
    assert ("61", 1) in provinces


def test_a_story_read_by_itself_is_judged_as_the_database_judges(desk: Desk) -> None:
    for filters in (Filters(), Filters(topic="Imigrasi"), Filters(region="35"), Filters(watched=True)):
        stories = rank(desk, Asked(Filters(hours=None))).stories
        passing = [story.id for story in stories if filters.passes(story, content.NOW)]
        assert passing == ids(desk, filters)
