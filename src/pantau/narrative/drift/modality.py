"""Done or to come, must or may, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.asides import is_supposed
from pantau.narrative.drift.clauses import is_verbal
from pantau.narrative.drift.predicates import inside_names, is_noun
from pantau.narrative.drift.sides import CERTAIN, FORBIDDING, NEGATORS, STATUS, Side

_OPPOSED = {("done", "future"), ("future", "done"), ("must", "may"), ("may", "must")}
_FINISHED = frozenset(("selesai", "rampung", "tuntas", "kelar", "beres"))
_IF = frozenset(
    (
        "jika",
        "bila",
        "apabila",
        "kalau",
        "seandainya",
        "jikalau",
        "syarat",
        "asal",
        "asalkan",
        "andai",
        "setelah",
        "sampai",
    )
)
_HARMLESS = frozenset(("saksi", "terpidana"))
_IMPLIED = {"terlapor": {"=lapor"}, "terduga": {"duga"}}  # words that make somebody what a text calls him
_REACH = 3  # content words that a word of doubt surely bears on
_DOUBTS = lexicons.words("doubts")


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    yield from _imposed(variant, narrative)
    yield from _refused(variant, narrative)
    yield from _released(variant, narrative)
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


def _released(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "tidak wajib" where the narrative makes a duty of it and says of nothing that it is none."""
    duties = [at for at, word in enumerate(narrative.page.words) if word.word in _DUTIES]
    if not duties or any(_is_no_duty(narrative, at) for at in duties):
        return
    for at in variant.page.numbers_of(_DUTIES):
        if not _is_no_duty(variant, at) or not variant.is_asserted(at):
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
    told = narrative.page.numbers_of(_MAY | FORBIDDING)
    for at in variant.page.numbers_of(_MAY | FORBIDDING):
        if not variant.is_asserted(at):
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
    return at > 0 and side.page.words[at - 1].word in NEGATORS and not side.page.breaks[at - 1]


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


def _certain(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "terbukti" and "dipastikan" of what the narrative holds open."""
    for at in variant.page.numbers_of(CERTAIN):
        word = variant.page.words[at]
        if _is_open(variant, at) or _is_conditional(variant, at):
            continue
        if not variant.is_asserted(at) or is_supposed(variant, at, gap=1):
            continue  # "untuk memastikan penyebabnya", "pejabat yang terbukti membayar akan diberhentikan"
        if word.word in _EXACT and not _WAITS.isdisjoint(variant.sentence_words[variant.sentence_of[at]]):
            continue  # "penyebab pasti masih diperiksa"
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


def _is_open(side: Side, at: int) -> bool:
    """ "belum dapat dipastikan"; what is "tidak terbukti" has been judged."""
    is_judged = side.page.words[at].word == "terbukti" and at > 0 and side.page.words[at - 1].word == "tidak"
    before = side.page.words[max(side.clauses[side.clause_of[at]].first, at - 5) : at]
    is_nobody = any(word.word in NEGATORS for word in before) and any(word.word == "yang" for word in before)
    return (side.is_negated(at) or is_nobody) and not is_judged


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
    for at in side.page.numbers_of(_DOUBTS):
        if _is_named(side, at) or side.sentence_of[at] in side.asking:
            continue
        seen, one = 0, at + 1
        while one < len(side.page.words) and seen < _REACH and not side.page.breaks[one - 1]:
            if side.clause_of[one] != side.clause_of[at] or side.page.words[one].word in _DOUBT_ENDS:
                break  # "dugaan itu bermula dari", "dua terduga perekrut yang ikut diserahkan"
            if seen and side.page.words[one].word in _DONE:
                break  # of "yang diduga terlibat sudah dipindahkan" the involvement is doubted
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
        if variant.sentence_of[at] in seen or (variant.mode(at, 1) or ("",))[0] == "future":
            continue
        best = _best(variant, at, narrative, places)
        beside = {narrative.terms[one].concept for one, doubt in heads.items() if doubt == heads[best]}
        if _is_held(term.concept, beside, heads, narrative):
            continue
        said = variant.in_sentence[variant.sentence_of[at]]
        core = min(one for one, doubt in heads.items() if doubt == heads[best])
        if narrative.terms[core].concept not in said and not _is_told_otherwise(variant, at, narrative, core):
            continue
        if len(beside & said) < min(2, len(beside)) or _only_names(variant, at):
            continue
        seen.add(variant.sentence_of[at])
        mark = narrative.page.words[heads[best]].raw.lower()
        yield findings.of_words(
            FindingKind.CERTAINTY, variant, at, at, expected=mark, source=narrative.source(best),
            fix=f"{mark} {variant.page.words[at].raw}",
        )  # fmt: skip


def _is_told_otherwise(variant: Side, at: int, narrative: Side, core: int) -> bool:
    """Whether another verb may stand for the one that is doubted: "memakai nomor asing" of "diduga menggunakan"."""
    span = variant.clauses[variant.clause_of[at]]
    return is_verbal(narrative.page.words[core].word) and any(
        is_verbal(word.word) for word in variant.page.words[span.first : at]
    )


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


_DONE = frozenset(("sudah", "telah"))
_DOUBT_ENDS = frozenset(("itu", "ini", "tersebut", "yang"))
_EXACT = frozenset(("pasti", "jelas"))
_WAITS = lexicons.words("waiting") | {"belum", "masih", "diperiksa", "diselidiki", "didalami", "ditelusuri"}
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
    for at in variant.page.numbers_of(STATUS - known):
        word = variant.page.words[at]
        if at not in variant.denied:
            if (
                word.word in ("pelaku", "buron")
                or _is_conditional(variant, at)
                or not variant.is_asserted(at)
            ):
                continue
            if word.word in _HARMLESS and not known:
                continue  # who is questioned is a witness, who serves a sentence was sentenced
            if not narrative.vocabulary.isdisjoint(_IMPLIED.get(word.word, ())):
                continue
            told = next((one for one in narrative.page.words if one.word in STATUS), None)
            yield findings.of_words(
                FindingKind.CERTAINTY, variant, at, at, expected=told.raw if told else "",
                source=narrative.page.sentence_text(told.start) if told else "", fix=told.raw if told else "",
            )  # fmt: skip
