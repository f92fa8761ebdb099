"""Document type declarations: what is harmless in them is used, the rest goes, and the feed stays."""

from __future__ import annotations

import pytest

from pantau.feeds import problems
from pantau.feeds.declarations import MOST_GROWTH, without_declaration


@pytest.mark.parametrize(
    ("document", "rest"),
    [
        (b"<rss/>", b"<rss/>"),
        (b"<!DOCTYPE rss><rss/>", b"<rss/>"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE rss SYSTEM "x.dtd">\n<rss/>', b'<?xml version="1.0"?>\n\n<rss/>'),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', b"<rss>b</rss>"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'> <!ELEMENT rss ANY> ] ><rss>&a;</rss>", b"<rss>b</rss>"),
        (b'<!DOCTYPE rss [<!ENTITY a "&#233;">]><rss>&a;</rss>', b"<rss>&#233;</rss>"),
        (b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>x&a;y</rss>', b"<rss>xy</rss>"),
        (b'<!DOCTYPE rss [<!ENTITY a PUBLIC "x" "http://x.example/">]><rss>x&a;y</rss>', b"<rss>xy</rss>"),
        (b'<!DOCTYPE rss [<!ENTITY amp "b">]><rss>&amp;</rss>', b"<rss>&amp;</rss>"),
        (b"<rss>&eacute;&nbsp;&amp;&lt;&lain;</rss>", b"<rss>&#233;&#160;&amp;&lt;&lain;</rss>"),
        (
            b"<!-- <!DOCTYPE --><rss><![CDATA[ <!DOCTYPE ]]></rss>",
            b"<!-- <!DOCTYPE --><rss><![CDATA[ <!DOCTYPE ]]></rss>",
        ),
        (b"<rss><!DOCTYPE x></rss>", b"<rss><!DOCTYPE x></rss>"),
    ],
)
def test_what_is_plain_is_put_in_place_and_what_is_external_left_out(document: bytes, rest: bytes) -> None:
    assert without_declaration(document) == (rest, False, ())


@pytest.mark.parametrize(
    "subset",
    [
        b'<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">',
        b'<!ENTITY b "&b;">',
        b"<!ENTITY % p \"<!ENTITY b 'x'>\">",
        b'<!ENTITY b "' + b"x" * (MOST_GROWTH + 1) + b'">',
    ],
    ids=["nested", "of itself", "parameter", "large"],
)
def test_entities_that_would_explode_go_with_all_that_refers_to_them(subset: bytes) -> None:
    told = without_declaration(b"<!DOCTYPE rss [" + subset + b"]><rss>satu &b;&eacute;&amp; dua</rss>")
    assert told.data == b"<rss>satu &#233;&amp; dua</rss>"
    assert told.problems == (problems.ENTITY_BOMB,)


def test_many_small_uses_explode_too() -> None:
    document = b'<!DOCTYPE rss [<!ENTITY a "' + b"x" * 1_000 + b'">]><rss>' + b"&a;" * 1_000 + b"</rss>"
    assert without_declaration(document) == (b"<rss></rss>", False, (problems.ENTITY_BOMB,))


def test_the_declaration_of_rss_091_is_recognised() -> None:
    public = (
        b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd">'
    )
    assert without_declaration(public + b"<rss/>").is_netscape
