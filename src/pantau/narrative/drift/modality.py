"""Done or to come, must or may, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.polarity import inside_names, is_noun
from pantau.narrative.drift.sides import CERTAIN, FORBIDDING, NEGATORS, STATUS, Side

_OPPOSED = {("done", "future"), ("future", "done"), ("must", "may"), ("may", "must")}
_FINISHED = frozenset(("selesai", "rampung", "tuntas", "kelar", "beres"))
_IF = frozenset(("jika", "bila", "apabila", "kalau", "seandainya", "jikalau"))
_REACH = 3  # content words that a word of doubt surely bears on
_DOUBTS = lexicons.words("doubts")


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    yield from _modes(variant, narrative)
    yield from _exchanged(variant, narrative)
    yield from _imposed(variant, narrative)
    yield from _refused(variant, narrative)
    yield from _released(variant, narrative)
    yield from _completed(variant, narrative)
    yield from _dated(variant, narrative)
    yield from _certain(variant, narrative)
    yield from _unhedged(variant, narrative)
    yield from _status(variant, narrative)
    yield from _caused(variant, narrative)


def _best(variant: Side, at: int, narrative: Side, places: list[int]) -> int:
    """The place of the narrative that speaks most of the same as a word of the variant."""
    return max(
        places,
        key=lambda one: (
            len(variant.near(at) & narrative.near(one)), len(variant.around(at) & narrative.around(one)),
            narrative.mode(one, 2) is not None,
        ),
    )  # fmt: skip


def _modes(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    seen: set[int] = set()
    named = inside_names(variant)
    for at, term in enumerate(variant.terms):
        if not variant.is_content[at] or (told := variant.mode(at, 1)) is None or told[1] in seen:
            continue
        mode, mark = told
        seen.add(mark)
        if term.concept not in narrative.places_of or at in named:
            continue
        other = _best(variant, at, narrative, narrative.places_of[term.concept])
        said = narrative.mode(other, 2)
        theirs = said[0] if said else ""
        if _is_other(mode, theirs, variant, at, mark, narrative, other):
            first = said[1] if said else other
            expected = narrative.page.text[
                narrative.page.words[first].start : narrative.page.words[other].end
            ]
            fix = _instead(variant, mark, at, narrative.page.words[first].raw.lower()) if said else ""
            yield findings.of_words(
                FindingKind.MODALITY, variant, mark, at, expected=expected, source=narrative.source(other),
                fix=fix,
            )  # fmt: skip


def _instead(variant: Side, mark: int, at: int, word: str) -> str:
    """The variant's words with the narrative's modality in place of its own."""
    words = variant.page.words
    return f"{word} {variant.page.text[words[mark + 1].start : words[at].end]}"


def _is_other(mode: str, theirs: str, variant: Side, at: int, mark: int, narrative: Side, other: int) -> bool:
    if variant.polarity(at) != narrative.polarity(other):
        return False
    if mode == "done" and not _DEADLINE.isdisjoint(variant.sentence_words[variant.sentence_of[at]]):
        return False
    if (mode, theirs) in _OPPOSED:
        return not any(
            narrative.mode(one, 2) and (narrative.mode(one, 2) or ("",))[0] == mode
            for one in narrative.places_of[variant.terms[at].concept]
        )
    word = variant.page.words[mark].word
    is_begun = not theirs and "=mulai" in narrative.near(other)
    if word in _FINISHED and (is_begun or theirs in ("ongoing", "future")):
        if at != mark + 1 or not (is_begun or variant.page.words[at].word.startswith(("di", "me", "pe"))):
            return False
        return "=selesai" not in narrative.around(other) and not variant.is_hedged(at)
    return mode == "future" and not theirs and _is_dated(variant, at, narrative, other)


def _is_dated(variant: Side, at: int, narrative: Side, other: int) -> bool:
    """Whether both sentences name the same day, on which the narrative says that it was: the first that it names."""
    mine = _days(variant, variant.sentence_of[at])
    first = min((claim.parts[:3] for claim in narrative.by_kind[ClaimKind.DATE] if all(claim.parts[:3])),
                key=lambda parts: tuple(map(int, parts)), default=("", "", ""))  # fmt: skip
    return first[1:] in mine & _days(narrative, narrative.sentence_of[other])


def _days(side: Side, sentence: int) -> set[tuple[str, str]]:
    return {
        (claim.parts[1], claim.parts[2])
        for claim in side.by_kind[ClaimKind.DATE]
        if claim.parts[2] and side.page.sentence(claim.start) == sentence
    }


def _released(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "tidak wajib" where the narrative makes a duty of it and says of nothing that it is none."""
    duties = [at for at, word in enumerate(narrative.page.words) if word.word in _DUTIES]
    if not duties or any(_is_no_duty(narrative, at) for at in duties):
        return
    for at, word in enumerate(variant.page.words):
        if word.word not in _DUTIES or not _is_no_duty(variant, at) or not variant.is_asserted(at):
            continue
        about = variant.near(at)
        if len(about) > 1 and not any(about & narrative.near(other) for other in duties):
            continue
        yield findings.of_words(
            FindingKind.MODALITY, variant, at - 1, at, expected=narrative.page.words[duties[0]].raw,
            source=narrative.source(duties[0]), fix=narrative.page.words[duties[0]].raw,
        )  # fmt: skip


