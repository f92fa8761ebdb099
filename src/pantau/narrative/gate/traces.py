"""What leads to a child or a victim without a name: kin, school, address, picture, account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pantau.narrative.gate.clues import clue
from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.names import is_given
from pantau.narrative.gate.naming import is_attached, named
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.scene import Scene, has
from pantau.narrative.gate.standing import is_companion

_BARE = re.compile(r"(?i:(?:tidak|tanpa)\s+(?:di)?(?:sensor|blur|samarkan|buramkan|samaran))")
_NO_PERSON = re.compile(r"(?i:asrama(?:nya)?|kelas\s+\w+|sekolah(?:nya)?)$")
# "Kepala SMPN 3", "guru SD ...": said of who works there.
_OF_STAFF = re.compile(
    r"(?<!\w)(?i:kepala(?:\s+sekolah)?|kepsek|wakil\s+kepala|komite(?:\s+sekolah)?|guru(?:\s+\w+)?|penjaga|pengurus|alumni)\s+$"
)
_TOLD = re.compile(
    r"[^.;\n]{0,80}\s(?:menimpa|dialami)\s+(?:anak|putr[ai]|buah\s+hati|cucu)|,\s+(?:pelaku|korban|siswi?|siswa|murid|pelajar|bocah|anak|santri)"
)
_SPOUSE = re.compile(r"(?i:istri|suami|pacar)")
_OF_PUPIL = re.compile(
    r"(?<!\w)(?i:siswi?nya|siswanya|murid(?:nya)|santri(?:wati)?nya|anak\s+didiknya)(?!\w)"
)
# "Guru tari Sanggar Kirana dipolisikan": whoever is accused leads to the children there.
_ACCUSED = re.compile(
    r"(?<!\w)(?i:dipolisikan|dilaporkan|ditangkap|ditahan|dibekuk|diringkus|tersangka|terdakwa|divonis|diadili|pelaku|terlapor|mencabuli|melecehkan"
    r"|menganiaya|menyetubuhi|memperkosa|menyodomi|merekam|meraba|menyiksa)(?!\w)"
)
_OF_KIN = re.compile(
    r"(?<!\w)(?i:ibu|ayah|bapak|orang\s*tua|kakak|keluarga|wali|paman|tante|nenek|kakek)\s+(?i:korban|anak|bocah|siswi?|penyintas)(?!\w)"
)
_POSTED = re.compile(r"(?i:(?:di)?unggah|mengunggah|unggahan|postingan)")
_REACHED_BY_ALL = re.compile(r"(?i:hubungi|layanan|pengaduan|lapor\b|hotline|call\s+center|resmi)")


def kin(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.grave):
        return
    for key in ("kin", "own-kin", "offspring", "sired", "heir", "born-of", "couple"):
        for match in clue(key).finditer(text):
            of_spouse = key == "own-kin" and scene.grave and _SPOUSE.match(match[0]) is not None
            if key != "kin" and not (scene.child and scene.case) and not of_spouse:
                continue
            if is_companion(text, match.start()) or ("kin" in key and not is_attached(scene, match)):
                continue
            if span := named(scene, match):
                yield scene.finding(passage, span, "kin", child=scene.child)
    for match in clue("spouse-of").finditer(text) if scene.grave else ():
        if not is_companion(text, match.start()) and (span := named(scene, match)):
            yield scene.finding(passage, span, "name", child=scene.child)
    for match in clue("kin-lead").finditer(text) if scene.child and scene.harmed else ():
        span = named(scene, match)
        if span and _is_of_child(text, span) and not is_companion(text, match.start()):
            yield scene.finding(passage, span, "name", child=True)
    for match in clue("kin-of").finditer(text):
        if span := named(scene, match):
            yield scene.finding(passage, (span[0], match.end()), "kin", child=scene.child)
    for match in chain(clue("post").finditer(text), clue("post-at").finditer(text)):
        if scene.child and scene.case:
            yield scene.finding(passage, match.span("name"), "kin", child=True)


def _is_of_child(text: str, span: tuple[int, int]) -> bool:
    """Whether a name behind "orang tua" is a common one, or something is told that happens to children."""
    common = is_given(text[slice(*span)].split()[0])
    return common or has("suffered", text) or _TOLD.match(text, span[1]) is not None


def places(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    of_child = scene.child and scene.case
    if not scene.before & {"child", "victim"} or not (of_child or (scene.grave and scene.victim)):
        return
    if has("event", text):
        return
    for match in clue("school").finditer(text) if of_child else ():
        lead = text[max(0, match.start() - 45) : match.start()]
        if _OF_STAFF.search(lead) and not (_is_harmed(scene) and _OF_PUPIL.search(text)):
            continue
        told = has("student", lead) or has("victim", lead) or _is_harmed(scene)
        if not has("victim", match["name"]) and told:
            yield scene.finding(passage, match.span("name"), "school", child=True)
    if of_child and _is_harmed(scene):
        for match in clue("circle").finditer(text):
            if match["staff"] and not _ACCUSED.search(text):
                continue
            yield scene.finding(passage, match.span("name"), "school", child=True)
    for match in clue("landmark").finditer(text):
        if has("home", text[max(0, match.start() - 60) : match.start()]):
            yield scene.finding(passage, match.span("name"), "address", child=scene.child)
    for match in clue("street").finditer(text):
        if text[: match.start()].lower().endswith("ketua "):
            continue
        at_home = clue("child-of").search(text[max(0, match.start() - 70) : match.start()])
        if at_home or has("dwelling", text[max(0, match.start() - 60) : match.start()]):
            yield scene.finding(passage, match.span("name"), "address", child=scene.child)


def _is_harmed(scene: Scene) -> bool:
    """Whether the sentence itself tells of a victim or of what was done to one."""
    return bool(scene.own & {"victim", "grave"}) or has("suffered", scene.sentence.text)


def pictures(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    if not (scene.child or scene.victim or scene.grave):
        return
    for match in clue("pictured").finditer(text):
        bare = _BARE.search(text) is not None
        if has("shown", text) and (bare or not has("hidden", text)) and not _NO_PERSON.search(match["name"]):
            yield scene.finding(passage, match.span("name"), "picture", child=scene.child)
    for match in clue("unveiled").finditer(text):
        yield scene.finding(passage, match.span("name"), "picture", child=scene.child)
    for match in clue("account-of").finditer(text):
        if span := named(scene, match):
            yield scene.finding(passage, span, "account", child=scene.child)
    for match in clue("reached").finditer(text):
        posted = _POSTED.search(text) and not _OF_KIN.search(text, 0, match.start())
        if has("reach", text) and not _REACHED_BY_ALL.search(text) and not posted:
            yield scene.finding(passage, match.span("name"), "account", child=scene.child)
