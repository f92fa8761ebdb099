"""Variants against a house: what says the same raises nothing, what drifts is found where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.claims import Check
from pantau.narrative.drift import check

HOUSE = """Kericuhan di Lembaga Pemasyarakatan Kelas I Tangerang pada Senin, 2 Maret 2026, telah dapat dikendalikan \
pada pukul 16.45 WIB. Tiga petugas dan lima narapidana luka ringan; tidak ada korban meninggal dan tidak ada \
narapidana yang melarikan diri.
Kericuhan diduga dipicu razia telepon genggam. Polres Metro Tangerang Kota akan memeriksa dua belas saksi.
Kerugian ditaksir Rp1,2 miliar. Sebanyak 40 persen sel di Blok D rusak dan diperbaiki dalam 14 hari.
"Kami menjamin hak setiap warga binaan tetap dipenuhi," kata Kepala Lapas, Hendra Wijaya. Pemeriksaan dilakukan \
sesuai Pasal 66 Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan.
Tidak digunakan: "napi", "jebol"."""


def _kinds(found: Check) -> list[str]:
    return [finding.kind.value for finding in found.findings]


@pytest.mark.parametrize(
    "variant",
    [
        "Lapas Tangerang sdh terkendali sejak pkl 16.45 WIB, Senin (2/3/2026). 3 petugas & 5 narapidana luka ringan.",
        "Delapan orang luka ringan: tiga petugas dan lima narapidana. Tidak ada yang meninggal, tak seorang pun kabur.",
        "Kalapas Hendra Wijaya: \"Kami menjamin hak setiap warga binaan tetap dipenuhi.\"",
        "Pemicunya diduga razia HP. Dua belas saksi akan dimintai keterangan Polres Metro Tangerang Kota.",
        "Kerugian sekitar Rp 1.200.000.000; sel yang rusak 40% dan perbaikannya dua minggu.",
        "Dasar hukumnya pasal 66 UU 22/2022.",
        "Assalamualaikum bpk/ibu, mohon doanya ya 🙏 Terima kasih.",
        "Kericuhan terkendali pukul 18.45 WIT.",
    ],
)  # fmt: skip
def test_what_says_the_same_raises_nothing(variant: str) -> None:
    assert check(variant, HOUSE).findings == ()


@pytest.mark.parametrize(
    ("variant", "kind", "text"),
    [
        ("Empat petugas dan lima narapidana luka ringan.", "figure", "Empat"),
        ("Lima petugas dan tiga narapidana luka ringan.", "figure", "Lima"),
        ("Kerugian ditaksir Rp12 miliar.", "money", "Rp12 miliar"),
        ("Sebanyak 60 persen sel di Blok D rusak.", "percentage", "60 persen"),
        ("Sel di Blok D diperbaiki dalam 14 minggu.", "unit", "14 minggu"),
        ("Kericuhan terjadi Selasa, 2 Maret 2026.", "date", "Selasa, 2 Maret 2026"),
        ("Kericuhan terjadi 12 Maret 2026.", "date", "12 Maret 2026"),
        ("Kericuhan dikendalikan pukul 17.45 WIB.", "time", "pukul 17.45 WIB"),
        ("Kericuhan dikendalikan pukul 16.45 WITA.", "zone", "WITA"),
        ("Kepala Lapas, Hendra Saputra, menjamin hak warga binaan.", "name", "Hendra Saputra"),
        ("Kakanwil Hendra Wijaya menjamin hak warga binaan.", "title", "Kakanwil"),
        ("Kericuhan di Rutan Kelas I Tangerang sudah terkendali.", "office", "Rutan Kelas I Tangerang"),
        ("Kericuhan di Lapas Kelas I Cirebon terkendali.", "place", "Cirebon"),
        ("Sel di Blok B rusak.", "place", "Blok B"),
        ("Dasarnya Pasal 67 UU 22/2022.", "legal", "Pasal 67 UU 22/2022"),
        ("Ada narapidana yang melarikan diri.", "negation", "Ada narapidana yang melarikan"),
        ("Polres Metro Tangerang Kota telah memeriksa dua belas saksi.", "modality", "telah memeriksa"),
        ("Kericuhan terbukti dipicu razia telepon genggam.", "certainty", "terbukti"),
        ("Kericuhan dipicu razia telepon genggam.", "certainty", "dipicu"),
        ("Dua belas tersangka akan diperiksa polres.", "certainty", "tersangka"),
        ("\"Kami menjamin hak setiap petugas tetap dipenuhi,\" kata Kepala Lapas.", "quote",
         "Kami menjamin hak setiap petugas tetap dipenuhi,"),
        ("Tembok lapas jebol.", "forbidden", "jebol"),
    ],
)  # fmt: skip
def test_a_drift_is_found_with_its_kind_and_place(variant: str, kind: str, text: str) -> None:
    found = check(variant, HOUSE)
    assert (kind, text) in [(one.kind.value, one.text) for one in found.findings]
    assert not found.faithful
    assert all(variant[one.start : one.end] == one.text for one in found.findings)


def test_a_finding_says_what_was_expected_and_from_which_sentence() -> None:
    (finding,) = check("Kerugian ditaksir Rp12 miliar.", HOUSE).findings
    assert (finding.expected, finding.fix, finding.source) == (
        "Rp1,2 miliar",
        "Rp1,2 miliar",
        "Kerugian ditaksir Rp1,2 miliar.",
    )


def test_missing_messages_are_listed_apart_and_leave_a_text_faithful() -> None:
    found = check("Kerugian ditaksir Rp1,2 miliar. Sel di Blok D rusak 40 persen.", HOUSE)
    assert found.faithful
    assert any("diduga dipicu razia" in message for message in found.missing_messages)
    assert not any("Kerugian ditaksir" in message for message in found.missing_messages)


def test_what_held_once_is_outdated() -> None:
    house = "Loket buka pukul 08.00 WIB. Jam lama, pukul 07.30 WIB, tidak berlaku lagi."
    assert "outdated" in _kinds(check("Loket buka pukul 07.30 WIB.", house))
    assert check("Loket buka pukul 08.00 WIB.", house).faithful


def test_facts_hold_beside_the_narrative_and_forbidden_phrases_can_be_given() -> None:
    assert not check("Kerugian Rp3 juta.", "Ada kerugian.").faithful
    assert check("Kerugian Rp3 juta.", "Ada kerugian.", facts=["Kerugian Rp3 juta."]).faithful
    assert _kinds(check("Ini gawat.", "Aman.", forbidden=["gawat"])) == ["forbidden"]


def test_a_narrative_agrees_with_itself() -> None:
    body = HOUSE.rsplit("\n", 1)[0]
    assert check(body, body).findings == ()


_LIST = (
    "Tiga petugas|lima|narapidana|tidak ada|yang|melarikan diri|Rp2 miliar|40 persen|"
    "pukul 14.00|WIB|Senin, 2 Maret 2026|Kepala Lapas|Hendra Wijaya|di Tangerang|Pasal 66|"
    "UU 22/2022|diduga|akan|telah|memeriksa|saksi|sebelum|setelah|lalu|.|,|ditutup|dibuka|dan"
)
_PIECES = st.sampled_from([*_LIST.split("|"), "\n", '"'])


@given(st.lists(_PIECES, max_size=40))
def test_no_text_drifts_from_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert check(text, text).findings == ()


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_pair_of_texts_breaks_the_check(variant: str, narrative: str) -> None:
    for finding in check(variant, narrative).findings:
        assert finding.text == variant[finding.start : finding.end]


def test_a_sentence_of_ten_thousand_findings_is_squeezed_once() -> None:
    began = time.process_time()
    assert check("kericuhan lapas " * 12_000, "Aman. Layanan buka.").findings
    assert time.process_time() - began < 6, "seconds of CPU; a look at the sentence for each finding takes 12"
