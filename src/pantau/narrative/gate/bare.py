"""Persons beside a child or a victim whom nothing introduces: no office, no calling, no place in the case.

Releases introduce whoever acts or speaks in them ("Kapolres ...", "kuasa hukum korban, ..."). Who is only named, in a
text of a child or of a grave deed, is as a rule the one whom it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pantau.narrative.gate.clues import clue
from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.names import inner, is_given, person
from pantau.narrative.gate.passage import Passage, Sentence, is_headline
from pantau.narrative.gate.scene import Scene, has
from pantau.narrative.gate.standing import is_known, is_plain_word

# After these words a name stands alone; after any other small word it belongs to that word: "instruktur Budi".
_FREE = re.compile(
    r"(?:^|(?<!\w)(?i:dan|sejak|setelah|saat|ketika|agar|supaya|untuk|dengan|kepada|terhadap|pada|kini|bahwa|karena|sebelum|sampai"
    r"|hingga|atas|bagi|si|sang|ini|inilah|itu|hari|tahun|bulan|nasib|kasus|kliennya|anaknya|muridnya|korbannya|cucunya|keluarga|orang\s+tua|ayah|ibu|kondisi|kisah|cerita|intim|foto|video|rekaman|kesempatan|hak|padahal|meski|namun"
    r"|sehingga|malam|pagi|siang|sore|selama|dari|akhirnya|ternyata|bahkan|kemudian|lalu|sementara|sedangkan"
    r"|(?:me|di|ter)[a-z]{4,})|[\"“”:;.])\s*$"
)
_CALLED_OTHERWISE = re.compile(
    r"(?<!\w)(?i:warga|kurir|sopir|satpam|tetangga|penjaga|pedagang|petugas|saksi|relawan)(?:\s+\w+){0,2}\s+bernama\s+$"
)
_ARRESTED = re.compile(
    r"(?i:kasasi|banding|peninjauan\s+kembali|memvonis|menghukum|memidana|(?:men|di)angkap|menahan|meringkus|membekuk|menciduk|menetapkan|mengamankan|memburu)\s*(?:terdakwa\s+|I\s+|Ni\s+)?$"
)
# An uncommon name is known by what it does: "sejak Kayla mengalami ...".
_CLAUSE = re.compile(
    r"(?<!\w)(?:bahwa|sejak|ketika|saat|setelah|sebelum|karena|nasib|kondisi|menyatakan|menuturkan|menyebut|mengatakan|melihat)\s+$"
)
_DOES = re.compile(
    r"\s+(?:(?:tidak|sudah|telah|sempat|kini|mulai|masih|pernah|sering|baru)\s+)*(?:me|di|ber|ter)[a-z]{3,}"
)
_LEADING = re.compile(r"[A-Za-z]+")


def bare(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """Names that stand alone near a child in a case or a victim of a grave deed."""
    text = scene.sentence.text
    if not (scene.harmed and (scene.child or scene.grave)):
        return
    if scene.sure or has("festive", text) or has("event", text):
        return
    known: frozenset[str] | None = None
    for span in _persons(scene):
        if has("pseudonym", text[max(0, span[0] - 25) : span[1] + 35]):
            continue
        known = acquainted(passage) if known is None else known
        if not {word.lower() for word in text[slice(*span)].split()} & known:
            yield scene.finding(passage, span, "name", child=scene.child)


def _persons(scene: Scene) -> Iterator[tuple[int, int]]:
    text = scene.sentence.text
    for match in clue("person").finditer(text):
        span = person(text, *match.span()) or inner(text, *match.span())
        if (
            span is None
            or is_plain_word(text, span)
            or not (_is_common(text[slice(*span)]) or _acts_as_one(text, span))
        ):
            continue
        if not is_known(scene, match.start(), span) and _stands_alone(text, match.start(), span[0]):
            yield span


def _is_common(name: str) -> bool:
    return any(map(is_given, name.split()))


def _acts_as_one(text: str, span: tuple[int, int]) -> bool:
    if _DOES.match(text, span[1]) is None:
        return False
    several = text[slice(*span)].count(" ")
    return (several > 0 and not span[0]) or _CLAUSE.search(text[: span[0]]) is not None


def _stands_alone(text: str, start: int, name: int) -> bool:
    """Whether no capital of an office and no arrest stands before a name; any word in small letters may."""
    leading = _LEADING.findall(text[start:name])
    if leading:
        return all(has("child", word) or _FREE.search(word) for word in leading)
    return _ARRESTED.search(text[:name]) is None and _CALLED_OTHERWISE.search(text[:name]) is None


@lru_cache(maxsize=1)  # once a text, whatever the number of its sentences
def acquainted(passage: Passage) -> frozenset[str]:
    """The words of names that some sentence of the text introduces as an officer, a speaker, a suspect."""
    found: set[str] = set()
    for sentence in passage.sentences:
        for match in clue("person").finditer(sentence.text):
            span = person(sentence.text, *match.span(), sure=is_headline(sentence.text))
            if span and _is_introduced(sentence, match.start(), span):
                found.update(word.lower() for word in sentence.text[slice(*span)].split())
    return frozenset(found)


def _is_introduced(sentence: Sentence, start: int, span: tuple[int, int]) -> bool:
    # As in a text of a child: whoever merely acts is not thereby an officer.
    scene = Scene(sentence, frozenset({"child"}), frozenset({"child"}), frozenset())
    return is_known(scene, start, span) or not _stands_alone(sentence.text, start, span[0])
