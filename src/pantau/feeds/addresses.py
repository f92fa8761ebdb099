"""Addresses from feeds: made canonical, resolved, and judged before anybody opens one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urljoin

LONGEST = 4096

# Most links are already canonical: lower-case host, plain path, no query. One look settles those.
_PLAIN = re.compile(
    r"https?://(?P<host>[a-z0-9][a-z0-9.-]*+)/[\w~,;=@!$'()*+/-]*+(?:(?<!/)\.[\w~,;=@!$'()*+/-]++)*+",
    re.ASCII,
)
_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?|\[[0-9a-f:.]+\]"
)
_NUMBER = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}", re.ASCII)
_MAILTO = re.compile(
    r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?(?:subject|body)=[^&<>\"]*(?:&(?:subject|body)=[^&<>\"]*)*)?",
    re.IGNORECASE | re.ASCII,
)
# Controls, white space and what cannot be seen: U+200B-F, U+202A-E, U+2060-9, U+FEFF, soft hyphen.
_HOSTILE = re.compile(
    "[\\s\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164"
    "\ufeff\uffa0\\\\]"
)
_UNSAFE = re.compile(r"[^A-Za-z0-9!$&'()*+,;=:@/?~._%-]|%(?![0-9A-Fa-f]{2})")

_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid"
    r"|_ga|_gl|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|rb_clickid|s_cid|cmpid|ns_campaign|ns_mchannel"
    r"|ns_source|ns_linkname|ns_fee|at_medium|at_campaign|at_custom\d|pk_campaign|pk_kwd|pk_source|mtm_.*|piwik_.*|hsa_.*"
    r"|ref_src|ref_url|__twitter_impression|amp_js_v|spm|xtor|campaign_id|ito|guccounter|guce_referrer|guce_referrer_sig",
    re.IGNORECASE,
)


def canonical(url: str) -> str:
    """One spelling for one page, so that the same link from two feeds is seen to be the same.

    Host in lower case and IDNA, default port, fragment and tracking parameters gone, dot segments resolved,
    what must be escaped escaped. "" for anything that is not a plain absolute http(s) address: another scheme,
    a user's name in it, backslashes, control or invisible characters, more than 4,096 characters.
    """
    plain = _PLAIN.fullmatch(url)
    if plain and len(url) <= LONGEST and _host(plain["host"]) == plain["host"]:
        return url
    url = url.strip().replace(" ", "%20")
    parts = _PARTS.fullmatch(url)
    if parts is None or len(url) > LONGEST or _HOSTILE.search(url):
        return ""
    scheme = parts[1].lower()
    host = _authority(parts[2], scheme)
    if not host:
        return ""
    query = _query(parts[4]) if parts[4] else ""
    return f"{scheme}://{host}{_path(parts[3])}{query}"


def resolve(base: str, reference: str) -> str:
    """What a reference means in a document at `base`; "" when it cannot be told. The result is not judged."""
    reference = reference.strip()
    if reference[:8].lower().startswith(("http://", "https://")):
        return reference
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def is_openable(url: str) -> bool:
    """Whether a person may be offered to open it: http, https or mailto, and nothing in it that deceives."""
    if len(url) > LONGEST or _HOSTILE.search(url):
        return False
    if url[:7].lower() == "mailto:":
        return _MAILTO.fullmatch(url) is not None and not _HOSTILE.search(unquote(url).replace(" ", ""))
    parts = _PARTS.fullmatch(url)
    return parts is not None and _authority(parts[2], parts[1].lower()) != ""


def shown_host(url: str) -> str:
    """The host as it may be shown: in its own script, or as punycode when scripts are mixed; "" without one.

    "xn--bcher-kva.example" is shown as "bücher.example", a Cyrillic "а" in a Latin name stays "xn--...".
    """
    parts = _PARTS.fullmatch(url.strip())
    host = _authority(parts[2], "") if parts else ""
    if "xn--" not in host:
        return host
    try:
        written = host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
    return written if len({_script(character) for character in written} - {""}) == 1 else host


def _script(character: str) -> str:
    """The script of a letter, "" for digits and marks that all share; letters that pass for others are their own."""
    if character in "-._:0123456789":
        return ""
    if character > "\u017f" or character in "ıĸſ":
        name = unicodedata.name(character, "?").split()[0]
        return name if name != "LATIN" else f"LATIN {character}"
    return "LATIN"


def _authority(written: str, scheme: str) -> str:
    """Host and port, canonical; "" when there is a user's name in it, or no valid host."""
    host, colon, port = written.rpartition(":")
    if not colon or "]" in port:
        host, port = written, ""
    name = _host(host)
    if not name or (port and not (port.isascii() and port.isdecimal() and int(port[:6]) < 65536)):
        return ""
    if not port or (scheme, int(port)) in (("http", 80), ("https", 443)):
        return name
    return f"{name}:{int(port)}"


@lru_cache(maxsize=4096)
def _host(written: str) -> str:
    """The host in lower case and IDNA, "" if it is none. A feed's links share few hosts: hence the cache."""
    host = written.lower().rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return ""
        if _NUMBER.fullmatch(host):
            return ""  # circled or full-width digits: a number in disguise
    if not _HOST.fullmatch(host) or len(host) > 253:
        return ""
    last = host.rpartition(".")[2]
    # Browsers read "127.1", "0x7f000001" and "2130706433" as numbers too; nobody honest writes them.
    return "" if (last.isdecimal() or last.startswith("0x")) and not _NUMBER.fullmatch(host) else host


def _path(path: str) -> str:
    if not path:
        return "/"
    if "/." in path:
        path = _without_dots(path)
    return _escaped(path) if _UNSAFE.search(path) else path


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _query(query: str) -> str:
    kept = [pair for pair in query.split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    return "?" + _escaped("&".join(kept)) if kept else ""


def _escaped(text: str) -> str:
    return _UNSAFE.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), text
    )
