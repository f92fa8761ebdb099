"""The parsing child: reads bodies from its input, writes feeds to its output, and may be killed at any time.

It limits its own memory and processor time where the system can (`resource`); the engine keeps the clock.
"""

from __future__ import annotations

import gc
import sys
from datetime import timedelta, timezone
from typing import BinaryIO

from pantau.domain.identity import identity
from pantau.engine.wire import LENGTH, READY, Job, Parsed, pack_parsed, unpack_job
from pantau.feeds.parse import parse
from pantau.language import tokens

MEMORY = 512 * 2**20  # bytes of address space
PROCESSOR_SECONDS = 3


def work(job: Job) -> Parsed:
    """Parse one body and make ready what storing it asks for: identities and index texts."""
    zone = timezone(timedelta(minutes=job.zone_minutes))
    feed = parse(job.body, url=job.url, content_type=job.content_type, received=job.received, zone=zone)
    index = tuple(
        [(tokens.indexed(entry.title), tokens.indexed(entry.summary_text)) for entry in feed.entries]
    )
    return Parsed(feed, tuple([identity(entry) for entry in feed.entries]), index)


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer jobs until the engine closes the pipe."""
    outgoing.write(READY)
    outgoing.flush()
    while len(head := incoming.read(LENGTH.size)) == LENGTH.size:
        frame = incoming.read(LENGTH.unpack(head)[0])
        limit_processor()
        answer = pack_parsed(work(unpack_job(frame)))
        outgoing.write(LENGTH.pack(len(answer)) + answer)
        outgoing.flush()


def limit_memory() -> None:
    """Ask the system to refuse more than MEMORY; Windows has no such limit for a process on its own."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_processor() -> None:
    """Give the next job PROCESSOR_SECONDS more than what was used so far; the kernel ends a child beyond that."""
    if sys.platform != "win32":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used + PROCESSOR_SECONDS, hard))


def main() -> None:
    limit_memory()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # a feed makes few cycles and thousands of objects
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
