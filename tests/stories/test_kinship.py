from __future__ import annotations

import pytest

from pantau.language.document import Document
from pantau.stories import kinship
from pantau.stories.active import ActiveStory
from pantau.stories.link import learned
from pantau.stories.report import Report
from pantau.stories.vectors import Vocabulary

HOUR = 3600.0
NEWS = [
    ("Smelter di Morowali Meledak, Lima Pekerja Luka", "Tungku smelter nikel di Morowali meledak."),
    ("Polisi Periksa Pengelola Smelter Morowali", "Pengelola smelter nikel di Morowali diperiksa polisi."),
    ("Harga Gula Pasir Naik Menjelang Lebaran", "Pedagang mengeluhkan harga gula pasir."),
]


def figures(
    one: tuple[str, str], two: tuple[str, str], *, places: tuple[str, str] = ("", ""), apart: float = 1.0
) -> dict[str, float]:
    vocabulary = Vocabulary()
    stories = []
    for number, (title, text) in enumerate((one, two)):
        told = frozenset([places[number]]) if places[number] else frozenset[str]()
        report = Report(number, number * apart * HOUR, Document(title, text), told)
        stories.append(ActiveStory.of(report, vocabulary.read(report.document, report.at)))
    return dict(zip(kinship.NAMES, kinship.kinship(stories[0], stories[1], vocabulary), strict=True))


def logit(told: dict[str, float]) -> float:
    return learned()[1].logit([told[name] for name in kinship.NAMES])


def test_two_stories_of_one_event_are_more_akin_than_two_of_different_ones() -> None:
    same, other = figures(NEWS[0], NEWS[1]), figures(NEWS[0], NEWS[2])
    assert all(same[name] > other[name] for name in ("mean", "cosine", "best", "rare"))
    assert logit(same) > logit(other)


def test_stories_of_one_kind_in_two_places_are_not_akin() -> None:
    fire = ("Kebakaran Hanguskan Belasan Rumah", "Api diduga dari korsleting listrik.")
    here, there = (
        figures(fire, fire, places=("33.74", "33.74")),
        figures(fire, fire, places=("33.74", "73.71")),
    )
    assert (there["place_other"], here["place_same"]) == (1.0, 1.0)
    assert logit(here) - logit(there) > 3


def test_an_outline_is_never_below_what_is_found() -> None:
    weights = dict(zip(kinship.NAMES, learned()[1].weights, strict=True))
    for place, _ in kinship.DEAR:
        assert weights[kinship.NAMES[place]] > 0
    assert all(
        0 <= figures(NEWS[0], two)[kinship.NAMES[place]] <= 1.001 for two in NEWS for place, _ in kinship.DEAR
    )


@pytest.mark.parametrize("hours", [0.0, 12.0, 60.0])
def test_days_between_two_stories_count_from_their_last_reports(hours: float) -> None:
    assert figures(NEWS[0], NEWS[1], apart=hours)["days"] == pytest.approx(hours / 24)
