"""Figures as chats, posts, reports of a watch and minutes write them."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Claim
from pantau.evaluate.claims import stated
from pantau.language.claims import read


def _of(text: str, kind: str) -> list[Claim]:
    return [claim for claim in read(text) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sudah transfer 350 ribu tp kode hangus", [350_000]),
        ("Keluarga minta santunan 100 juta, dikasih 25 juta", [100_000_000, 25_000_000]),
        ("LHKPN: harta kalapas Rp3,42 M, utang 150jt", [3_420_000_000, 150_000_000]),
    ],
)
def test_sums_are_known_by_their_paying(text: str, values: list[float]) -> None:
    assert [claim.value for claim in _of(text, "money")] == values


@pytest.mark.parametrize(
    "text",
    [
        "kapasitas nasional 140 ribu, isinya 270 ribu",
        "Bayar pajak lewat aplikasi, pengguna 3 juta orang",
        "Uang makan untuk penghuni 146 ribu",
    ],
)
def test_thousands_of_people_are_no_sum(text: str) -> None:
    assert not _of(text, "money")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Hadir: 17 orang. Izin: 3 orang.", ["hadir", "izin"]),
        ("Jumlah aduan pungli: 2024 = 312", ["aduan pungli"]),
        ("Serapan 81,25% atau Rp6,5 miliar", ["serapan", "serapan"]),
    ],
)
def test_a_label_before_its_colon_is_what_a_figure_is_about(text: str, subjects: list[str]) -> None:
    kinds = ("figure", "percentage", "money")
    assert [claim.subject for claim in read(text) if claim.kind in kinds] == subjects


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mulai: 09.10. Selesai: 11.40.", ["09:10", "11:40"]),
        ("CCTV mati sejak 01.10.", ["01:10"]),
        ("baru dipanggil stgh 12", ["11:30"]),
    ],
)
def test_times_without_zone_or_hour_word(text: str, times: list[str]) -> None:
    assert [claim.value for claim in _of(text, "time")] == times


@pytest.mark.parametrize(
    "text",
    [
        "SIARAN PERS NOMOR: W.10-HM.01-221 TAHUN 2026",
        "Nomor perkara 145/Pid.B/2026/PN Smg",
        "thread: kenapa overkapasitas? 1) dana",
        "Lapas A 3 vs 2 Rutan B",
        "Ambil nomor di loket 7",
        "rasio petugas dan penghuni, perbandingan 1:85",
    ],
)
def test_codes_marks_and_scores_count_nothing(text: str) -> None:
    kinds = ("figure", "money", "duration", "percentage", "date", "time")
    assert [claim for claim in stated(text) if claim["kind"] in kinds] == []


def test_a_verb_is_no_unit() -> None:
    (figure,) = _of("27 sakit, lalu 4 dirujuk ke rumah sakit", "figure")[1:]
    assert (figure.value, figure.unit) == (4, "")


def test_thirties_and_hours_multiplied() -> None:
    assert [(claim.value, claim.high) for claim in _of("yang kabur 30an napi", "figure")] == [(30, 39)]
    assert [(claim.value, claim.unit) for claim in _of("maks 3x24 jam", "duration")] == [(72, "jam")]
