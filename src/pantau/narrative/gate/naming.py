"""Persons who are named as a child in a case or as a victim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.narrative.gate.clues import clue
from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.lexicon import anywhere, each
from pantau.narrative.gate.names import is_given, may_be_written_small, person
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.scene import ADULT, Scene, has, years
from pantau.narrative.gate.standing import (
    ADVERBIAL,
    JUST_SPEECH,
    PLACED,
    TITLE,
    is_companion,
    is_grown,
    is_known,
    is_plain_word,
    speaks,
)

_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+\s+(?:dan\s+)?$")
_IN_A_CASE = re.compile(
    r"\s+(?i:(?:dugaan\s+)?(?:pe(?:me)?rkosaan|pencabulan|pelecehan|perundungan|bullying|kekerasan|penganiayaan|penyiksaan"
    r"|perdagangan|tppo|kdrt|eksploitasi|penculikan|persetubuhan))"
)
_SUSPECT = re.compile(r"(?i:tersangka|terdakwa|pelaku|terduga|terpidana|menangkap)")
# "Raka anak XI TKJ", "Budi siswa kelas 9"
_IN_CLASS = re.compile(r"\s+(?:(?i:kelas|sdn?|smpn?|sman?|smkn?|mtsn?|tk)\b|[XVI]{1,4}\b|\d)")
_HARMED = (
    *("suffered", "sufferer", "done", "happened", "happened-to", "befallen", "telling"),
    *("own-story", "own-words"),
)
_DONE_BY = re.compile(
    r"(?i:terpidana|narapidana|napi|tersangka|terdakwa|pelaku|terduga|buronan|dpo)\s+(?:\w+\s+)?$"
)
_SEVERAL = re.compile(
    r"(?<!\w)(?i:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|para|\d+)\s+(?:orang\s+)?$"
)
_RELATIVE = re.compile(r"\s+yang\s")
_OTHERS = re.compile(
    r"(?<!\w)(?i:tersangka|terdakwa|pelaku|terduga|terpidana|terlapor|petugas|penyidik|polisi|jaksa|hakim|dokter|dosen|guru|pengacara"
    r"|kuasa\s+hukum|psikolog|pendamping|kepala|ketua|direktur|majikan(?:nya)?|pegawai|ustaz|pengasuh|oknum|pria|lelaki|ayah\s+tiri"
    r"|pacar(?:nya)?|suami(?:nya)?|warga(?!\s+(?:binaan|negara))|kurir|sopir|satpam|tetangga|penjaga|pedagang|saksi\s+ahli|ahli|warga\s+negara)(?!\w)"
    r"|(?<!\w)(?i:pt|cv|kapal|desa|dusun|yayasan|perusahaan|sekolah|kafe|hotel|aplikasi|program|grup|akun)\s+$"
)
_IN_LIST = re.compile(
    r"\s*(?:\(\d+\)\s*)?,?\s*(?:dan|serta)\s+(?:[A-Z]|\w+\s+lain)|\s*,\s*[A-Z]\w+\s*,?\s*(?:dan|serta)\s"
)
_ITS_TELLING = re.compile(r"\s+(?:\d|ber(?:usia|umur|inisial)|korban|asal|yang\s+(?:di|te|me|masih|baru))")
_TOLD_AFTER = re.compile(
    r"\s*\(\d|\s*,\s*(?:\d|yang|anak|korban|siswi?|murid|pelajar)|\s+(?:di|ber|ter)[a-z]{4,}|\s+(?:kini|yang|sempat|masih)\s"
)
_REPORTED = re.compile(
    r"(?i:(?:melaporkan|mengadukan|menggugat)\s+(?:mantan\s+)?(?:suami|pacar|majikan|atasan)(?:nya)?)"
)
# "yang foto bugilnya disebar mantan suami": who did it stands inside
_PASSIVE = re.compile(
    r"(?<!\w)y(?:an)?g\s[^,.;]{0,40}?\bdi[a-z]{4,}(?:\s+(?:oleh\s+)?(?:mantan\s+)?[a-z]+){1,2}"
)
_OF_SCHOOL = re.compile(r"(?i:guru|wali\s+kelas|wali\s+murid|di\s+sekolah|masuk\s+sekolah)")
_OF_PERSON = re.compile(
    r"(?:Wajah|Foto|Video|Nama|Kondisi|Nasib|Tubuh|Jenazah|Kisah|Identitas|Rumah|Akun|Potret)\s+(?=[A-Z])"
)
_DEAD = re.compile(r"(?i:jiwa|meninggal|tewas|wafat)")


def named(scene: Scene, match: re.Match[str], *, lone: bool = False) -> tuple[int, int] | None:
    """The person named by a match, None if it is a pseudonym or no name at all."""
    text = scene.sentence.text
    start, end = match.span("name")
    if text[start].islower():
        span = _written_small(text, start, end)
    else:
        told = _OF_PERSON.match(text, start)  # "Wajah Bilqis"
        span = person(text, told.end() if told else start, end, sure=scene.sure, lone=lone)
    if span is None or has("pseudonym", text[max(0, start - 25) : end + 35]):
        return None
    return span


def _written_small(text: str, start: int, end: int) -> tuple[int, int] | None:
    first, *others = text[start:end].split()
    if not may_be_written_small(first) or anywhere("identity", "unnamed").fullmatch(first):
        return None
    last = next((word for word in others[::-1] if is_given(word)), first)
    return start, text.index(last, start) + len(last)


def names(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    for match in clue("aged").finditer(text) if scene.case and "minor" in scene.own else ():
        if PLACED.search(text[: match.start()]):
            continue  # "pulang ke Lotim (4)"
        if years(match) < ADULT and not has("festive", text) and (span := named(scene, match, lone=True)):
            yield scene.finding(passage, span, "name", child=True)
    for match in clue("aged-far").finditer(text) if scene.case and "minor" in scene.own else ():
        if years(match) < ADULT and not _is_titled(text, match) and (span := named(scene, match)):
            yield scene.finding(passage, span, "name", child=True)
    for key, is_meant in _BY_NAME.items() if scene.has_somebody and not scene.festive else ():
        for match in clue(key).finditer(text):
            # "Vania, korban perundungan": a case beside the victim makes even a lone first word a name.
            lone = key == "explained" and (
                _IN_A_CASE.match(text, match.end("who")) is not None or _is_one_child(text, match)
            )
            if is_meant(scene, match) and (span := named(scene, match, lone=lone)):
                yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("beside").finditer(text) if scene.case else ():
        if _is_beside(scene, match) and (span := named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("reported-by").finditer(text) if scene.grave else ():
        if (span := named(scene, match)) and not is_known(scene, match.start("name"), span):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("resumed").finditer(text) if scene.case else ():
        if _is_resumed(passage, scene) and (span := named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    yield from _merely_called(passage, scene)
    for key in _HARMED:
        for match in each(clue(key), text):
            if _is_harmed(scene, key, match) and (span := named(scene, match)):
                yield scene.finding(passage, span, "name", child=scene.child)


def _is_one_child(text: str, match: re.Match[str]) -> bool:
    """ "Felisha, bocah 3 tahun yang ...": a child told by its age or its fate behind a comma."""
    told = "," in match["mark"] and has("minor", match["who"]) and _ITS_TELLING.match(text, match.end("who"))
    return bool(told) and not has("adverbial", match["name"])


def _is_beside(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the one named in an aside is whom the sentence says a deed was done to, not who did it."""
    text = scene.sentence.text
    lead = _REPORTED.sub(" ", match[0][: match.start("name") - match.start()])
    if _OTHERS.search(lead) or _is_titled(text, match, "name") or has("did", text[match.end() :]):
        return False
    told = has("suffered", text) or scene.own & {"grave"}
    return bool(told) and not speaks(text, match.end() - 1) and not speaks(text, match.end())


