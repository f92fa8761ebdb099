"""A sentence that may give a child or a victim away, and what is told around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pantau.narrative.gate.clues import YEARS, clue
from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere, either
from pantau.narrative.gate.passage import Passage, Sentence, is_headline

ADULT = 18  # years; UU 11/2012 art. 1


def has(key: str, text: str) -> bool:
    """Whether a text has a word of a list of `resources/gate/identity.json`."""
    return anywhere("identity", key).search(text) is not None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what it tells of itself, with its neighbours, and with the one before."""

    sentence: Sentence
    own: frozenset[str]
    near: frozenset[str]
    before: frozenset[str]
    at: int = 0  # which sentence of its passage it is

    @property
    def case(self) -> bool:
        return "case" in self.near

    @property
    def child(self) -> bool:
        return "child" in self.near

    @property
    def victim(self) -> bool:
        return "victim" in self.near

    @property
    def grave(self) -> bool:
        return "grave" in self.near

    @property
    def harmed(self) -> bool:
        """Whether a deed or its court is told of, not only a word that other texts have too."""
        return bool(self.near & {"harmed", "grave", "bound"})

    @property
    def festive(self) -> bool:
        """Whether a child is named for what it won or does, and nothing was done to it."""
        resumed = "case" in self.before and _RESUMES.match(self.sentence.text) is not None
        told_of = bool(self.own & {"victim", "grave", "bound"}) or has("suffered", self.sentence.text)
        return not (told_of or resumed) and has("festive", clue("school").sub(" ", self.sentence.text))

    @property
    def has_somebody(self) -> bool:
        return bool(self.own & {"child", "bound", "victim"})

    @property
    def sure(self) -> bool:
        """Whether only common names count, since every word has a capital."""
        return is_headline(self.sentence.text)

    def finding(self, passage: Passage, span: tuple[int, int], why: str, *, child: bool) -> GateFinding:
        start, end = self.sentence.start + span[0], self.sentence.start + span[1]
        rule = "child-identity" if child else "victim-identity"
        severity = Severity.ERROR if child or self.grave else Severity.WARNING
        return found(passage.text, (start, end), rule, severity, why=f"{rule}.{why}")


_RESUMES = re.compile(
    r"(?:(?:Ia|Dia|Mereka|Keduanya|Ketiganya)|(?i:anak|remaja|bocah|siswi|siswa|pelajar)\s+(?:itu|tersebut))(?!\w)"
)
_GROWN = re.compile(r"(?<!\w)(?i:alumn(?:us|i|a)|lulusan|guru|kepala\s+sekolah|kepsek|mahasisw[ai])(?!\w)")
_YOUNGER = re.compile(r"(?<!\w)(?:[Aa]di[kq]|[Aa]dek|[Aa]nanda|[Dd]ek|putr[ai])\s+[A-Z][a-z]")


@cache
def _not_told() -> re.Pattern[str]:
    """ "pencegahan perundungan" is no case, and "bersama dua anaknya" makes nobody a child."""
    no_case = rf"{either('identity', 'prevented')}\s+(?:\w+\s+){{0,3}}?{either('identity', 'case')}"
    return re.compile(rf"(?<!\w)(?:{no_case}|{either('identity', 'aside')})(?!\w)")


def told_of(text: str) -> frozenset[str]:
    """What a sentence tells of, by the lists that it has a word of, and "minor" for an age below 18."""
    text = _not_told().sub(" ", text)
    found = {key for key in ("case", "bound", "child", "victim", "grave", "harmed") if has(key, text)}
    if any(years(match) < ADULT for match in clue("age").finditer(text)):
        found |= {"child", "minor"}
    if _YOUNGER.search(text):
        found.add("child")
    if found & {"victim", "grave"} and clue("school").search(text) and not _GROWN.search(text):
        found.add("child")
    if "bound" in found:
        found.add("case")
    if "grave" in found:
        found.add("case")
        if has("reporter", text) or has("suffered", text):
            found.add("victim")  # whoever reports such a deed is as a rule whom it was done to
    return frozenset(found)


def years(match: re.Match[str]) -> int:
    """The age that a match of "age" or "aged" tells."""
    told = "".join((match["a"] or match["b"] or match["c"] or match["d"] or match["e"]).lower().split())
    return int(told) if told.isdigit() else YEARS.get(told, ADULT)
