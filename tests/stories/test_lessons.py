import pytest

from pantau.stories.lessons import Decision, Lessons

DAY = 86_400.0


def decisions(*taken, topics=("Paspor",), sources=frozenset({1}), at=0.0):
    return [Decision(each, at, topics, sources) for each in taken]


def test_two_decisions_teach_nothing():
    assert Lessons(decisions(False, False)).of("Paspor", [1]) is None


def test_dismissals_lean_one_way_and_take_ups_the_other():
    dismissed = Lessons(decisions(False, False, False, True)).of("Paspor", [])
    taken = Lessons(decisions(True, True, True)).of("Paspor", [])
    assert dismissed is not None
    assert taken is not None
    assert (dismissed.lean, dismissed.dismissed, dismissed.taken) == (pytest.approx(-2 / 7), 3, 1)
    assert dismissed.key == "officers.topic.dismissed"
    assert (taken.lean, taken.key) == (pytest.approx(0.5), "officers.topic.taken")


def test_old_decisions_fade():
    lessons = Lessons(decisions(False, False, False), now=21 * DAY)
    assert abs(lessons.of("Paspor", []).lean) < 0.15


def test_a_story_of_no_known_topic_is_judged_by_its_outlets_if_all_of_them_are_known():
    lessons = Lessons(decisions(False, False, False, topics=()))
    assert lessons.of("", [1]).key == "officers.source.dismissed"
    assert lessons.of("", [1, 2]) is None


def test_widely_carried_stories_say_nothing_about_an_outlet():
    assert Lessons(decisions(*[False] * 5, topics=(), sources=frozenset(range(9)))).of("", [1]) is None
