from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.language import stopwords, tokens


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("Narapidana melarikan diri", ["narapidana", "lari", "diri"], id="affixes go"),
        pytest.param("orang-orang", ["orang"], id="a doubled word is one"),
        pytest.param("tolong-menolong", ["tolong"], id="a doubled stem is one"),
        pytest.param("undang-undang", ["uu"], id="a law is no invitation"),
        pytest.param("menangkap ditangkap penangkapan", ["tangkap"] * 3, id="a melted letter comes back"),
        pytest.param("memeriksa pemeriksaan diperiksa", ["periksa"] * 3, id="a root may look like a prefix"),
        pytest.param("anti-korupsi", ["anti", "korupsi"], id="a hyphen divides"),
        pytest.param("Jum’at", ["jumat"], id="an apostrophe joins"),
        pytest.param("Iran's", ["iran"], id="an English possessive goes"),
        pytest.param("1.234 orang", ["1234", "orang"], id="a thousands mark goes"),
        pytest.param("4,5 juta", ["4.5", "juta"], id="a decimal comma is a point"),
        pytest.param("Rp1.500.000", ["rp", "1500000"], id="a price is a figure"),
        pytest.param("17/9/2019 pukul 15.30", ["17", "9", "2019", "pukul", "15.30"], id="dates and times"),
        pytest.param("LAPAS", ["lapas"], id="capitals do not count"),
        pytest.param("kementerian", ["menteri"], id="a ministry is about a minister"),
        pytest.param(
            "pemasyarakatan masyarakat", ["pemasyarakatan", "masyarakat"], id="corrections is not society"
        ),
        pytest.param("#UsutTuntas @humas_kita", ["usuttuntas", "humas", "kita"], id="hashtags and names"),
        pytest.param("...", [], id="no words"),
    ],
)
def test_a_text_gives_its_stems_in_order(text, stems):
    assert tokens.stems(text) == stems


@given(st.text(max_size=200))
def test_every_word_has_a_place_a_folded_form_and_a_stem(text):
    found = tokens.words(text)
    assert [token.stem for token in found] == tokens.stems(text)
    assert [token.word for token in found] == tokens.folded(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_places_point_at_the_word_in_the_text_as_it_came():
    text = "Kalapas: “Tak ada yang kabur.”"
    assert [text[token.start : token.end] for token in tokens.words(text)][-1] == "kabur"


def test_soft_hyphens_and_composed_letters_make_no_other_word():
    assert tokens.stems("imi\u00adgrasi cafe\u0301") == tokens.stems("imigrasi café")


def test_an_index_holds_stems_in_order_and_then_the_other_surfaces():
    assert tokens.indexed("Napi melarikan diri") == "napi lari diri melarikan"


def test_the_memory_of_surfaces_is_bounded():
    remembered = tokens.Remembered(str.lower)
    for number in range(tokens._REMEMBERED + 10):
        remembered[f"kata{number}"]
    assert len(remembered) <= tokens._REMEMBERED
    assert remembered["KATA"] == "kata"


def test_stop_words_come_in_the_language_asked_for():
    assert "yang" in stopwords.words("id")
    assert "yang" not in stopwords.words("en")
    assert "the" in stopwords.stems("en")
    assert stopwords.words("xx") == frozenset()
