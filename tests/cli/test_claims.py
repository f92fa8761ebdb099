from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pantau.cli import queue, shapes
from pantau.domain.article import DateOrigin, Entry
from pantau.domain.board import Line, Official, Stance, Told, Topic
from pantau.domain.claims import ClaimKind
from pantau.domain.finding import Finding
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.issue import House
from pantau.domain.source import NewSource, Tier
from pantau.domain.story import Reading, Story
from pantau.domain.team import Role
from pantau.operations import issues, narratives, open_desk, sources, team

from .conftest import CommandLine

TOLD = (
    ("Kabar Contoh", "3 tahanan tewas dalam kericuhan"),
    ("Suara Contoh", "Lima tahanan meninggal, empat luka"),
    ("Kabar Contoh", "Lima tahanan meninggal, empat luka"),  # a copy
    ("Humas Kanwil", "Kepala lapas menegaskan dua orang tewas"),
)


@pytest.fixture
def riot(pantau: CommandLine) -> CommandLine:
    """One story: three outlets, the last of them official, each with another toll."""
    at = datetime(2026, 5, 12, 5, tzinfo=UTC)
    desk = open_desk(str(pantau.database))
    for name, tier in (("Kabar", Tier.REGIONAL), ("Suara", Tier.NATIONAL), ("Humas", Tier.OFFICIAL)):
        full = next(outlet for outlet, _text in TOLD if outlet.startswith(name))
        sources.add(desk, NewSource(f"https://{name.lower()}.example/feed", full, tier))
    known = {source.name: source.id for source in sources.listed(desk)}
    ids: list[ArticleId] = []
    with desk.database.write() as tx:
        for number, (outlet, text) in enumerate(TOLD):
            published = at + timedelta(minutes=10 * number)
            link = f"https://contoh.example/{number}"
            entry = Entry(link, link, text, "", "", text, published, DateOrigin.STATED, "id")
            ids += tx.arrivals.keep(known[outlet], [entry], published).new
        for number, article in enumerate(ids):
            original = ids[1] if number == 2 else None
            tx.stories.record([Finding(article, StoryId(1), StoryId(1), Reading(), original)])
        story = Story(StoryId(1), TOLD[0][1], 80.0, True, (), len(ids), 3, at, at, ids[0])
        tx.stories.save([story])
    desk.close()
    return pantau


def test_a_story_tells_what_its_reports_claim_by_outlet_and_minute(riot: CommandLine) -> None:
    (dead, injured) = riot.json("story", 1)["claims"]
    assert set(dead) >= {"kind", "subject", "unit", "values", "official"}
    assert (dead["kind"], dead["subject"], dead["unit"]) == ("figure", "tewas", "orang")
    assert (dead["steps"], dead["official"], dead["official_from"]["source"]) == (
        [3, 5, 2],
        2,
        "Humas Kanwil",
    )
    first, second, third = dead["values"]
    keys = {"value", "text", "article", "source", "at", "speaker", "first", "copies"}
    assert all(set(value) >= keys for value in dead["values"])
    assert (first["value"], first["text"], first["source"], first["first"]) == (3, "3", "Kabar Contoh", True)
    assert first["copies"] == []
    (copy,) = second["copies"]
    assert (second["source"], copy["source"]) == ("Suara Contoh", "Kabar Contoh")
    assert datetime.fromisoformat(copy["at"]) > datetime.fromisoformat(second["at"])
    assert third["speaker"] == "Kepala lapas"
    assert [value["value"] for value in injured["values"]] == [4]
    assert "tewas: 3 \N{RIGHTWARDS ARROW} 5 \N{RIGHTWARDS ARROW} 2; resmi 2 (3 media)" in riot("story", 1).out


def test_a_text_is_held_against_every_narrative_that_was_approved(riot: CommandLine) -> None:
    desk = open_desk(str(riot.database))
    drafter = desk.as_officer(team.ensure(desk, "Pranata Humas", Role.DRAFTER).value)
    approver = desk.as_officer(team.ensure(desk, "Kepala Biro", Role.APPROVER).value)
    issue = issues.take_up(desk, StoryId(1)).value.id
    house = House("Dua orang luka ringan.", ("Situasi terkendali.", "Tarif paspor Rp350.000.", "Lapas aman."))
    draft = narratives.write(drafter, issue, house, None).value
    narratives.approve(approver, narratives.submit(drafter, draft).value)
    desk.close()
    told = riot.json("narrative", "check", "Tarif paspor Rp500.000.", "--against", "all")
    (finding,) = told["findings"]
    assert told["faithful"] is False
    assert (finding["kind"], finding["text"], finding["expected"]) == ("money", "Rp500.000", "Rp350.000")
    assert (finding["issue"], finding["version"], finding["in_force"]) == (issue, 1, True)
    assert datetime.fromisoformat(finding["approved"]).tzinfo is not None
    assert [one["issue"] for one in told["similar"]] == [issue]
    printed = riot("narrative", "check", "Tarif paspor Rp500.000.", "--against", "semua").out
    assert f"isu {issue}, versi 1" in printed
    assert "berlaku" in printed
    faithful = riot.json("narrative", "check", "Tarif paspor Rp350.000.", "--against", "all")
    assert (faithful["findings"], faithful["faithful"]) == ([], True)


@pytest.mark.parametrize(
    ("stance", "said"),
    [("denied", "resmi: tidak benar"), ("rumoured", "resmi: baru kabar"), ("said", "resmi 2")],
)
def test_what_is_officially_denied_or_a_rumour_is_no_official_figure(stance: str, said: str) -> None:
    dead = Topic(ClaimKind.FIGURE, "dead")
    official = Official(Told(dead, 2, "2", "orang", stance=Stance(stance)), "Humas", None)
    line = Line(dead, "orang", "tewas", (), (), official)
    told = shapes.claim_line(line)
    assert told["official"] == (2 if stance == "said" else None)
    assert said in queue.claim_line(told)
