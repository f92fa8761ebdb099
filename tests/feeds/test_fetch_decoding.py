"""Bodies unpacked piece by piece, whatever the pieces."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from functools import partial

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.errors import FetchError
from pantau.feeds.decoding import decoder

LIMIT = 4 * 2**20
NOISE = random.Random(1).randbytes(300_000)
TEXT = b"<item><title>Antrean paspor mengular di Medan</title></item>" * 9_000
FORMS = {
    "gzip": gzip.compress,
    "x-gzip": lambda body: gzip.compress(body[:1000]) + gzip.compress(body[1000:]),
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=5),
    "identity": bytes,
}


def unpacked(coding: str, packed: bytes, size: int, limit: int = LIMIT) -> bytes:
    decoding = decoder(coding, limit)
    for at in range(0, len(packed), size):
        decoding.feed(packed[at : at + size])
    return decoding.finish()


@pytest.mark.parametrize("coding", FORMS)
@pytest.mark.parametrize("size", [67, 65_536, 10**9])
@pytest.mark.parametrize("body", [TEXT, NOISE, NOISE + TEXT * 6, b""], ids=["text", "noise", "long", "empty"])
def test_a_body_comes_out_as_it_went_in_however_it_is_cut(coding: str, size: int, body: bytes) -> None:
    assert unpacked(coding, FORMS[coding](body), size) == body


@pytest.mark.parametrize("coding", FORMS)
def test_the_limit_is_met_to_the_byte(coding: str) -> None:
    packed = FORMS[coding](NOISE)
    assert unpacked(coding, packed, 1000, limit=len(packed) + len(NOISE)) == NOISE
    with pytest.raises(FetchError, match=r"source\.too-large"):
        unpacked(coding, packed, 1000, limit=len(NOISE) - 1)


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("br", partial(brotli.compress, quality=1))]
)
def test_a_bomb_is_stopped_long_before_the_limit(coding: str, pack: object) -> None:
    packed = pack(bytes(16 * 2**20))  # type: ignore[operator]
    tracemalloc.start()
    with pytest.raises(FetchError, match=r"source\.too-large"):
        unpacked(coding, packed, 65_536, limit=16 * 2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * 2**20


def test_a_stream_that_swells_without_giving_anything_is_stopped() -> None:
    decoding = decoder("deflate", 10_000)
    with pytest.raises(FetchError, match=r"source\.too-large"):
        decoding.feed(b"\x00\x00\x00\xff\xff" * 4_000)


@given(st.binary(max_size=300), st.sampled_from(sorted(FORMS)))
def test_garbage_is_named_and_nothing_else_is_raised(garbage: bytes, coding: str) -> None:
    try:
        unpacked(coding, garbage, 50)
    except FetchError as error:
        assert error.key in {"source.garbled", "source.truncated"}  # noqa: PT017
