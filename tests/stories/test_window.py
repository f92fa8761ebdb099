from __future__ import annotations

from pantau.language.document import Document
from pantau.stories.report import Report
from pantau.stories.strands import join, moves
from pantau.stories.vectors import Vocabulary
from pantau.stories.window import Window

HOUR = 3600.0
SAYS_THE_SAME = Document("Gempa Guncang Mamuju Dini Hari", "Warga keluar rumah.")
SAYS_ELSE = Document("Harga Cabai Naik di Pasar Induk", "Pedagang mengeluh.")


def window(*stories: int) -> Window:
    """Each with one report of its own, numbered from 1, that names the same prison."""
    made, vocabulary = Window(close=0.5), Vocabulary()
    for number, story in enumerate(stories, 1):
        told = report(number, Document(f"Kabar Nomor{number} dari Lapas yang Tenang", "Tidak ada apa-apa."))
        made.open(story, told, vocabulary.read(told.document, told.at))
    return made


def report(number: int, document: Document) -> Report:
    return Report(number, number * HOUR, document, sites=frozenset({"lapas pontianak"}))


def add(known: Window, story: int, told: Report) -> None:
    """Take a report into a story that it is not like at all."""
    vector = Vocabulary().read(told.document, told.at)
    known.take(story, told, vector, None, (0.0, known.stories[story].latest[-1]))


def merge(known: Window, one: int, two: int) -> None:
    knots = join([*known.knots(one), *known.knots(two)], lambda a, b: [1.0])
    known.settle([one], knots, moves(knots, [one]))


def test_a_story_that_ended_in_another_is_found_as_that_one() -> None:
    known = window(4, 9)
    merge(known, 4, 9)
    assert known.now(9) == 4
    assert set(known.naming("lapas pontianak")) == {4}
    assert known.stories.keys() == {4}


def test_what_is_unlike_its_story_is_a_strand_of_its_own() -> None:
    known = window(4)
    assert known.is_whole(4)
    add(known, 4, report(2, SAYS_ELSE))
    assert [knot.whole.reports() for knot in known.knots(4)] == [[1], [2]]


def test_a_story_that_people_work_on_is_one_knot_however_many_strands_it_has() -> None:
    known = window(4, 9)
    add(known, 4, report(3, SAYS_ELSE))
    known.hold(4)
    (knot,) = known.knots(4)
    assert (knot.held, knot.whole.reports()) == (True, [1, 3])
    assert known.are_held(4)
    assert not known.are_held(4, 9)


def test_the_same_words_are_of_the_story_into_which_their_first_report_has_moved() -> None:
    known = window(4)
    add(known, 4, report(2, SAYS_THE_SAME))
    first, second = known.knots(4)
    known.settle([4, 5], [first, second], moves([first, second], [4, 5]))
    assert known.said(report(3, SAYS_THE_SAME)) == (5, 2)
    assert known.story_of(2, 4) == 5
    assert known.story_of(1, 4) == 4


def test_nothing_is_left_of_stories_that_are_over() -> None:
    known = window(4, 9)
    merge(known, 9, 4)
    add(known, 9, report(3, SAYS_THE_SAME))
    known.forget(100 * HOUR)
    assert not known.stories
    assert not known.terms()
    assert known.said(report(4, SAYS_THE_SAME)) is None
    assert not list(known.naming("lapas pontianak"))
