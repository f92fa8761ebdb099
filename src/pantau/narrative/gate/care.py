"""Care for people, and caution: empathy, blame, guesses, hearsay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.narrative.gate.dead import KNOWN
from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere
from pantau.narrative.gate.passage import Passage, Sentence

_FEWEST = 8  # words: a shorter text is a headline or a sentence, and tells no feelings
_FIRST = re.compile(
    r"(?i:pernyataan\s+awal|keterangan\s+awal|holding\s+statement|kami\s+baru\s+(?:saja\s+)?menerima\s+(?:laporan|informasi))"
)
# "tidak ada tahanan yang tewas", "tanpa korban jiwa": a few words before, for "tidak tertolong" denies nothing
_DENIED = re.compile(
    r"(?<!\w)(?i:tidak|tak|nggak|ngga|gak|ga|tdk|enggak|tanpa|nihil|belum|bukan|nol)\s+(?:[\w-]+\s+){0,5}$"
)
_UNTRUE = re.compile(r"(?i:tidak\s+benar|hoaks|bohong|keliru|meluruskan|membantah)")
_WORD = re.compile(r"\w+")


def is_first(passage: Passage) -> bool:
    """Whether a text calls itself a first statement."""
    return _FIRST.search(passage.text[:600]) is not None


def empathy(passage: Passage) -> Iterator[GateFinding]:
    """The first words of people dead or badly hurt in a text that has no word of sympathy."""
    too_short = len(passage.sentences) < 2 or len(_WORD.findall(passage.text)) < _FEWEST
    if too_short or anywhere("care", "empathy").search(passage.text):
        return
    for at, sentence in enumerate(passage.sentences):
        unsaid = KNOWN.search(sentence.text) or anywhere("care", "unhurt").search(sentence.text)
        if unsaid or _UNTRUE.search(passage.near(at)):
            continue
        for match in anywhere("care", "hurt").finditer(sentence.text):
            if not _DENIED.search(sentence.text[: match.start()]):
                yield _at(passage, sentence, match, "empathy", Severity.WARNING)
                return


def caution(passage: Passage, *, first_statement: bool) -> Iterator[GateFinding]:
    """Blame, guesses and hearsay. In a first statement they are errors, and "diduga" is a guess too."""
    severity = Severity.ERROR if first_statement else Severity.WARNING
    for sentence in passage.sentences:
        text = sentence.text
        if first_statement or not anywhere("care", "inquiry").search(text):
            yield from _all(passage, sentence, ("blame", "blame"), severity)
        yield from _all(passage, sentence, ("guess", "speculation"), severity)
        if first_statement:
            yield from _all(passage, sentence, ("first_guess", "speculation"), Severity.WARNING)
        if anywhere("care", "denied").search(text):
            continue
        yield from _all(passage, sentence, ("hearsay", "unconfirmed"), severity)
        if first_statement:
            yield from _all(passage, sentence, ("first_hearsay", "unconfirmed"), severity)


def _all(
    passage: Passage, sentence: Sentence, listed: tuple[str, str], severity: Severity
) -> Iterator[GateFinding]:
    key, rule = listed
    for match in anywhere("care", key).finditer(sentence.text):
        yield _at(passage, sentence, match, rule, severity)


def _at(
    passage: Passage, sentence: Sentence, match: re.Match[str], rule: str, severity: Severity
) -> GateFinding:
    return found(
        passage.text,
        (sentence.start + match.start(), sentence.start + match.end()),
        rule,
        severity,
        said=match[0],
    )
