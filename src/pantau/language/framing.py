"""How a judgement is put, which may take it back.

Praise that is asked about ("Layanan makin cepat?"), promised or only claimed ("katanya gampang") is none; where it is
then contradicted ("katanya gampang, nyatanya ...") it is blame. Blame that is doubted ("Siapa bilang ribet?") is none.
"""

from __future__ import annotations

import re
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document

_END = re.compile(r"[.!?](?=[\s\"”']|$)|\n")
_LOOKED_AT = 400  # characters behind a judgement in which its sentence ends
_BEFORE = 6  # words before praise among which it is said to be a claim
_BEHIND = 14  # words behind it among which it is contradicted
_DOUBTED_BEFORE = 10
_NOTHING, _REFUTED = 0.1, -0.8


class Framing:
    """The words that put a judgement: `claimed` and `contrary` around praise, `doubted` before blame."""

    def __init__(self, told: dict[str, Any], negations: frozenset[str]) -> None:
        self._claimed = frozenset(tokens.stems(" ".join(told["claimed"])))
        self._contrary = frozenset(tokens.folded(" ".join(told["contrary"])))
        self._doubted = frozenset(tokens.folded(" ".join(told["doubted"])))
        self._negations = negations

    def share(self, document: Document, start: int, end: int, value: float) -> float:
        """What is left of a judgement, 1 of one that is put plainly; below 0 it is turned round."""
        if value < 0:
            begin = max(0, start - _DOUBTED_BEFORE)
            doubted = not self._doubted.isdisjoint(document.words[begin:start])
            return _NOTHING if doubted and _is_asked(document, end) else 1.0
        before = document.before(start, _BEFORE)
        if not self._claimed.isdisjoint(before) and self._negations.isdisjoint(before):
            contrary = not self._contrary.isdisjoint(document.words[end : end + _BEHIND])
            return _REFUTED if contrary else _NOTHING
        return _NOTHING if _is_asked(document, end) else 1.0


def _is_asked(document: Document, end: int) -> bool:
    """Whether the sentence in which a word stands ends as a question."""
    place = document.ends[end - 1]
    match = _END.search(document.whole, place, place + _LOOKED_AT)
    return match is not None and match.group() == "?"
