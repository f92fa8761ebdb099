"""Names, titles, offices and places: whether the narrative knows them, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.language.claims.people import names
from pantau.narrative.drift import findings, strangers
from pantau.narrative.drift.cast import Cast, outside_laws
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.sites import check_office, check_place, is_initials, stands
from pantau.narrative.drift.timeline import dateline

_PARTIES = lexicons.words("parties") | {"gugat", "=gugat", "milik"}
_SHORT = 5
_WORDS = frozenset(("konsul", "kasi", "dir"))  # that chats use for other things: "mau konsul ke kanwil"
_OVER = lexicons.words("institutional")
_REACH = 100  # words on either side of a name that may tell what its bearer does
_NEAR = 100  # names between two that may have changed places
_HEAD = 60  # characters in which a letter names whom it goes to
_TO = re.compile(
    r"(?:\b(?:yth|yang (?:\w+ )?(?:ter)?hormati?|dear|cc|tembusan)|(?:^|\n)\W*(?:kepada|kpd))\b[.:]?[^,.;:\n]*$"
)
_LETTER = re.compile(
    r"[.,]?\s+(?:izin|mohon\s+izin|dengan\s+hormat|bersama\s+ini|berikut\s+kami)\b"
)  # how letters go on
_FEASTS = frozenset(("hari", "raya", "idulfitri", "iduladha", "natal", "lebaran", "nyepi", "waisak"))
_SPEAKERS = frozenset(("juru bicara", "humas", "narasumber", "moderator"))
_PRAISED = frozenset(("tuhan", "allah", "puji", "syukur", "alhamdulillah", "yesus", "salam"))
_POLITE = frozenset(("pak", "bapak", "bpk", "bu", "ibu"))
_SAYS = (
    lexicons.words("saying_verbs") | lexicons.words("saying") | {"bilang", "akan", "telah", "sudah", "juga"}
)
_CALLS = frozenset(("lapor", "yth", "kepada", "izin", "siap", "mohon", "assalamualaikum", "untuk", "buat"))
_CONTRASTS = frozenset(("sedangkan", "sementara", "adapun"))


def check(variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    """Everybody and everything that the variant names and the narrative does not, or names otherwise."""
    covered: list[Claim] = []
    begin = dateline(variant)
    for claim in variant.by_kind[ClaimKind.NAME]:
        covered.append(claim)
        yield from _check_name(claim, variant, cast)
    for claim in variant.by_kind[ClaimKind.OFFICE]:
        covered.append(claim)
        if variant.page.is_free(claim.start, claim.end) and not (
            _is_tag(variant, claim) or is_addressee(claim, variant)
        ):
            yield from check_office(claim, cast)
    for claim in outside_laws(variant, variant.by_kind[ClaimKind.TITLE]):
        covered.append(claim)
        if not (_is_addressed(claim, variant) or is_addressee(claim, variant)):
            yield from _check_title(claim, variant, cast)
    for claim in variant.by_kind[ClaimKind.PLACE]:
        covered.append(claim)
        if not _is_tag(variant, claim) and claim.start >= begin:
            yield from check_place(claim, variant, cast)
    yield from _check_exchanged(variant, cast)
    yield from strangers.labels(variant, cast)
    yield from strangers.check(variant, cast, covered)


def _is_tag(variant: Side, claim: Claim) -> bool:
    return variant.page.text[claim.start - 1 : claim.start] in ("#", "@")


def is_addressee(claim: Claim, variant: Side) -> bool:
    """Whether a letter's head names whom it goes to: "Yth. Ombudsman RI Perwakilan NTT, dengan ini ..."."""
    head = variant.page.low[max(0, claim.start - _HEAD) : claim.start]
    return bool(_TO.search(head))


def _is_addressed(claim: Claim, variant: Side) -> bool:
    """ "Lapor, Pak Kakanwil", "Tahapannya, Bapak Gubernur, adalah": whom a text speaks to is no claim of it."""
    first, last = variant.page.at(claim.start), variant.page.at(claim.end)
    before = [word.raw.lower() for word in variant.page.words[max(0, first - 4) : first]]
    if _LETTER.match(variant.page.low, claim.end):
        return True
    if not before or before[-1] not in (*_POLITE, "yth"):
        return False
    is_told_of = last < len(variant.page.words) and (
        variant.page.words[last].word in _SAYS or variant.page.words[last].is_capital
    )
    return before[-1] == "yth" or not _CALLS.isdisjoint(before) or len(before) == 1 or not is_told_of


