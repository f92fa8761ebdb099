"""What follows from a narrative without standing in it raises nothing, and what only seems to follow does."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

HOUSE = """Kantor Imigrasi Kelas II Wonosari menutup loket pada 3 Agustus 2026 karena perbaikan atap, paling \
lama 14 hari. Loket dapat menerima 120 pemohon per hari. Harga map Rp3.000 per lembar dan kertas Rp40.000 per kilogram.

Dua petugas terluka dan dirawat di RSUD dr. Suroto; seorang di antaranya sudah pulang. Biaya pengobatan ditanggung \
kantor, bukan pemerintah desa.

Layanan paspor dan izin tinggal tidak dapat diakses. Layanan apostille tetap berjalan. Kepala Kantor Imigrasi, \
Bagus Prasetyo Nugroho, berharap antrean berkurang setelah perbaikan. Perbaikan selesai pada akhir 2026. \
Pemohon wajib membawa bukti pendaftaran daring. Kunci cadangan diserahkan kepala kantor kepada bupati. \
Aduan: 1500-321. Izin terbit rata-rata sembilan bulan, bukan tiga bulan. \
Pemohon yang ditolak dapat mengajukan banding."""


def _found(variant: str) -> list[tuple[str, str]]:
    return [
        (one.kind.value, one.text)
        for one in check(variant, HOUSE).findings
        if one.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(
    "variant",
    [
        "Loket tutup paling lambat sampai 17 Agustus 2026.",
        "Kertas dihargai Rp4 juta per kuintal.",
        "Bagus P. Nugroho berharap antrean berkurang.",
        "Kedua petugas dirawat di RS Suroto.",
        "Perbaikan rampung Desember 2026.",
        "Hubungi 1500 321 untuk aduan.",
        "Kabar bahwa izin terbit dalam tiga bulan keliru.",
        "Loket ditutup sekitar dua minggu, kata Bagus Prasetyo, Senin (3/8/2026).",
        "Puji Tuhan tidak ada yang meninggal.",
        "Tanya: Saya mendaftar tanggal 5 Agustus, apakah saya dilayani?\nJawab: Loket masih tutup.",
        "Loket ditutup sejak awal Agustus, kata Bagus, Selasa (4/8).",
        "Polisi belum bisa memastikan apa yang menyebabkan atap rusak.",
    ],
)  # fmt: skip
def test_what_follows_raises_nothing(variant: str) -> None:
    assert _found(variant) == []


@pytest.mark.parametrize(
    ("variant", "kind"),
    [
        ("Loket dapat menerima 120 pemohon per jam.", "unit"),
        ("Loket ditutup sepuluh hari.", "figure"),
        ("Dua petugas terluka, keduanya sudah pulang.", "figure"),
        ("Biaya pengobatan ditanggung pemerintah desa.", "negation"),
        ("Kepala kantor menjamin antrean berkurang setelah perbaikan.", "certainty"),
        ("Pemohon dianjurkan membawa bukti pendaftaran daring.", "modality"),
        ("Izin terbit dalam tiga bulan.", "figure"),
        ("Pemohon yang ditolak sudah mengajukan banding.", "modality"),
        ("Kunci cadangan diserahkan bupati kepada kepala kantor.", "claim"),
        ("Layanan apostille tidak dapat diakses. Layanan paspor tetap berjalan.", "negation"),
    ],
)  # fmt: skip
def test_what_only_seems_to_follow_is_found(variant: str, kind: str) -> None:
    assert kind in [one for one, _text in _found(variant)]
