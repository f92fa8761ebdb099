"""Foreign markup: whatever goes in, nothing active comes out, and no text is lost on the way."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.feeds import sanitise as subject
from pantau.feeds.sanitise import TAGS, author, escaped, plain, sanitise, title

BASE = "https://media.example/rubrik/umpan.xml"
ATTRIBUTES = {"href", "title", "rel", "lang", "dir", "datetime", "cite", "colspan", "rowspan"}

VECTORS = [
    # scripts, plain and disguised
    "<script>alert(1)</script>", "<SCRIPT SRC=https://jahat.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/xss src=x></script>", "<script\x0csrc=x></script>",
    "<<script>alert(1)//<</script>", "<script>alert(1)", "<script <b>", "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>", "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>", "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    # handlers
    "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<body onload=alert(1)>",
    "<a onclick=alert(1)>x</a>", "<p onmouseover='alert(1)'>x</p>",
    "<b onfocus=alert(1) autofocus tabindex=1>x</b>", "<details open ontoggle=alert(1)>x</details>",
    "<video onerror=alert(1)><source></video>", "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>", "<input onfocus=alert(1) autofocus>",
    "<select onfocus=alert(1)><option>x</select>", "<textarea onfocus=alert(1)>x</textarea>",
    "<p style='x' onwheel=alert(1)>x</p>", '<img """><script>alert(1)</script>">',
    # links
    "<a href='javascript:alert(1)'>x</a>", "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>", "<a href='java&#09;script:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>", "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>x</a>", "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='file:///etc/passwd'>x</a>", "<a href='//server/share'>x</a>", "<a href='\\\\server\\share'>x</a>",
    "<a href='https://bank.example@jahat.example/'>x</a>", "<a href='smb://server/share'>x</a>",
    "<a href='https://bank.example\\@jahat.example/'>x</a>", "<a href='view-source:https://x.example/'>x</a>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>", "<q cite='file:///etc/passwd'>x</q>",
    "<a href='https://x.example/' target=_blank ping='https://jahat.example/'>x</a>",
    # what loads
    "<img src='https://jahat.example/pixel.gif'>", "<img srcset='https://jahat.example/a 1x'>",
    "<iframe src='https://jahat.example/'></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='https://jahat.example/x.swf'></object>", "<embed src=x>", "<applet code=x></applet>",
    "<link rel=stylesheet href='https://jahat.example/x.css'>", "<base href='https://jahat.example/'>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example/'>",
    "<video poster='https://jahat.example/x'></video>",
    "<table background='https://jahat.example/x'><tr><td background=x>y</td></tr></table>",
    "<picture><source srcset=x><img src=x></picture>",
    "<frameset><frame src='https://jahat.example/'></frameset>", "<bgsound src=x>",
    "<isindex action='javascript:alert(1)'>",
    # what styles or submits
    "<p style='background:url(https://jahat.example/x)'>x</p>",
    "<style>@import 'https://jahat.example/x.css';</style>", "<div style='position:fixed;top:0'>x</div>",
    "<p class='x' id='y'>x</p>", "<form action='https://jahat.example/'><button>x</button></form>",
    "<input type=submit formaction='javascript:alert(1)'>", "<xss style='xss:expression(alert(1))'>x</xss>",
    # what confuses parsers
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?><p>x</p>", "<!DOCTYPE html><p>x</p>",
    "<p title='</p><script>alert(1)</script>'>x</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><script>alert(1)</script>'>", "<template><script>alert(1)</script></template>",
    "<title><script>alert(1)</script></title>", "<plaintext><script>alert(1)</script>",
    "<a href=`javascript:alert(1)`>x</a>", "<a href='https://x.example/' href='javascript:alert(1)'>x</a>",
    "<p/onclick=alert(1)>x", "<a\x00href='javascript:alert(1)'>x</a>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>", "<b><i></b></i><script>alert(1)</script>",
    "<a href='https://x.example/\"onclick=alert(1)'>x</a>", "<p lang='\"><script>x'>x</p>",
    "<time datetime='\" onclick=alert(1)'>x</time>", "<td colspan='javascript:alert(1)'>x</td>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]  # fmt: skip


