from pantau.domain.source import Tier
from pantau.stories.activity import KEPT, STEP, Sighting, StoryActivity


def test_the_tier_that_began_a_story_is_that_of_its_earliest_report_whenever_it_came_in():
    activity = StoryActivity.of([Sighting(100, 1, Tier.NATIONAL), Sighting(50, 2, Tier.REGIONAL)])
    assert activity.began is Tier.REGIONAL
    assert (activity.first, activity.last) == (50, 100)


def test_an_outlet_that_later_writes_itself_is_no_mere_copier():
    activity = StoryActivity.of([Sighting(0, 1, Tier.REGIONAL, copy=True), Sighting(9, 1, Tier.REGIONAL)])
    assert activity.outlets == {1: (Tier.REGIONAL, False, 0)}
    assert activity.copies == 1


def test_a_long_story_keeps_its_latest_steps():
    activity = StoryActivity.of(Sighting(step * STEP, 1, Tier.SOCIAL) for step in range(KEPT + 50))
    assert len(activity.steps) == KEPT
    assert min(activity.steps) == 50
