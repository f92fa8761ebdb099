"""Every colour and measure of the window, named once; no Qt, so contrast is plain arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme. Colours are "#rrggbb"; text colours keep 4.5:1 on each surface (WCAG 2.2, 1.4.3)."""

    name: str
    background: str
    raised: str
    hover: str
    selection: str
    hairline: str
    control: str  # edge of fields and buttons: 3:1 is not asked where a label or fill shows them too
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    danger: str
    warning: str
    good: str

    @property
    def surfaces(self) -> tuple[str, ...]:
        return (self.background, self.raised, self.hover, self.selection)

    @property
    def inks(self) -> tuple[str, ...]:
        return (self.text, self.muted, self.accent, self.danger, self.warning, self.good)


LIGHT = Tokens(
    name="light",
    background="#f4f5f7",
    raised="#ffffff",
    hover="#eef1f5",
    selection="#e1ecf9",
    hairline="#e0e4e9",
    control="#c5ccd5",
    text="#1a1f26",
    muted="#55606d",
    accent="#0b57a4",
    on_accent="#ffffff",
    accent_hover="#084684",
    danger="#b3261e",
    warning="#825000",
    good="#12663a",
)

DARK = Tokens(
    name="dark",
    background="#14171b",
    raised="#1b1f24",
    hover="#23282f",
    selection="#1f3550",
    hairline="#2c323a",
    control="#434b56",
    text="#e7eaee",
    muted="#a3adb9",
    accent="#79b8ff",
    on_accent="#0b1520",
    accent_hover="#9ccbff",
    danger="#ff9a91",
    warning="#f0b95b",
    good="#74d09b",
)


def sharpened(tokens: Tokens) -> Tokens:
    """The scheme for who asked the system for more contrast: nothing is grey, every edge can be seen (3:1)."""
    return replace(tokens, muted=tokens.text, hairline=tokens.muted, control=tokens.text)


SCHEMES = {scheme.name: scheme for scheme in (LIGHT, DARK)}

# Masataka Okabe and Kei Ito, "Color Universal Design" (2008): told apart with every common colour blindness.
CHART = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")

UNIT = 4  # pixels; all spaces are multiples of it
INSIDE, BETWEEN, AROUND = 8, 16, 24
RADIUS = 6
RAIL_WIDTH = 72
ROW_HEIGHT = 64
NARROW = 1200  # below this width the detail takes the whole page


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `one` to `other`."""
    parts = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
