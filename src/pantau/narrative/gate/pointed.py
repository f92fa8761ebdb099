"""Names that the sentence beside them says to be a child's: "Polisi menjemput Ayu. Remaja 16 tahun itu ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.narrative.gate.clues import clue
from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.lexicon import either
from pantau.narrative.gate.names import inner, person
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.scene import Scene, has
from pantau.narrative.gate.standing import is_grown, is_known

_ACCUSED = re.compile(r"(?<!\w)(?i:terdakwa|tersangka|pelaku|terpidana|terduga\s+pelaku)(?:\s*,\s*|\s+)$")
_LONG_ENOUGH = 2  # words: a single one with a capital that opens a sentence may be any word


@cache
def _points_back() -> re.Pattern[str]:
    """ "Siswa SD itu ...", "Bocah yang masih TK tersebut ..." at a sentence's beginning."""
    who = either("identity", "minor")
    they = (
        r"(?:Ia|Dia|Keduanya|Ketiganya|Mereka)"
        r"(?:\s+(?:adalah|merupakan|masih|juga|sama-sama|masing-masing|baru|duduk|di|bangku))*"
    )
    return re.compile(
        rf"{who}(?!\w)(?:\s+[\w.]+){{0,5}}?\s+(?i:itu|tersebut|ini)(?!\w)|{they}\s+(?:{who}|kelas)(?!\w)"
    )


def pointed(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """The names of a sentence that tells of no child, where the next one says that it was one, or the one before that
    the suspect is."""
    if not scene.case or scene.sure or has("festive", scene.sentence.text):
        return
    at = scene.at
    following = passage.sentences[at + 1].text if at + 1 < len(passage.sentences) else ""
    if "child" not in scene.own and _points_back().match(following):
        yield from _unknown(passage, scene)
    earlier = passage.sentences[at - 1].text if at else ""
    if has("young_suspect", earlier) and not has("victim", earlier):
        yield from _suspects(passage, scene)


def _unknown(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    text = scene.sentence.text
    for match in clue("person").finditer(text):
        span = person(text, *match.span()) or inner(text, *match.span())
        if span is None or has("pseudonym", text[max(0, span[0] - 25) : span[1] + 35]):
            continue
        if not is_known(scene, match.start(), span):
            yield scene.finding(passage, span, "name", child=True)


def _suspects(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    """ "Pelaku masih 16 tahun. Bintang Pamungkas menyerahkan diri", "Sidang anak digelar. Terdakwa, Gilang, ..."."""
    text = scene.sentence.text
    for match in clue("person").finditer(text):
        span = person(text, *match.span())
        if span is None or is_grown(text[span[1] :]):
            continue
        accused = _ACCUSED.search(text[: match.start()]) or _ACCUSED.search(text[: span[0]])
        opens = not match.start() and text[slice(*span)].count(" ") + 1 >= _LONG_ENOUGH
        if accused or (opens and not is_known(scene, match.start(), span)):
            yield scene.finding(passage, span, "name", child=True)
