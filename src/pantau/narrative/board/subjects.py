"""What a figure counts, so that "3 tewas", "tiga napi meninggal" and "korban jiwa 5 orang" are one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pantau.domain.board import Topic
from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import Reading, lexicons
from pantau.narrative.board import lexicon
from pantau.narrative.board.clauses import Clauses

_PEOPLE = frozenset(("orang", "jiwa", "personel", "kali"))
_OTHERS = ("lainnya", "lain", "lagi")
_YEAR = 4  # figures without a point: people write 1.026
_SPAN = 8  # words
_AMONG = ("di", "antaranya")
_CASUALTIES = frozenset(("dead", "injured", "treated", "missing"))


def _units(name: str) -> frozenset[str]:
    return frozenset(lexicons.told("units")[name])


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it counts."""

    claim: Claim
    topic: Topic
    unit: str
    phrase: str


def counted(claims: Sequence[Claim], clauses: Clauses) -> Iterator[Counted]:
    """The figures of a text; what only marks a noun ("seorang warga") is left out."""
    found = [
        _Figure(claim, clauses)
        for claim in claims
        if claim.kind is ClaimKind.FIGURE and _counts(claim, clauses.page)
    ]
    _link(found, clauses.page)
    for one in found:
        if (topic := one.topic) is not None:
            yield Counted(one.claim, topic, one.unit, one.phrase)


def _counts(claim: Claim, page: Reading) -> bool:
    """Not "nomor 1", "KM 36", a telephone number, a year or the number of a car's plate."""
    if not isinstance(claim.value, int | float) or claim.unit in ("ke", "nomor"):
        return False
    if not claim.unit and len(claim.text) == _YEAR and claim.text.isdecimal():
        return False
    at = page.at(claim.start) - 1
    if at < 0 or page.breaks[at]:
        return True
    before = page.words[at]
    return before.word not in lexicon.words("numbering") and not (
        len(before.raw) < 3 and before.raw.isupper()
    )


