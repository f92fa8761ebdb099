from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.issue import House
from pantau.narrative.difference import Kind, Part, Piece, changes, pieces


def test_a_changed_figure_shows_alone() -> None:
    assert pieces("Ada 1.200 warga binaan.", "Ada 1.250 warga binaan.") == (
        Piece(Kind.SAME, "Ada "),
        Piece(Kind.GONE, "1.200"),
        Piece(Kind.NEW, "1.250"),
        Piece(Kind.SAME, " warga binaan."),
    )


def test_only_parts_that_differ_are_told() -> None:
    before = House("Payung", ("satu", "dua", "tiga"))
    after = House("Payung", ("satu", "dua lagi", ""))
    assert [change.part for change in changes(before, after)] == [Part.SECOND, Part.THIRD]
    assert changes(before, before) == ()


def test_a_first_version_is_all_new() -> None:
    (change,) = changes(House(), House("Payung"))
    assert change.pieces == (Piece(Kind.NEW, "Payung"),)


def test_a_very_long_text_is_replaced_as_a_whole() -> None:
    assert [piece.kind for piece in pieces("a " * 20_000, "b")] == [Kind.GONE, Kind.NEW]


@given(st.text(), st.text())
def test_pieces_make_both_texts_again(before: str, after: str) -> None:
    told = pieces(before, after)
    assert "".join(piece.text for piece in told if piece.kind is not Kind.NEW) == before
    assert "".join(piece.text for piece in told if piece.kind is not Kind.GONE) == after
