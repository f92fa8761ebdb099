"""Where the event of a text happened, at the finest level that the text tells.

Names are looked up (`gazetteer`), then judged by what stands around them: a byline, where a speaker sits,
where somebody comes from and what something is compared with are no places of the event; a name that is a
common word as well needs something that marks it as a place; prisons and offices count where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pantau.domain.story import Evidence, Region, RegionKind
from pantau.language.bylines import body
from pantau.language.document import Document, Field
from pantau.language.gazetteer import Gazetteer, Names, Place, gazetteer

MOST = 6  # regions told of one text, and places of the text told of one region
_STATED = {"city": RegionKind.CITY, "regency": RegionKind.REGENCY, "province": RegionKind.PROVINCE}
_POLICE = {"polres", "kapolres", "polda", "kapolda", "polsek", "kapolsek"}
_HOUSES = {"karutan": "rutan", "rumah": "rutan", "balai": "bapas"}
_ORIGIN = frozenset({"asal", "berasal", "kelahiran"})
_NEAR = 10  # words before a name that are looked at
_DATE = re.compile(r"\s*,?\s*(?:pada\s+)?(?:(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Ahad)\b|\(\d)")
_CLAUSE = re.compile(r"\s*(?:[.,;(\n]|$)")
_STOP = re.compile(r"[.!?\n]\s|[.!?]$")


@dataclass(slots=True)
class _Mention:
    """`explicit`: its kind is stated; `seat`: it is only where an office sits; `inside`: something happened in it.

    `acting`: an office that may act elsewhere than where it stands; `people`: somebody is of there.
    """

    places: tuple[Place, ...]
    evidence: Evidence
    explicit: bool = False
    seat: bool = False
    acting: bool = False
    inside: bool = False
    people: bool = False


class _Passage:
    """A field from behind its byline. Words are told by their numbers in the document; `first` is its first one."""

    __slots__ = ("_runs", "content", "document", "first", "words")

    def __init__(self, document: Document, part: Field) -> None:
        self.document = document
        run = document.run_of(part)
        # Neither words nor letters are read beyond the field.
        self.words = document.words if part is Field.TEXT else document.words[run]
        self.content = document.whole if part is Field.TEXT else document.title
        self.first = run.start or 0
        self._runs: bool | None = None
        if begin := body(document.content(part)):
            self.first = bisect_left(document.starts, document.begins(part) + begin, self.first)

    def runs(self) -> bool:
        """Whether this is running text, where a capital marks a name; in a headline every word may have one."""
        if self._runs is None:
            starts = self.document.starts[self.first : len(self.words)]
            self._runs = 2 * sum([self.content[start].islower() for start in starts]) > len(starts)
        return self._runs

    def previous(self, at: int) -> str:
        """The word before one, "" if there is none."""
        return self.words[at - 1] if at > self.first else ""

    def is_capital(self, at: int) -> bool:
        return self.content[self.document.starts[at]].isupper()

    def begins_sentence(self, at: int) -> bool:
        return at == self.first or any(mark in self.document.between(at) for mark in '.!?:\n"“')

    def sentence_begins(self, at: int, reach: int) -> int:
        """The first word of the sentence that one is in, but at most so many words before it."""
        starts, ends, content = self.document.starts, self.document.ends, self.content
        first = max(self.first, at - reach)
        for place in range(at, first, -1):
            end, start = ends[place - 1], starts[place]
            # One character between two words ends no sentence, and most gaps are one.
            if start - end > 1 and _STOP.search(content[end : start + 1]):
                return place
        return first

    def in_clause(self, at: int, most: int) -> int:
        """How many words before one there are without a comma between."""
        for count in range(min(at - self.first, most)):
            if "," in self.document.between(at - count):
                return count
        return most


def find(document: Document) -> tuple[Region, ...]:
    """The regions of a text's event in the order in which they are told, with the words that name them."""
    known = gazetteer()
    begun = known.begins & document.forms
    if not begun:
        return ()
    numbers = [at for at, word in enumerate(document.words) if word in begun]
    border = bisect_left(numbers, document.border)
    mentions: list[_Mention] = []
    for part, there in ((Field.TITLE, numbers[:border]), (Field.TEXT, numbers[border:])):
        if there:
            mentions += _mentions(_Passage(document, part), there, known)
    return _settled(mentions)[:MOST] if mentions else ()


