"""Children and victims who are described until everybody knows them: work, college, kin of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.lexicon import either
from pantau.narrative.gate.names import is_given, is_region
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.scene import Scene, has
from pantau.narrative.gate.standing import is_companion

_SUSPECT = re.compile(r"(?i:tersangka|terdakwa|pelaku|terduga|terpidana|terlapor|petugas|penyidik|polisi)")
# Words in small letters of a predicate's noun; a verb or a time ends it.
_SMALL = (
    r"(?:(?!(?:di|me[mnlr]|ber)[a-z]{4,}|(?:sejak|pada|saat|ketika|oleh|bersama|setelah|karena|kata|menurut|hingga|dan|yang"
    r"|untuk|dengan|tetapi|namun|kini|dalam|terhadap|atas|belum|tidak|warga\s+negara)\b)[a-z][a-z-]*|berjualan|membuka)"
)
_CAPITALS = r"[A-Z][\w'’./-]*(?:\s+(?:[A-Z][\w'’./-]*|\d+[A-Z]?))*"
# "anak perempuan Bupati", "istri Kepala Desa Sukamaju"
_KIN = (
    r"(?i:istri|suami|menantu|mertua|besan|ipar|janda|anak|putra|putri|cucu|keponakan|adik|kakak|ibu|ayah)"
    r"(?:\s+(?i:muda|kedua|kandung|tiri|angkat|bungsu|sulung|perempuan|laki-laki|pertama|semata\s+wayang|dari|seorang|ipar))*"
)
_IS_VICTIM = re.compile(r",?\s+(?:korban|penyintas|yang\s+di[a-z]{4,})(?!\w)")
_HELD = re.compile(r"\s*(?:,\s*)?(?:yakni|yaitu|bernama\s+)?[A-Z]")


@cache
def _predicate() -> re.Pattern[str]:
    """ "Korban adalah dosen [Universitas Cenderawasih]", "perempuan itu bekerja sebagai kasir [Toserba ...]"."""
    who = f"(?:{either('identity', 'subject')}|{either('identity', 'did')})"
    return re.compile(
        rf"(?<!\w)(?P<who>{who})(?!\w)(?P<lead>[^.;\n]{{0,90}}?)\s{either('identity', 'copula')}"
        rf"\s+(?:(?:sebagai|seorang|di|dari|salah\s+satu)\s+)*(?P<name>(?:{_SMALL}\s+){{0,9}}?(?P<proper>{_CAPITALS}))"
    )


@cache
def _only() -> re.Pattern[str]:
    """ "satu-satunya guru agama di Pulau Masalembu" """
    return re.compile(
        rf"(?<!\w)(?i:satu-satunya)\s+(?P<name>(?:{_SMALL}\s+){{1,6}}?(?:(?:di|dari|asal)\s+(?:{_SMALL}\s+){{0,3}})?"
        rf"(?P<proper>{_CAPITALS}))"
    )


@cache
def _harmed_one() -> re.Pattern[str]:
    """ "[Barista kafe Ruang Kopi] jadi korban ..." """
    harmed = either("identity", "suffered")
    return re.compile(
        rf"(?<!\w)(?P<name>[A-Z]?{_SMALL}(?:\s+{_SMALL}){{0,5}}?\s+(?P<proper>{_CAPITALS})(?:\s+di\s+{_CAPITALS})?)"
        rf"(?:\s+(?i:ber)?inisial\s+[A-Z]{{1,4}})?"
        rf"(?:\s+(?:angkatan|semester|kelas)\s+\w+)?"
        rf"(?:\s+(?:yang|diduga|telah|sudah|juga|pernah|kembali|itu|mengaku|melapor))*\s+{harmed}(?!\w)"
    )


@cache
def _apposed() -> re.Pattern[str]:
    """ "korban perkosaan, NM, [pegawai honorer Kantor Camat Sungai Raya]" """
    who = f"(?:{either('identity', 'victim')}|{either('identity', 'bound')}|{either('identity', 'reporter')})"
    return re.compile(
        rf"(?<!\w){who}(?!\w)(?:[^.;\n]{{0,60}}?,?\s+(?:(?:ber)?inisial\s+)?(?:[A-Z]\.?){{1,4}}(?:\s*\(\d+\))?|[^.,;\n]{{0,40}}),"
        rf"\s+(?:seorang\s+)?(?P<name>{either('identity', 'job')}(?:\s+(?:di|pada|{_SMALL})){{0,4}}?"
        rf"\s+(?P<proper>{_CAPITALS}))(?=[,.(]|\s+\(|$)"
    )


@cache
def _initialled() -> re.Pattern[str]:
    """ "[Staf ahli] berinisial KL [di Sekretariat Daerah Kota Bontang] mengaku dilecehkan" """
    who = rf"(?i:{either('identity', 'job')}|{either('identity', 'subject')})(?:\s+{_SMALL}){{0,3}}?"
    harmed = rf"[^.;\n]{{0,60}}?\s{either('identity', 'suffered')}(?!\w)"
    return re.compile(
        rf"(?<!\w){who}\s+(?:ber)?inisial\s+[A-Z]{{1,4}}(?:\s*\(\d+\))?,?\s+(?:di|dari|pada)\s+"
        rf"(?P<name>(?P<proper>{_CAPITALS}))(?P<harmed>{harmed})?"
    )


@cache
def _kin_of_office() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<name>{_KIN}\s+"
        rf"(?:{either('identity', 'office')}(?!\w)(?:\s+{_CAPITALS})?|(?P<post>{_CAPITALS})))(?P<after>.{{0,20}})"
    )


def described(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """What somebody is, where it leads to one person only."""
    text = scene.sentence.text
    if not (scene.grave or (scene.child and scene.case)) or has("event", text):
        return
    for match in _predicate().finditer(text):
        if _is_meant(passage, scene, match) and not _is_wide(match["proper"], text):
            yield scene.finding(passage, match.span("name"), "described", child=scene.child)
    for match in _harmed_one().finditer(text) if scene.grave else ():
        if not (
            is_companion(text, match.start())
            or _SUSPECT.search(match["name"])
            or _is_wide(match["proper"], text)
        ):
            yield scene.finding(passage, match.span("name"), "described", child=scene.child)
    told = (match for match in _initialled().finditer(text) if match["harmed"] or _is_of_victim(scene, match))
    for match in chain(_apposed().finditer(text), told):
        if not _is_wide(match["proper"], text):
            yield scene.finding(passage, match.span("name"), "described", child=scene.child)
    for match in _only().finditer(text):
        if scene.before & {"child", "victim", "bound"}:
            yield scene.finding(passage, match.span("name"), "described", child=scene.child)
    for match in _kin_of_office().finditer(text):
        before, after = text[max(0, match.start() - 25) : match.start()], text[match.end("name") :]
        joined = has("joined", before) or _IS_VICTIM.match(after) is not None
        if joined and not _HELD.match(match["after"]) and not _is_no_post(scene, match["post"]):
            yield scene.finding(passage, match.span("name"), "kin", child=scene.child)


def _is_of_victim(scene: Scene, match: re.Match[str]) -> bool:
    before = scene.sentence.text[: match.start()]
    return has("victim", before) and _SUSPECT.search(before) is None


def _is_no_post(scene: Scene, words: str | None) -> bool:
    """Whether words behind "istri" are a name or a land, not a post such as "Kapten Kapal Sinabung"."""
    return words is not None and (
        scene.sure or " " not in words or is_given(words.split()[0]) or is_region(words)
    )


def _is_meant(passage: Passage, scene: Scene, match: re.Match[str]) -> bool:
    """Whether the subject is the child or the victim, not whoever stands by or did it."""
    text = scene.sentence.text
    if is_companion(text, match.start()) or _SUSPECT.search(match["lead"]):
        return False
    works = has("desk", match["name"]) or has("job", text[match.end("lead") : match.end("name")])
    if has("protected", match["name"]) and not works:
        return False
    if has("did", match["who"]):
        return "yang" in match["lead"]
    if has("pronoun", match["who"]):
        earlier = passage.text[max(0, scene.sentence.start - 250) : scene.sentence.start]
        return bool(scene.before & {"bound", "victim", "child"}) and not _SUSPECT.search(earlier)
    if has("victim", match["who"]) or has("victim", match["lead"]) or has("suffered", match["lead"]):
        return True
    if "inisial" in match["lead"]:
        return True
    if "yang" in match["lead"] and has("grave", match["lead"]):
        return True
    return bool(scene.own & {"child", "bound", "victim"}) and scene.case


def _is_wide(proper: str, text: str) -> bool:
    """Whether a proper name is a land, a province or a regency, where many live, or a whole university."""
    if has("university", proper) and not has("detail", text):
        return True
    words = [word for word in re.findall(r"[\w'’-]+", proper) if not has("area", word)]
    return not words or is_region(" ".join(words)) or all(is_region(word) for word in words)
