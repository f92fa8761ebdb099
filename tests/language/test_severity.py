import pytest

from pantau.language import tokens
from pantau.language.severity import severity


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Seorang napi tewas di Lapas Siak", "kematian"),
        ("Tahanan mengamuk, rutan ricuh", "kerusuhan"),
        ("Lima napi kabur", "pelarian"),
        ("Paspor terbit lebih cepat", ""),
    ],
)
def test_the_gravest_word_of_a_title_is_found(title, word):
    assert severity(tokens.stems(title)).word == word
