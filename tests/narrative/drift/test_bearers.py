"""Titles and ranks of the people of a narrative."""

from __future__ import annotations

from pantau.narrative.drift import check

NARRATIVE = (
    "Kepala Balai Pelatihan Ambon, Rina Matulessy, membuka kursus. Ketua Pengurus Wilayah, Budi Tahitu, hadir. "
    "Kapolres AKBP Joko Latief menjaga acara."
)


def _titles(variant: str) -> list[str]:
    return [one.text for one in check(variant, NARRATIVE).findings if one.kind.value == "title"]


def test_a_title_of_another_is_found() -> None:
    assert "Ketua Pengurus Wilayah" in _titles("Ketua Pengurus Wilayah, Rina Matulessy, membuka kursus.")


def test_a_rank_of_another_name_is_found() -> None:
    assert _titles("Kapolres Kompol Joko Latief menjaga acara.") == ["Kompol"]


def test_a_title_in_short_is_none() -> None:
    assert not _titles("Kepala Balai Pelatihan, Rina Matulessy, membuka kursus bersama Budi Tahitu.")
