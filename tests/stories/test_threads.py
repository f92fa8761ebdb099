"""Threads as stories are looked at one by one, merge, and are over."""

from __future__ import annotations

from random import Random

from pantau.domain.finding import Threading
from pantau.stories.threads import Threads


def test_stories_that_are_akin_are_named_by_the_earliest_and_told_once() -> None:
    threads = Threads()
    threads.look(4, [7, 2])
    threads.look(9, [])
    assert threads.changes() == Threading({2: 2, 4: 2, 7: 2})
    threads.look(4, [2, 7])
    assert threads.changes() == Threading({})


def test_what_is_akin_to_a_story_of_an_affair_is_of_it_too() -> None:
    threads = Threads()
    threads.look(2, [3])
    threads.changes()
    threads.look(8, [3])
    assert threads.changes() == Threading({8: 2})


def test_two_threads_that_touch_are_the_older_one_with_all_that_is_over() -> None:
    threads = Threads()
    threads.look(1, [2])
    threads.look(5, [6])
    assert threads.changes().moved == {1: 1, 2: 1, 5: 5, 6: 5}
    threads.look(6, [5, 2])
    assert threads.changes() == Threading({}, ((5, 1),))


def test_threads_that_a_merge_brought_together_are_one_when_the_story_between_is_over_at_once() -> None:
    threads = Threads()
    threads.look(1, [2])
    threads.look(5, [6])
    threads.changes()
    threads.merge(6, 2)
    threads.keep([1, 5])
    assert threads.changes().joined == ((5, 1),)


def test_a_story_that_has_become_another_matter_leaves_and_the_rest_stays() -> None:
    threads = Threads()
    threads.look(3, [1])
    threads.look(2, [1])
    threads.changes()
    threads.look(3, [])
    assert threads.changes() == Threading({3: None})
    threads.look(2, [])
    assert threads.changes() == Threading({1: None, 2: None})


def test_of_an_affair_that_comes_apart_the_oldest_part_keeps_the_name() -> None:
    threads = Threads()
    threads.look(2, [1])
    threads.look(3, [2, 4])
    threads.changes()
    threads.look(3, [4])
    assert threads.changes() == Threading({3: 3, 4: 3})


def test_a_merged_story_leaves_its_kin_to_the_one_that_it_ended_in() -> None:
    threads = Threads()
    threads.look(3, [1])
    threads.changes()
    threads.merge(3, 8)
    assert threads.changes() == Threading({3: None, 8: 1})
    threads.look(8, [])
    assert threads.changes() == Threading({1: None, 8: None})  # a look of its own is worth more


def test_a_story_that_is_over_stays_in_its_thread_and_holds_it_together() -> None:
    threads = Threads()
    threads.look(2, [1])
    threads.look(3, [1])
    threads.changes()
    threads.keep({2, 3})
    assert threads.changes() == Threading({})
    threads.look(9, [3])
    assert threads.changes() == Threading({9: 1})
    threads.keep({9})
    threads.look(11, [9])
    assert threads.changes() == Threading({11: 1})


def test_after_a_restart_threads_go_on() -> None:
    threads = Threads()
    threads.restore([(12, 3), (15, 3), (20, 20), (21, 20)])
    assert threads.changes() == Threading({})
    threads.look(30, [15])
    assert threads.changes() == Threading({30: 3})
    threads.look(21, [12])
    assert threads.changes() == Threading({}, ((20, 3),))


def test_what_is_told_adds_up_to_the_threads_as_they_are() -> None:
    """However stories are looked at and merged, whoever follows knows who is with whom."""
    random = Random(7)
    threads, told = Threads(), dict[int, int]()
    near: dict[int, set[int]] = {}
    alive = list(range(1, 41))
    for _turn in range(300):
        story = random.choice(alive)
        if random.random() < 0.05 and len(alive) > 10:
            alive.remove(story)
            winner = random.choice(alive)
            threads.merge(story, winner)
            merged = near.pop(story, set())
            near.setdefault(winner, set()).update(merged)
            near = {
                key: {winner if each == story else each for each in others} - {key}
                for key, others in near.items()
            }
        else:
            near[story] = set(random.sample([each for each in alive if each != story], random.randrange(3)))
            threads.look(story, near[story])
        found = threads.changes()
        for old, into in found.joined:
            told = {key: into if thread == old else thread for key, thread in told.items()}
        for key, thread in found.moved.items():
            told.pop(key, None)
            if thread is not None:
                told[key] = thread
        parts = {frozenset(part) for part in _parts(alive, near) if len(part) > 1}
        assert {part for part in _told_parts(told) if len(part) > 1} == parts


def _parts(alive: list[int], near: dict[int, set[int]]) -> list[set[int]]:
    parts = [{each} for each in alive]
    for story, others in near.items():
        for other in others:
            one, two = (next(part for part in parts if each in part) for each in (story, other))
            if one is not two:
                parts.remove(two)
                one |= two
    return parts


def _told_parts(told: dict[int, int]) -> set[frozenset[int]]:
    return {frozenset(story for story, other in told.items() if other == thread) for thread in told.values()}
