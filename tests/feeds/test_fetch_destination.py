"""Whatever an address looks like, the guard and the connection read the same host in it."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from hypothesis import example, given, settings
from hypothesis import strategies as st
from yarl import URL

from pantau.domain.errors import FetchError
from pantau.feeds.destination import Destination, destination, redirected

ODD = st.text(alphabet="0123456789abfox.:@/\\[]%①⓪。．２-_ \t?#\x00ßİ\u00ad", max_size=24)
NUMBERS = st.lists(
    st.one_of(
        st.integers(0, 2**33).map(str),
        st.integers(0, 2**33).map(hex),
        st.integers(0, 2**33).map(lambda value: f"0{value:o}"),
    ),
    min_size=1,
    max_size=5,
).map(".".join)


def read(url: str) -> Destination | None:
    try:
        return destination(url)
    except FetchError:
        return None


@given(ODD)
@example("127.0.0.1\t.example")
@example("[::1]@a")
@settings(max_examples=400)
def test_any_text_is_an_address_with_one_host_or_refused(text: str) -> None:
    found = read(f"http://{text}")
    if found is None:
        return
    assert read(found.url) == found
    assert URL(found.url, encoded=True).raw_host == urlsplit(found.url).hostname == found.host
    assert URL(found.url, encoded=True).port == found.port
    assert URL(found.url, encoded=True).user is None
    assert found.url.isascii()
    assert found.url.isprintable()


@given(NUMBERS)
@settings(max_examples=400)
def test_numbers_that_the_system_takes_for_an_address_are_read_as_the_same_address(host: str) -> None:
    found = read(f"http://{host}/")
    try:
        meant = socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return
    assert found is not None
    assert (found.host, str(found.ip)) == (meant, meant)


@given(ODD)
def test_any_location_leads_to_an_address_or_is_refused(location: str) -> None:
    base = destination("https://berita.example/a/b?c")
    try:
        found = redirected(base, location)
    except FetchError:
        return
    assert found.scheme in {"http", "https"}
    assert read(found.url) == found
