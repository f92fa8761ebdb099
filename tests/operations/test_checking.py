"""Texts before they leave: the gate on a narrative, a text beside the narrative in force, and waivers on record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pantau import words
from pantau.domain.claims import FindingKind, Severity
from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House
from pantau.operations import Desk, checking, facts, issues, narratives
from pantau.operations.checking import Origin

APPROVED = House(
    "Situasi di lapas terkendali sejak pukul 13.15 WIB; dua petugas luka ringan dan sudah dirawat.",
    (
        "Kami prihatin; tidak ada korban jiwa.",
        "Penyebabnya sedang diperiksa bersama kepolisian.",
        "Kunjungan dibuka kembali besok pagi.",
    ),
)
SAME = "Dua petugas luka ringan dan sudah dirawat. Situasi terkendali sejak pukul 13.15 WIB."


@pytest.fixture
def issue(desk: Desk, stories: tuple[StoryId, StoryId]) -> IssueId:
    return issues.take_up(desk, stories[0]).value.id


@pytest.fixture
def approved(desk: Desk, approver: Desk, issue: IssueId) -> IssueId:
    written = narratives.submit(desk, narratives.write(desk, issue, APPROVED, None).value).value
    narratives.approve(approver, written)
    return issue


def test_the_gate_names_the_part_and_the_words(desk: Desk, issue: IssueId) -> None:
    house = House("Situasi terkendali.", ("", "Ini ulah provokator.", ""))
    proof = checking.proofread(desk, issue, house)
    assert [len(part) for part in proof.parts] == [0, 0, 2, 0]
    for remark in proof.parts[2]:
        assert house.messages[1][remark.start : remark.end] == remark.text
        assert (remark.origin, remark.rule) == (Origin.GATE, "blame")
        key, facts = remark.why
        assert "menyalahkan" in words.say(key, "id", **dict(facts))
        assert "blame" in words.say(key, "en", **dict(facts))
    assert proof.count == 2


def test_parts_are_read_as_one_text(desk: Desk, issue: IssueId) -> None:
    house = House(
        "Seorang anak berusia 14 tahun menjadi korban pencabulan.", ("Korban bernama Sinta.", "", "")
    )
    proof = checking.proofread(desk, issue, house)
    assert "child-identity" in {remark.rule for remark in proof.parts[1]}


def test_advice_on_words_can_be_followed_by_one_key(desk: Desk, issue: IssueId) -> None:
    house = House(
        "Dipandang perlu menambah loket di UPT.",
        ("Petugas melakukan kegiatan pemeriksaan.", "Pada hakikatnya aman.", ""),
    )
    proof = checking.proofread(desk, issue, house)
    fixes = {remark.text: remark.fix for part in proof.parts for remark in part}
    assert fixes == {
        "Dipandang perlu": "Perlu",
        "UPT": "unit pelaksana teknis (UPT)",
        "melakukan kegiatan pemeriksaan": "",
        "Pada hakikatnya": "",
    }


def test_an_empty_narrative_has_nothing_to_remark(desk: Desk, issue: IssueId) -> None:
    assert checking.proofread(desk, issue, House()).count == 0


def test_a_text_that_says_the_same_is_told_so(desk: Desk, approved: IssueId) -> None:
    found = checking.compare(desk, approved, SAME)
    assert found.remarks == ()
    assert found.narrative is not None
    assert len(found.missing) == 3


def test_what_differs_is_told_with_what_the_narrative_says(desk: Desk, approved: IssueId) -> None:
    text = "😀 Tiga petugas luka ringan dan sudah dirawat."
    (remark,) = checking.compare(desk, approved, text).remarks
    assert text[remark.start : remark.end] == remark.text == "Tiga"
    assert (remark.origin, remark.rule, remark.fix) == (Origin.DRIFT, FindingKind.FIGURE, "Dua")
    assert remark.source in APPROVED.umbrella
    assert remark.severity is Severity.ERROR


def test_a_fix_is_written_as_it_stands_in_the_text(desk: Desk, approver: Desk, issue: IssueId) -> None:
    house = House(
        "Dua petugas luka ringan.", ("Kami prihatin.", "Penyebabnya diperiksa.", "Kunjungan dibuka besok.")
    )
    written = narratives.submit(desk, narratives.write(desk, issue, house, None).value).value
    narratives.approve(approver, written)
    fixes = [
        remark.fix
        for text in ("Kemarin tiga petugas luka ringan.", "Tiga petugas luka ringan.")
        for remark in checking.compare(desk, issue, text).remarks
        if remark.rule == FindingKind.FIGURE
    ]
    assert fixes == ["dua", "Dua"]


def test_facts_of_the_issue_hold_beside_the_narrative(desk: Desk, approved: IssueId) -> None:
    text = SAME + " Api padam pukul 13.05 WIB."
    assert checking.compare(desk, approved, text).remarks
    facts.add(desk, approved, "Api padam pukul 13.05 WIB.", "Pemadam")
    found = checking.compare(desk, approved, text)
    assert found.facts == ("Api padam pukul 13.05 WIB.",)
    assert found.remarks == ()


def test_before_a_narrative_is_approved_only_the_gate_reads_a_text(desk: Desk, issue: IssueId) -> None:
    narratives.write(desk, issue, APPROVED, None)
    found = checking.compare(desk, issue, "Tiga petugas luka. Ini ulah provokator.")
    assert found.narrative is None
    assert {remark.origin for remark in found.remarks} == {Origin.GATE}


def test_advice_on_style_is_kept_from_texts_of_others(desk: Desk, approved: IssueId) -> None:
    text = (
        "Dalam rangka pelaksanaan kegiatan pemeriksaan maka penyebabnya sedang diperiksa bersama kepolisian."
    )
    severities = {remark.severity for remark in checking.compare(desk, approved, text).remarks}
    assert Severity.INFO not in severities


def test_no_text_at_all_differs_from_nothing(desk: Desk, approved: IssueId) -> None:
    found = checking.compare(desk, approved, " \n")
    assert (found.remarks, found.missing) == ((), ())


def test_a_waived_remark_stays_away_until_its_sentence_changes(desk: Desk, approved: IssueId) -> None:
    text = "Tiga petugas luka ringan. Kunjungan dibuka kembali besok pagi."
    (remark,) = checking.compare(desk, approved, text).remarks
    checking.waive(desk, approved, remark, "Satu orang lagi baru ditemukan")
    found = checking.compare(desk, approved, "Kabar terbaru:\n" + text)
    assert (found.remarks, found.waived) == ((), 1)
    (again,) = checking.compare(desk, approved, "Tiga petugas luka berat.").remarks[:1]
    assert again.text == "Tiga"


def test_a_waiver_holds_for_its_issue_alone(
    desk: Desk, approved: IssueId, stories: tuple[StoryId, StoryId]
) -> None:
    other = issues.take_up(desk, stories[1]).value.id
    house = House("Ini ulah provokator.")
    for remark in checking.proofread(desk, approved, house).parts[0]:
        checking.waive(desk, approved, remark, "Kutipan")
    assert checking.proofread(desk, approved, house).count == 0
    assert checking.proofread(desk, other, house).count == 2


def test_a_waiver_is_on_record_with_its_reason_and_taken_back_by_undo(desk: Desk, issue: IssueId) -> None:
    house = House("Ini ulah.")
    (remark,) = checking.proofread(desk, issue, house).parts[0]
    done = checking.waive(desk, issue, remark, " Kutipan saksi ")
    newest = issues.view(desk, issue).activity[0]
    assert (newest.kind, newest.facts["why"], newest.facts["text"]) == (
        "check.waived",
        "Kutipan saksi",
        "ulah",
    )
    assert newest.actor == desk.officer.id
    assert done.undo is not None
    back = done.undo()
    assert checking.proofread(desk, issue, house).parts[0] == (remark,)
    assert back.undo is not None
    back.undo()
    assert checking.proofread(desk, issue, house).waived == 1


def test_a_waiver_without_a_reason_is_refused(desk: Desk, issue: IssueId) -> None:
    (remark,) = checking.proofread(desk, issue, House("Ini ulah.")).parts[0]
    with pytest.raises(Refused, match="why"):
        checking.waive(desk, issue, remark, " ")
    with pytest.raises(NotFound):
        checking.waive(desk, IssueId(99), remark, "sebab")


def test_a_text_too_long_to_be_checked_is_refused_in_words(desk: Desk, approved: IssueId) -> None:
    with pytest.raises(Refused) as told:
        checking.compare(desk, approved, "kata " * checking.LARGEST)
    assert "40.000" in words.explain(told.value)


def test_every_rule_has_a_name_in_both_languages() -> None:
    rows = Path(__file__).parents[1] / "narrative" / "labelled" / "gate.jsonl"
    rules = {
        found["rule"]
        for row in map(json.loads, rows.read_text(encoding="utf-8").splitlines())
        for found in row["expected"]
    }
    assert len(rules) > 8
    keys = [f"checking.gate.{rule}" for rule in rules] + [f"checking.drift.{kind}" for kind in FindingKind]
    keys += [f"checking.severity.{severity}" for severity in Severity]
    for language in words.LANGUAGES:
        assert [key for key in keys if words.say(key, language) == key] == []


def test_the_words_of_the_checks_are_read_only_when_a_text_is_checked() -> None:
    look = "import sys, pantau.operations.checking; print([n for n in sys.modules if n.endswith(('.claims', '.gate'))])"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout
    assert "pantau.language.claims" not in told
    assert "pantau.narrative.gate" not in told
