"""How a judgement is put, which may take it back.

A negation turns it round, but blame stays where others ask the ministry not to earn it ("diminta tidak asal bicara").
Praise that is asked about ("Layanan makin cepat?"), promised or only claimed ("katanya gampang") is none; where it is
then contradicted ("katanya gampang, nyatanya ...") it is blame. Blame that is doubted ("Siapa bilang ribet?") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.lexicon import Found
from pantau.language.targets import Who

_END = re.compile(r"[.!?](?=[\s\"”']|$)|\n")
_LOOKED_AT = 400  # characters behind a judgement in which its sentence ends
_BEFORE = 6  # words before praise among which it is said to be a claim
_BEHIND = 14  # words behind it among which it is contradicted
_DOUBTED_BEFORE = 10
_DENIED_BEFORE = 2
_NOTHING, _REFUTED, _TOLD = 0.1, -0.8, 0.8


class Framing:
    """The words that put a judgement: `claimed` and `contrary` around praise, `doubted` before blame."""

    def __init__(self, told: dict[str, Any], negations: frozenset[str]) -> None:
        self._claimed = frozenset(tokens.stems(" ".join(told["claimed"])))
        self._contrary = frozenset(tokens.folded(" ".join(told["contrary"])))
        self._taught = frozenset(tokens.folded(" ".join(told["taught"])))
        self._doubted = frozenset(tokens.folded(" ".join(told["doubted"])))
        self._negations = negations
        self._demanded = frozenset(tokens.stems(" ".join(told["demanded"])))

    def share(self, document: Document, hit: Found[float], named: Sequence[Found[Who]]) -> float:
        """What is left of a judgement, 1 of one that is put plainly; below 0 it is turned round."""
        begin = document.border if hit.start >= document.border else 0
        if not self._taught.isdisjoint(document.words[begin : begin + 2]):
            return _NOTHING  # "Cara mengadukan petugas nakal"
        turned = self._turned(document, hit, named)
        if hit.value * turned < 0:
            begin = max(0, hit.start - _DOUBTED_BEFORE)
            doubted = not self._doubted.isdisjoint(document.words[begin : hit.start])
            return turned * (_NOTHING if doubted and _is_asked(document, hit.end) else 1.0)
        before = document.before(hit.start, _BEFORE)
        if not self._claimed.isdisjoint(before) and self._negations.isdisjoint(before):
            contrary = not self._contrary.isdisjoint(document.words[hit.end : hit.end + _BEHIND])
            return turned * (_REFUTED if contrary else _NOTHING)
        return turned * (_NOTHING if _is_asked(document, hit.end) else 1.0)

    def _turned(self, document: Document, hit: Found[float], named: Sequence[Found[Who]]) -> float:
        before = document.before(hit.start, _DENIED_BEFORE)
        if self._negations.isdisjoint(before):
            return 1.0
        if any(one.start < hit.start <= one.end + 1 and one.end > hit.start - len(before) for one in named):
            # "bebas visa" denies nothing
            before = document.run[max(one.end for one in named if one.start < hit.start) : hit.start]
            if self._negations.isdisjoint(before):
                return 1.0
        if hit.value > 0:
            return -1.0
        if self._is_demanded(document, hit.start, named):
            return _TOLD
        # "not bad" is no praise, "no longer bad" nearly
        return -0.5 if before[-1] == "lagi" else -0.2

    def _is_demanded(self, document: Document, start: int, named: Sequence[Found[Who]]) -> bool:
        """Whether others ask for it, and not the ministry of its own people."""
        before = document.before(start, _BEFORE)
        asked = [at for at, stem in enumerate(before, start - len(before)) if stem in self._demanded]
        return bool(asked) and not any(
            one.value is Who.MINISTRY and 0 <= asked[-1] - one.end <= _BEFORE for one in named
        )


def _is_asked(document: Document, end: int) -> bool:
    """Whether the sentence in which a word stands ends as a question."""
    place = document.ends[end - 1]
    match = _END.search(document.whole, place, place + _LOOKED_AT)
    return match is not None and match.group() == "?"
