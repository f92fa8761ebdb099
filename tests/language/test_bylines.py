import pytest

from pantau.language.bylines import body


@pytest.mark.parametrize(
    "byline",
    [
        "JAKARTA, KOMPAS.com - ",
        "KOMPAS.com, JAKARTA - ",
        "TEMPO.CO, Jakarta - ",
        "Jakarta (ANTARA) - ",
        "SEMARANG, iNews.id – ",
        "Liputan6.com, Jakarta - ",
        "BANDUNG - ",
        "Jakarta, CNN Indonesia -- ",
    ],
)
def test_a_byline_is_passed_over(byline):
    assert body(byline + "Lima napi kabur.") == len(byline)


@pytest.mark.parametrize(
    "text", ["Lima napi kabur - polisi mengejar.", "", "Menteri Agus tiba di Medan.", "- catatan"]
)
def test_a_text_without_byline_begins_at_its_beginning(text):
    assert body(text) == 0