def _mentions(passage: _Passage, begun: Sequence[int], known: Gazetteer) -> list[_Mention]:
    """The places of a field that names begin at some of these words."""
    found: list[_Mention] = []
    words, end = passage.words, passage.first
    for at in begun:
        if at < end:
            continue
        mention = None
        if (group := _group(words, at, known)) is not None:
            mention, end = _standing(passage, at, group, known)
        if mention is None:
            mention, end = _named(passage, at, known)
        if mention is not None:
            found.append(mention)
    return found


def _group(words: Sequence[str], at: int, known: Gazetteer) -> str | None:
    """What kind of establishment is named from here on, if any."""
    return known.heads.get(words[at]) or known.heads.get(" ".join(words[at : at + 2]))


def _standing(passage: _Passage, at: int, group: str, known: Gazetteer) -> tuple[_Mention | None, int]:
    """A prison or office by its name behind what it is, as in "Lapas Kelas IIA Abepura"."""
    words = passage.words
    start = at + (1 if words[at] in known.heads else 2)
    kind = words[at]
    if words[start : start + 1] == ["imigrasi"]:
        start += 1
    if group == "office":
        return _seat(passage, at, start, known)
    names: Names = getattr(known, group)
    classes = known.marks["classes"]
    if names.at(words, start) is None:  # "Rutan Anak Air" is no house for "anak"
        start = _skip(words, start, classes)
    own = known.houses.get(_HOUSES.get(kind, kind))
    special = (own.at(words, start) if own is not None else None) or names.at(words, start)
    if start < len(words) and words[start] in known.marks["special"]:
        behind = _skip(words, start + 1, classes)
        # "narkotika kelas IIA Jakarta" is filed as "narkotika jakarta"
        joined = [words[start], *words[behind : behind + 3]]
        if special is None and (hit := names.at(joined, 0)):
            special = behind + hit[0] - 1, hit[1]
        start = behind
        special = special or names.at(words, start)
    hit = special or known.regions.at(words, start)
    if hit is None or not hit[1] or not _could_be_name(passage, start):
        return None, at + 1
    places = tuple(place for place in hit[1] if place.kind is not RegionKind.PROVINCE) or hit[1]
    if words[at] == "imigrasi" and special is None and places[0].kind is RegionKind.PROVINCE:
        return None, at + 1
    return (
        _Mention(
            places,
            passage.document.evidence(at, hit[0]),
            explicit=special is not None,
            acting=group == "immigration",
            inside=passage.previous(at) == "di",
        ),
        hit[0],
    )


def _could_be_name(passage: _Passage, at: int) -> bool:
    # "lapas di Batu" is no name of a prison; "lapas batu" typed small may be.
    return at < len(passage.words) and passage.words[at] not in ("di", "yang", "dan")


def _seat(passage: _Passage, at: int, start: int, known: Gazetteer) -> tuple[_Mention | None, int]:
    start = _skip(passage.words, start, known.marks["office"])
    hit = known.regions.at(passage.words, start)
    if hit is None:
        return None, at + 1
    for place in hit[1]:
        if place.code in known.seats:
            seat = known.seats[place.code]
            return _Mention((seat,), passage.document.evidence(at, hit[0]), explicit=True, seat=True), hit[0]
    return None, at + 1


def _skip(words: Sequence[str], at: int, these: frozenset[str]) -> int:
    while at < len(words) and words[at] in these:
        at += 1
    return at


def _named(passage: _Passage, at: int, known: Gazetteer) -> tuple[_Mention | None, int]:
    """A region by its name, if what stands around it allows."""
    hit = known.regions.at(passage.words, at)
    if hit is None:
        return None, at + 1
    end, places = hit
    if not places:
        return None, end
    previous = passage.previous(at)
    if not _is_place(passage, at, end, previous, known) or _is_elsewhere(passage, at, end, known):
        return None, end
    if previous == "di" and passage.is_capital(at - 1):
        # "DI Yogyakarta" is the province, "di Yogyakarta" the city.
        special = known.regions.at(["daerah", "istimewa", *passage.words[at:end]], 0)
        places = special[1] if special else places
    chosen, explicit = _of_stated_kind(places, previous, known)
    return _Mention(
        chosen,
        passage.document.evidence(at, end),
        explicit,
        inside=previous == "di",
        people=previous in known.marks["people"],
    ), end