class _Figure:
    """A figure, the noun that it counts, and what happened to those."""

    def __init__(self, claim: Claim, clauses: Clauses) -> None:
        self.claim = claim
        self.clauses = clauses
        self.noun = _noun(claim)
        if claim.unit in _units("classifiers") - _PEOPLE and not self._is_said_behind():
            self.noun = claim.unit
        behind = [clauses.page.words[at].word for at in clauses.words_behind(claim)[:3]]
        self.is_share = behind[:1] == ["dari"] and clauses.behind(claim) + 1 in clauses.firsts
        self.is_shared = self._follows_share()
        self.is_person = self.is_share or not claim.unit or self.noun in lexicon.words("persons")
        self.among = _among(clauses.page, clauses.behind(claim))
        self.whole: _Figure | None = None
        self.is_part = False
        self.is_main = True
        self.state = "" if claim.unit == "kali" or claim.unit in _units("physical") else self._state()
        if not self.state and self.noun in ("orang", "") and (named := self._named()):
            self.noun = named

    def _follows_share(self) -> bool:
        """Whether this is the "empat" of "tiga dari empat deteni"."""
        page, at = self.clauses.page, self.clauses.page.at(self.claim.start)
        return at > 1 and page.words[at - 1].word == "dari" and self.clauses.is_figure(at - 2)

    def _state(self) -> str:
        clauses, claim = self.clauses, self.claim
        word = lexicon.states().get(self.noun)
        itself = "" if word is None or word.weak else word.state  # "lima jenazah", "tiga tersangka"
        if itself == "dead":
            return itself
        before, until = clauses.words_before(claim), clauses.page.at(claim.start)
        near = clauses.settled(clauses.hits(reversed(before[:3]), person=self.is_person, until=until))
        behind = clauses.hits(clauses.words_behind(claim, far=self.is_share), person=self.is_person)
        noun = clauses.behind(claim)
        behind = [hit for hit in behind if hit.at > noun or hit.state not in ("treated", itself)]
        if self.is_share or self.is_shared:
            # The noun of "dua dari lima tersangka" is nothing that happened.
            counted = clauses.behind(claim) + 2 if self.is_share else -1
            behind = [hit for hit in behind if hit.relative == self.is_shared and hit.at != counted]
            near = "" if self.is_shared else near
        self.is_main = not behind or any(not hit.relative for hit in behind)
        if behind and (self.is_main or not near):
            return clauses.settled(behind)
        if itself:
            return itself
        if near or self.is_shared:
            return near
        return clauses.settled(clauses.hits(reversed(before), person=self.is_person, until=until))

    def _named(self) -> str:
        """The noun before "..., 12 orang" and "tim berisi delapan orang"."""
        if self._is_said_behind():
            return ""
        words = [lexicon.same().get(word, word) for word in self.claim.subject.split()]
        words = [word for word in words if word not in lexicons.words("idle")]
        if words and words[-1] in lexicon.same().values():
            return words[-1]
        page, at = self.clauses.page, self.clauses.page.at(self.claim.start) - 1
        if at > 0 and page.text[page.words[at].end : self.claim.start].strip() == ",":
            noun = _plain(page.words[at].word, page.words[at - 1].word)
            return noun if noun in lexicon.words("persons") else ""
        return words[0] if words and words[0] not in lexicon.words("general") else ""

    def _is_said_behind(self) -> bool:
        """Whether what the claim is about stands behind it and not before."""
        clauses = self.clauses
        behind = [clauses.page.words[at].word for at in clauses.words_behind(self.claim)[:3]]
        return self.claim.subject.split()[:1] in ([word] for word in behind)

    @property
    def harm(self) -> str:
        """How badly: "luka berat" or "luka ringan"."""
        words = [self.clauses.page.words[at].word for at in self.clauses.words_behind(self.claim)]
        told = [word for word in words if word in lexicon.words("harm")]
        return f"luka {told[0]}" if told else ""

    @property
    def is_named(self) -> bool:
        return bool(self.noun) and self.noun not in lexicon.words("general")

    @property
    def part(self) -> str:
        """Officers among the dead are always told apart from those whom they guard."""
        if self.whole is not None or self.is_part:
            return self.among or self.noun or "lainnya"
        if self.state not in _CASUALTIES:
            return ""
        noun = self.noun if self.is_named else self._those_who()
        return "petugas" if noun in lexicon.officers() else ""

    def _those_who(self) -> str:
        """The noun of "petugas yang terluka sebanyak enam orang"."""
        words = [self.clauses.page.words[at].word for at in self.clauses.words_before(self.claim)]
        at = words.index("yang") + 1 if "yang" in words else len(words)
        return words[at] if at < len(words) else ""

    @property
    def topic(self) -> Topic | None:
        solo = self.state in lexicon.words_of("solo") and self.is_main
        if "article" in self.claim.parts and not solo:
            return None
        if self.whole is not None and (whole := self.whole.topic) is not None:
            return replace(whole, part=self.part)
        if self.state:
            thing = self.noun if self.is_named and self.state in lexicon.words_of("named") else ""
            return Topic(ClaimKind.FIGURE, self.state, thing, self.part)
        return Topic(ClaimKind.FIGURE, "", "" if self.noun in ("orang", "jiwa") else self.noun)

    @property
    def unit(self) -> str:
        if self.claim.unit in _units("classifiers") or self.claim.unit in _units("physical"):
            return self.claim.unit
        return "orang" if self.is_person else ""

    @property
    def phrase(self) -> str:
        """What is counted, in the words behind the figure."""
        said = self.claim.subject.split() if self._is_said_behind() else []
        known = set(self.noun.split())
        if self.claim.unit != "kali" and known and not known & set(said[:2]):
            said = [self.noun, *said]
        return " ".join(said) if self.claim.unit != "kali" else self.noun


def _among(page: Reading, at: int) -> str:
    """What follows "satu di antaranya": the noun, or the words that tell those few from the rest."""
    words = [word.word for word in page.words[at : at + 5]]
    rest = words[2:] if tuple(words[:2]) == _AMONG else words[1:] if words[:1] == ["antaranya"] else []
    if not rest or any(page.breaks[at : at + len(words) - len(rest)]):
        return ""
    return rest[0] if rest[0] in lexicon.words("persons") else " ".join(rest)