def _is_harmed(scene: Scene, key: str, match: re.Match[str]) -> bool:
    """Whether a deed is told of somebody who must not be named, not of whoever did it."""
    done_by = _DONE_BY.search(scene.sentence.text, 0, match.start()) if key == "happened-to" else None
    if done_by and not _SEVERAL.search(scene.sentence.text[: done_by.start()]):
        return False  # "terpidana pencabulan Wahid"
    if key == "telling" and has("festive", scene.sentence.text):
        return False  # "kisah Malin Kundang dipentaskan anak binaan"
    if PLACED.search(scene.sentence.text[max(0, match.start("name") - 25) : match.start("name")]):
        return False  # "remaja asal Lombok menjadi korban"
    victim = scene.victim and key != "telling"
    return scene.child or scene.grave or victim or key in ("sufferer", "done", "happened")


def _merely_called(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """ "Pekerja migran asal Lombok bernama Sahnim", "mbak tini", "anaknya pak modin": whoever is not said to have
    done it."""
    text = scene.sentence.text
    if not (scene.case and (scene.child or scene.grave)) or has("festive", text):
        return
    for match in clue("merely-called").finditer(text):
        if not _OTHERS.search(_PASSIVE.sub(" ", text[: match.start()])) and (span := named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in each(clue("hailed"), text):
        if match["name"][0].islower() and (not is_given(match["name"]) or has("ordinary", match["name"])):
            continue
        lead = text[text.rfind(" ", 0, max(0, match.start() - 1)) + 1 : match.start()]
        officer = match["name"][0].isupper() and is_known(scene, match.start(), match.span("name"))
        if officer or speaks(text, match.end()) or _OTHERS.search(lead):
            continue
        if span := named(scene, match):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("hailed-kin").finditer(text):
        if not speaks(text, match.end()):
            yield scene.finding(passage, match.span("name"), "kin", child=scene.child)


def also(passage: Passage, scene: Scene, finding: GateFinding) -> Iterator[GateFinding]:
    """Those named in one breath: "Ical [dan Amar]"."""
    text, at = scene.sentence.text, finding.end - scene.sentence.start
    while match := clue("also").match(text, at):
        span = named(scene, match)
        if span is None:
            return
        listed = match["mark"].strip() == ","
        if listed and (
            is_known(scene, match.start("name"), span)
            or not (is_given(text[slice(*span)].split()[0]) or _IN_LIST.match(text, span[1]))
        ):
            return
        yield scene.finding(passage, span, "name", child=finding.rule == "child-identity")
        at = span[1]


def _is_resumed(passage: Passage, scene: Scene) -> bool:
    """Whether the sentence before tells of a child or a victim, and of no suspect who could be meant."""
    earlier = passage.text[max(0, scene.sentence.start - 250) : scene.sentence.start]
    told = scene.before & {"bound"} or (
        scene.before & {"child", "victim", "grave"} and not _SUSPECT.search(earlier)
    )
    return bool(told)


def _is_called(scene: Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if match["name"][0].islower() and re.fullmatch(r"(?i:yaitu|yakni|ialah|adalah)", match["cue"]):
        return False
    of_victim = anywhere("identity", "victim").match(match[0]) is not None
    return not (is_companion(text, match.start()) or (is_grown(text[match.end() :]) and not of_victim))


def is_attached(scene: Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    if _OF_SCHOOL.match(match[0]):
        return False  # "Guru BK, Pak Sigit"
    if is_companion(text, match.start()) or _DEAD.search(match[0][: match.start("name") - match.start()]):
        return False
    if PLACED.search(text[: match.start("name")]):
        return False  # "siswi SD di Bintara Jaya"
    if match[0][0].isupper() and _CAPITAL_BEFORE.search(text[: match.start()]):
        return False  # "Menteri Perlindungan Anak, ...": the end of somebody's title
    return not ("," in match["mark"] and speaks(text, match.end("name")))


def _is_that(scene: Scene, match: re.Match[str]) -> bool:
    return scene.case and not is_known(scene, match.start(), match.span("name"))


def _is_titled(text: str, match: re.Match[str], group: int | str = 0) -> bool:
    before = text[: match.start(group)]
    return TITLE.search(before) is not None and ADVERBIAL.search(before) is None


def _is_far(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the words between a name and its victim are of no officer, lawyer or suspect."""
    text = scene.sentence.text
    of_kin = has("kin", match["gap"]) and not match["who"].startswith(
        "y"
    )  # "ibu korban", not "istri yang dibakar"
    beside = is_companion(text, match.start("who")) or _OTHERS.search(match["gap"]) or of_kin
    return scene.case and not beside and not has("companion", match["gap"]) and not _is_titled(text, match)


def _is_attached_far(scene: Scene, match: re.Match[str]) -> bool:
    """Whether what stands between "korban" and a name only tells what was done, and nobody's kin is meant."""
    before = scene.sentence.text[max(0, match.start() - 30) : match.start()]
    if not (has("case", match["gap"]) or has("grave", match["gap"])):
        return False
    if is_companion(scene.sentence.text, match.start()) or TITLE.search(
        f"{match['gap'].split(' oleh ')[0]} "
    ):
        return False
    return scene.case and (scene.child or scene.grave or not has("kin", before))


def _is_victim(scene: Scene, match: re.Match[str]) -> bool:
    return scene.case and not is_companion(scene.sentence.text, match.start())


def _is_done_to(scene: Scene, match: re.Match[str]) -> bool:
    return (scene.case and not is_grown(scene.sentence.text[match.end("name") :])) or scene.grave


def _is_tried(scene: Scene, match: re.Match[str]) -> bool:
    """A child before its court, whatever it is called there."""
    return scene.case and not is_grown(scene.sentence.text[match.end("name") :])


def _is_explained(scene: Scene, match: re.Match[str]) -> bool:
    text = scene.sentence.text
    before = text[max(0, match.start() - 90) : match.start()]
    if PLACED.search(before):
        return False  # "remaja asal Lombok menjadi korban"
    # "kata Budi, penyintas ...": a victim may speak, an officer is no victim.
    if TITLE.search(before) and not (JUST_SPEECH.search(before) and has("victim", match["who"])):
        return False
    beside = not match["mark"].strip() and match.end("name") + len(match["mark"]) == match.start("who")
    if beside and not _RELATIVE.match(text, match.end("who")) and not _IN_CLASS.match(text, match.end("who")):
        return False  # "Budi anak ...": two words that only stand beside one another
    return scene.case


_BY_NAME = {
    "called": _is_called,
    "attached": is_attached,
    "that": _is_that,
    "done-to": _is_done_to,
    "explained-far": _is_far,
    "attached-far": _is_attached_far,
    "victim-job": _is_victim,
    "listed": _is_that,
    "tried": _is_tried,
    "explained": _is_explained,
}


def _is_uncommon(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether two words or more that no list has can be a name: a deed is told of, and something is told of them."""
    text = scene.sentence.text
    return scene.harmed and " " in text[slice(*span)] and _TOLD_AFTER.match(text, span[1]) is not None


def strangers(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """Persons of common names beside a child or a victim who are nobody's officer, lawyer or speaker."""
    text = scene.sentence.text
    beside = "child" in scene.own or (scene.grave and "victim" in scene.own)
    if not (scene.case and beside and (scene.child or scene.grave)) or has("festive", text):
        return
    for match in clue("person").finditer(text):
        span = person(text, *match.span(), sure=scene.sure)
        if (
            span is None
            or is_plain_word(text, span)
            or not (any(map(is_given, text[slice(*span)].split())) or _is_uncommon(scene, span))
            or is_known(scene, match.start(), span)
        ):
            continue
        if not has("pseudonym", text[max(0, span[0] - 25) : span[1] + 35]):
            yield scene.finding(passage, span, "name", child=scene.child)
