"""Stories that tell what a fact-checker called false."""

from __future__ import annotations

import pytest

from pantau.language import tokens
from pantau.stories.debunks import Debunks, claim_of

CALLED_FALSE = (
    "[SALAH] Video 40 Tahanan Tewas dalam Kericuhan Lapas Mekar",
    "Cek Fakta: Tidak Benar Imigrasi Bagikan Paspor Gratis bagi Lansia Desember Ini",
    "Hoaks! Tautan Pendaftaran CPNS Kemenkum Jalur Khusus Tanpa Tes",
    "Keliru, Klaim Menteri Hapus Hukuman Koruptor Lewat Surat Edaran",
)


@pytest.fixture
def debunks() -> Debunks:
    known = Debunks()
    for number, title in enumerate(CALLED_FALSE):
        assert known.add(number, title, tokens.stems(title), at=float(number))
    return known


@pytest.mark.parametrize(
    ("headline", "which"),
    [
        ("Viral, 40 Tahanan Disebut Tewas saat Kericuhan di Lapas Mekar", 0),
        ("Imigrasi bagikan paspor gratis untuk lansia mulai Desember", 1),
        ("Pendaftaran CPNS Kemenkum jalur khusus tanpa tes dibuka lewat tautan ini", 2),
        ("Menteri Hapus Hukuman Koruptor lewat Surat Edaran", 3),
    ],
)
def test_a_headline_that_tells_the_claim_is_known_by_it(debunks: Debunks, headline: str, which: int) -> None:
    found = debunks.match(tokens.stems(headline))

    assert found is not None
    assert found.article == which


@pytest.mark.parametrize(
    "headline",
    [
        "Kericuhan di Lapas Mekar, Petugas Amankan Blok B",
        "Kantor Imigrasi Buka Layanan Paspor Akhir Pekan untuk Lansia",
        "Kemenkum Umumkan Jadwal Tes CPNS",
        "Menteri Lantik Pejabat Eselon II",
    ],
)
def test_a_headline_about_the_same_matter_alone_is_not(debunks: Debunks, headline: str) -> None:
    assert debunks.match(tokens.stems(headline)) is None


def test_a_fact_checker_who_confirms_calls_nothing_false() -> None:
    assert not claim_of(tokens.stems("Cek Fakta: Benar, Lapas Mekar Kelebihan Penghuni Dua Kali Lipat"))


def test_what_is_old_is_forgotten(debunks: Debunks) -> None:
    debunks.forget(before=1.0)

    assert len(debunks) == 3
    assert debunks.match(tokens.stems("40 Tahanan Tewas dalam Kericuhan Lapas Mekar")) is None