def _noun(claim: Claim) -> str:
    """The counted noun in the word that stands for all of its kind; "orang" and "" for people of any sort."""
    subject = claim.subject.split()
    if claim.unit in _units("physical"):
        return " ".join(subject[-2:]) or claim.unit
    if claim.unit == "kali":
        return " ".join(["kali", *subject[-1:]])
    if claim.unit == "personel":
        return claim.unit
    if claim.unit in ("orang", "jiwa"):
        pair = subject[:2] if " ".join(subject[:2]) in lexicon.words("persons") else ["", *subject[:1]]
        return _plain(pair[-1], pair[0]) if pair[-1] in lexicon.words("persons") or pair[0] else claim.unit
    if claim.unit in _units("classifiers"):
        return _plain(subject[0], "") if subject else claim.unit
    if not claim.unit:
        known = [word for word in subject[-1:] if word not in lexicons.words("idle")]
        return _plain(known[0], "") if known else ""
    second = subject[1] if len(subject) > 1 else ""
    if claim.unit in ("warga", "orang") and second in ("asing", "binaan"):
        return _plain(f"warga {'negara' if second == 'asing' else second}", "")
    return _plain(claim.unit, "")


def _plain(word: str, before: str) -> str:
    pair, same = f"{before} {word}", lexicon.same()
    return same.get(pair) or same.get(word) or (pair if pair in lexicon.words("persons") else word)


def _link(found: list[_Figure], page: Reading) -> None:
    """Say which figures are parts of one before: "dua luka, satu petugas dan satu warga binaan"."""
    for before, one in pairwise(found):
        apart = page.sentence(one.claim.start) - page.sentence(before.claim.start)
        if one.among and apart < 2 and not (one.state and one.state != before.state):
            one.whole = before.whole or before
        if apart:
            continue
        if one.noun in _OTHERS and before.is_named:
            one.noun = before.noun
        _join(
            before,
            one,
            [word.word for word in page.words[page.at(before.claim.end) : page.at(one.claim.start)]],
        )
    _sum_up(found, page)
    _tell_apart(found, page)


def _join(before: _Figure, one: _Figure, between: list[str]) -> None:
    opened = any(mark in " ".join(between) for mark in lexicon.listed("parts"))
    if opened and one.is_named:
        one.whole = before.whole or before
    elif before.whole is not None and between[-1:] in (["dan"], ["serta"]) and one.is_named:
        one.whole = before.whole
    elif before.state and not one.state and _goes_on(between):
        one.state, one.noun = before.state, before.noun


def _goes_on(between: list[str]) -> bool:
    """ "dari tiga orang menjadi lima", "bukan 20 yang tewas, melainkan dua"."""
    if between[-1:] in (["melainkan"], ["tetapi"], ["tapi"], ["bukan"]):
        return len(between) <= _SPAN
    return (
        between[-1:] in (["menjadi"], ["ke"], ["jadi"]) and len(set(between) - lexicon.words("general")) == 1
    )


def _tell_apart(found: list[_Figure], page: Reading) -> None:
    """ "Seorang petugas luka dan dua napi luka": no figure here is all of them."""
    for before, one in pairwise(found):
        beside = page.sentence(before.claim.start) == page.sentence(one.claim.start)
        if beside and before.state == one.state in _CASUALTIES and before.is_named and one.is_named:
            differ = before.noun != one.noun and before.whole is None and one.whole is None
            before.is_part, one.is_part = before.is_part or differ, one.is_part or differ
        if beside and before.state == one.state == "injured" and before.harm and one.harm:
            before.among, one.among = before.harm, one.harm
            before.is_part = one.is_part = True


def _sum_up(found: list[_Figure], page: Reading) -> None:
    """Figures that follow another one in its sentence and add up to it are its parts."""
    for number, whole in enumerate(found):
        rest = [one for one in found[number + 1 : number + 5] if _is_beside(whole, one, page)]
        total = 0.0
        for count, one in enumerate(rest, start=1):
            total += float(one.claim.value or 0)
            if count > 1 and total == whole.claim.value:
                for part in rest[:count]:
                    part.whole = part.whole or whole
                break


def _is_beside(whole: _Figure, one: _Figure, page: Reading) -> bool:
    same = page.sentence(whole.claim.start) == page.sentence(one.claim.start)
    return same and one.is_named and (not one.state or one.state == whole.state) and whole.whole is None
