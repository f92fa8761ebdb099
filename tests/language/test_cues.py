"""Blame and praise in words that no list has, told by who speaks and with which turns."""

from __future__ import annotations

import pytest

from pantau.domain.story import ToneLabel
from pantau.language import cues
from pantau.language.document import Document
from pantau.language.tone import told, tone


@pytest.mark.parametrize(
    "text",
    [
        "Pengamat: Lapas Wates hanya pindahkan soal dari satu blok ke blok lain, seolah tak ada yang melihat",
        "Koalisi masyarakat sipil menyebut Kementerian HAM seperti kucing rumahan",
        "Aktivis menyebut Kemenkum hanya hafal pidato",
    ],
)
def test_blame_in_words_of_no_list_is_heard_by_its_turns(text: str) -> None:
    found = tone(Document("", text))
    assert found.label is ToneLabel.NEGATIVE
    assert found.evidence
    assert all(text[one.start : one.end] == one.text for one in found.evidence)
    assert 0.5 <= found.score <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Menkum menilai masa peralihan dua tahun",
        "Koalisi masyarakat sipil menyebut DPR seperti kucing rumahan, seusai bertemu Menkum",
        "Kapan paspor harus diganti? Ini penjelasan Kanim Wates",
        "Pengacara: klien kami di Rutan Wates dalam keadaan sehat",
        "Kanwil Kemenkum menggelar sosialisasi, mahasiswa hadir",
        "Katanya layanan paspor di Kanim Wates mudah",
    ],
)
def test_what_the_ministry_says_and_what_is_said_of_others_is_no_blame(text: str) -> None:
    assert tone(Document("", text)).label is ToneLabel.NEUTRAL


def test_cues_deep_in_a_long_text_do_not_count() -> None:
    sober = "Rutan Wates menerima tahanan baru pada Senin pagi. " * 8
    document = Document("", sober + "Aktivis menyebut Kemenkum hanya hafal pidato.")
    assert tone(document).label is ToneLabel.NEUTRAL


def test_a_text_without_a_cue_that_can_be_shown_is_not_judged_by_cues() -> None:
    document = Document("", "Kanim Wates layani paspor")
    assert told(document) is None or cues.judge(document, [], []).probability == 0.0
