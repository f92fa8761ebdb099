"""The board against the drills: every figure that a script injects stands at its outlet and minute."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pantau.drill.scenario import Report
from pantau.narrative.board import assemble

from .drills import SCENARIOS, Placed, reports, script, scripted, shown

STORIES = [(name, story.key) for name in SCENARIOS for story in script(name).expected]
MEASURED = 0.95


def board() -> list[Placed]:
    return [one for name, key in STORIES for one in shown(key, assemble(reports(script(name), key)))]


def test_every_scripted_figure_stands_at_its_outlet_and_minute_under_its_subject() -> None:
    wanted, found = Counter(scripted()), Counter(board())
    missed = wanted - found
    assert 1 - missed.total() / wanted.total() >= MEASURED, sorted(map(str, missed))


def test_what_stands_under_a_subject_of_the_script_was_said_there() -> None:
    wanted, found = Counter(scripted()), Counter(board())
    subjects = {(one.story, one.what) for one in wanted} | {(key, "dead") for _name, key in STORIES}
    found = Counter({one: count for one, count in found.items() if (one.story, one.what) in subjects})
    wrong = found - wanted
    assert 1 - wrong.total() / found.total() >= MEASURED, sorted(map(str, wrong))


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_figure_in_digits_in_a_script_stands_somewhere_on_the_board(name: str) -> None:
    """Counted without any list of ours: figures of two digits and more, but times, dates, years and names."""
    play = script(name)
    told = missing = 0
    for story in play.expected:
        values = {
            (one.outlet, one.at, one.value) for one in shown(story.key, assemble(reports(play, story.key)))
        }
        for report in play.of_story(story.key):
            for value in _digits(report):
                told += 1
                missing += (report.outlet.slug, report.at, value) not in values
    assert told >= 20
    assert missing / told <= 1 - MEASURED


def _digits(report: Report) -> list[str]:
    text = re.sub(
        r"\(\d+/\d+/\d+\)|[Pp]ukul [\d.]+|\b(?:19|20)\d\d\b|219A|[Tt]erminal \d",
        "",
        f"{report.title}\n{report.text}",
    )
    sizes = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}
    found = []
    for match in re.finditer(r"(\d[\d.,]*)(?:\s+(ribu|juta|miliar))?", text, re.IGNORECASE):
        value = float(match[1].rstrip(".,").replace(".", "").replace(",", "."))
        value *= sizes.get((match[2] or "").lower(), 1)
        found.append(str(int(value)))
    return sorted(set(found))


def test_the_false_death_toll_moves_to_the_official_none() -> None:
    lines = assemble(reports(script("kericuhan-lapas"), "ricuh-pontianak"))
    dead = lines[0]
    assert [told.value for told in dead.steps] == [12, 0]
    assert dead.official is not None
    assert dead.official.told.value == 0
    first = [value for value in dead.values if value.first]
    assert [(value.source, value.told.value) for value in first[:1]] == [("heboh-terkini", 12)]


def test_the_detainees_are_caught_one_after_the_other() -> None:
    board = assemble(reports(script("gangguan-paspor"), "deteni-kabur"))
    lines = {line.topic.state: line for line in board if not line.topic.part}
    assert [told.value for told in lines["caught"].steps] == [1, 2, 3]
    assert [told.value for told in lines["escaped"].steps] == [4]
