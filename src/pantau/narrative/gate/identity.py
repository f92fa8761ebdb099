"""Who must not be recognised: children in a case, and victims (UU 11/2012 art. 19, UU 12/2022, UU 21/2007)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pantau.narrative.gate.clues import YEARS, clue
from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere, either
from pantau.narrative.gate.names import is_given, may_be_written_small, person
from pantau.narrative.gate.passage import Passage, Sentence, is_headline

_ADULT = 18
_TITLE = re.compile(
    r"(?:(?i:kepala|ketua|direktur|menteri|gubernur|bupati|kapol\w+|kakanwil|dirjen|sekretaris|juru\s+bicara|humas|karutan"
    r"|kalapas|hakim|jaksa|komisioner|wakil|kombes|akbp|akp|iptu|ipda|kasat\w*|kanit\w*|advokat|pengacara|psikolog"
    r"|kuasa\s+hukum|pendamping|aktivis|pengamat|anggota|fraksi|petugas|pegawai|penyidik|pembimbing|staf|kabid|kasi|guru"
    r"|bidan|perawat|dokter|dosen|pengusaha)(?:\s+(?!yang|bernama|korban|anak|adalah|atas|me[a-z]{4}|di[a-z]{5})[\w./-]+){0,6}?,?"
    r"|(?i:menurut|kata|ujar|tutur|ucap|jelas|ungkap|bersama|oleh|diketuai|dipimpin|diwakili|didampingi)(?:\s+[\w.]+){0,2}?)\s+$"
)
# Whoever does anything but what victims do is the one who acts.
_ACTS = re.compile(
    r"\s+(?i:(?:juga|turut|akan|telah|sudah)\s+)*"
    r"(?i:me(?!ngalami|njadi|ngaku|nderita|lapor|nangis|lahirkan|ninggal|ngeluh|nceritakan|njalani|rasa|ngadu|nuturkan)"
    r"[a-z]{4,})(?!\w)"
)
_OFFENDER = re.compile(
    r"(?i:tersangka|terdakwa|pelaku(?:nya)?|terduga|terpidana|oleh|terlapor)(?:\s+\w+){0,2},?\s+$"
)
_AUTHORITY = re.compile(
    r"(?i:\s*,\s*(?:selaku\s+)?(?:kepala|ketua|direktur|menteri|wakil|kuasa|pengacara|psikolog|pendamping|hakim|jaksa"
    r"|juru|kapol|kasat|kanit|komisioner|advokat|dosen|pengamat|aktivis|guru|pengasuh|dokter)|\s+selaku\s+(?!ayah|ibu|orang))"
)
_ASIDE = re.compile(r"^(?:\s*,[^,.\n]{1,60},|,)")
_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+\s+(?:dan\s+)?$")
_IN_A_CASE = re.compile(
    r"\s+(?i:(?:dugaan\s+)?(?:pe(?:mer)?kosaan|pencabulan|pelecehan|perundungan|bullying|kekerasan|penganiayaan|penyiksaan"
    r"|perdagangan|tppo|kdrt|eksploitasi|penculikan|persetubuhan))"
)
_RELATIVE = re.compile(r"\s+yang\s")
_PLACED = re.compile(r"(?<!\w)(?i:di|ke|dari|asal|daerah|wilayah|kawasan|jalan|gedung|stasiun|kampus)\s+$")
_DEAD = re.compile(r"(?i:jiwa|meninggal|tewas|wafat)")
_POSTED = re.compile(r"(?i:(?:di)?unggah|mengunggah|unggahan|postingan)")
_REACHED_BY_ALL = re.compile(r"(?i:hubungi|layanan|pengaduan|lapor\b|hotline|call\s+center|resmi)")


def _is(key: str, text: str) -> bool:
    return anywhere("identity", key).search(text) is not None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with what it tells of itself, with its neighbours, and with the one before."""

    sentence: Sentence
    own: frozenset[str]
    near: frozenset[str]
    before: frozenset[str]

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


def identities(passage: Passage) -> Iterator[GateFinding]:
    """Names, kin, schools, addresses, pictures and accounts that give a child or a victim away."""
    told = [_told(sentence.text) for sentence in passage.sentences]
    for at, sentence in enumerate(passage.sentences):
        near = frozenset().union(*told[max(0, at - 1) : at + 2])
        if not near & {"case", "bound"}:
            continue
        scene = _Scene(sentence, told[at], near, before=told[at] | told[max(0, at - 1)])
        yield from _names(passage, scene)
        yield from _kin(passage, scene)
        yield from _strangers(passage, scene)
        yield from _places(passage, scene)
        yield from _pictures(passage, scene)


def _told(text: str) -> frozenset[str]:
    """What a sentence tells of, by the lists that it has a word of, and "minor" for an age below 18."""
    found = {key for key in ("case", "bound", "child", "victim", "grave") if _is(key, text)}
    if any(_years(match) < _ADULT for match in clue("age").finditer(text)):
        found |= {"child", "minor"}
    return frozenset(found)


def _years(match: re.Match[str]) -> int:
    told = "".join((match["a"] or match["b"] or match["c"] or match["d"]).lower().split())
    return int(told) if told.isdigit() else YEARS.get(told, _ADULT)


def _named(scene: _Scene, match: re.Match[str], *, lone: bool = False) -> tuple[int, int] | None:
    """The person named by a match, None if it is a pseudonym or no name at all."""
    text = scene.sentence.text
    start, end = match.span("name")
    if text[start].islower():
        span = _written_small(text, start, end)
    else:
        span = person(text, start, end, sure=scene.sure, lone=lone)
    if span is None or _is("pseudonym", text[max(0, start - 25) : end + 35]):
        return None
    return span


