"""Who must not be recognised: children in a case, and victims (UU 11/2012 art. 19, UU 12/2022, UU 21/2007)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pantau.narrative.gate.clues import YEARS, clue
from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere, either
from pantau.narrative.gate.names import is_given, person
from pantau.narrative.gate.passage import Passage, Sentence, is_headline

_ADULT = 18
_TITLE = re.compile(
    r"(?i:kepala|ketua|direktur|menteri|gubernur|bupati|kapol\w+|kakanwil|dirjen|sekretaris|juru\s+bicara|humas"
    r"|karutan|kalapas|hakim|jaksa|komisioner|wakil|kombes|akbp|akp|iptu|ipda|kasat\w*|kanit\w*|advokat|pengacara"
    r"|psikolog|kuasa\s+hukum|pendamping|aktivis|pengamat|menurut|kata|ujar|tutur|ucap|jelas|ungkap|bersama|dengan)"
    r"(?:\s+[\w./-]+){0,8}?,?\s+$"
)
_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+\s+(?:dan\s+)?$")
_PLACED = re.compile(r"(?<!\w)(?i:di|ke|dari|asal|daerah|wilayah)\s+$")
_DEAD = re.compile(r"(?i:jiwa|meninggal|tewas|wafat)")
_POSTED = re.compile(r"(?i:(?:di)?unggah|mengunggah|unggahan|postingan)")
_REACHED_BY_ALL = re.compile(r"(?i:hubungi|layanan|pengaduan|lapor\b|hotline|call\s+center|resmi)")


def _is(key: str, text: str) -> bool:
    return anywhere("identity", key).search(text) is not None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence and what is told around it: is there a case, a child in it, a victim of a grave crime?"""

    sentence: Sentence
    case: bool
    child: bool
    victim: bool
    grave: bool
    sure: bool

    def finding(self, passage: Passage, span: tuple[int, int], why: str, *, child: bool) -> GateFinding:
        start, end = self.sentence.start + span[0], self.sentence.start + span[1]
        rule = "child-identity" if child else "victim-identity"
        severity = Severity.ERROR if child or self.grave else Severity.WARNING
        return found(passage.text, (start, end), rule, severity, why=f"{rule}.{why}")


def identities(passage: Passage) -> Iterator[GateFinding]:
    """Names, kin, schools, addresses, pictures and accounts that give a child or a victim away."""
    for at, sentence in enumerate(passage.sentences):
        near = passage.near(at)
        if not _is("case", near) and not _is("bound", near):
            continue
        scene = _Scene(
            sentence,
            case=_is("case", near),
            child=_is("child", near) or _has_minor(near),
            victim=_is("victim", near),
            grave=_is("grave", near),
            sure=is_headline(sentence.text) and not sentence.text.isupper(),
        )
        yield from _names(passage, scene)
        yield from _kin(passage, scene)
        yield from _places(passage, scene, passage.before(at))
        yield from _pictures(passage, scene)


def _has_minor(text: str) -> bool:
    return any(_years(match) < _ADULT for match in re.finditer(clue("age"), text))


def _years(match: re.Match[str]) -> int:
    told = "".join((match["a"] or match["b"] or match["c"]).lower().split())
    return int(told) if told.isdigit() else YEARS.get(told, _ADULT)


def _named(scene: _Scene, match: re.Match[str], *, lone: bool = False) -> tuple[int, int] | None:
    """The person named by a match, None if it is a pseudonym or no name at all."""
    text = scene.sentence.text
    start, end = match.span("name")
    if text[start].islower():
        if not is_given(text[start:end].split()[0]):
            return None
        kept = [word for word in text[start:end].split() if is_given(word)]
        span: tuple[int, int] | None = (start, start + len(" ".join(kept)))
    else:
        span = person(text, start, end, sure=scene.sure or text.isupper(), lone=lone)
    if span is None or _is("pseudonym", text[max(0, start - 25) : end + 35]):
        return None
    return span


