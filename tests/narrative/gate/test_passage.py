import pytest

from pantau.narrative.gate.names import person
from pantau.narrative.gate.passage import Passage, is_headline


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Satu. Dua.", ["Satu.", "Dua."]),
        ('"Aman." Kata dia.', ['"Aman."', "Kata dia."]),
        ("Prof. H. Ahmad di Jl. Melati No. 5. Lalu.", ["Prof. H. Ahmad di Jl. Melati No. 5.", "Lalu."]),
        ("Pukul 13.10 WIB\nLapas aman", ["Pukul 13.10 WIB", "Lapas aman"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    found = Passage(text).sentences
    assert [one.text for one in found] == sentences
    assert all(text[one.start : one.end] == one.text for one in found)


def test_a_line_of_capitals_is_a_headline():
    assert is_headline("Anak Korban Kekerasan Dapat Pendampingan")
    assert not is_headline("Kepala Lapas Pekanbaru menyatakan keadaan sudah aman")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tersangka Andi Wijaya Senin", "Andi Wijaya"),
        ("Siti binti Hasan", "Siti binti Hasan"),
        ("Kekerasan Seksual", None),
        ("Malang", None),
        ("Kementerian Hukum", None),
    ],
)
def test_a_name_is_told_from_other_words_with_capitals(text, name):
    span = person(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == name
