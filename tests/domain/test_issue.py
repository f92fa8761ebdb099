"""The message house: when it is empty and when it is complete."""

from pantau.domain.issue import House


def test_a_new_house_is_empty_and_not_complete() -> None:
    house = House()
    assert house.is_empty
    assert not house.is_complete


def test_a_house_of_blanks_is_still_empty() -> None:
    assert House(umbrella="  ", messages=("\n", "", " ")).is_empty


def test_a_house_is_complete_with_an_umbrella_and_three_messages() -> None:
    assert House("Payung.", ("Satu.", "Dua.", "Tiga.")).is_complete
    assert not House("Payung.", ("Satu.", "", "Tiga.")).is_complete
