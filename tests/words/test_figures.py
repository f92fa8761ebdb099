import pytest

from pantau import words


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (1234, "1.234", "1,234"),
        (1234.5, "1.234,5", "1,234.5"),
        (2.0, "2", "2"),
        (2.125, "2,12", "2.12"),
        (-31, "−31", "−31"),
        (12345678, "12.345.678", "12,345,678"),
    ],
)
def test_a_number_is_written_as_its_language_writes_it(value: float, indonesian: str, english: str) -> None:
    assert words.number(value) == indonesian
    assert words.number(value, language="en") == english


def test_decimals_can_be_asked_for() -> None:
    assert words.number(87, decimals=1) == "87,0"


def test_a_share_becomes_a_percentage() -> None:
    assert words.percent(0.425, decimals=1) == "42,5 %"
    assert words.percent(0.5, language="en") == "50%"
