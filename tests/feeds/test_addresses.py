"""Addresses: one spelling for one page, and nothing opened that deceives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.feeds.addresses import canonical, is_openable, resolve, shown_host

SPELLINGS = [
    ("https://media.example/berita/1", "https://media.example/berita/1"),
    ("HTTPS://Media.Example/Berita", "https://media.example/Berita"),
    ("http://media.example:80/a", "http://media.example/a"),
    ("https://media.example:443/a", "https://media.example/a"),
    ("https://media.example:8443/a", "https://media.example:8443/a"),
    ("https://media.example", "https://media.example/"),
    ("https://media.example./a", "https://media.example/a"),
    ("https://media.example?p=1", "https://media.example/?p=1"),
    ("https://media.example/a#komentar", "https://media.example/a"),
    ("https://media.example/a?", "https://media.example/a"),
    ("https://media.example/a?utm_source=rss&utm_medium=feed", "https://media.example/a"),
    ("https://media.example/a?p=2&UTM_Campaign=x&q=3", "https://media.example/a?p=2&q=3"),
    ("https://media.example/a?fbclid=1&gclid=2&msclkid=3&_ga=4&igshid=5&mc_cid=6", "https://media.example/a"),
    ("https://media.example/a?page=all&ref_src=tw", "https://media.example/a?page=all"),
    ("https://media.example/a/../b/./c", "https://media.example/b/c"),
    ("https://media.example/../../a/..", "https://media.example/"),
    ("https://media.example/berita baru", "https://media.example/berita%20baru"),
    ("https://media.example/kafé?q=é", "https://media.example/kaf%C3%A9?q=%C3%A9"),
    ("https://media.example/%e4%41%zz", "https://media.example/%e4%41%25zz"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://пример.example/", "https://xn--e1afmkfd.example/"),
    ("  https://media.example/a\n", "https://media.example/a"),
    ("http://127.0.0.1:8080/umpan.xml", "http://127.0.0.1:8080/umpan.xml"),
    ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
    ("https://media.example/a;b=1,c@d", "https://media.example/a;b=1,c@d"),
]

HOSTILE = [
    "", "berita/1", "/berita/1", "//media.example/a", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "file:///etc/passwd", "file://server/share", "\\\\server\\share",
    "ftp://media.example/a", "smb://server/share", "ms-word:ofe|u|x", "tel:112", "https://", "https:///a",
    "https:media.example", "https://user@media.example/", "https://user:sandi@media.example/",
    "https://media.example@jahat.example/", "https://media.example\\@jahat.example/",
    "https://media.example\\.jahat.example/", "https://media.example/\x00", "https://media.example/\x1b[0m",
    "https://me\ndia.example/", "https://media.example/a\u202eb", "https://media.example/\u200b",
    "https://me\u00addia.example/", "https://media.example\u3000/", "https://-media.example/",
    "https://media..example/", "https://.example/", "https://media.example:99999/",
    "https://media.example:80a/", "https://media.example:-1/", "https://[::1/", "https://[zz]/",
    "https://127.1/", "https://0x7f000001/", "https://2130706433/", "https://0177.0.0.1/", "https://256.1.1.1/",
    "https://①②⑦.⓪.⓪.①/", "https://１２７.0.0.1/", "https://127.0.0.0x1/",
    "https://media.example%2f@jahat.example/", "https://media_example%00/", "https://" + "a" * 64 + ".example/",
    "https://media.example/" + "a" * 5_000, "blob:https://media.example/1", "about:blank",
    "intent://x#Intent;end", "mailto:", "mailto:sari", "mailto:sari@media.example?attach=/etc/passwd",
    "mailto:sari@media.example?subject=a%0Abcc:x@y.example", "mailto:sari@media.example\nbcc:x@y.example",
    "mailto:sari@media.example?cc=x@y.example",
]  # fmt: skip


@pytest.mark.parametrize(("written", "kept"), SPELLINGS)
def test_every_spelling_of_an_address_becomes_one(written: str, kept: str) -> None:
    assert canonical(written) == kept


@pytest.mark.parametrize("url", HOSTILE)
def test_what_deceives_or_does_not_lead_to_the_web_is_neither_kept_nor_opened(url: str) -> None:
    assert canonical(url) == ""
    assert not is_openable(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://media.example/berita/1?page=2#isi",
        "http://media.example:8080/",
        "https://xn--bcher-kva.example/",
        "mailto:sari@media.example",
        "mailto:sari@media.example?subject=Hak%20jawab&body=Yth.",
    ],
)
def test_the_web_and_mail_may_be_opened(url: str) -> None:
    assert is_openable(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://media.example/a", "media.example"),
        ("https://MEDIA.example:8443/a", "media.example:8443"),
        ("https://xn--bcher-kva.example/", "bücher.example"),
        ("https://bücher.example/", "bücher.example"),
        ("https://xn--e1afmkfd.xn--p1ai/", "пример.рф"),
        ("https://xn--e1afmkfd.example/", "xn--e1afmkfd.example"),  # Cyrillic before a Latin ending
        ("https://pаypal.example/", "xn--pypal-4ve.example"),  # the second letter is Cyrillic
        ("https://ɡoogle.example/", "xn--oogle-qmc.example"),  # a phonetic g
        ("https://bıtly.example/", "xn--btly-lza.example"),  # a Turkish i without its dot
        ("https://xn--a.example/", "xn--a.example"),
        ("javascript:alert(1)", ""),
        ("https://sari@media.example/", ""),
    ],
)
def test_a_host_is_shown_in_its_script_unless_scripts_are_mixed(url: str, host: str) -> None:
    assert shown_host(url) == host


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("https://lain.example/a", "https://lain.example/a"),
        ("b", "https://media.example/rubrik/b"),
        ("/b", "https://media.example/b"),
        ("//lain.example/b", "https://lain.example/b"),
        ("?p=1", "https://media.example/rubrik/umpan.xml?p=1"),
        (" javascript:alert(1) ", "javascript:alert(1)"),
        ("http://[", "http://["),
        ("//[", ""),
    ],
)
def test_a_reference_means_what_it_means_in_its_document(reference: str, meant: str) -> None:
    assert resolve("https://media.example/rubrik/umpan.xml", reference) == meant


@given(st.text(max_size=60) | st.text("htps:/.@\\?#%&=abAZ01[]\n ", max_size=60).map("https://".__add__))
def test_a_canonical_address_is_final_and_may_be_opened(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once
    assert once == "" or is_openable(once)
