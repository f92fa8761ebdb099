"""What every command has in common: --json, --database, --debug, and how failures are told."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import output
from pantau.domain.errors import PantauError

if TYPE_CHECKING:
    from pantau.operations import Desk

LARGEST_ID = 2**63 - 1


def explained(name: str) -> str:
    """The help of a command or option, from the catalogue of sentences."""
    return words.say(f"cli.help.{name}")


AsJson = Annotated[bool, typer.Option("--json", help=explained("json"))]
At = Annotated[str | None, typer.Option("--database", metavar="URL", help=explained("database"))]
Debug = Annotated[bool, typer.Option("--debug", help=explained("debug"))]
ActingAs = Annotated[str | None, typer.Option("--as", metavar="NAMA", help=explained("as"))]
Limit = Annotated[int, typer.Option("--limit", min=1, max=100_000, help=explained("limit"))]
Intranet = Annotated[bool, typer.Option("--intranet", help=explained("intranet"))]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command. `acting` names the officer who acts; None: the local one."""

    as_json: bool = False
    url: str | None = None
    debug: bool = False
    acting: str | None = None

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk at the database that was named, with the officer that was named at it."""
        from pantau.operations import open_desk, team

        opened = open_desk(self.url)
        if opened.database.later is not None:
            output.problem(words.say("store.newer-read", version=opened.database.later))
        try:
            officer = opened.officer if self.acting is None else team.named(opened, self.acting)
            yield opened.as_officer(officer)
        finally:
            opened.close()

    def show(self, rows: Sequence[dict[str, Any]], columns: output.Columns) -> None:
        """Results: as JSON one document, else a table."""
        if self.as_json:
            output.document(list(rows))
        else:
            output.table(rows, columns)

    def answer(self, value: Any, *lines: str) -> None:
        """One result: as JSON the value, else lines for a person."""
        if self.as_json:
            output.document(value)
        else:
            output.lines(*lines)

    def say(self, key: str, **facts: object) -> str:
        return words.say(f"cli.{key}", "id", **facts)


Command = Callable[..., None]
_COMMON: dict[str, tuple[Any, Any]] = {"as_json": (AsJson, False), "url": (At, None), "debug": (Debug, False)}
_ACTING = {"acting": (ActingAs, None)}
_MARK = "call_"  # so that a command may have a parameter of its own called `url`


def command(app: typer.Typer, name: str, *, acting: bool = False) -> Callable[[Command], Command]:
    """Registers a command whose first parameter is its Call; help is "cli.help.<name>".

    acting  adds --as NAME, for what an officer does
    """
    group = app.info.name
    key = f"{group}.{name}" if isinstance(group, str) else name

    def register(work: Command) -> Command:
        called = _with_common_options(work, acting=acting)
        app.command(name, help=explained(key))(called)
        return called

    return register


def _with_common_options(work: Command, *, acting: bool) -> Command:
    signature = inspect.signature(work, eval_str=True)
    _call, *own = signature.parameters.values()
    common = _COMMON | _ACTING if acting else _COMMON
    option = partial(inspect.Parameter, kind=inspect.Parameter.KEYWORD_ONLY)
    added = [
        option(_MARK + name, annotation=kind, default=default) for name, (kind, default) in common.items()
    ]
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]

    def called(**given: Any) -> None:
        call = Call(**{name: given.pop(_MARK + name) for name in common})
        with told(debug=call.debug):
            work(call, **given)

    called.__name__, called.__doc__, called.__module__ = work.__name__, work.__doc__, work.__module__
    called.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *added)}
    return called


@contextmanager
def told(*, debug: bool) -> Iterator[None]:
    """Ends the program with 1 and one line on stderr for whatever goes wrong inside the block."""
    try:
        yield
    except (typer.Exit, typer.Abort, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        if debug:
            traceback.print_exc()
        else:
            output.problem(words.explain(_understood(error)))
        raise typer.Exit(1) from error


def _understood(error: Exception) -> Exception:
    """Failures of the system that a person can mend, which no room below has made its own."""
    if isinstance(error, OSError) and error.strerror:
        path = error.filename if isinstance(error.filename, str) else ""
        return PantauError("cli.file", path=path, detail=error.strerror)
    if isinstance(error, UnicodeEncodeError):  # bytes of another encoding among the arguments
        return PantauError("cli.not-text")
    return error


def fail(error: PantauError) -> None:
    """Tell of one failure among several; the command goes on."""
    output.problem(words.explain(error))


def read_text(path: str, largest: int) -> str:
    """The text of a file, "-" for stdin. What is no UTF-8 is shown as such."""
    return read_whole(path, largest).decode("utf-8-sig", "replace")


def read_whole(path: str, largest: int) -> bytes:
    """The bytes of a file. Raises PantauError "cli.too-large": nothing is judged by its beginning alone."""
    content = read_file(path, largest)
    if len(content) > largest:
        raise PantauError("cli.too-large", path=path, megabytes=largest // 2**20)
    return content


def read_file(path: str, largest: int) -> bytes:
    """The bytes of a file, "-" for stdin; `largest` and one more at most."""
    if path == "-":
        return sys.stdin.buffer.read(largest + 1)
    with open(path, "rb") as file:  # noqa: PTH123 - as typed: Path("") would be the folder
        return file.read(largest + 1)
