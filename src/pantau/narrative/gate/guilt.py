"""Presumption of innocence: a person said to be guilty before a verdict (UU 48/2009 art. 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere, either
from pantau.narrative.gate.names import NAME, is_given, person
from pantau.narrative.gate.passage import Passage, Sentence, is_headline

_BY_LETTERS = r"(?i:berinisial|inisial|tersangka|terdakwa|oknum|petugas|sipir|pegawai)"
_WHO = rf"(?P<name>{_BY_LETTERS}\s+[A-Z](?:\.?\s?[A-Z]){{0,3}}\b\.?|{NAME})"
_LETTERS = re.compile(rf"{_BY_LETTERS}\s+[A-Z. ]+")
_AFTER = r"(?:\s*\([^)\n]{1,12}\))?(?:\s*,[^,.\n]{1,50},)?,?\s+"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    doer = either("guilt", "doer")
    of = rf"(?:\s+{either('guilt', 'of')}(?!\w)){{0,5}}"
    link = r"(?i:adalah|ialah|yakni|yaitu|bernama|merupakan|berinisial)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # "koruptor Budi", "pelaku pungli, Hendra,", "otak pelarian itu adalah Andi"
            rf"(?<!\w){doer}(?!\w){of}(?:\s*,\s*|\s+)(?:{link}\s+)?{_WHO}",
            # "Agus adalah pelaku pemerasan", "Bambang penipu"
            rf"(?<!\w){_WHO}{_AFTER}(?:(?i:adalah|ialah|merupakan|memang|jelas|sebagai)\s+)*{doer}(?!\w)",
            # "Slamet terbukti menerima suap", "Rudi bersalah"
            rf"(?<!\w){_WHO}{_AFTER}(?:(?i:telah|sudah|jelas|memang|juga)\s+)*{either('guilt', 'proven')}(?!\w)",
            # "Ahmad telah mencuri data"
            rf"(?<!\w){_WHO}{_AFTER}(?:yang\s+)?{either('guilt', 'deed')}(?!\w)",
        )
    )


def guilt(passage: Passage) -> Iterator[GateFinding]:
    """Guilt said of a name, unless a court said it or the sentence leaves it open."""
    for at, sentence in enumerate(passage.sentences):
        if anywhere("guilt", "verdict").search(passage.near(at)):
            continue
        for number, pattern in enumerate(_patterns()):
            for match in pattern.finditer(sentence.text):
                if number == 0 and match[0][0].isupper() and match.start() and not sentence.text.isupper():
                    continue  # "Gembong Warsono": a name that is a word
                if (span := _named(sentence, match)) and not _is_open(
                    sentence.text, match, proven=number == 2
                ):
                    start, end = min(match.start(), span[0]), max(match.end() if number else span[1], span[1])
                    place = (sentence.start + start, sentence.start + end)
                    yield found(passage.text, place, "presumption", Severity.ERROR)


def _named(sentence: Sentence, match: re.Match[str]) -> tuple[int, int] | None:
    start, end = match.span("name")
    name = match["name"]
    if _LETTERS.fullmatch(name):
        return start, end
    span = person(sentence.text, start, end, sure=is_headline(sentence.text))
    if span is None or (" " not in sentence.text[slice(*span)] and not is_given(sentence.text[slice(*span)])):
        return None
    return span


def _is_open(text: str, match: re.Match[str], *, proven: bool) -> bool:
    """Whether the sentence leaves guilt open before the words; "tersangka ... terbukti" does not."""
    lead = text[: match.end()]
    return anywhere("guilt", "open_hard" if proven else "open").search(lead) is not None
