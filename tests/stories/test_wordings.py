from __future__ import annotations

from pantau.language.document import Document
from pantau.stories.grouping import Grouper
from pantau.stories.report import Report

HOUR = 3600.0
TITLE, TEXT = "Jembatan Gantung Cisoka Putus Diterjang Banjir", "Warga dua dusun terisolasi."


def report(number: int, hours: float, title: str = TITLE, text: str = TEXT) -> Report:
    return Report(number, hours * HOUR, Document(title, text))


def test_a_report_that_repeats_another_word_for_word_is_its_copy_in_the_same_story() -> None:
    grouper = Grouper()
    first = grouper.place(report(1, 0))
    again, third = grouper.place(report(2, 1)), grouper.place(report(3, 2))
    assert (again.story, again.copy_of, again.similarity) == (first.story, 1, 1.0)
    assert (third.story, third.copy_of) == (first.story, 1)


def test_a_headline_of_two_words_says_too_little_to_be_taken_for_another() -> None:
    grouper = Grouper()
    placed = [grouper.place(report(number, number, "Foto Hari Ini", "")) for number in (1, 2)]
    assert placed[1].similarity < 1.0


def test_the_same_words_days_later_are_looked_at_anew() -> None:
    grouper = Grouper()
    grouper.place(report(1, 0))
    assert grouper.place(report(2, 50)).similarity < 1.0


def test_a_copy_follows_its_story_into_another_and_is_forgotten_with_it() -> None:
    grouper = Grouper()
    first = grouper.place(report(1, 0)).story
    grouper.forget(before=HOUR)
    later = grouper.place(report(2, 2))
    assert later.is_new
    assert later.story != first
