"""What counts as evidence: doubt is silent or a hint, a contradiction is not."""

from __future__ import annotations

import pytest

from pantau.domain.claims import Severity
from pantau.narrative.drift import check

HOUSE = """Petugas menahan RS (38) dan memeriksa AL (45) sebagai saksi pada Jumat, 5 Juni 2026, pukul 22.15 WITA. \
Tiga petugas lain belum dijatuhi sanksi.
Loket Kantor Imigrasi Bima ditutup dan dibuka kembali pada Selasa, 9 Juni 2026. Penyebab gangguan masih diselidiki.
Sebanyak 412 pemohon terdampak: 268 orang di kantor Bima dan 144 orang di unit layanan. \
Telepon genggam dilarang dibawa masuk. \
Pemohon wajib membawa KTP, hasilnya selesai paling lambat 14 hari kerja setelah wawancara.
Penyedia jaringan diminta memasang jalur cadangan sebelum 1 Juli 2026. Biaya tetap Rp350.000 untuk lima tahun dan \
Rp650.000 untuk sepuluh tahun. Memar ditemukan di lengan kiri korban."""


@pytest.mark.parametrize(
    "variant",
    [
        "Dari 412 pemohon, 268 orang di kantor Bima; 144 lainnya di unit layanan.",
        "Tanya: Apakah lima petugas dijatuhi sanksi?",
        "Loket tutup sampai Senin, 8 Juni 2026.",
        "HP tidak boleh dibawa masuk.",
        "Lapor, Pak Kakanwil: tak seorang pun dari tiga petugas itu dijatuhi sanksi atau hukuman.",
        "(1) Loket tutup. (2) 412 pemohon terdampak. (3) Penyebab diselidiki.",
        "Kejadian 5/6, 22.15: RS ditahan.",
        "Pemeriksaan rampung sebelum Juli bila jalur cadangan terpasang.",
    ],
)
def test_what_follows_or_claims_nothing_raises_nothing(variant: str) -> None:
    assert check(variant, HOUSE).faithful


@pytest.mark.parametrize(
    ("variant", "text"),
    [
        ("Sebanyak 144 orang di kantor Bima dan 268 orang di unit layanan terdampak.", "144"),
        ("AL (38) diperiksa dan RS (45) ditahan.", "38"),
        ("AL berstatus tersangka.", "tersangka"),
        ("LA (45) diperiksa sebagai saksi.", "LA"),
        ("Memar ditemukan di leher korban.", "leher"),
        ("Penyedia jaringan sudah memasang jalur cadangan.", "sudah memasang"),
        ("Pemohon tidak wajib membawa KTP.", "tidak wajib"),
        ("Hasilnya selesai 14 hari kerja sebelum wawancara.", "sebelum wawancara"),
        ("Biayanya Rp350.000 untuk sepuluh tahun dan Rp650.000 untuk lima tahun.", "sepuluh tahun"),
        ("Hasilnya selesai paling lambat 14 hari kalender setelah wawancara.", "14 hari"),
    ],
)
def test_a_contradiction_is_found(variant: str, text: str) -> None:
    found = check(variant, HOUSE)
    start = variant.index(text)
    assert not found.faithful
    assert any(one.start < start + len(text) and start < one.end for one in found.findings), found.findings


def test_new_words_alone_are_a_hint() -> None:
    found = check("Para relawan menanam pohon mangrove sepanjang pesisir.", HOUSE)
    assert found.faithful
    assert {one.severity for one in found.findings} <= {Severity.INFO}
