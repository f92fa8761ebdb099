"""Undoing Content-Encoding a piece at a time, so that a bomb is noticed at the limit, not after it went off."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from pantau.domain.errors import FetchError
from pantau.feeds.answers import too_large

ACCEPTED = "gzip, deflate, br"

_STEP = 2**20  # bytes decoded at a time
_SLICE = 4096  # bytes taken at a time
_DENSEST = 500  # to one; feeds pack 5 to 20 to one, a bomb about 1000


class Decoder(Protocol):
    """Takes the body in pieces as they arrive. Raises FetchError too-large, truncated, garbled."""

    def feed(self, piece: bytes) -> None: ...

    def finish(self) -> bytes: ...


class _Collected:
    """What has been decoded so far: at most `limit` bytes, and no more than text can have been packed into."""

    def __init__(self, limit: int) -> None:
        self._limit, self._size, self._arrived = limit, 0, 0
        self._pieces: list[bytes] = []

    def arrived(self, size: int) -> None:
        """So many more bytes came over the wire; they count too, since a stream may swell and give nothing."""
        self._arrived += size
        if self._arrived > self._limit:
            raise too_large(self._limit)

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limit or self._size > max(_STEP, self._arrived * _DENSEST):
            raise too_large(self._limit)
        self._pieces.append(piece)

    @property
    def room(self) -> int:
        """What to ask a decompressor for: one more than fits, to see that it does not; never 0 (no limit)."""
        return min(self._limit - self._size + 1, _STEP)

    def whole(self) -> bytes:
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)


class _Identity:
    def __init__(self, limit: int) -> None:
        self._out = _Collected(limit)

    def feed(self, piece: bytes) -> None:
        self._out.arrived(len(piece))
        self._out.add(piece)

    def finish(self) -> bytes:
        return self._out.whole()


def _slices(piece: bytes) -> Iterator[bytes]:
    """Small enough that what has arrived is a fair measure of what may come out of it."""
    for at in range(0, len(piece), _SLICE):
        yield piece[at : at + _SLICE]


class _Zlib:
    """gzip (of several members too) and deflate, with or without the zlib header that the latter should have."""

    def __init__(self, limit: int) -> None:
        self._out = _Collected(limit)
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._started = False

    def feed(self, piece: bytes) -> None:
        for part in _slices(piece):
            self._unpack(part)

    def _unpack(self, piece: bytes) -> None:
        self._out.arrived(len(piece))
        full = True
        while piece or full:
            if self._stream.eof:  # another member, or padding, which ends it all
                if piece[:2] != b"\x1f\x8b":
                    return
                self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            room = self._out.room
            got = self._inflate(piece, room)
            self._out.add(got)
            piece = self._stream.unused_data or self._stream.unconsumed_tail
            full = len(got) == room  # there may be more in it although all was taken

    def _inflate(self, piece: bytes, room: int) -> bytes:
        try:
            return self._stream.decompress(piece, room)
        except zlib.error as error:
            if self._started:
                raise FetchError("source.garbled") from error
        finally:
            self._started = True
        self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        return self._inflate(piece, room)

    def finish(self) -> bytes:
        if self._started and not self._stream.eof:
            raise FetchError("source.truncated")
        return self._out.whole()


class _Brotli:
    def __init__(self, limit: int) -> None:
        import brotli  # type: ignore[import-untyped]

        self._out = _Collected(limit)
        self._stream = brotli.Decompressor()
        self._error: type[Exception] = brotli.error
        self._started = False

    def feed(self, piece: bytes) -> None:
        for part in _slices(piece):
            self._unpack(part)

    def _unpack(self, piece: bytes) -> None:
        self._out.arrived(len(piece))
        self._started = True
        got = piece
        try:
            while not self._stream.is_finished() and (got or not self._stream.can_accept_more_data()):
                got = self._stream.process(piece, output_buffer_limit=self._out.room)
                self._out.add(got)
                piece = b""
        except self._error as error:
            raise FetchError("source.garbled") from error

    def finish(self) -> bytes:
        if self._started and not self._stream.is_finished():
            raise FetchError("source.truncated")
        return self._out.whole()


_DECODERS: dict[str, Callable[[int], Decoder]] = {
    "": _Identity,
    "identity": _Identity,
    "gzip": _Zlib,
    "x-gzip": _Zlib,
    "deflate": _Zlib,
    "br": _Brotli,
}


def decoder(encoding: str | None, limit: int) -> Decoder:
    """A decoder for a Content-Encoding that gives at most `limit` bytes.

    Raises FetchError "source.garbled" for one that we never asked for, several layers included.
    """
    make = _DECODERS.get((encoding or "").strip().lower())
    if make is None:
        raise FetchError("source.garbled")
    return make(limit)
