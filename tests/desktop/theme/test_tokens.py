import pytest

from pantau.desktop.theme.tokens import CHART, DARK, LIGHT, Tokens, contrast, mix, sharpened


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_every_ink_can_be_read_on_every_surface(scheme: Tokens) -> None:
    weak = [
        (ink, surface, round(contrast(ink, surface), 2))
        for ink in scheme.inks
        for surface in scheme.surfaces
        if contrast(ink, surface) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_text_on_the_accent_can_be_read(scheme: Tokens) -> None:
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent_hover) >= 4.5


@pytest.mark.parametrize(("scheme", "bar"), [(LIGHT, CHART[0]), (DARK, CHART[4])])
def test_bars_stand_out_from_the_ground(scheme: Tokens, bar: str) -> None:
    assert contrast(bar, scheme.raised) >= 3


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_mix_lies_between() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_who_asks_the_system_for_contrast_sees_every_edge_and_no_grey(scheme: Tokens) -> None:
    sharp = sharpened(scheme)
    assert sharp.muted == sharp.text
    assert all(contrast(edge, sharp.raised) >= 3 for edge in (sharp.hairline, sharp.control))
    assert sharp.name == scheme.name  # its drawings are those of the scheme