class Watch(HTMLParser):
    """Notes whatever a browser might act upon."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(tag)
        for name, value in attrs:
            is_address = name in ("href", "cite")
            if name not in ATTRIBUTES or (
                is_address and not (value or "").startswith(("http://", "https://", "mailto:"))
            ):
                self.faults.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data}")


def faults_of(markup: str) -> list[str]:
    watch = Watch()
    watch.feed(markup)
    watch.close()
    return watch.faults


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_active_comes_out(vector: str) -> None:
    clean = sanitise(vector, BASE)
    assert faults_of(clean) == []
    assert "alert(1)" not in clean or "<script" not in clean
    assert sanitise(clean, BASE) == clean


@pytest.mark.parametrize("vector", VECTORS)
def test_a_title_made_of_it_is_plain_text_of_one_line(vector: str) -> None:
    line = title(vector)
    assert faults_of(line) == [] or vector.startswith(("&lt;", "<p>&lt;"))  # written out, it is text
    assert line.isprintable()


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>Satu</p><p>Dua</p>", "<p>Satu</p><p>Dua</p>"),
        ("<p>Tebal <strong>sekali</strong></p>", "<p>Tebal <strong>sekali</strong></p>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<font color=red>merah</font>", "merah"),
        ("<p class=isi style='x'>isi</p>", "<p>isi</p>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("tanpa markah", "tanpa markah"),
        ("1 > 0", "1 &gt; 0"),
        ("<p>spasi\xa0keras</p>", "<p>spasi&nbsp;keras</p>"),
        (
            "<blockquote cite='/sumber'>x</blockquote>",
            '<blockquote cite="https://media.example/sumber">x</blockquote>',
        ),
        ("<td colspan=2>lepas</td>", "lepas"),
        ("<p dir=rtl lang=ar>نص</p>", '<p dir="rtl" lang="ar">نص</p>'),
        ("<p>balik\u202eini\u2066itu</p>", "<p>balikiniitu</p>"),
        ("<p>balik&#x202E;ini</p>", "<p>balikini</p>"),
    ],
)
def test_text_and_its_structure_stay(markup: str, kept: str) -> None:
    assert sanitise(markup, BASE) == kept


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://lain.example/a?b=1&amp;c=2", "https://lain.example/a?b=1&amp;c=2"),
        ("lanjut.html", "https://media.example/rubrik/lanjut.html"),
        ("/lanjut", "https://media.example/lanjut"),
        ("mailto:sari@media.example", "mailto:sari@media.example"),
        ("#catatan", "https://media.example/rubrik/umpan.xml#catatan"),
    ],
)
def test_links_lead_somewhere_whole_and_tell_nobody_where_from(href: str, kept: str) -> None:
    expected = f'<a href="{kept}" rel="noopener noreferrer nofollow">x</a>'
    assert sanitise(f"<a href='{href}'>x</a>", BASE) == expected


def test_a_relative_link_without_a_base_is_dropped() -> None:
    assert sanitise("<a href='/a'>x</a>", "") == '<a rel="noopener noreferrer nofollow">x</a>'


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Satu</p><p>Dua</p>", "Satu Dua"),
        ("<p>Sa<b>tu</b></p>", "Satu"),
        ("Satu<br>Dua", "Satu Dua"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<p>A &amp; B &lt;C&gt; &amp;amp; D</p>", "A & B <C> &amp; D"),
        ("<p>spasi&nbsp;keras\n\n baris</p>", "spasi keras baris"),
        ("", ""),
    ],
)
def test_plain_text_keeps_words_apart_that_were_apart(markup: str, text: str) -> None:
    assert plain(sanitise(markup, BASE)) == text


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("  Dua \n baris\t ", "Dua baris"),
        ("<b>Tebal</b> &amp; <i>miring</i>", "Tebal & miring"),
        ("AT&amp;amp;T", "AT&amp;T"),
        ("a < b, <3 & 1 > 0", "a < b, <3 & 1 > 0"),
        ("Satu<br>Dua", "Satu Dua"),
        ("balik\u202earah\u202c", "balikarah"),
        ("null\x00\x08", "null"),
        ("x" * 900, "x" * 499 + "…"),
        ("<script>alert(1)</script>Judul", "Judul"),
        ("Uji <span>coba", "Uji coba"),
    ],
)
def test_a_title_is_one_plain_line_decoded_once(markup: str, line: str) -> None:
    assert title(markup) == line


def test_the_name_of_an_author_is_short_and_plain() -> None:
    assert author("<b>Sari</b>\nDewi") == "Sari Dewi"
    assert len(author("x" * 5_000)) == subject.AUTHOR_LENGTH


@given(st.text(max_size=200))
def test_plain_text_survives_being_made_markup_and_read_again(text: str) -> None:
    assert plain(escaped(text)) == plain(sanitise(escaped(text), BASE))
    assert faults_of(escaped(text)) in ([], ["br"]) or set(faults_of(escaped(text))) <= TAGS


PIECES = st.sampled_from(
    [*VECTORS, "<", ">", "'", '"', "</", "<!--", "-->", "&", ";", "x", " ", "</a>", "</p>", "=", "/", "\x00"]
)


@given(st.lists(PIECES, max_size=6).map("".join))
def test_no_mixture_of_vectors_comes_out_active(markup: str) -> None:
    clean = sanitise(markup, BASE)
    assert faults_of(clean) == []
    assert faults_of(sanitise(clean, "")) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 40_000,
        "<b>" * 60_000,
        "<a <a> " * 30_000,
        "<a " * 60_000,
        "<table>" * 20_000,
        "<!--" * 50_000,
        "<p><b a='</b>'>" * 12_000,
        "&" * 100_000,
        "<" * 150_000,
        "<x y='" * 30_000,
        "<script" * 25_000,
        "<p>" + "x" * 1_000_000,
    ],
    ids=lambda markup: markup[:12],
)
def test_markup_built_to_take_for_ever_does_not(markup: str) -> None:
    begun = time.perf_counter()
    clean = sanitise(markup, BASE)
    plain(clean)
    title(markup)
    assert time.perf_counter() - begun < 2.0
    assert len(clean) <= 6 * subject.LARGEST
    assert faults_of(clean[:50_000].rpartition("<")[0]) == []


def test_markup_nested_beyond_reason_keeps_its_text() -> None:
    assert plain(sanitise("<div>" * 5_000 + "inti" + "</div>" * 5_000, BASE)) == "inti"
