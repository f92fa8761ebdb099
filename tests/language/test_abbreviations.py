from pantau.language.abbreviations import equivalents


def test_a_short_form_knows_its_long_ones_and_back():
    assert ("lembaga", "pemasyarakatan") in equivalents(("lapas",))
    assert ("lapas",) in equivalents(("lembaga", "pemasyarakatan"))


def test_a_form_inside_a_phrase_is_exchanged():
    assert ("lapas", "tarakan") in equivalents(("lembaga", "pemasyarakatan", "tarakan"))


def test_what_has_no_other_form_has_no_equivalent():
    assert equivalents(("cabai",)) == []
