"""What is read from texts as officials, reporters and chats write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.claims import Claim
from pantau.language.claims import read
from pantau.language.claims.legal import same_law


def _of(text: str, kind: str) -> list[Claim]:
    return [claim for claim in read(text) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "value", "unit", "subject"),
    [
        ("Empat tahanan luka dalam kejadian itu.", 4, "tahanan", "tahanan luka"),
        ("Sebanyak 1.240 akun notaris dibekukan.", 1240, "akun", "akun notaris dibekukan"),
        ("ada seribuan mobil yang menunggak", 1000, "mobil", "mobil"),
        ("Ada selusin petugas di lokasi.", 12, "petugas", "petugas"),
        ("Tinggi badan 1,65 meter.", 1.65, "meter", "tinggi badan"),
        ("Jumlah penghuni dua ratus tujuh puluh satu ribu tiga ratus orang.", 271300, "orang", "penghuni"),
    ],
)
def test_a_figure_is_read_with_its_unit_and_what_it_counts(
    text: str, value: float, unit: str, subject: str
) -> None:
    (claim,) = _of(text, "figure")
    assert (claim.value, claim.unit, claim.subject) == (value, unit, subject)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Rp 2,5 miliar", 2_500_000_000, "IDR"),
        ("Rp2.500.000.000,00", 2_500_000_000, "IDR"),
        ("dua setengah miliar rupiah", 2_500_000_000, "IDR"),
        ("delapan ribu dolar AS", 8000, "USD"),
        ("senilai 1,3 T rupiah", 1_300_000_000_000, "IDR"),
        ("biayanya Rp350rb", 350_000, "IDR"),
        ("RM 500", 500, "MYR"),
        ("RP 5 JT", 5_000_000, "IDR"),
        ("pdhl bayar 350rb lewat bank", 350_000, "IDR"),
        ("tunggakan Rp 48,683 miliar", 48_683_000_000, "IDR"),
        ("dana Rp 1.412 miliar", 1_412_000_000_000, "IDR"),
    ],
)
def test_money_is_read_in_whole_units_of_its_currency(text: str, value: float, unit: str) -> None:
    (claim,) = _of(text, "money")
    assert (claim.value, claim.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50 %", 50), ("lima puluh persen", 50), ("separuh penghuni", 50), ("dua pertiga tahanan", 66.666667),
        ("tiga per empat pemohon", 75), ("86,5 persen", 86.5),
    ],
)  # fmt: skip
def test_percentages_and_parts_are_one_kind(text: str, value: float) -> None:
    (claim,) = _of(text, "percentage")
    assert claim.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Selasa, 24 November 2026", "2026-11-24"),
        ("Selasa (24/11/2026)", "2026-11-24"),
        ("tgl 24 Nov", "--11-24"),
        ("dua puluh empat November dua ribu dua puluh enam", "2026-11-24"),
        ("2026-11-24", "2026-11-24"),
        ("Minggu dini hari, 18 Oktober 2026", "2026-10-18"),
        ("November 2026", "2026-11"),
        ("hingga kuartal III/2026", "2026"),
        ("11/24/2026", "2026-11-24"),
        ("bulan Juni tahun 2026", "2026-06"),
        ("30 Maret tahun 2026", "2026-03-30"),
        ("pada akhir 2027", "2027"),
        ("Senin malam ini, 16 November 2026", "2026-11-16"),
        ("Selasa, (24/11/2026)", "2026-11-24"),
        ("wafat di Italia, 16 September 1087.", "1087-09-16"),
    ],
)
def test_dates_are_days_whatever_their_form(text: str, value: str) -> None:
    (claim,) = _of(text, "date")
    assert claim.value == value


@pytest.mark.parametrize(
    "text", ["periode 2024-2028", "tahun 2024-2028", "masa bakti 2024–2028", "2024/2028"]
)
def test_both_years_of_a_term_are_read(text: str) -> None:
    assert [claim.value for claim in _of(text, "date")] == ["2024", "2028"]


@pytest.mark.parametrize(
    "text",
    [
        "Pasar Minggu",
        "telepon 0812-2024-2028",
        "24 jam",
        "2 minggu lalu",
        "skor 3-2",
        "versi 10.2",
        "buka 24/7",
        "RT 03/05",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not _of(text, "date")


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("pukul 14.00 WIB", "14:00", None, "WIB"),
        ("pukul dua siang WIB", "14:00", None, "WIB"),
        ("jam 4 sore", "16:00", None, ""),
        ("jam setengah empat sore WITA", "15:30", None, "WITA"),
        ("pukul satu siang lewat sepuluh menit waktu Indonesia barat", "13:10", None, "WIB"),
        ("pkl 08.00 s.d. 15.30 WIT", "08:00", "15:30", "WIT"),
        ("jam 12 malam", "00:00", None, ""),
        ("12.00-13.00 WITA", "12:00", "13:00", "WITA"),
        ("Senin, 16 November 2026 pada 10.00.", "10:00", None, ""),
    ],
)
def test_times_are_read_by_the_clock(text: str, value: str, high: str | None, unit: str) -> None:
    (claim,) = _of(text, "time")
    assert (claim.value, claim.high, claim.unit) == (value, high, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("3 x 24 jam", 72, "jam"), ("setengah jam", 0.5, "jam"), ("dua minggu", 2, "minggu"), ("sebulan", 1, "bulan"),
     ("tujuh setengah jam", 7.5, "jam"), ("satu dasawarsa", 1, "dasawarsa")],
)  # fmt: skip
def test_durations_keep_the_unit_that_was_said(text: str, value: float, unit: str) -> None:
    (claim,) = _of(text, "duration")
    assert (claim.value, claim.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pasal 19 ayat (1) UU 11/2012", "UU 11/2012 Pasal 19 ayat (1)"),
        ("Undang-Undang Nomor 11 Tahun 2012 Pasal 19", "UU 11/2012 Pasal 19"),
        ("Pasal 12 huruf e UU Tipikor", "UU tipikor Pasal 12 huruf e"),
        ("pasal 218 KUHP", "KUHP Pasal 218"),
        ("Keputusan Presiden Nomor 174 Tahun 1999", "Keppres 174/1999"),
        ("PP 28/2019", "PP 28/2019"),
        ("Peraturan Menteri Perdagangan (Permendag) Nomor 29 Tahun 2019", "Permen 29/2019"),
        ("Peraturan Menteri Hukum dan HAM Nomor 7 Tahun 2022", "Permen 7/2022"),
        ("revisi UU KPK", "UU kpk"),
        ("Undang-undang Nomor 30 Tahub 2002", "UU 30/2002"),
        ("Pasal 7 ayat 1 dalam RUU tentang Perkawinan", "RUU perkawinan Pasal 7 ayat (1)"),
        ("Undang-undang (UU) Nomor 17 Tahun 2014", "UU 17/2014"),
        ("Undang-Undang Nomor 39 tentang Telekomunikasi", "UU 39"),
    ],
)
def test_legal_references_have_one_spelling(text: str, value: str) -> None:
    (claim,) = _of(text, "legal")
    assert claim.value == value


@pytest.mark.parametrize("text", ["UU itu", "undang-undang baru", "UU TERSEBUT", "Undang-Undang yang lama"])
def test_a_law_without_number_and_name_is_no_reference(text: str) -> None:
    assert not _of(text, "legal")


def test_initials_that_no_list_knows_may_stand_for_any_law_of_their_kind() -> None:
    assert same_law("UU pas", "UU 22/2022")
    assert not same_law("UU pas", "UU mk")
    assert not same_law("UU kpk", "UU 22/2022")
    assert same_law("UU kpk", "UU 30/2002")
    assert not same_law("UU kpk", "RUU kpk")
    assert same_law("RUU", "RUU kpk")


@pytest.mark.parametrize(
    "text",
    [
        "kendaraan roda empat",
        "kanker stadium 2",
        "SDN Merpati 3 libur",
        "nomor polisi B 1234 XYZ",
        "orang nomor satu",
    ],
)
def test_a_number_that_names_one_of_several_is_told_apart_from_counts(text: str) -> None:
    assert [claim.unit for claim in _of(text, "figure")] == ["nomor"]


@pytest.mark.parametrize(
    "text", ["sewa Rp25-30 juta", "sewa 25 sampai 30 juta rupiah", "denda Rp 25 dan 30 juta"]
)
def test_the_magnitude_of_a_span_is_that_of_both_ends(text: str) -> None:
    assert [(claim.value, claim.unit) for claim in _of(text, "money")] == [
        (25_000_000, "IDR"), (30_000_000, "IDR"),
    ]  # fmt: skip


def test_a_price_beside_a_sum_of_millions_keeps_its_value() -> None:
    assert [claim.value for claim in _of("iuran Rp 5.000, denda Rp 2 juta", "money")] == [5000, 2_000_000]


def test_what_money_is_for_stands_before_it() -> None:
    assert _of("dan denda Rp 100 juta subsider dua bulan kurungan", "money")[0].subject == "denda"


@pytest.mark.parametrize(
    "text",
    ["kehidupan sehari-hari", "Lingkar Madani (LIMA) menilai", "bertemu empat mata"],
)
def test_what_only_looks_like_a_number_word_is_no_figure(text: str) -> None:
    assert not [claim for claim in read(text) if claim.kind in ("figure", "duration")]


@pytest.mark.parametrize(
    "text", ["RT4/3", "Jalan Tol KM 36+600", "Blok ID/09 Graha", "Blok D 14.", "akun pengguna_17"]
)
def test_the_numbers_of_an_address_are_no_figures(text: str) -> None:
    assert not _of(text, "figure")


@pytest.mark.parametrize(
    "text",
    [
        "SMPN Tanjung Harapan Jaya 4 libur",
        "pesawat Cassa 212-200 tiba",
        "pesawat QG 801 mendarat",
        "di TPS 31 Menteng",
        "kereta KA 78 tertahan",
        "di Peron 3.",
    ],
)
def test_the_numbers_of_schools_and_models_are_told_apart_from_counts(text: str) -> None:
    assert [claim.unit for claim in _of(text, "figure")] == ["nomor"]


@pytest.mark.parametrize(("text", "value"), [("jam 22-06 WIB", "22:00"), ("pukul 21-05", "21:00")])
def test_a_night_is_no_number_of_a_thing(text: str, value: str) -> None:
    assert [claim.value for claim in _of(text, "time")] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("dalam 7 (tujuh) aspek", 7, "aspek"), ("sekitar 1.000-an mobil", 1000, "mobil"),
     ("merevisi 74 undang-undang", 74, "undang-undang"), ("rapat ke-8 tahun sidang ini", 8, "ke"),
     ("anggota Koramil 04 Ciledug", 4, "nomor"), ("di Jalan Kalasan 10, Surabaya", 10, "nomor")],
)  # fmt: skip
def test_a_figure_is_told_once_and_in_what_it_counts(text: str, value: float, unit: str) -> None:
    assert [(claim.value, claim.unit) for claim in _of(text, "figure")] == [(value, unit)]


@pytest.mark.parametrize(
    "text", ["revisi , Nomor 30 Tahun 2002 akan dibahas", "Papat Paripurna ke-8 Tahun Sidang"]
)
def test_the_year_behind_a_number_of_a_law_is_no_duration(text: str) -> None:
    assert not _of(text, "duration")


@pytest.mark.parametrize("text", ["1. Pasal 67", "warga Kepulauan Seribu", "dipukul satu-satu"])
def test_a_mark_of_a_list_and_an_idiom_are_no_figures(text: str) -> None:
    assert not _of(text, "figure")


def test_a_sum_before_a_percentage_is_none() -> None:
    assert [claim.value for claim in _of("sekitar 326 triliun atau 3,6%", "percentage")] == [3.6]


def test_a_year_behind_one_of_a_series_is_no_duration() -> None:
    assert not _of("bansos tahap 2 tahun 2026 cair", "duration")
    assert [claim.value for claim in _of("bansos tahap 2 tahun 2026 cair", "date")] == ["2026"]
    assert [claim.unit for claim in _of("Desil 1 hingga Desil 4", "figure")] == ["nomor", "nomor"]
    assert [claim.unit for claim in _of("di desil 1 sampai 4.", "figure")] == ["nomor", "nomor"]


@pytest.mark.parametrize("text", ["Bantuan disalurkan. 2.", "Berikut syaratnya: 1.", "1. Tahap persiapan"])
def test_marks_that_lists_leave_in_a_text_are_no_figures(text: str) -> None:
    assert not _of(text, "figure")


def test_both_of_two_numbers_in_a_series_are_told_apart_from_counts() -> None:
    assert [claim.unit for claim in _of("kendaraan roda 2 atau 3 dilarang", "figure")] == ["nomor", "nomor"]
    assert [claim.unit for claim in _of("kendaraan roda empat dan 70 bus", "figure")] == ["nomor", "bus"]


def test_the_score_of_a_game_counts_nothing() -> None:
    assert [claim.unit for claim in _of("Tim putra menang tipis 3-1 atas Lapas Garuda", "figure")] == [
        "nomor"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Progres perbaikan atap, saat ini 64 persen.", "percentage", "progres perbaikan atap"),
        ("Jumlah paspor yang ditolak pada 2025 lalu mencapai 120 lembar.", "figure", "paspor"),
        ("Antrean berkurang 15 persen semenjak loket ditambah.", "percentage", "antrean berkurang"),
    ],
)
def test_a_subject_is_sought_before_the_time_that_stands_between(text: str, kind: str, subject: str) -> None:
    assert [claim.subject for claim in _of(text, kind)] == [subject]


def test_the_first_of_two_figures_is_counted_in_what_the_second_is() -> None:
    assert [(claim.value, claim.unit) for claim in _of("antara 12 sampai 15 rumah", "figure")] == [
        (12, "rumah"), (15, "rumah"),
    ]  # fmt: skip


def test_a_name_is_read_with_the_title_beside_it() -> None:
    (claim,) = _of("Direktur Jenderal AHU, Budi Santoso, menjelaskan hal itu.", "name")
    assert (claim.value, claim.unit) == ("budi santoso", "direktur jenderal ahu")


def test_an_office_has_one_spelling_by_its_long_and_short_name() -> None:
    long = _of("di Lembaga Pemasyarakatan Kelas IIA Pekanbaru", "office")
    assert [claim.value for claim in long] == [claim.value for claim in _of("di Lapas Pekanbaru", "office")]


def test_a_quotation_has_its_speaker() -> None:
    (claim,) = _of('"Kami mohon maaf," ujar Kepala Lapas Cipinang.', "quote")
    assert (claim.value, claim.subject) == ("Kami mohon maaf,", "Kepala Lapas Cipinang")


def test_chat_spelling_is_read_as_what_is_meant() -> None:
    said = {claim.value for claim in read("sdh aman, blm ada yg kabur, tdk ada korban, msh didalami")}
    assert {"sudah", "belum", "tidak", "masih"} <= said


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_and_claims_stand_where_they_say(text: str) -> None:
    for claim in read(text):
        assert claim.text == text[claim.start : claim.end]


_PIECES = st.sampled_from(
    ["Rp", "2,5", " ", "miliar", "dua", "puluh", "pukul", "14.00", "-", "WIB", "24", "/", "11", "Pasal", "ayat", "(1)",
     "UU", "Nomor", "tahun", "persen", "%", "x", "jam", "s.d.", "setengah", "Senin", ",", ".", "\n", '"', "November"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25))
def test_no_jumble_of_figures_breaks_the_reading(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for claim in read(text):
        assert claim.text == text[claim.start : claim.end]


@pytest.mark.parametrize(
    "text",
    [
        f"{'1' * 400} orang dipindahkan.",
        f"Lapas nomor {'9' * 5000}.",
        f"{'9' * 5000}/2 bagian gedung.",
        f"Rp5{' triliun' * 60} dibayarkan.",
        f"Rp5{' triliun' * 60}-an dibayarkan.",
    ],
)
def test_a_row_of_digits_that_no_number_can_hold_is_read_without_failing(text: str) -> None:
    assert all(isinstance(claim.value, str) or claim.value < 1e40 for claim in read(text))
