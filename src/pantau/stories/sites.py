"""What a text is about by name: prisons and offices, by the words that name its places, and national systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from pantau import assets
from pantau.domain.story import Region
from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.gazetteer import gazetteer
from pantau.stories.report import OPENING

_KINDS = {
    "lembaga pemasyarakatan": "lapas",
    "kalapas": "lapas",
    "lp": "lapas",
    "lpn": "lapas",
    "rumah tahanan": "rutan",
    "karutan": "rutan",
    "kanim": "imigrasi",
    "kakanim": "imigrasi",
    "kantor imigrasi": "imigrasi",
    "rumah detensi": "rudenim",
    "balai pemasyarakatan": "bapas",
    "kantor wilayah": "kanwil",
}
_NONE: frozenset[str] = frozenset()


def sites(regions: Sequence[Region]) -> tuple[frozenset[str], frozenset[str]]:
    """Establishments, as "lapas pontianak", and the codes of the regions whose names they bear.

    Lapas Pontianak stands in Kubu Raya; a report on it that only says "in Pontianak" does not contradict.
    """
    if not regions:
        return _NONE, _NONE
    found: set[str] = set()
    codes: set[str] = set()
    for region in regions:
        for evidence in region.evidence:
            name, borne = _site(evidence.text)
            if name:
                found.add(name)
                codes.update(borne)
    return frozenset(found), frozenset(codes)


def systems(document: Document) -> frozenset[str]:
    """The ministry's national systems that a report names where it says what it is about, as "ahu online"."""
    spelt = _systems()
    begun = spelt.keys() & document.stems
    if not begun:
        return _NONE
    said = " ".join(["", *document.title_stems, "\n", *document.text_stems[:OPENING], ""])
    phrases = [phrase for first in begun for phrase in spelt[first]]
    return frozenset(name for words, name in phrases if words in said)


@cache
def _systems() -> dict[str, list[tuple[str, str]]]:
    """By their first stem: words as `tokens.line` has them, and the system that they tell."""
    rows = assets.path("systems.txt").read_text(encoding="utf-8").splitlines()
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        if row and not row.startswith("#"):
            name, said = row.split("\t")
            for words in map(tokens.line, said.split(",")):
                found[words.split()[0]].append((words, name))
    return dict(found)


@lru_cache(8192)
def _site(text: str) -> tuple[str, tuple[str, ...]]:
    known = gazetteer()
    words = tokens.folded(text)
    head = next((head for head in (" ".join(words[:2]), *words[:1]) if head in known.heads), None)
    if head is None:
        return "", ()
    skipped = known.marks["office" if known.heads[head] == "office" else "classes"]
    rest = words[len(head.split()) :]
    while rest and rest[0] in skipped:
        rest = rest[1:]
    hit = known.regions.at(rest, 0)
    whole = hit is not None and hit[0] == len(rest)
    codes = tuple(place.code for place in hit[1] if "." in place.code) if hit and whole else ()
    return f"{_KINDS.get(head, head)} {' '.join(rest)}", codes
