"""Names of the dead: nobody learns of a death in the family from a release."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.narrative.gate.finding import GateFinding, Severity, found
from pantau.narrative.gate.lexicon import each
from pantau.narrative.gate.names import NAME, person
from pantau.narrative.gate.passage import Passage, is_headline

_WHO = rf"(?P<name>{NAME})(?P<more>(?:\s*(?:,|dan)\s*{NAME}){{0,6}}+)"
_FILL = (
    r"(?:\s+(?i:dunia|itu|tersebut|seorang|tahanan|narapidana|warga|binaan|petugas|jaga|bernama|yang|dalam"
    r"|kebakaran|kerusuhan|rutan|lapas))*"
)
_LINK = (
    r"(?:\s*[,:(]\s*|\s+)(?:(?i:adalah|ialah|yakni|yaitu|bernama|atas\s+nama|an\.?)\s+)?"
    r"(?:(?i:sdr|bapak|ibu|saudara|saudari)\.?\s+)?"
)
_DIED = (
    r"(?:meninggal|tewas|wafat|gugur|berpulang|tutup\s+usia|mengembuskan\s+napas|kehilangan\s+nyawa"
    r"|meregang\s+nyawa|terbunuh|(?:tidak|tak)\s+tertolong|mati|mengakhiri\s+hidup\w*|gantung\s+diri|bunuh\s+diri|(?:tak|tidak)\s+bernyawa)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?i:almarhum(?:ah)?|alm\.?|jenazah|jasad|mendiang|meninggalnya|wafatnya|tewasnya|gugurnya|kepergian){_FILL}{_LINK}{_WHO}",
        rf"(?<!\w)(?i:meninggal(?:\s+dunia)?|tewas|wafat|korban\s+jiwa|gugur){_FILL}{_LINK}{_WHO}",
        rf"(?<!\w){_WHO}(?:\s*\([^)\n]{{1,12}}\))?(?:\s*,[^,.\n]{{1,50}},)?"
        rf"(?:\s+(?i:telah|sudah|dinyatakan|ditemukan|juga|ikut|dikabarkan))*\s+(?i:{_DIED})(?!\w)",
        # "narapidana yang tewas di selnya bernama Budi", "dua orang meninggal, masing-masing Budi dan Siti"
        rf"(?<!\w)(?i:{_DIED}|menewaskan|merenggut|korban\s+jiwa|jenazah|jasad|mayat)(?!\w)[^.;\n]{{0,70}}?(?<!\w)"
        rf"(?i:adalah|ialah|yakni|yaitu|bernama|masing-masing|diketahui|atas\s+nama|a\.?n\.?)[:,]?\s+(?:(?i:bernama|adalah)\s+)?{_WHO}",
        rf"(?<!\w)(?i:menewaskan|merenggut\s+nyawa){_FILL}\s+{_WHO}",
    )
)
_TOLD = re.compile(
    r"(?i:keluarga(?:nya)?\s+(?:[\w,()]+\s+){0,8}?(?:diberi\s+tahu|diberitahu|dikabari|menerima\s+kabar|mengizinkan|menyetujui)"
    r"|(?:seizin|persetujuan|izin)\s+(?:dari\s+)?(?:pihak\s+)?keluarga)"
)
_NOT_YET = re.compile(
    r"(?i:(?:belum|sampai|sebelum)\s+(?:\w+\s+){0,3}keluarga|keluarga(?:nya)?\s+(?:\w+\s+){0,2}belum)"
)
# Public figures, and deaths that are history: an obituary, an anniversary, a year long past.
KNOWN = re.compile(
    r"(?<!\w)(?i:mantan|prof\.?|tokoh|guru\s+besar|sastrawan|penyair|seniman|musisi|aktivis|ulama|pahlawan|proklamator|pejuang|perintis"
    r"|pendiri|pencipta|jenderal|sultan|jaksa\s+agung|presiden|menteri\s+\w+|di?kenang|mengenang|mendiang\s+\w+\s+dikenal"
    r"|jasa(?:-jasa)?(?:nya)?|semasa\s+hidup(?:nya)?|haul|warisan(?:nya)?|karya(?:-karya)?nya|diabadikan|berkarya"
    r"|(?:genap\s+)?\d+\s+tahun\s+(?:wafat|meninggal|kematian|tewas|gugur|berpulang)\w*)(?!\w)|pada\s+(?:tahun\s+)?(?:19|20)\d\d(?!\d)|(?<!\d)(?:1[5-9]\d\d|20[01]\d)(?!\d)"
)
_LONG_AGO = re.compile(
    r"(?i:peristiwa|tragedi|semanggi|trisakti|tsunami|bom\s+bali)(?:\s+\w+){0,3}?\s+(?:1[5-9]\d\d|20[01]\d)(?!\d)"
)
_SUSPECT = re.compile(
    r"(?<!\w)(?i:pelaku(?:nya)?|tersangka|terdakwa|pembunuh(?:nya)?|penyebab(?:nya)?)(?!\w)"
)
_PLACE = re.compile(r"(?<!\w)(?i:di|ke|dari|asal)\s+$")  # "yang tiba di Seunuddon meninggal"
_CLAUSE = re.compile(r"(?i:,\s*(?:kata|ujar|menurut|tutur|ucap|jelas)\s*$)")


def is_family_told(passage: Passage) -> bool:
    """Whether a text says that the family knows, or agrees."""
    return _TOLD.search(passage.text) is not None and _NOT_YET.search(passage.text) is None


def dead(passage: Passage, *, first_statement: bool) -> Iterator[GateFinding]:
    """Names of dead persons: an error in a first statement and before the family was told, else none.

    A public figure's obituary is left alone.
    """
    told = is_family_told(passage)
    if told and not first_statement:
        return
    severity = Severity.ERROR if first_statement or not told else Severity.WARNING
    for at, sentence in enumerate(passage.sentences):
        if KNOWN.search(sentence.text) or _LONG_AGO.search(passage.before(at)):
            continue
        for pattern in _PATTERNS:
            tried = 0
            for match in each(pattern, sentence.text):
                # Tried again from inside a title: "Anggota Polsek Pagedangan Budi" asks for a common name.
                again, tried = match.start() < tried, match.end()
                sure = again or is_headline(sentence.text)
                span = person(sentence.text, *match.span("name"), sure=sure)
                lead = sentence.text[: match.start("name")]
                elsewhere = _CLAUSE.search(lead) or _SUSPECT.search(lead) or _PLACE.search(lead)
                if span and not elsewhere:
                    end = max(span[1], match.end("more")) if match["more"] else span[1]
                    place = (sentence.start + span[0], sentence.start + end)
                    yield found(passage.text, place, "name-of-dead", severity)
