"""Small numbers in a regular expression, for days, hours and minutes that are written in words."""

from __future__ import annotations

from pantau.language.claims import lexicons

_DIGITS: dict[str, int] = lexicons.told("numbers")["digits"]
_UNIT = "(?:" + "|".join(word for word in _DIGITS if word != "nol") + ")"
WORDS = rf"(?:sepuluh|sebelas|{_UNIT}(?:\s+belas|\s+puluh(?:\s+{_UNIT})?)?)"
SMALL = rf"(?:\d{{1,2}}|{WORDS})"
PARTS = ("pagi", "siang", "sore", "petang", "malam", "dini hari", "dinihari", "subuh")
SHORT_PARTS = {short: meant for short, meant in lexicons.spelling().items() if meant in PARTS}
DAYPART = rf"(?:{lexicons.alternatives([*PARTS, *SHORT_PARTS])})"
TO = (
    r"(?:\s*[-–—]\s*|\s*s\s?[./]?\s?d\.?\s*"
    r"|\s+(?:sampai\s+dengan|sampai|sampe|smp|hingga|sampai\s+ke|s\s?/\s?d|ke)\s+)"
)


def small(text: str) -> int:
    """The value of what SMALL matched."""
    if text.isdecimal():
        return int(text)
    value = 0
    for word in text.split():
        if word == "belas":
            value += 10
        elif word == "puluh":
            value *= 10
        else:
            value += {"sepuluh": 10, "sebelas": 11}.get(word) or _DIGITS[word]
    return value
