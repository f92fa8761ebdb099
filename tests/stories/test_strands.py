from __future__ import annotations

from pantau.domain.finding import Regrouping
from pantau.language.document import Document
from pantau.stories.active import ActiveStory
from pantau.stories.report import Report
from pantau.stories.strands import KEPT, Knot, join, moves, names
from pantau.stories.vectors import Vocabulary


def strands(*stories: int, held: frozenset[int] = frozenset()) -> list[Knot]:
    """One of a single report for each of the stories; reports are numbered from 1."""
    vocabulary = Vocabulary()
    found = []
    for number, story in enumerate(stories, 1):
        report = Report(number, float(number), Document(f"Kabar nomor{number}"))
        whole = ActiveStory.of(report, vocabulary.read(report.document, report.at))
        found.append(Knot(whole, story, story in held))
    return found


def numbers(knot: Knot) -> list[int]:
    return sorted(knot.whole.reports())


def near(one: Knot, two: Knot) -> list[float]:
    """Likely one the closer the numbers of their reports are; those of different tens never."""
    apart = min(abs(a - b) for a in numbers(one) for b in numbers(two))
    return [10.0 - apart] if {a // 10 for a in numbers(one)} == {b // 10 for b in numbers(two)} else []


def test_strands_are_joined_until_no_two_are_likely_one() -> None:
    joined = join(strands(*range(1, 13)), near)
    assert sorted(map(numbers, joined)) == [list(range(1, 10)), [10, 11, 12]]


def test_the_likeliest_are_joined_first_and_the_joined_are_judged_anew() -> None:
    def judge(one: Knot, two: Knot) -> list[float]:
        return {(1, 2): [9.0, 1.0], (2, 3): [8.0, 3.0]}.get((*numbers(one), *numbers(two)), [])  # type: ignore[arg-type]

    assert sorted(map(numbers, join(strands(1, 2, 3), judge))) == [[1], [2, 3]]


def test_joining_takes_nothing_from_what_is_joined() -> None:
    before = strands(1, 2)
    join(before, lambda one, two: [1.0])
    assert [numbers(knot) for knot in before] == [[1], [2]]


def test_a_story_that_is_not_told_apart_beyond_its_last_strands_keeps_all_reports() -> None:
    (whole,) = join(strands(*[7] * 12), lambda one, two: [1.0])
    kept = whole.strands()
    assert len(kept) == KEPT
    assert sorted(report for strand in kept for report in strand.reports()) == list(range(1, 13))


def test_the_story_with_the_most_reports_goes_on() -> None:
    (whole,) = join(strands(3, 5, 5), lambda one, two: [1.0])
    assert names([whole]) == [5]
    assert moves([whole], [5]) == [Regrouping(3, 5)]  # type: ignore[arg-type]


def test_the_older_story_goes_on_of_two_that_are_as_large() -> None:
    (whole,) = join(strands(9, 4), lambda one, two: [1.0])
    assert names([whole]) == [4]


def test_a_story_that_people_work_on_goes_on_however_small_it_is() -> None:
    (whole,) = join(strands(3, 5, 5, held=frozenset({3})), lambda one, two: [1.0])
    assert names([whole]) == [3]
    assert moves([whole], [3]) == [Regrouping(5, 3)]  # type: ignore[arg-type]


def test_a_story_that_ends_in_two_tells_first_what_went_where() -> None:
    one, two, three, four, five = strands(1, 1, 1, 2, 2)
    knots = [*join([one, four], lambda a, b: [1.0]), *join([two, three], lambda a, b: [1.0]), five]
    into = names(knots)
    assert into == [2, 1, None]
    assert moves(knots, [2, 1, 8]) == [
        Regrouping(1, 2, (1,)),  # type: ignore[arg-type]
        Regrouping(2, 8, (5,)),  # type: ignore[arg-type]
    ]


def test_nothing_is_told_of_stories_that_stay_as_they_are() -> None:
    knots = strands(1, 2)
    assert names(knots) == [1, 2]
    assert moves(knots, [1, 2]) == []
