"""`pantau issue`: a matter taken up and worked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import LARGEST_ID, Call, command, explained
from pantau.cli.output import Columns
from pantau.domain.ids import ArticleId, IssueId, StoryId
from pantau.domain.issue import Issue, Status
from pantau.domain.outcome import Done

if TYPE_CHECKING:
    from pantau.operations import Desk

app = typer.Typer(name="issue", help=explained("issue"), no_args_is_help=True, rich_markup_mode=None)

IssueArg = Annotated[int, typer.Argument(metavar="ISU", min=1, max=LARGEST_ID)]
StoryArg = Annotated[int, typer.Argument(metavar="KABAR", min=1, max=LARGEST_ID)]

COLUMNS: Columns = (
    ("id", lambda row: row["id"]),
    ("status", lambda row: words.say(f"status.{row['status']}")),
    ("owner", lambda row: row["owner"]),
    ("deadline", lambda row: row["deadline"] and words.clock(row["deadline"])),
    ("title", lambda row: row["title"]),
)


@command(app, "open", acting=True)
def take_up(
    call: Call,
    story: StoryArg,
    owner: Annotated[str | None, typer.Option(metavar="NAMA", help=explained("owner"))] = None,
) -> None:
    from pantau.operations import issues, team

    with call.desk() as desk:
        to = None if owner is None else team.named(desk, owner).id
        _tell(call, desk, issues.take_up(desk, StoryId(story), to))


@command(app, "list")
def show_all(
    call: Call, closed: Annotated[bool, typer.Option("--closed", help=explained("closed"))] = False
) -> None:
    from pantau.operations import issues, team

    with call.desk() as desk:
        names = team.names(desk)
        call.show([shapes.issue(issue, names) for issue in issues.listed(desk, closed=closed)], COLUMNS)


@command(app, "show")
def show(call: Call, issue: IssueArg) -> None:
    from pantau.operations import issues, narratives, team

    with call.desk() as desk:
        view = issues.view(desk, IssueId(issue))
        names = team.names(desk)
        current = narratives.current(desk, IssueId(issue))
    told = shapes.issue(view.issue, names) | {
        "story_list": [shapes.story(story) for story in view.stories],
        "notes": [shapes.note(note, names) for note in view.notes],
        "facts": [shapes.fact(fact, names) for fact in view.facts],
        "narrative": None if current is None else shapes.narrative(current, names),
        "activity": [shapes.activity(entry, names) for entry in view.activity],
    }
    call.answer(told, *_issue_lines(call, told))


def _issue_lines(call: Call, told: dict[str, Any]) -> list[str]:
    lines = [_line(call, told)]
    lines += [f"  [{story['story']}] {story['title']}" for story in told["story_list"]]
    lines += [f"  {call.say('fact')} [{one['id']}] {one['text']} ({one['source']})" for one in told["facts"]]
    lines += [f"  {words.clock(one['at'])} {one['by']}: {one['text']}" for one in told["notes"]]
    for entry in reversed(told["activity"]):
        what = words.say(f"event.{entry['kind']}")
        lines.append(f"  {words.clock(entry['at'])} {entry['actor'] or 'Pantau'}: {what}")
    return lines


def _line(call: Call, told: dict[str, Any]) -> str:
    status = words.say(f"status.{told['status']}")
    return call.say("issue-line", id=str(told["id"]), title=told["title"], status=status, owner=told["owner"])


@command(app, "assign", acting=True)
def assign(
    call: Call,
    issue: IssueArg,
    officer: Annotated[str | None, typer.Argument(metavar="[NAMA]", help=explained("to"))] = None,
) -> None:
    from pantau.operations import issues, team

    with call.desk() as desk:
        to = None if officer is None else team.named(desk, officer).id
        _tell(call, desk, issues.assign(desk, issues.get(desk, IssueId(issue)), to))


@command(app, "status", acting=True)
def set_status(call: Call, issue: IssueArg, status: Annotated[Status, typer.Argument()]) -> None:
    from pantau.operations import issues

    with call.desk() as desk:
        _tell(call, desk, issues.set_status(desk, issues.get(desk, IssueId(issue)), status))


@command(app, "note", acting=True)
def note(call: Call, issue: IssueArg, text: Annotated[str, typer.Argument(metavar="TEKS")]) -> None:
    from pantau.operations import issues, team

    with call.desk() as desk:
        done = issues.note(desk, IssueId(issue), text)
        told = {"issue": issue, **shapes.note(done.value, team.names(desk))}
    call.answer(told, call.say("note-written", issue=str(issue)))


@command(app, "fact", acting=True)
def fact(
    call: Call,
    issue: IssueArg,
    text: Annotated[str, typer.Argument(metavar="TEKS")],
    source: Annotated[str, typer.Option(help=explained("fact-source"))] = "",
    article: Annotated[int | None, typer.Option(min=1, max=LARGEST_ID, help=explained("article"))] = None,
) -> None:
    from pantau.operations import facts, team

    with call.desk() as desk:
        named = None if article is None else ArticleId(article)
        done = facts.add(desk, IssueId(issue), text, source, named)
        told = {"issue": issue, **shapes.fact(done.value, team.names(desk))}
    call.answer(told, call.say("fact-added", issue=str(issue), source=done.value.source))


@command(app, "merge", acting=True)
def merge(
    call: Call,
    issue: IssueArg,
    into: Annotated[int, typer.Argument(metavar="KE_ISU", min=1, max=LARGEST_ID)],
) -> None:
    from pantau.operations import issues, regrouping

    with call.desk() as desk:
        loser, winner = issues.get(desk, IssueId(issue)), issues.get(desk, IssueId(into))
        _tell(call, desk, regrouping.merge(desk, loser, winner))


@command(app, "split", acting=True)
def split(
    call: Call,
    issue: IssueArg,
    stories: Annotated[list[int], typer.Argument(metavar="KABAR...", min=1, max=LARGEST_ID)],
    title: Annotated[str | None, typer.Option(metavar="JUDUL", help=explained("split-title"))] = None,
) -> None:
    from pantau.operations import issues, queue, regrouping

    with call.desk() as desk:
        chosen = [StoryId(story) for story in stories]
        name = title if title is not None else queue.story(desk, chosen[0]).story.title
        _tell(call, desk, regrouping.split(desk, issues.get(desk, IssueId(issue)), chosen, name))


def _tell(call: Call, desk: Desk, done: Done[Issue]) -> None:
    from pantau.operations import team

    told = shapes.issue(done.value, team.names(desk))
    call.answer(told, _line(call, told))
