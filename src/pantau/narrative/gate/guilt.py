"""Presumption of innocence: a person said to be guilty before a verdict (UU 48/2009 art. 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import anywhere, each, either
from pantau.narrative.gate.names import NAME, inner, is_given, person
from pantau.narrative.gate.passage import Passage, Sentence, is_headline

_BY_LETTERS = (
    r"(?i:berinisial|inisial|tersangka|terdakwa|oknum|petugas|sipir|pegawai|staf|pejabat|kasi|kasubsi|kabag)"
)
_HONOUR = r"(?:(?i:sdri?|ny|tn|nn|bapak|ibu|pak|bu|si)\.?\s+)?"
_WHO = rf"{_HONOUR}(?P<name>{_BY_LETTERS}\s+[A-Z](?:\.?\s?[A-Z]){{0,3}}\b\.?|{NAME})"
_LETTERS = re.compile(rf"{_BY_LETTERS}\s+[A-Z. ]+")
_OFFICE = re.compile(
    r"(?<!\w)(?i:oknum|petugas|sipir|pegawai|staf|pejabat|kasi|kasubsi|kabag|kepala|anggota|notaris|asn|pns|dosen|hakim|jaksa"
    r"|polisi|bupati|guru|direktur|bendahara|kalapas|karutan|kakanim|kakanwil|karupbasan|kabapas|kabid|kabag|kadiv\w*|kasatker|sekda|camat|lurah|kades|wali\s+kota|gubernur|pengacara|advokat|dokter|perawat|ustaz|kiai|pengasuh|mantan|eks|tersangka|terdakwa|warga\s+binaan|narapidana)(?!\w"
    r"|\s+me[a-z]{4,})"  # not "Polisi menembak pelaku ..."
)
_SOMEBODY = re.compile(_WHO)
_AFTER = r"(?:\s*\([^)\n]{1,12}\))?(?:\s*,[^,.\n]{1,50},)?,?\s+"
# What is told of a deed in small letters: "pelaku [pembunuhan sopir taksi]", never what somebody else then does.
_FILL = (
    r"(?:\s+(?!(?:di|ke|dari|pada|oleh|kepada|untuk|yang|dan|atau|bersama|kata|ujar|dengan|saat|ketika|asal|warga"
    r"|di[a-z]{4,}|me[a-z]{4,}|ter[a-z]{4,})\b)[a-z-]+)"
)
_PRISON = r"\s+(?:Lapas|Rutan|LPKA|Rudenim)(?:\s+(?:Kelas\s+\w+|[A-Z][a-z]+))?"
_FULL_FILL = rf"(?:{_FILL}|{_PRISON}|\s+(?:di|dan|terhadap|dari)\b){{0,8}}?"
_OF_OTHERS = re.compile(
    r"(?i:kuasa\s+hukum|penasihat\s+hukum|pengacara|advokat|pembela|ayah|ibu|istri|suami|anak|kakak|adik|keluarga|orang\s+tua"
    r"|kerabat|tetangga|korban|saksi|majikan|atasan|mengejar|memburu)(?:\s+(?:para|dari|sang|si))?\s+$"
)
_SPEAKS = re.compile(rf"\s+{either('identity', 'spoke')}(?!\w)")
_INSIDE = re.compile(r"(?i:dalang|otak|biang|provokator|perusuh|menyelundupkan)")
_REMOVED = (
    r"(?i:(?:di)?(?:copot|pecat|tangkap|ringkus|bekuk|tahan|borgol|ciduk|gelandang|jebloskan|berhentikan|nonaktifkan|amankan|hukum"
    r"|mutasi|skors|usir|cokok|penjarakan))"
)
_EVIL = (
    r"(?i:kejahatan|kebiadaban|kebejatan|kekejaman|kekejian|kelicikan|kebusukan|akal\s+bulus|dosa|kebohongan"
    r"|(?:ulah|aksi|perbuatan|kelakuan|tindakan)\s+(?:bejat|keji|jahat|licik|biadab|kejam|culas|tipu-tipu|sadis))"
)
_GANG = (
    r"(?i:komplotan|sindikat|gerombolan|kawanan|geng|mafia|jaringan|kelompok)(?:\s+[a-z]+){0,5}?\s+(?:yang\s+)?(?:dipimpin|diketuai|dikomandoi"
    r"|diotaki|dikendalikan|didalangi|pimpinan|asuhan|bentukan|milik|kelolaan)(?:\s+oleh)?"
)
_GAIN = (
    r"(?i:(?:uang|dana|suap|setoran|pungli|hasil|jatah|fee|komisi|anggaran)(?:\s+[a-z]+){0,5}?\s+(?:dinikmati|ditilap|dikorupsi|digelapkan|ditelan"
    r"|dikantongi|disunat|diembat|dimakan|masuk\s+(?:ke\s+)?kantong|mengalir\s+ke(?:\s+kantong)?)"
    r"|(?:dibunuh|dihabisi|dibantai|dirampok|ditipu|diperas|digelapkan|dikorupsi|dicuri|diperkosa|dirudapaksa|dibacok|ditikam|ditusuk|dipalsukan"
    r"|diselewengkan|diselundupkan|didalangi|diotaki|dikendalikan))"
)
_TITLED = 3  # the pattern of deeds; before it stand titles: "Bupati Budi Santoso memeras ..."


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    doer = rf"{either('guilt', 'doer')}(?:nya)?"
    of = rf"(?:\s+{either('guilt', 'of')}(?!\w)){{0,5}}"
    link = r"(?i:adalah|ialah|yakni|yaitu|bernama|merupakan|berinisial)"
    that = r"(?i:itu|tersebut|ini)"
    sure = r"(?:(?i:telah|sudah|jelas|memang|juga)\s+)*"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # "koruptor Budi", "pelaku pungli, Hendra,", "begal sadis Toni", "otak pelarian itu adalah Andi"
            rf"(?<!\w){doer}(?!\w)(?:{of}|{_FILL}{{1,3}}?)(?:\s*,\s*|\s+)(?:{link}\s+)?{_WHO}",
            # "Agus adalah pelaku pemerasan", "Bambang penipu"
            rf"(?<!\w){_WHO}{_AFTER}(?:(?i:adalah|ialah|merupakan|memang|jelas|sebagai)\s+)*{doer}(?!\w)",
            # "Slamet terbukti menerima suap", "Rudi bersalah"
            rf"(?<!\w){_WHO}{_AFTER}{sure}{either('guilt', 'proven')}(?!\w)",
            # "Ahmad telah mencuri data"
            rf"(?<!\w){_WHO}{_AFTER}(?:yang\s+)?{either('guilt', 'deed')}(?!\w)",
            # "Irwan kami copot karena memeras pemohon", "Wati ditangkap usai mencuri"
            rf"(?<!\w){_WHO}{_AFTER}(?:(?i:kami|telah|sudah|akhirnya|langsung|kini|resmi)\s+)*{_REMOVED}\s+(?:\w+\s+){{0,3}}?"
            rf"(?i:karena|lantaran|akibat|sebab|usai|setelah|atas)\s+{either('guilt', 'deed')}(?!\w)",
            # "Pelaku pembunuhan sopir taksi, Sandi,", "maling motor itu Jaja"
            rf"(?<!\w){doer}(?!\w){_FULL_FILL}(?:\s*,\s*(?={NAME}\s*[,(])|\s+{link}\s+|\s+{that}\s*,?\s+){_WHO}",
            # "kejahatan Suhendra", "uang suap dinikmati Kepala Kanim berinisial BT"
            rf"(?<!\w){_EVIL}\s+(?:(?i:tersangka|si|sang)\s+)?{_WHO}",
            # "komplotan yang dipimpin Surya", "sindikat pimpinan Lim"
            rf"(?<!\w){_GANG}\s+(?:(?i:tersangka|si|sang)\s+)?{_WHO}",
            rf"(?<!\w){_GAIN}\s+(?:oleh\s+)?(?:(?i:tersangka|si|sang)\s+)?{_WHO}",
        )
    )


@cache
def _resumed() -> tuple[re.Pattern[str], ...]:
    """ "Pengedar itu tertangkap. [Ia bernama Budi]", "Pegawai HT ditahan. [Yang bersangkutan terbukti ...]"."""
    he = r"(?:(?i:yang\s+bersangkutan|orang\s+itu|pria\s+itu)|[Ii]a|[Dd]ia)"
    sure = r"(?:(?i:telah|sudah|jelas|memang|juga)\s+)*"
    doer = rf"(?:(?i:adalah|ialah|merupakan|memang)\s+)+{either('guilt', 'doer')}(?:nya)?"
    return (
        re.compile(rf"(?<!\w){he}\s+(?i:adalah|bernama|ialah|yakni)\s+{_WHO}"),
        re.compile(rf"(?<!\w){he}\s+(?:{sure}{either('guilt', 'proven')}|{doer})(?!\w)"),
    )


def guilt(passage: Passage) -> Iterator[GateFinding]:
    """Guilt said of a name, unless a court said it or the sentence leaves it open."""
    for at, sentence in enumerate(passage.sentences):
        if _is_judged(passage.near(at)):
            continue
        for number, pattern in enumerate(_patterns()):
            for match in each(pattern, sentence.text):
                if number in (0, 5, 6, 7, 8) and not _is_said_of(sentence.text, match):
                    continue
                span = _named(sentence, match, titled=number == _TITLED)
                if span is None or _is_settled(passage, at, match, proven=number == 2):
                    continue
                start, end = min(match.start(), span[0]), max(match.end() if number else span[1], span[1])
                place = (sentence.start + start, sentence.start + end)
                yield found(passage.text, place, "presumption", Severity.ERROR)
        if at:
            yield from _said_of_him(passage, passage.sentences[at - 1], sentence)


def _is_judged(text: str) -> bool:
    """Whether a court has spoken; a verdict that is awaited or asked for is none."""
    return anywhere("guilt", "verdict").search(_awaited().sub(" ", text)) is not None


@cache
def _awaited() -> re.Pattern[str]:
    verdict = either("guilt", "verdict")
    asked = either("guilt", "awaited")
    return re.compile(
        rf"(?<!\w)(?:{asked}\s+(?:\w+\s+){{0,3}}?{verdict}|{verdict}\s+(?:\w+\s+)?(?i:belum))(?!\w)"
    )


def _is_said_of(text: str, match: re.Match[str]) -> bool:
    """Whether the one who did it is the one named, and no word is a name: "Gembong Warsono"."""
    if match[0][0].isupper() and match.start() and not text.isupper():
        return False
    if _OF_OTHERS.search(text[max(0, match.start() - 40) : match.start()]):
        return False
    return _SPEAKS.match(text, match.end("name")) is None


def _named(sentence: Sentence, match: re.Match[str], *, titled: bool = False) -> tuple[int, int] | None:
    start, end = match.span("name")
    text = sentence.text
    if _LETTERS.fullmatch(match["name"]):
        bare = "inisial" in match["name"].lower()
        return None if bare and not _OFFICE.search(text, max(0, start - 60), start) else (start, end)
    sure = is_headline(text)
    span = person(text, start, end, sure=sure)
    if span and (" " in text[slice(*span)] or is_given(text[slice(*span)])):
        return span
    if titled:
        return inner(text, start, end)
    return None


def _is_settled(passage: Passage, at: int, match: re.Match[str], *, proven: bool) -> bool:
    """Whether the sentence leaves guilt open before the words ("tersangka ... terbukti" does not), or tells of
    somebody who serves his time for it."""
    sentence = passage.sentences[at]
    lead = sentence.text[: match.end()]
    if _is_open(lead, proven=proven):
        return True
    if _INSIDE.search(match[0]):
        return False
    before = passage.text[passage.sentences[max(0, at - 1)].start : sentence.start] + lead
    return anywhere("guilt", "convict").search(before) is not None


def _is_open(lead: str, *, proven: bool) -> bool:
    lead = anywhere("guilt", "certain").sub(" ", lead)
    return anywhere("guilt", "open_hard" if proven else "open").search(lead) is not None


def _said_of_him(passage: Passage, before: Sentence, sentence: Sentence) -> Iterator[GateFinding]:
    by_name, by_word = _resumed()
    if _is_open(before.text, proven=True):
        return
    told = anywhere("guilt", "doer").search(before.text) and not _is_open(before.text, proven=False)
    for match in by_name.finditer(sentence.text) if told else ():
        if span := _named(sentence, match):
            place = (sentence.start + match.start(), sentence.start + span[1])
            yield found(passage.text, place, "presumption", Severity.ERROR)
    for match in by_word.finditer(sentence.text):
        if _is_somebody(before) and not _is_open(sentence.text[: match.end()], proven=True):
            place = (sentence.start + match.start(), sentence.start + match.end())
            yield found(passage.text, place, "presumption", Severity.ERROR)


def _is_somebody(sentence: Sentence) -> bool:
    return any(_named(sentence, match, titled=True) for match in _SOMEBODY.finditer(sentence.text))