def _is_place(passage: _Passage, at: int, end: int, previous: str, known: Gazetteer) -> bool:
    if previous in known.marks["not_after"]:
        return False
    # "Polda Metro Jaya", "Polres Metro Bekasi" and a channel are not the city in Lampung.
    if passage.words[at] == "metro" and (
        previous in _POLICE or passage.words[at + 1 : at + 2] in (["jaya"], ["tv"])
    ):
        return False
    marked = previous in known.marks["cues"]
    guarded = end - at == 1 and passage.words[at] in known.marks["guarded"]
    if not passage.is_capital(at):
        return marked and not guarded
    if end - at > 1 and not (marked or passage.is_capital(end - 1)):
        return False  # "Pasar minggu ini"
    if not guarded:
        return True
    if (
        passage.begins_sentence(at)
        and passage.words[end : end + 1]
        and passage.words[end] in known.marks["told_of"]
    ):
        return True
    if marked or _is_followed_by_region(passage, end, known):
        return True
    return passage.runs() and not passage.begins_sentence(at) and not passage.is_capital(at - 1)


def _is_followed_by_region(passage: _Passage, end: int, known: Gazetteer) -> bool:
    if end >= len(passage.words) or known.regions.at(passage.words, end) is None:
        return False
    return "," in passage.document.between(end)


def _is_elsewhere(passage: _Passage, at: int, end: int, known: Gazetteer) -> bool:
    """Whether it is where somebody spoke, comes from, or what something is compared with."""
    near, likening = passage.words[max(passage.first, at - _NEAR) : at], known.marks["likening"]
    if near[-1:] != ["di"] and likening.isdisjoint(near) and _ORIGIN.isdisjoint(near):
        return False  # most names
    begin = passage.sentence_begins(at, _NEAR)
    words = passage.words[begin:at][::-1]
    if "asal" in words[:3] or "berasal" in words[:3] or "kelahiran" in words[:2]:
        return True
    if not likening.isdisjoint(words[:6]) and not likening.isdisjoint(words[: passage.in_clause(at, 6)]):
        return True
    if words[:1] != ["di"]:
        return False
    if words[1:2] and words[1] in known.marks["known_for"]:
        return True
    place = passage.document.ends[end - 1]
    behind = passage.content[place : place + 30]
    following = passage.document.behind(end, 6)
    if following[:1] and following[0] in known.marks["speech"]:
        return True
    dated = _DATE.match(behind)
    spoken = not known.marks["speech"].isdisjoint(passage.document.run[begin:at])
    if dated and not known.marks["speech"].isdisjoint(following):
        return True
    return spoken and bool(dated or _CLAUSE.match(behind))


def _of_stated_kind(
    places: tuple[Place, ...], previous: str, known: Gazetteer
) -> tuple[tuple[Place, ...], bool]:
    if len(places) == 1:
        return places, True
    for mark, kind in _STATED.items():
        stated = tuple(place for place in places if place.kind is kind)
        if previous in known.marks[mark] and stated:
            return stated, True
    return places, False


def _settled(mentions: list[_Mention]) -> tuple[Region, ...]:
    """One place a mention, then one region a place, without the provinces of finer places."""
    mentions = [mention for mention in mentions if not mention.seat] or mentions
    mentions = [mention for mention in mentions if not mention.people] or mentions
    if any(mention.inside for mention in mentions):
        mentions = [mention for mention in mentions if mention.inside or not mention.acting]
    stated = {mention.places[0].code for mention in mentions if mention.explicit}
    found: dict[str, tuple[Place, list[Evidence]]] = {}
    for mention in mentions:
        place = mention.places[0] if len(mention.places) == 1 else _chosen(mention.places, stated)
        found.setdefault(place.code, (place, []))[1].append(mention.evidence)
    finer = {code[:2] for code in found if len(code) > 2}
    return tuple(
        Region(place.name, code, place.kind, tuple(evidence[:MOST]))
        for code, (place, evidence) in found.items()
        if not (len(code) == 2 and code in finer)
    )


def _chosen(places: Sequence[Place], stated: Collection[str]) -> Place:
    """Among places of one name: the one stated elsewhere in the text, the one in a province named, the city."""

    def rank(place: Place) -> tuple[bool, bool, bool]:
        return place.code in stated, place.code[:2] in stated, place.kind is RegionKind.CITY

    return max(places, key=rank)