def _written_small(text: str, start: int, end: int) -> tuple[int, int] | None:
    first, *others = text[start:end].split()
    if not may_be_written_small(first) or anywhere("identity", "unnamed").fullmatch(first):
        return None
    last = next((word for word in others[::-1] if is_given(word)), first)
    return start, text.index(last, start) + len(last)


def _names(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    for match in clue("aged").finditer(text) if scene.case and "minor" in scene.own else ():
        if _years(match) < _ADULT and not _is("festive", text) and (span := _named(scene, match, lone=True)):
            yield scene.finding(passage, span, "name", child=True)
    for key, is_meant in _BY_NAME.items() if scene.has_somebody else ():
        for match in clue(key).finditer(text):
            # "Vania, korban perundungan": a case beside the victim makes even a lone first word a name.
            lone = key == "explained" and _IN_A_CASE.match(text, match.end("who")) is not None
            if is_meant(scene, match) and (span := _named(scene, match, lone=lone)):
                yield scene.finding(passage, span, "name", child=scene.child)
    for key in ("suffered", "sufferer", "done", "happened", "telling"):
        for match in clue(key).finditer(text):
            told = (
                scene.child
                or scene.grave
                or (scene.victim and key != "telling")
                or key in ("sufferer", "done", "happened")
            )
            if told and (span := _named(scene, match)):
                yield scene.finding(passage, span, "name", child=scene.child)


def _is_called(scene: _Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if match["name"][0].islower() and re.fullmatch(r"(?i:yaitu|yakni|ialah|adalah)", match["cue"]):
        return False
    of_victim = anywhere("identity", "victim").match(match[0]) is not None
    return not (_is_companion(text, match.start()) or (_grown(text[match.end() :]) and not of_victim))


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


def _is_that(scene: _Scene, match: re.Match[str]) -> bool:
    return scene.case and not _is_known(scene, match.start(), match.span("name"))


def _is_explained(scene: _Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if _TITLE.search(text[max(0, match.start() - 90) : match.start()]):
        return False
    beside = not match["mark"].strip() and match.end("name") + len(match["mark"]) == match.start("who")
    if beside and not _RELATIVE.match(text, match.end("who")):
        return False  # "Budi anak ...": two words that only stand beside one another
    return scene.case


_BY_NAME = {"called": _is_called, "attached": _is_attached, "that": _is_that, "explained": _is_explained}


def _strangers(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    """Persons of common names beside a child or a victim who are nobody's officer, lawyer or speaker."""
    text = scene.sentence.text
    beside = "child" in scene.own or (scene.grave and "victim" in scene.own)
    if not (scene.case and beside and (scene.child or scene.grave)) or _is("festive", text):
        return
    for match in clue("person").finditer(text):
        span = person(text, *match.span(), sure=scene.sure)
        if (
            span is None
            or not any(map(is_given, text[slice(*span)].split()))
            or _is_known(scene, match.start(), span)
        ):
            continue
        if not _is("pseudonym", text[max(0, span[0] - 25) : span[1] + 35]):
            yield scene.finding(passage, span, "name", child=scene.child)


def _is_known(scene: _Scene, start: int, span: tuple[int, int]) -> bool:
    """Whether the words around a name say who it is: an officer, a grown suspect, somebody who speaks."""
    text = scene.sentence.text
    before, lead, after = text[max(0, start - 90) : start], text[start : span[0]], text[span[1] :]
    if _TITLE.search(before) or _TITLE.search(f"{before}{lead}") or _OFFENDER.search(f"{before}{lead}"):
        return True
    if _PLACED.search(before) or _AUTHORITY.match(after) or _grown(after):
        return True
    after = _ASIDE.sub("", after)
    if not scene.child and _ACTS.match(after):
        return True
    return re.match(rf"\s+{either('identity', 'spoke')}(?!\w)", after) is not None


def _grown(after: str) -> bool:
    age = clue("its-age").match(after)
    return age is not None and _years(age) >= _ADULT


def _kin(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.grave):
        return
    for key in ("kin", "own-kin", "offspring", "sired"):
        for match in clue(key).finditer(text):
            if key != "kin" and not (scene.child and scene.case):
                continue
            if _is_companion(text, match.start()) or ("kin" in key and not _is_attached(scene, match)):
                continue
            if span := _named(scene, match):
                yield scene.finding(passage, span, "kin", child=scene.child)
    for match in clue("kin-of").finditer(text):
        if span := _named(scene, match):
            yield scene.finding(passage, (span[0], match.end()), "kin", child=scene.child)
    for match in clue("post").finditer(text):
        if scene.child and scene.case:
            yield scene.finding(passage, match.span("name"), "kin", child=True)


def _places(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    of_child = scene.child and scene.case
    if not scene.before & {"child", "victim"} or not (of_child or (scene.grave and scene.victim)):
        return
    if _is("event", text):
        return
    for match in clue("school").finditer(text) if of_child else ():
        lead = text[max(0, match.start() - 45) : match.start()]
        if not _is("victim", match["name"]) and (_is("student", lead) or _is("victim", lead)):
            yield scene.finding(passage, match.span("name"), "school", child=True)
    for match in clue("street").finditer(text):
        if _is("dwelling", text[max(0, match.start() - 40) : match.start()]):
            yield scene.finding(passage, match.span("name"), "address", child=scene.child)


def _pictures(passage: Passage, scene: _Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.victim):
        return
    for match in clue("pictured").finditer(text):
        if _is("shown", text) and not _is("hidden", text):
            yield scene.finding(passage, match.span("name"), "picture", child=scene.child)
    for match in clue("reached").finditer(text):
        if _is("reach", text) and not _REACHED_BY_ALL.search(text) and not _POSTED.search(text):
            yield scene.finding(passage, match.span("name"), "account", child=scene.child)
