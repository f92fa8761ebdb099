"""Short forms and what they stand for: whoever asks for "lapas" also means "lembaga pemasyarakatan"."""

from __future__ import annotations

from functools import cache

from pantau import assets
from pantau.language import tokens

Stems = tuple[str, ...]


@cache
def _pairs() -> tuple[tuple[Stems, Stems], ...]:
    rows = assets.path("abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return tuple((tuple(tokens.stems(short)), tuple(tokens.stems(long))) for short, long in pairs)


@cache
def _partners() -> dict[Stems, tuple[Stems, ...]]:
    found: dict[Stems, dict[Stems, None]] = {}
    for short, long in _pairs():
        found.setdefault(short, {})[long] = None
        found.setdefault(long, {})[short] = None
    return {form: tuple(others) for form, others in found.items()}


_LONGEST = 8  # words of a form; longer runs are not looked up


def equivalents(phrase: Stems) -> list[Stems]:
    """Other ways to write a phrase of stems, by exchanging one short or long form in it."""
    found: dict[Stems, None] = {}
    for start in range(len(phrase)):
        for end in range(start + 1, min(len(phrase), start + _LONGEST) + 1):
            for other in _partners().get(phrase[start:end], ()):
                found[phrase[:start] + other + phrase[end:]] = None
    found.pop(phrase, None)
    return list(found)
