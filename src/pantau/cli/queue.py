"""`pantau queue`, `story`, `search`: what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import LARGEST_ID, Call, Limit, command
from pantau.cli.output import Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pantau.domain.board import Line
    from pantau.operations.queue import StoryView

QUEUE: Columns = (
    ("story", lambda row: row["story"]),
    ("score", lambda row: row["score"]),
    ("alert", lambda row: "!" if row["alert"] else ""),
    ("title", lambda row: row["title"]),
    ("reports", lambda row: row["articles"]),
    ("sources", lambda row: row["sources"]),
    ("last-seen", lambda row: words.clock(row["last_seen"])),
    ("issue", lambda row: row["issue"]),
)
FOUND: Columns = (
    ("id", lambda row: row["id"]),
    ("title", lambda row: row["title"]),
    ("source", lambda row: row["source"]),
    ("snippet", lambda row: row["snippet"]),
)


MOST_CLAIMS = 10  # lines of a printed story; --json has them all
MOST_OF_THREAD = 5


def register(app: typer.Typer) -> None:
    command(app, "queue")(show_queue)
    command(app, "story")(show_story)
    command(app, "search")(search)


def show_queue(call: Call, limit: Limit = 20) -> None:
    """Stories by trend, the most pressing first."""
    from pantau.operations import queue

    with call.desk() as desk:
        call.show([shapes.story(story) for story in queue.ranked(desk, limit)], QUEUE)


def show_story(
    call: Call, story: Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)]
) -> None:
    """One story down to its articles and its curve."""
    from pantau.domain.ids import StoryId
    from pantau.operations import claims, queue

    with call.desk() as desk:
        view = queue.story(desk, StoryId(story))
        board = claims.of_story(desk, view)
    told = story_shape(view, board)
    call.answer(told, *_story_lines(call, told))


def story_shape(view: StoryView, board: Sequence[Line] = ()) -> dict[str, Any]:
    copied = {copy.id: report.article.id for report in view.reports for copy in report.copies}
    told = shapes.story(view.story)
    told["articles"] = [
        {**shapes.article(article), "copy_of": copied.get(article.id)} for article in view.articles
    ]
    told["curve"] = [[at, count] for at, count in view.story.curve]
    told["claims"] = [shapes.claim_line(line) for line in board]
    told["thread"] = [shapes.beside(other) for other in view.thread]
    return told


def _story_lines(call: Call, told: dict[str, Any]) -> list[str]:
    lines = [told["title"], call.say("story-score", score=told["score"])]
    lines += [f"  {words.number(reason['points'])}  {reason['text']}" for reason in told["reasons"]]
    lines.append(call.say("story-reports", count=len(told["articles"]), sources=told["sources"]))
    lines += [claim_line(claim) for claim in told["claims"][:MOST_CLAIMS]]
    lines += _thread_lines(call, told["thread"])
    for article in told["articles"]:
        at = f"{words.day(article['published'])} {words.clock(article['published'])}"
        lines.append(f"  [{article['id']}] {article['title']} ({article['source']}, {at})")
        lines.append(f"      {article['url']}")
    return lines


def _thread_lines(call: Call, thread: list[dict[str, Any]]) -> list[str]:
    """The newest of the affair's other stories, and how many more there are."""
    if not thread:
        return []
    lines = [call.say("story-thread", count=len(thread))]
    for other in thread[:MOST_OF_THREAD]:
        at = f"{words.day(other['last_seen'])} {words.clock(other['last_seen'])}"
        facts = {"title": other["title"], "count": other["articles"], "at": at}
        lines.append(f"  {other['story']}  " + call.say("story-beside", **facts))
    if len(thread) > MOST_OF_THREAD:
        lines.append("  " + call.say("story-more", count=len(thread) - MOST_OF_THREAD))
    return lines


def claim_line(claim: dict[str, Any]) -> str:
    """ "tewas 12 → 0, resmi 0 (16 media)"."""
    steps = " \N{RIGHTWARDS ARROW} ".join(_figure(step) for step in claim["steps"]) or words.say(
        "claims.none"
    )
    facts = {"subject": claim["subject"], "steps": steps, "count": claim["outlets"]}
    return "  " + words.say("claims.line", official=_officially(claim), **facts)


def _officially(claim: dict[str, Any]) -> str:
    """The official value, or that the claim is officially false or only a rumour."""
    if claim["official"] is not None:
        return words.say("claims.official", value=_figure(claim["official"]))
    if claim["official_from"] is None:
        return ""
    return "; " + words.say(f"claims.{claim['official_from']['stance']}-officially")


def _figure(value: float | str) -> str:
    return value if isinstance(value, str) else words.number(value)


def search(call: Call, query: Annotated[str, typer.Argument(metavar="KUERI")], limit: Limit = 20) -> None:
    """Full text, best first."""
    from pantau.operations import search

    with call.desk() as desk:
        found = search.find(desk, query, limit)
    rows = [{**shapes.headline(one.article), "snippet": one.snippet, "rank": one.rank} for one in found]
    call.show(rows, FOUND)
