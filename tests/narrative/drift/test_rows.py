"""Rows of one thing over and over, as one long sentence: the check takes a time that grows with their length."""

from __future__ import annotations

import time

import pytest

from pantau.narrative.drift import check

HOUSE = """Tiga petugas dan lima narapidana luka dalam kericuhan di Lapas Tangerang pada Senin, 2 Maret 2026, \
pukul 16.45 WIB. Kericuhan diduga dipicu razia. Dua belas saksi akan diperiksa Budi Santoso, Kepala Lapas.
Kerugian ditaksir Rp1,2 miliar, 40 persen dari nilai 12 blok di Jakarta dan Bandung, diperbaiki dalam 14 hari."""
_WORDS = 4000


@pytest.mark.parametrize(
    "row",
    ["12 orang", "Senin, 5 Mei 2026,", "3 x 4", "Rp1.000 per kg", "12 dari 20 orang", "diduga", "Budi Santoso",
     "pukul 08.00 WIB", "a, b,", "di Jakarta dan Bandung"],
)  # fmt: skip
def test_a_row_of_one_thing_costs_no_square_of_its_length(row: str) -> None:
    text = f"{row} " * (_WORDS // len(row.split()))
    began = time.process_time()
    check(text, HOUSE)
    assert time.process_time() - began < 6, "seconds of CPU; what looks at all others for each took up to 12"


@pytest.mark.parametrize("blank", [" ", "\n", "\t \n"])
def test_blank_lines_cost_no_square_of_their_number(blank: str) -> None:
    text = f"Tiga petugas luka.{blank * 30_000}Lima narapidana luka."
    began = time.process_time()
    check(text, HOUSE)
    assert time.process_time() - began < 3, "seconds of CPU"