def _names(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    for match in clue("called").finditer(text):
        if (span := _named(scene, match)) and not _is_companion(text, match.start()):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("attached").finditer(text):
        if _is_attached(scene, match) and (span := _named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("aged").finditer(text):
        if scene.case and _years(match) < _ADULT and (span := _named(scene, match, lone=True)):
            yield scene.finding(passage, span, "name", child=True)
    for match in clue("explained").finditer(text):
        if _is_explained(scene, match) and (span := _named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    for key in ("suffered", "done", "happened"):
        for match in clue(key).finditer(text):
            if (scene.child or scene.grave or scene.victim or key != "suffered") and (
                span := _named(scene, match)
            ):
                yield scene.finding(passage, span, "name", child=scene.child)


def _is_attached(scene: _Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if _is_companion(text, match.start()) or _DEAD.search(match[0][: match.start("name") - match.start()]):
        return False
    if _PLACED.search(text[: match.start("name")]):
        return False  # "siswi SD di Bintara Jaya"
    if match[0][0].isupper() and _CAPITAL_BEFORE.search(text[: match.start()]):
        return False  # "Menteri Perlindungan Anak, ...": the end of somebody's title
    return not ("," in match["mark"] and _speaks(text, match.end("name")))


def _speaks(text: str, at: int) -> bool:
    return re.match(rf"\s+{either('identity', 'spoke')}(?!\w)", text[at:]) is not None


def _is_companion(text: str, at: int) -> bool:
    """Whether those before are of somebody who stands by: "kuasa hukum korban, ..."."""
    before = text[max(0, at - 45) : at]
    return re.search(rf"(?<!\w){either('identity', 'companion')}(?:\s+\w+){{0,2}}\s+$", before) is not None


def _is_explained(scene: _Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if _TITLE.search(text[max(0, match.start() - 90) : match.start()]):
        return False
    if not match["mark"].strip() and match.end("name") + len(match["mark"]) == match.start("who"):
        return False  # "Budi anak ...": two words that only stand beside one another
    return scene.case


def _kin(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.grave):
        return
    for key in ("kin", "offspring", "sired"):
        for match in clue(key).finditer(text):
            if key != "kin" and not (scene.child and scene.case):
                continue
            if _is_companion(text, match.start()) or (key == "kin" and not _is_attached(scene, match)):
                continue
            if span := _named(scene, match):
                yield scene.finding(passage, span, "kin", child=scene.child)
    for match in clue("kin-of").finditer(text):
        yield scene.finding(passage, match.span("name"), "kin", child=scene.child)
    for match in clue("post").finditer(text):
        if scene.child and scene.case:
            yield scene.finding(passage, match.span("name"), "kin", child=True)


def _places(passage: Passage, scene: _Scene, before: str) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if _is("event", text):
        return
    protected = _is("child", before) or _is("victim", before) or _has_minor(before)
    if scene.child and scene.case and protected:
        for match in clue("school").finditer(text):
            lead = text[max(0, match.start() - 45) : match.start()]
            names_a_child = match["name"].split()[1:2] and _is("victim", match["name"])
            if not names_a_child and (_is("student", lead) or _is("victim", lead)):
                yield scene.finding(passage, match.span("name"), "school", child=True)
    if protected and ((scene.child and scene.case) or (scene.grave and scene.victim)):
        for match in clue("street").finditer(text):
            if _is("dwelling", text[max(0, match.start() - 40) : match.start()]):
                yield scene.finding(passage, match.span("name"), "address", child=scene.child)


def _pictures(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.victim):
        return
    if _is("shown", text) and not _is("hidden", text):
        for match in clue("pictured").finditer(text):
            yield scene.finding(passage, match.span("name"), "picture", child=scene.child)
    if _is("reach", text) and not _REACHED_BY_ALL.search(text) and not _POSTED.search(text):
        for match in clue("reached").finditer(text):
            yield scene.finding(passage, match.span("name"), "account", child=scene.child)
