"""What looks like a drift and is none: another scope, another matter, a value in other units."""

from __future__ import annotations

import pytest

from pantau.narrative.drift import check

DOUBTS = """Inspektorat memeriksa laporan dugaan pemerasan terhadap 14 pedagang di Pasar Sentral. \
Dugaan itu bermula dari surat seorang pedagang. Dua terduga perantara yang ikut datang diserahkan ke Polres Sorong. \
Penyedia diduga lalai merawat peladen."""
MEASURES = """Regu jaga mengetahui kejadian itu pukul 03.00 WIB, tiga perempat jam setelah hujan. \
Kebun itu terletak pada ketinggian 900 meter. Tahun 2025 kantor mendampingi 412 perkara. \
Target 2026 ialah 450 perkara."""
WORDING = """Perselisihan antarpenghuni berlangsung 20 menit. \
Gunakan kata "perselisihan"; kata "kerusuhan" tidak dipakai."""

OLD = """Sebanyak 3.480 perseroan dinonaktifkan. Angka 4.100 perseroan dalam siaran pertama tidak berlaku lagi."""
DENIALS = """Kementerian tidak berwenang menjatuhkan sanksi kepada kepala sekolah, tetapi dapat memberi rekomendasi. \
Pemohon tidak dapat mengunggah berkas dan memilih jadwal. Belum ada petugas yang dinyatakan terlibat. \
Hasil lab diperkirakan ada pada Senin. Polisi memeriksa sembilan petugas. Keluarga menolak autopsi."""


@pytest.mark.parametrize(
    ("narrative", "variant"),
    [
        (DOUBTS, "Sebanyak 14 pedagang Pasar Sentral sudah kembali berjualan."),
        (DOUBTS, "Seorang pedagang menulis surat."),
        (DOUBTS, "Dua orang diserahkan ke Polres Sorong."),
        (DOUBTS, "Belum dapat disimpulkan bahwa penyedia lalai merawat peladen."),
        (MEASURES, "Kejadian itu diketahui 45 menit setelah hujan."),
        (MEASURES, "Kebunnya di 900 mdpl."),
        (MEASURES, "Target tahun ini 450 perkara, lebih banyak 38 dari yang didampingi tahun lalu."),
        (WORDING, "Perselisihan itu berlangsung 20 menit."),
        (DENIALS, "Jenazah telah diterima keluarga."),
        (DENIALS, "Jadwal tidak bisa dipilih."),
        (DENIALS, "Petugas yang dinyatakan terlibat sampai saat ini belum ada."),
        (DENIALS, "Hasil lab belum ada."),
        (OLD, "Jumlahnya menjadi 3.480 perseroan dari 4.100 perseroan."),
        (DENIALS, "Sembilan petugas diperiksa sebagai saksi."),
    ],
)
def test_another_way_to_say_it_raises_nothing(narrative: str, variant: str) -> None:
    assert check(variant, narrative).faithful


@pytest.mark.parametrize(
    ("narrative", "variant", "text"),
    [
        (DOUBTS, "Penyedia lalai merawat peladen.", "lalai"),
        (MEASURES, "Kejadian itu diketahui 55 menit setelah hujan.", "55 menit"),
        (WORDING, "Kerusuhan itu berlangsung 20 menit.", "Kerusuhan"),
        (OLD, "Sebanyak 4.100 perseroan dinonaktifkan.", "4.100"),
        (DENIALS, "Kementerian tidak dapat memberi rekomendasi.", "tidak dapat memberi"),
        (DENIALS, "Sembilan petugas diperiksa sebagai tersangka.", "tersangka"),
    ],
)
def test_the_drift_beside_it_is_found(narrative: str, variant: str, text: str) -> None:
    assert text in [one.text for one in check(variant, narrative).findings]
