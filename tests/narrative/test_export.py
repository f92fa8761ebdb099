from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from pantau.domain.errors import Refused
from pantau.domain.ids import IssueId, NarrativeId, OfficerId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.narrative import export
from pantau.narrative.sheet import Sheet

from .reading import pdf_text

HOUSE = House(
    "Dua warga binaan luka ringan & sudah dirawat.",
    ("Situasi terkendali.", "Korban dirawat di RSUD.\nSemuanya sadar.", "Penyebab sedang diperiksa."),
)
APPROVED = Narrative(
    NarrativeId(5),
    IssueId(3),
    2,
    NarrativeStatus.APPROVED,
    HOUSE,
    OfficerId(1),
    datetime(2025, 2, 3, 6, 0, tzinfo=UTC),
    sha="ab" * 32,
    submitted=datetime(2025, 2, 3, 6, 10, tzinfo=UTC),
    approved_by=OfficerId(2),
    approved=datetime(2025, 2, 3, 6, 42, tzinfo=UTC),
)
SHEET = Sheet("Kericuhan di lapas", APPROVED, "Pranata Humas", "Kepala Biro", "ab" * 32, "cd" * 32)
DRAFT = replace(
    SHEET,
    approver="",
    narrative=replace(APPROVED, status=NarrativeStatus.DRAFT, sha=None, approved_by=None, approved=None),
)
MARK = "DRAF – BELUM DISETUJUI"


def words_of(document: bytes, form: str) -> str:
    """Everything that a reader of the document sees."""
    if form == "pdf":
        return pdf_text(document)
    if form != "docx":
        return document.decode()
    opened = docx.Document(BytesIO(document))
    headers = [paragraph.text for paragraph in opened.sections[0].header.paragraphs]
    return "\n".join(headers + [paragraph.text for paragraph in opened.paragraphs])


@pytest.mark.parametrize("form", ["txt", "docx", "pdf", "html"])
def test_a_document_tells_the_text_and_who_approved_it_when(form: str) -> None:
    told = words_of(export.render(SHEET, form), form)
    for part in ("Kericuhan di lapas", "Situasi terkendali.", "Penyebab sedang diperiksa."):
        assert part in told
    assert "Versi 2, disetujui Kepala Biro pada Senin, 3 Februari 2025, 13.42 WIB" in told
    assert "ab" * 32 in told
    assert "cd" * 32 in told
    assert "DRAF" not in told


@pytest.mark.parametrize("form", export.FORMATS)
def test_a_draft_leaves_only_when_asked_for_and_marked(form: str) -> None:
    with pytest.raises(Refused, match="draft"):
        export.render(DRAFT, form)
    told = words_of(export.render(DRAFT, form, draft=True), form)
    assert json.loads(told)["draft"] is True if form == "json" else MARK in told
    assert "disetujui Kepala Biro" not in told


def test_a_draft_is_marked_in_the_header_of_every_page() -> None:
    document = docx.Document(BytesIO(export.render(DRAFT, "docx", draft=True)))
    assert MARK in document.sections[0].header.paragraphs[0].text


def test_a_version_that_was_superseded_says_so() -> None:
    old = replace(SHEET, narrative=replace(APPROVED, status=NarrativeStatus.SUPERSEDED))
    assert "SUDAH DIGANTIKAN" in export.render(old, "txt").decode()


@pytest.mark.parametrize("form", ["odt", "exe", ""])
def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(form: str) -> None:
    with pytest.raises(Refused) as refused:
        export.render(SHEET, form)
    assert refused.value.facts["known"] == export.FORMATS


def test_a_pdf_never_shows_less_than_what_was_approved() -> None:
    foreign = replace(APPROVED, house=House("Rapat dengan 北京.", HOUSE.messages))
    with pytest.raises(Refused, match=r"export\.letters") as refused:
        export.render(replace(SHEET, narrative=foreign), "pdf")
    assert refused.value.facts["letters"] == "京 北"
    assert HOUSE.umbrella in words_of(export.render(replace(SHEET, title="Rapat 北京 ☃"), "pdf"), "pdf")


def test_json_holds_what_the_other_forms_tell() -> None:
    told = json.loads(export.render(SHEET, "json"))
    assert told["messages"] == list(HOUSE.messages)
    assert (told["version"], told["approved_by"], told["sha256"]) == (2, "Kepala Biro", "ab" * 32)
    assert told["approved"] == "2025-02-03T06:42:00+00:00"


HOSTILE = (
    "\x00\x1b[2J<script>alert(1)</script>\ufffe\uffff\ud800 ]]> {\\rtf1} =CMD() \u202e\r\nVersi 9, disetujui"
)


@pytest.mark.parametrize("form", export.FORMATS)
def test_hostile_text_is_only_text(form: str) -> None:
    house = House(HOSTILE, (HOSTILE, HOSTILE, HOSTILE))
    sheet = replace(SHEET, title=HOSTILE, narrative=replace(APPROVED, house=house))
    told = words_of(export.render(sheet, form), form)
    assert "\x1b" not in told
    assert "\x00" not in told
    if form == "html":
        assert "<script" not in told
        assert "&lt;script&gt;" in told
    if form == "txt":
        assert not any(line.startswith("Versi 9") for line in told.splitlines())


def test_a_word_document_holds_no_markup_of_the_text_and_no_link_outside() -> None:
    house = House("<w:p>&amp;<!ENTITY x>", ("http://jahat.example/", "a", "b"))
    made = export.render(replace(SHEET, narrative=replace(APPROVED, house=house)), "docx")
    assert "<w:p>&amp;<!ENTITY x>" in words_of(made, "docx")
    with zipfile.ZipFile(BytesIO(made)) as parts:
        links = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))
    assert "jahat" not in links
    assert 'TargetMode="External"' not in links


def test_a_word_document_describes_itself_and_not_its_library() -> None:
    facts = docx.Document(BytesIO(export.render(SHEET, "docx"))).core_properties
    assert (facts.title, facts.author) == ("Kericuhan di lapas", "Pranata Humas")
    assert facts.created == datetime(2025, 2, 3, 6, 42, tzinfo=facts.created.tzinfo)
