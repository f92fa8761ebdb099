"""What arithmetic makes of a narrative's values raises nothing, and what no arithmetic makes is found."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

RAID = """Rutan Kelas I Cimahi memusnahkan 1.342 telepon genggam hasil penggeledahan pada Kamis, 15 Oktober 2026, \
pukul 10.00 WIB. Barang itu dikumpulkan dari 46 kali penggeledahan sejak Januari 2026. Selain telepon, dimusnahkan \
218 pengisi daya, 95 senjata tajam rakitan, dan 7 kompor listrik.

Penghuni rutan berjumlah 3.120 orang, padahal kapasitasnya 1.136 orang. Tiga petugas dijatuhi hukuman disiplin \
sedang karena meloloskan telepon, satu di antaranya dipindahkan ke Nusa Tenggara Timur.

Mulai 1 November 2026 rutan memasang 60 kamera baru senilai Rp1,8 miliar dan menambah warung telepon dari 12 menjadi \
30 bilik. Tarif menelepon Rp1.000 per menit, paling lama 15 menit untuk sekali panggilan. Pengawasan dievaluasi \
setiap tiga bulan. Pelanggaran naik 16 persen. Angka 1.200 telepon pada siaran pertama sudah tidak dipakai."""

SHIP = """Kapal patroli menangkap kapal ikan asing di Natuna Utara, Selasa malam, 8 September 2026, pukul 23.15 WIB. \
Delapan awak tiba di Pelabuhan Selat Lampa keesokan harinya pukul 09.00 WIB.

Petugas lebih dulu memeriksa dokumen, lalu mendata awak, kemudian menyegel palka. Tes kesehatan berlangsung 25 sampai \
27 November 2026 mulai pukul 07.00 WIB. Wawancara digelar seminggu setelah tes kesehatan berakhir. Peserta datang 30 \
menit sebelum tes dimulai. Dari 50 peserta, 70 persen bersedia pindah; sisanya menolak. Sebanyak 44 orang ditempatkan \
di Lapas Karanganyar dan 20 orang di Lapas Batu."""


def _found(variant: str, house: str) -> list[str]:
    return [one.kind.value for one in check(variant, house).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    "variant",
    [
        "Rata-rata 29 HP ditemukan setiap kali razia.",
        "Rutan itu kelebihan 1.984 penghuni.",
        "Penghuninya hampir tiga kali lipat kapasitas.",
        "Sekali menelepon paling mahal Rp15.000.",
        "Nelpon 10 menit bayarnya sepuluh ribu.",
        "Satu kamera kira-kira Rp30 juta.",
        "Evaluasi dilakukan empat kali setahun.",
        "Wartel ditambah 18 bilik menjadi 30.",
        "Selain telepon, total 320 barang dimusnahkan.",
        "Pemusnahan pukul sepuluh pagi, bertepatan dengan 11.00 WITA.",
        "Angka 1.200 telepon sdh ga dipakai lg.",
        "Lima lusin kamera dipasang.",
    ],
)
def test_a_reckoned_value_raises_nothing(variant: str) -> None:
    assert _found(variant, RAID) == []


@pytest.mark.parametrize(
    ("variant", "kind"),
    [
        ("Warung telepon ditambah menjadi 12 bilik.", "figure"),
        ("Pelanggaran turun 16 persen.", "percentage"),
        ("Sebanyak 46 petugas dijatuhi hukuman disiplin.", "figure"),
        ("Dimusnahkan 95 pengisi daya dan 218 senjata tajam rakitan.", "figure"),
        ("Evaluasi dilakukan setiap tiga tahun.", "unit"),
        ("Sebanyak 1.200 telepon genggam dimusnahkan.", "outdated"),
        ("Barang dikumpulkan dari 64 kali penggeledahan.", "figure"),
    ],
)
def test_what_no_reckoning_makes_is_found(variant: str, kind: str) -> None:
    assert kind in _found(variant, RAID)


@pytest.mark.parametrize(
    "variant",
    [
        "Kapal ditangkap 45 menit sebelum tengah malam.",
        "Perjalanan ke pelabuhan makan waktu 9 jam 45 menit.",
        "Awak tiba pada Rabu pagi, 9 September 2026.",
        "Wawancara dijadwalkan Jumat, 4 Desember 2026.",
        "Peserta tes sudah harus di lokasi jam setengah tujuh pagi.",
        "Tes kesehatan hari kedua jatuh pada Kamis, 26 November.",
        "Setelah mendata awak, petugas menyegel palka.",
        "Kapal ditangkap pada malam Rabu.",
        "Tiga dari sepuluh peserta menolak pindah.",
        "Tes kesehatan dimulai pukul 08.00 waktu Makassar.",
    ],
)
def test_a_reckoned_day_time_or_order_raises_nothing(variant: str) -> None:
    assert _found(variant, SHIP) == []


@pytest.mark.parametrize(
    ("variant", "kind"),
    [
        ("Kapal ditangkap 8 September 2026 dan awak tiba dua hari kemudian.", "date"),
        ("Wawancara digelar 11 Desember 2026.", "date"),
        ("Tes kesehatan dimulai pukul 08.00 WIB.", "time"),
        ("Palka disegel dulu, habis itu baru awak didata.", "order"),
        ("Sebanyak 30 persen peserta bersedia pindah.", "percentage"),
        ("Di sana 44 orang ditempatkan di Lapas Batu dan 20 orang di Lapas Karanganyar.", "figure"),
    ],
)
def test_another_day_time_order_or_part_is_found(variant: str, kind: str) -> None:
    assert kind in _found(variant, SHIP)


def test_phrases_that_nobody_shall_use_are_forbidden_however_it_is_said() -> None:
    house = "Rutan aman. Sebutan “sarang narkoba” tidak dipakai."
    assert "forbidden" in _found("Polisi datang ke sarang narkoba.", house)
