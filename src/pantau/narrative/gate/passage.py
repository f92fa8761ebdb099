"""A text cut into sentences, with what surrounds each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_BREAK = re.compile(r"(?:[.!?]+[\"”’')]*(?=\s)|\n)\s*")
# A full stop that ends an abbreviation or an initial, not a sentence.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:No|Jln?|Prof|[Dd]rs?|Ir|Hj?|KH|Sdri?|Ny|Nn|Tn|Kav|[Aa]lm|a\.n|[Aa]n|Gg|Bpk?|Kel|Kec|Kab"
    r"|Psl|s\.d|S\.H|[A-Z])\.$"
)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 4  # long words of a line that its capitals can be judged by


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    text: str


class Passage:
    """A text with its sentences; a line break ends a sentence too."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found, start = [], 0
        for match in _BREAK.finditer(self.text):
            # A look at the last few characters is enough, and keeps long texts linear.
            if "\n" not in match[0] and _SHORT.search(
                self.text[max(start, match.end() - 12) : match.start() + 1]
            ):
                continue
            found.append(self._sentence(start, match.end()))
            start = match.end()
        found.append(self._sentence(start, len(self.text)))
        return tuple(sentence for sentence in found if sentence.text)

    def _sentence(self, start: int, end: int) -> Sentence:
        whole = self.text[start:end]
        stripped = whole.strip()
        start += len(whole) - len(whole.lstrip())
        return Sentence(start, start + len(stripped), stripped)

    def near(self, at: int) -> str:
        """The sentence of that number with the one before and the one after."""
        around = self.sentences[max(0, at - 1) : at + 2]
        return self.text[around[0].start : around[-1].end]

    def before(self, at: int) -> str:
        """The sentence of that number with the one before."""
        return self.text[self.sentences[max(0, at - 1)].start : self.sentences[at].end]


@lru_cache(maxsize=64)  # asked of each name of a sentence
def is_headline(sentence: str) -> bool:
    """Whether nearly every word has a capital, so that a capital says nothing of names."""
    long = _LETTERS.findall(sentence)
    return len(long) >= _FEWEST and sum(word[0].isupper() for word in long) >= 0.85 * len(long)
