from PySide6.QtGui import QFontMetrics

from pantau.desktop.theme import Theme, fonts
from pantau.desktop.widgets.elide import lines

LONG = "Ratusan pemohon paspor mengantre sejak subuh di kantor imigrasi setelah sistem antrean daring mati tiga hari"


def test_a_short_headline_is_one_line(theme: Theme) -> None:
    assert lines("Pendek", fonts.font(), 400) == ("Pendek",)


def test_a_long_one_is_two_lines_the_second_elided(theme: Theme) -> None:
    face = fonts.font(strong=True)
    told = lines(LONG, face, 260)
    assert len(told) == 2
    assert told[1].endswith("…")
    assert LONG.startswith(told[0])
    assert all(QFontMetrics(face).horizontalAdvance(line) <= 260 for line in told)


def test_a_word_without_end_is_broken(theme: Theme) -> None:
    told = lines("a" * 500, fonts.font(), 100)
    assert len(told) == 2


def test_no_room_is_no_text(theme: Theme) -> None:
    assert lines("x", fonts.font(), 0) == ()


def test_faces_in_a_headline_move_no_break(theme: Theme) -> None:
    face = fonts.font(fonts.BODY)
    words = "\N{FIRE}\N{FIRE}\N{FIRE}\N{FIRE} Keluarga warga binaan menunggu di depan lapas hingga malam"
    first, second = lines(words, face, 260)
    assert words == f"{first} {second}" or second.endswith("…")
    assert not words[len(first)].strip()  # broken between two words
    assert words.startswith(f"{first} {second.removesuffix('…')[:8]}")
