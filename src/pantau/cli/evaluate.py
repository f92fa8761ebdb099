"""`pantau evaluate`: the machine's judgement on labelled files, for whoever measures it."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import Call, command, explained
from pantau.domain.errors import PantauError

if TYPE_CHECKING:
    from pantau.evaluate.replay import Snapshot

app = typer.Typer(name="evaluate", help=explained("evaluate"), no_args_is_help=True)

In = Annotated[Path, typer.Argument(metavar="IN.jsonl")]
Out = Annotated[Path, typer.Option("--out", metavar="OUT.jsonl", help=explained("result"))]


def stories(call: Call, source: In, out: Out) -> None:
    """Group a labelled stream exactly as the engine would."""
    from pantau.engine.analysis import Analysis
    from pantau.engine.scoring import Scoring
    from pantau.evaluate import grouping, streams

    items = streams.stream(source)
    began = time.perf_counter()
    grouped = grouping.group(items, Analysis((), Scoring()))
    seconds = time.perf_counter() - began
    rows = ({"id": one.id, "story": one.story, "first": one.first, "thread": one.thread} for one in grouped)
    streams.write(out, rows)
    told = {
        "articles": len(grouped),
        "stories": len({one.story for one in grouped}),
        "seconds": round(seconds, 3),
        "articles_per_second": round(len(grouped) / seconds, 1) if seconds else 0.0,
        "peak_mb": peak_mb(),
    }
    call.answer(told, *(f"{name}: {value}" for name, value in told.items()))


def text(call: Call, source: In, out: Out) -> None:
    """Read each text as the engine would."""
    from pantau.evaluate import streams
    from pantau.language.reading import read
    from pantau.operations import topics

    shipped = topics.shipped()
    found = [
        {"id": row["id"], **shapes.reading(read("", streams.words(row, "text", number), shipped))}
        for number, row in streams.rows(source)
    ]
    streams.write(out, found)
    call.answer({"texts": len(found)}, f"{len(found)}")


def _span(text: str) -> str:
    """A span of time as it was told, or wrong usage."""
    from pantau.evaluate import replay

    try:
        replay.span(text)
    except PantauError as error:
        raise typer.BadParameter(words.explain(error)) from error
    return text


def queue(
    call: Call,
    source: In,
    out: Out,
    every: Annotated[str, typer.Option("--every", callback=_span, help=explained("every"))] = "15m",
    top: Annotated[int, typer.Option("--top", min=1, max=10_000, help=explained("top"))] = 20,
) -> None:
    """Replay a stream on a simulated clock, a snapshot of the queue at every step."""
    from pantau.engine.analysis import Analysis
    from pantau.engine.scoring import Scoring
    from pantau.evaluate import replay, streams
    from pantau.operations import topics

    shipped = topics.shipped()
    step, items = replay.span(every), streams.stream(source)
    analysis = Analysis(shipped, Scoring(shipped))
    taken = [_snapshot(one) for one in replay.snapshots(items, analysis, every=step, top=top)]
    streams.write(out, taken)
    call.answer({"articles": len(items), "snapshots": len(taken)}, f"{len(taken)}")


def _snapshot(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "at": snapshot.at.isoformat(),
        "queue": [
            {"story": story.id, "score": story.score, "alert": story.alert, "articles": list(articles)}
            for story, articles in snapshot.queue
        ],
    }


def peak_mb() -> float | None:
    """The most memory that this process has had, in MiB; None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (2**20 if sys.platform == "darwin" else 2**10), 1)


command(app, "stories")(stories)
command(app, "text")(text)
command(app, "queue")(queue)