def _check_name(claim: Claim, variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    said = str(claim.value).split()
    if (claim.text.isupper() and len(claim.text) < _SHORT) or not (_FEASTS | _PRAISED).isdisjoint(said):
        return  # "Pak RT", "Hari Raya Idulfitri", "Puji Tuhan"
    if any(_is_same_person(said, str(name.value).split()) for name in cast.names if len(said) > 2):
        said = next(
            str(name.value).split() for name in cast.names if _is_same_person(said, str(name.value).split())
        )
    missing = [word for word in said if word not in cast.words and not _is_initial(word, said, cast)]
    known = [name for name in cast.names if set(said) & set(str(name.value).split())]
    if missing == said[:1] and len(said) > 1 and _is_headship(said[0], cast):
        return  # "Kadisnaker Nurlaila"
    if missing:
        if all(any(_is_typo(word, other) for other in cast.words) for word in missing):
            return
        expected = known[0] if known else _of_title(claim, cast)
        yield findings.of_claim(FindingKind.NAME, claim, expected, cast.side)
        return
    is_party = not claim.unit or not _PARTIES.isdisjoint(claim.unit.split())
    if len(said) > 1 and is_party and stands(claim.text, cast):
        return
    whole = [name for name in known if _is_same_person(said, str(name.value).split())]
    if not whole:
        if len(known) > 1 or (known and len(said) > 1):
            yield findings.of_claim(FindingKind.NAME, claim, known[0], cast.side)
        return
    if claim.unit and not any(_same_title(claim.unit, name.unit) for name in whole if name.unit):
        titled = [name for name in whole if name.unit]
        if titled:
            yield _titled(claim, titled[0], variant, cast)


def _is_headship(word: str, cast: Cast) -> bool:
    """ "Kadisnaker" where the narrative has "Kepala Dinas Tenaga Kerja"."""
    return word.startswith("ka") and word not in names() and strangers.is_short_form(word, cast.side)


def _is_same_person(said: list[str], told: list[str]) -> bool:
    """A part of a name, or the name with words of a title that run into it; initials are passed over."""
    said = [word for word in said if len(word) > 1] or said
    return set(said) <= set(told) or said[-len(told) :] == told or said[: len(told)] == told


def _is_initial(word: str, said: list[str], cast: Cast) -> bool:
    """ "W." of "Wirawan" in a name of which the narrative has the rest."""
    return len(word) == 1 and any(
        set(name) & set(said) and any(other.startswith(word) for other in name)
        for name in (str(told.value).split() for told in cast.names)
    )


def _titled(claim: Claim, known: Claim, variant: Side, cast: Cast) -> DriftFinding:
    """A name with another title than the narrative gives it: the title is at fault."""
    said, told = _beside(claim, variant), _beside(known, cast.side)
    if said is None:
        return findings.of_claim(FindingKind.TITLE, claim, known, cast.side, fix="")
    return findings.of_claim(FindingKind.TITLE, said, told or known, cast.side)


def _beside(name: Claim, side: Side) -> Claim | None:
    """The title that stands with a name."""
    titles = [title for title in side.by_kind[ClaimKind.TITLE] if title.value == name.unit]
    return min(titles, key=lambda title: abs(title.start - name.start), default=None)


def _of_title(claim: Claim, cast: Cast) -> Claim | None:
    same = [name for name in cast.names if claim.unit and _same_title(claim.unit, name.unit)]
    return same[0] if same else cast.names[0] if len(cast.names) == 1 else None


def _is_typo(word: str, other: str) -> bool:
    """A doubled or swapped letter in a long name: nobody else is meant."""
    if min(len(word), len(other)) < 6 or word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    if len(word) == len(other):
        differ = [at for at in range(len(word)) if word[at] != other[at]]
        return len(differ) == 2 and differ[1] == differ[0] + 1 and word[differ[0]] == other[differ[1]]
    long, short = (word, other) if len(word) > len(other) else (other, word)
    return any(
        long[:at] + long[at + 1 :] == short and long[at] in (long[at - 1 : at], long[at + 1 : at + 2])
        for at in range(len(long))
    )


def _same_title(one: str, other: str) -> bool:
    """Whether two titles are one, or one is the other told in general ("menteri")."""
    return (
        one == other
        or (("jenderal" in one) == ("jenderal" in other) and one.startswith(f"{other} "))
        or (("jenderal" in one) == ("jenderal" in other) and other.startswith(f"{one} "))
        or ("kepala kantor" in one and "kepala kantor" in other and one.split()[:3] == other.split()[:3])
    )


def _check_title(claim: Claim, variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    head, domain = claim.parts
    if not _PARTIES.isdisjoint(head.split()) and not _PARTIES.isdisjoint(cast.stems):
        return  # who sues and who is sued
    like = [title for title in cast.titles if title.parts[0] == head and title.parts[1]]
    if (
        domain
        and like
        and not any(set(domain.split()) & set(title.parts[1].split()) - {"dan"} for title in like)
    ):
        if not all(_is_known(word, claim, variant, cast) for word in domain.split()):
            yield findings.of_claim(FindingKind.TITLE, claim, like[0], cast.side)
        return
    if _is_deputy(claim, variant) and stands(f"wakil {claim.text}", cast):
        return
    if _is_promoted(head, claim, variant, cast):
        yield findings.of_claim(FindingKind.TITLE, claim, _like(claim, variant, cast), cast.side)
        return
    known = any(_same_title(head, one) for one in cast.title_heads)
    if known and (head.startswith("wakil ") or not _is_deputy(claim, variant)):
        return
    if (
        set(head.split()) <= (cast.words if claim.text[0].isupper() else cast.words | cast.stems)
        and not head.startswith("wakil ")
        and head not in ("presiden", "menteri")
    ):
        return
    if head in _SPEAKERS and all(name.unit != claim.value for name in variant.by_kind[ClaimKind.NAME]):
        return  # who is to speak, named by nobody
    if not claim.text[0].isupper() and (not cast.title_heads or claim.text in _WORDS):
        return
    yield findings.of_claim(FindingKind.TITLE, claim, _like(claim, variant, cast), cast.side)


def _is_known(word: str, claim: Claim, variant: Side, cast: Cast) -> bool:
    """Whether the narrative has a word, in short or spelt out, or the word names the place of what the title heads."""
    if word in cast.words or is_initials(word, cast.side):
        return True
    if word not in _OVER and strangers.is_short_form(word, cast.side):
        return True
    return any(
        claim.start <= place.start < claim.end and word in place.text.lower().split()
        for place in variant.by_kind[ClaimKind.PLACE]
    )


def _is_promoted(head: str, claim: Claim, variant: Side, cast: Cast) -> bool:
    """ "Bupati Demak" where the narrative has the deputy only."""
    heads = cast.title_heads
    return f"wakil {head}" in heads and head not in heads and not _is_deputy(claim, variant)


def _is_deputy(claim: Claim, variant: Side) -> bool:
    return variant.page.low[max(0, claim.start - 6) : claim.start].endswith(("wakil ", "plt. ", "plt "))


def _like(claim: Claim, variant: Side, cast: Cast) -> Claim | None:
    """The title that the narrative has where the variant has this one."""
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def fit(told: Claim) -> tuple[int, int]:
        theirs = cast.side.in_sentence.get(cast.side.page.sentence(told.start), frozenset())
        return len(around & theirs), len(set(claim.parts[0].split()) & set(told.parts[0].split()))

    return max(cast.titles, key=fit, default=None)


def _segment(side: Side, claim: Claim) -> frozenset[str]:
    """The concepts of the part of a sentence in which a person acts."""
    words, sentence = side.page.words, side.page.sentence(claim.start)
    first, last = side.page.at(claim.start), side.page.at(claim.end)
    found: set[str] = set()
    for step, at, end in (
        (-1, first - 1, max(-1, first - 1 - _REACH)),
        (1, last, min(last + _REACH, len(words))),
    ):
        while at != end and side.sentence_of[at] == sentence and words[at].word not in _CONTRASTS:
            edge = at if step > 0 else at + 1
            if ";" in side.page.gaps[edge - 1]:
                break
            if side.is_content[at]:
                found.add(side.terms[at].concept)
            at += step
    return frozenset(found)


def _check_exchanged(variant: Side, cast: Cast) -> Iterator[DriftFinding]:
    """Two people, each said to have done what the other did."""
    mine = variant.by_kind[ClaimKind.NAME]
    if len(mine) < 2 or len(cast.names) < 2:
        return
    told = [_segment(cast.side, name) for name in cast.names]
    same = [
        [
            at
            for at, name in enumerate(cast.names)
            if _is_same_person(str(one.value).split(), str(name.value).split())
        ]
        for one in mine
    ]
    said = [_segment(variant, one) for one in mine]
    known = [(at, told_of) for at, told_of in enumerate(same) if told_of]
    near = ((one, other) for at, one in enumerate(known) for other in known[at + 1 : at + 1 + _NEAR])
    for (one, left), (other, right) in near:
        if set(left) & set(right):
            continue
        straight = _overlap(said[one], told, left) + _overlap(said[other], told, right)
        crossed = _overlap(said[one], told, right) + _overlap(said[other], told, left)
        if crossed >= 4 and straight < 0.4 * crossed:
            yield findings.of_claim(FindingKind.NAME, mine[one], cast.names[right[0]], cast.side)
            yield findings.of_claim(FindingKind.NAME, mine[other], cast.names[left[0]], cast.side)


def _overlap(said: frozenset[str], told: list[frozenset[str]], numbers: list[int]) -> int:
    return max(len(said & told[number]) for number in numbers)
