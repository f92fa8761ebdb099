"""`pantau topics`: the standing queries."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import LARGEST_ID, Call, Limit, command, explained
from pantau.cli.output import Columns

app = typer.Typer(name="topics", help=explained("topics"), no_args_is_help=True, rich_markup_mode=None)

COLUMNS: Columns = (
    ("id", lambda row: row["id"]),
    ("topic", lambda row: row["name"]),
    ("unit", lambda row: row["unit"]),
    ("weight", lambda row: row["weight"]),
    ("query", lambda row: row["query"]),
)
MATCHES: Columns = (
    ("id", lambda row: row["id"]),
    ("title", lambda row: row["title"]),
    ("source", lambda row: row["source"]),
    ("words", lambda row: row["words"]),
)
SUGGESTED: Columns = (
    ("topic", lambda row: row["name"]),
    ("suggestion", lambda row: words.say(f"suggestion.{row['act']}", word=row["word"])),
    ("right", lambda row: "{bearing}/{all}".format(**row["right"])),
    ("wrong", lambda row: "{bearing}/{all}".format(**row["wrong"])),
    ("open", lambda row: "{bearing}/{all}".format(**row["open"])),
    ("query", lambda row: row["query"]),
)


@command(app, "list")
def show(call: Call) -> None:
    from pantau.operations import topics

    with call.desk() as desk:
        call.show([shapes.topic(topic) for topic in topics.listed(desk)], COLUMNS)


@command(app, "add")
def add(
    call: Call,
    name: Annotated[str, typer.Argument(metavar="NAMA")],
    query: Annotated[str, typer.Argument(metavar="KUERI")],
    unit: Annotated[str, typer.Option(help=explained("unit"))] = "",
    weight: Annotated[float, typer.Option(min=0, max=10, help=explained("weight"))] = 5.0,
) -> None:
    from pantau.operations import topics

    with call.desk() as desk:
        done = topics.add(desk, name, query, unit, weight)
    key = "topic-known" if done.activity is None else "topic-added"
    call.answer(shapes.topic(done.value), call.say(key, id=str(done.value.id), name=done.value.name))


@command(app, "remove")
def remove(call: Call, topic: Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)]) -> None:
    from pantau.domain.ids import TopicId
    from pantau.operations import topics

    with call.desk() as desk:
        gone = topics.remove(desk, TopicId(topic)).value
    call.answer(shapes.topic(gone), call.say("topic-removed", name=gone.name))


@command(app, "test")
def matching(call: Call, query: Annotated[str, typer.Argument(metavar="KUERI")], limit: Limit = 100) -> None:
    from pantau.operations import topics

    with call.desk() as desk:
        found = topics.matching(desk, query, limit)
    rows = [
        {
            **shapes.headline(one.article),
            "words": list(one.words),
            "hits": [
                {"field": str(hit.field), "start": hit.start, "end": hit.end, "text": hit.text}
                for hit in one.hits
            ],
        }
        for one in found
    ]
    call.show(rows, MATCHES)


@command(app, "suggest")
def suggest(
    call: Call,
    topic: Annotated[int | None, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)] = None,
    limit: Limit = 5,
) -> None:
    from pantau.domain.ids import TopicId
    from pantau.operations import suggestions

    with call.desk() as desk:
        found = suggestions.advise(desk, None if topic is None else TopicId(topic), limit)
    rows = [
        {
            "topic": one.topic.id,
            "name": one.topic.name,
            "act": one.suggestion.act.value,
            "word": one.word,
            "stem": one.suggestion.stem,
            "right": asdict(one.suggestion.right),
            "wrong": asdict(one.suggestion.wrong),
            "open": asdict(one.suggestion.open),
            "strength": round(one.suggestion.strength, 2),
            "query": one.query,
        }
        for one in found
    ]
    call.show(rows, SUGGESTED)