def _refused(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "tidak bisa minta keringanan tarif" where the narrative has "dapat mengajukan keringanan tarif"."""
    told = [at for at, word in enumerate(narrative.page.words) if word.word in _MAY | FORBIDDING]
    for at, word in enumerate(variant.page.words):
        if word.word not in _MAY | FORBIDDING or not variant.is_asserted(at):
            continue
        refused, about = _is_refused(variant, at), _objects(variant, at)
        if _is_afterwards(variant, at) and not _is_no_duty(variant, at):
            continue
        alike = [other for other in told if len(about & _objects(narrative, other)) >= _TELLING]
        if alike and all(_is_refused(narrative, other) != refused for other in alike):
            said = narrative.page.words[alike[0]].raw
            yield findings.of_words(
                FindingKind.MODALITY,
                variant,
                max(0, at - refused),
                at,
                expected=said,
                source=narrative.source(alike[0]),
                fix=said,
            )


def _is_refused(side: Side, at: int) -> bool:
    return (side.page.words[at].word in FORBIDDING) != _is_no_duty(side, at)


def _is_afterwards(side: Side, at: int) -> bool:
    """ "dapat dipakai lagi sesudah pukul 06.00": another time than that in which it may not be."""
    span = side.clauses[side.clause_of[at]]
    return any(word.word in _AGAIN for word in side.page.words[at + 1 : min(at + 4, span.last + 3)])


def _objects(side: Side, at: int) -> frozenset[str]:
    """What the clause of a modal verb speaks of."""
    return side.near(at)


def _is_no_duty(side: Side, at: int) -> bool:
    return at > 0 and side.page.words[at - 1].word in NEGATORS


def _completed(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "telah menyelesaikan penyelidikan" of what the narrative says is still going on."""
    if any(term.concept == "=selesai" for term in narrative.terms):
        return
    for at, term in enumerate(variant.terms):
        if term.concept != "=selesai" or at in variant.denied or variant.is_hedged(at):
            continue
        if not _DEADLINE.isdisjoint(variant.sentence_words[variant.sentence_of[at]]):
            continue
        if (variant.mode(at, 1) or ("",))[0] == "future":
            continue
        for one in range(max(0, at - 3), min(at + 4, len(variant.terms))):
            if not variant.is_content[one] or variant.clause_of[one] != variant.clause_of[at]:
                continue
            for other in narrative.places_of.get(variant.terms[one].concept, []):
                mode = narrative.mode(other, 1)
                if mode and mode[0] == "ongoing":
                    word = narrative.page.words[mode[1]].raw
                    yield findings.of_words(
                        FindingKind.MODALITY, variant, min(at, one), max(at, one), expected=word,
                        source=narrative.source(other),
                    )  # fmt: skip
                    return


def _imposed(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "wajib" in a matter of which the narrative makes nobody's duty."""
    if any(word.word in _DUTY for word in narrative.page.words):
        return
    for at, word in enumerate(variant.page.words[:-1]):
        if word.word != "wajib" or at + 1 in variant.denied or at in variant.denied:
            continue
        about = variant.near(at)
        for number, said in narrative.in_sentence.items():
            if len(about & said) >= 2:
                start, end = narrative.page.sentences[number]
                yield findings.of_words(
                    FindingKind.MODALITY, variant, at, at + 1, source=narrative.page.text[start:end]
                )
                break


def _dated(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """What the narrative plans for a day, told as done on that day, and the other way round."""
    told = [(claim, _tense(narrative, claim)) for claim in narrative.by_kind[ClaimKind.DATE]]
    for claim in variant.by_kind[ClaimKind.DATE]:
        mine = _tense(variant, claim)
        same = [
            (other, tense) for other, tense in told if other.parts[1:3] == claim.parts[1:3] and claim.parts[1]
        ]
        tenses = {tense[0] for _other, tense in same if tense}
        if mine is None or len(tenses) != 1 or len(same) != len([one for one in same if one[1]]):
            continue
        other, tense = same[0]
        if tense is not None and (mine[0], tense[0]) in _OPPOSED and not _is_planned(variant, claim):
            said = narrative.page.words[tense[1]].raw.lower()
            yield findings.of_words(
                FindingKind.MODALITY, variant, mine[1], mine[1], expected=said,
                source=narrative.page.sentence_text(other.start), fix=said,
            )  # fmt: skip


def _tense(side: Side, claim: Claim) -> tuple[str, int] | None:
    """Whether what a clause tells of a day is done or to come, and the word that says so."""
    at = side.page.at(claim.start) - 1
    seen = 0
    while at >= 0 and seen < _TENSE_REACH and not side.page.breaks[at]:
        mode = side.mode(at + 1, 1)
        if mode and mode[1] == at and mode[0] in ("done", "future"):
            return mode
        at, seen = at - 1, seen + 1
    return None


def _is_planned(variant: Side, claim: Claim) -> bool:
    before = variant.page.words[max(0, variant.page.at(claim.start) - 4) : variant.page.at(claim.start)]
    return any(word.word in _DEADLINE or word.word in ("hingga", "sampai") for word in before)


def _duties(side: Side) -> list[tuple[str, int, frozenset[str]]]:
    """Each "wajib" and "dapat" with the word it bears on and what else its clause speaks of."""
    found = []
    for at in range(len(side.terms)):
        if (
            side.is_content[at]
            and (told := side.mode(at, 1))
            and told[0] in ("must", "may")
            and at not in side.denied
        ):
            found.append((told[0], told[1], side.near(at)))
    return found


def _exchanged(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """What must be and what may be, each said of the other's matter."""
    told, said = _duties(narrative), _duties(variant)
    for mode, mark, about in said:
        own = max((len(about & theirs) for other, _at, theirs in told if other == mode), default=0)
        cross = [(len(about & theirs), at) for other, at, theirs in told if other != mode]
        best, at = max(cross, default=(0, 0))
        if best >= _TELLING and own == 0 and len({one[0] for one in said}) > 1:
            word = narrative.page.words[at].raw
            yield findings.of_words(
                FindingKind.MODALITY,
                variant,
                mark,
                mark,
                expected=word,
                source=narrative.source(at),
                fix=word,
                severity=Severity.INFO,  # another matter may have its own duty
            )


def _certain(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "terbukti" and "dipastikan" of what the narrative holds open."""
    for at, word in enumerate(variant.page.words):
        if word.word not in CERTAIN or at in variant.denied or _is_conditional(variant, at):
            continue
        places = [
            (one, other)
            for one in range(max(0, at - 3), min(at + 5, len(variant.terms)))
            if variant.is_content[one] and 0 <= variant.clause_of[one] - variant.clause_of[at] <= 1
            for other in narrative.places_of.get(variant.terms[one].concept, [])
        ]
        own = [
            number for number, said in enumerate(narrative.page.words)
            if said.word == word.word and number not in narrative.denied and not _is_conditional(narrative, number)
        ]  # fmt: skip
        if own or not places:
            if not own and word.word == "terbukti":
                yield _certainty(variant, at, narrative, None)
            continue
        other = next((one for _at, one in places if _is_ever_hedged(narrative, one)), places[0][1])
        planned = [
            (mode[1], one) for said, one in places
            if said > at and (mode := narrative.mode(one, 1)) and mode[0] == "future"
        ]  # fmt: skip
        if word.word == "terbukti" or narrative.is_hedged(other):
            yield _certainty(variant, at, narrative, other)
        elif planned:
            mark, one = planned[0]
            said = narrative.page.words[mark].raw
            yield findings.of_words(
                FindingKind.MODALITY, variant, at, at, expected=said, source=narrative.source(one), fix=said
            )


def _is_ever_hedged(side: Side, at: int) -> bool:
    """Whether a text only ever supposes what a word of it says."""
    return all(side.is_hedged(one) for one in side.places_of[side.terms[at].concept])


def _is_conditional(side: Side, at: int) -> bool:
    return any(word.word in _IF for word in side.page.words[max(0, at - 4) : at])


def _certainty(variant: Side, at: int, narrative: Side, other: int | None) -> DriftFinding:
    source = "" if other is None else narrative.source(other)
    expected = _doubt(narrative, other) if other is not None else ""
    return findings.of_words(
        FindingKind.CERTAINTY, variant, at, at, expected=expected, source=source, fix=expected
    )


def _doubt(narrative: Side, at: int) -> str:
    """The word of doubt in the sentence of a word."""
    number = narrative.sentence_of[at]
    for word, sentence in zip(narrative.page.words, narrative.sentence_of, strict=True):
        if sentence == number and word.word in _DOUBTS:
            return word.raw.lower()
    return ""


def _hedged_heads(side: Side) -> dict[int, int]:
    """Words that a word of doubt bears on, with the doubt's own place."""
    found: dict[int, int] = {}
    named = inside_names(side)
    for at, word in enumerate(side.page.words):
        if word.word not in _DOUBTS or _is_named(side, at):
            continue
        seen, one = 0, at + 1
        while one < len(side.page.words) and seen < _REACH and not side.page.breaks[one - 1]:
            if side.clause_of[one] != side.clause_of[at]:
                break
            if side.is_content[one] and one not in named and side.page.words[one - 1].word not in _SOMEBODY:
                found[one] = at
                seen += 1
            one += 1
    return found


def _is_named(side: Side, at: int) -> bool:
    """Whether a word of doubt is part of a name: "Indikasi Geografis"."""
    if at + 1 >= len(side.page.words) or side.page.breaks[at]:
        return False
    following = side.page.words[at + 1]
    return following.word == "geografis" or (side.page.words[at].is_capital and following.is_capital)


def _unhedged(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """What the narrative only suspects, told as a fact."""
    heads = _hedged_heads(narrative)
    by_concept: dict[str, list[int]] = {}
    for at in heads:
        by_concept.setdefault(narrative.terms[at].concept, []).append(at)
    seen: set[int] = set()
    for at, term in enumerate(variant.terms):
        places = by_concept.get(term.concept)
        if not places or not variant.is_content[at] or variant.is_hedged(at) or at in variant.denied:
            continue
        if not variant.is_asserted(at) or is_noun(variant, at) or _is_described(variant, at):
            continue
        if variant.sentence_of[at] in seen:
            continue
        best = _best(variant, at, narrative, places)
        beside = {narrative.terms[one].concept for one, doubt in heads.items() if doubt == heads[best]}
        if _is_held(term.concept, beside, heads, narrative):
            continue
        said = {variant.terms[one].concept for one in range(len(variant.terms))
                if variant.sentence_of[one] == variant.sentence_of[at] and variant.is_content[one]}  # fmt: skip
        if len(beside & said) < min(2, len(beside)) or _only_names(variant, at):
            continue
        seen.add(variant.sentence_of[at])
        mark = narrative.page.words[heads[best]].raw.lower()
        yield findings.of_words(
            FindingKind.CERTAINTY, variant, at, at, expected=mark, source=narrative.source(best),
            fix=f"{mark} {variant.page.words[at].raw}",
        )  # fmt: skip


def _caused(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "dipicu makanan basi" where the narrative says that the cause is not yet known."""
    open_ones = [
        at for at in narrative.places_of.get("=picu", [])
        if narrative.page.words[at].word in _CAUSE and not _UNKNOWN.isdisjoint(
            narrative.sentence_words[narrative.sentence_of[at]])
    ]  # fmt: skip
    if not open_ones:
        return
    for at in variant.places_of.get("=picu", []):
        word = variant.page.words[at].word
        if (
            word not in _CAUSED
            or at in variant.denied
            or variant.is_hedged(at)
            or not variant.is_asserted(at)
        ):
            continue
        new = [
            one for one in range(at + 1, min(at + 6, len(variant.terms)))
            if variant.is_content[one] and variant.terms[one].concept not in narrative.vocabulary
        ]  # fmt: skip
        if len(new) > 1 and _UNKNOWN.isdisjoint(variant.sentence_words[variant.sentence_of[at]]):
            yield findings.of_words(
                FindingKind.CERTAINTY, variant, at, new[-1], source=narrative.source(open_ones[0])
            )


def _is_described(side: Side, at: int) -> bool:
    """Whether a bare root only says what a thing is: "perusahaan tambang nikel"."""
    word = side.page.words[at]
    return at > 0 and word.word == word.stem and not side.page.breaks[at - 1] and (
        side.terms[at - 1].concept in _THINGS
    )  # fmt: skip


def _is_held(concept: str, beside: set[str], heads: dict[int, int], narrative: Side) -> bool:
    """Whether the narrative says without a doubt, elsewhere, what it doubts in one place."""
    for one in narrative.places_of[concept]:
        if one in heads or one in narrative.denied or narrative.is_hedged(one):
            continue
        if len(beside) < _TELLING or narrative.around(one) & (beside - {concept}):
            return True
    return False


def _only_names(variant: Side, at: int) -> bool:
    """Whether a word only names the matter: "terkait pungli", "kasus kebocoran", "soal utang", "lapor"."""
    before = [word.word for word in variant.page.words[max(0, at - 3) : at]]
    return any(word in _NAMING for word in before)


_DUTY = lexicons.words("wajib")
_THINGS = frozenset(
    ("=usaha", "pabrik", "industri", "lokasi", "kawasan", "wilayah", "limbah", "kasus", "pekerja")
)
_CAUSE = frozenset(("penyebab", "penyebabnya", "sebab", "sebabnya", "pemicu", "pemicunya"))
_CAUSED = frozenset(
    ("dipicu", "disebabkan", "akibat", "gara-gara", "pemicunya", "penyebabnya", "dikarenakan")
)
_UNKNOWN = frozenset(
    (
        "belum",
        "masih",
        "didalami",
        "diselidiki",
        "mendalami",
        "menyelidiki",
        "diteliti",
        "diperiksa",
        "ditelusuri",
        "diduga",
    )
)
_AGAIN = frozenset(("lagi", "kembali", "sesudah", "setelah", "sesudahnya", "setelahnya", "seusai"))
_MAY = frozenset(("dapat", "bisa", "boleh", "diperbolehkan", "dibolehkan", "diizinkan"))
_SOMEBODY = frozenset(("seorang", "para"))  # who somebody is is not what is suspected of him
_TELLING = 2  # words that two modal verbs must have behind them to speak of one thing
_DUTIES = frozenset(("wajib", "harus", "diwajibkan", "diharuskan", "kewajiban"))
_DEADLINE = lexicons.words("deadline")
_TENSE_REACH = 8
_NAMING = lexicons.words("naming")


def _status(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "tersangka" of whom the narrative calls a witness, or of nobody."""
    known = {word.word for at, word in enumerate(narrative.page.words) if word.word in STATUS}
    for at, word in enumerate(variant.page.words):
        if word.word in STATUS and word.word not in known and at not in variant.denied:
            if word.word in ("pelaku", "buron") or _is_conditional(variant, at):
                continue
            told = next((one for one in narrative.page.words if one.word in STATUS), None)
            yield findings.of_words(
                FindingKind.CERTAINTY, variant, at, at, expected=told.raw if told else "",
                source=narrative.page.sentence_text(told.start) if told else "", fix=told.raw if told else "",
            )  # fmt: skip
