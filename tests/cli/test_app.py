from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from pantau.cli.app import app

from .conftest import CommandLine


def commands() -> dict[str, object]:
    """Every command by its whole name."""
    found: dict[str, object] = {}

    def walk(name: str, command: object) -> None:
        children = getattr(command, "commands", None)
        if children is None:
            found[name.strip()] = command
            return
        for child, under in children.items():
            walk(f"{name} {child}", under)

    walk("", get_command(app))
    return found


CONTRACT = (
    *(f"sources {act}" for act in ("add", "list", "remove", "import", "export", "check", "catalogue")),
    *(f"topics {act}" for act in ("list", "add", "remove", "test", "suggest")),
    *("queue", "story", "search"),
    *(f"issue {act}" for act in ("open", "list", "show", "assign", "status", "note", "merge", "split")),
    *(f"narrative {act}" for act in ("show", "edit", "submit", "approve", "return", "export")),
    *(f"db {act}" for act in ("info", "upgrade", "check", "backup", "restore")),
    *("audit verify", "team list", "team add", "team remove", "doctor", "inspect feed", "inspect text"),
)


def test_the_contract_is_kept() -> None:
    assert set(CONTRACT) <= set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_takes_what_all_take_and_explains_itself(name: str) -> None:
    command = commands()[name]
    options = {option for parameter in command.params for option in parameter.opts}  # type: ignore[attr-defined]
    assert {"--json", "--database", "--debug"} <= options
    told = [command.help] + [getattr(parameter, "help", None) for parameter in command.params]  # type: ignore[attr-defined]
    assert command.help  # type: ignore[attr-defined]
    assert not [text for text in told if text and text.startswith("cli.help.")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["tidak-ada"],
        ["queue", "--limit", "banyak"],
        ["queue", "--limit", "0"],
        ["story"],
        ["story", "satu"],
        ["story", "99999999999999999999"],
        ["issue", "status", "1", "entah"],
        ["sources", "add", "https://kabar.example/", "--tier", "planet"],
        ["narrative", "return", "1"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_so_on_stderr(pantau: CommandLine, arguments: list[str]) -> None:
    answer = pantau(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


def test_a_failure_is_one_line_on_stderr_in_indonesian(pantau: CommandLine) -> None:
    answer = pantau("story", 7)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "pantau: Kabar nomor 7 tidak ada. Lihat nomornya dengan `pantau queue`.\n"


def test_a_traceback_is_shown_only_when_asked_for(pantau: CommandLine) -> None:
    answer = pantau("story", 7, "--debug")
    assert answer.code == 1
    assert "Traceback" in answer.err
    assert "NotFound" in answer.err


def test_an_argument_in_another_encoding_is_no_bug(filled: CommandLine) -> None:
    filled("issue", "open", 1)
    answer = filled("issue", "note", 1, "caf\udce9")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "UTF-8" in answer.err
    assert filled.json("issue", "show", 1)["notes"] == []


def test_a_bug_is_told_as_one(pantau: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    from pantau.operations import queue

    monkeypatch.setattr(queue, "ranked", lambda desk, limit: 1 / 0)
    answer = pantau("queue", "--json")
    assert (answer.code, answer.out) == (1, "")
    assert re.fullmatch(r"pantau: .*ZeroDivisionError.*\n", answer.err)


def test_the_database_comes_from_the_option_then_the_variable_then_the_home(pantau: CommandLine) -> None:
    home = pantau.database.parent / "rumah"
    pantau("sources", "add", "https://satu.example/")
    assert len(json.loads(pantau.outside("sources", "list", "--json").out)) == 1
    elsewhere = pantau.outside("sources", "list", "--json", "--database", str(home / "lain.db"))
    assert json.loads(elsewhere.out) == []
    unnamed = pantau.outside("db", "upgrade", "--json", PANTAU_DATABASE="", PANTAU_HOME=str(home))
    assert unnamed.code == 0
    assert (home / "pantau.db").exists()


def test_what_a_stranger_wrote_does_not_steer_the_terminal(filled: CommandLine) -> None:
    for arguments in (
        ["queue"],
        ["story", 1],
        ["search", "kericuhan"],
        ["issue", "open", 1],
        ["issue", "show", 1],
    ):
        answer = filled(*arguments)
        assert answer.code == 0, answer.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", answer.out), arguments


def test_a_console_of_another_encoding_is_no_reason_to_fail(filled: CommandLine) -> None:
    answer = filled.outside("queue", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert answer.code == 0
    assert "Antrean paspor" in answer.out


def test_a_reader_who_goes_away_leaves_no_traceback(filled: CommandLine) -> None:
    command = f"{sys.executable} -m pantau topics list --database {filled.database} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr
    assert done.stdout


@pytest.mark.skipif(os.name != "posix", reason="redirections of a POSIX shell")
@pytest.mark.parametrize(
    "arguments", ["queue", "queue --json", "drill list", "engine --once --json", "--help"]
)
def test_a_standard_stream_that_was_closed_is_no_reason_to_fail(pantau: CommandLine, arguments: str) -> None:
    pantau.json("sources", "add", "http://127.0.0.1:9/feed", "--intranet")
    command = f"{sys.executable} -m pantau {arguments}"
    for closed in (">&-", ">&- 2>&- <&-"):
        done = subprocess.run(
            ["sh", "-c", f"{command} {closed}"],
            env={**os.environ, "PANTAU_DATABASE": str(pantau.database)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), closed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full device of Linux")
@pytest.mark.parametrize("arguments", ["topics list", "topics list --json", "--help", "topics list --help"])
def test_a_disk_too_full_for_the_output_is_told_in_one_line(pantau: CommandLine, arguments: str) -> None:
    command = f"{sys.executable} -m pantau {arguments} > /dev/full"
    environment = {**os.environ, "PANTAU_DATABASE": str(pantau.database)}
    done = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"pantau: Berkas")
    assert done.stderr.count(b"\n") == 1


def test_the_command_line_costs_little_before_it_works() -> None:
    """What every start pays, the engine's too: no database, network, parser or window among the imports."""
    script = "import sys, pantau.cli.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    heavy = {
        "asyncio",
        "sqlalchemy",
        "alembic",
        "aiohttp",
        "lxml",
        "feedparser",
        "PySide6",
        "Stemmer",
        "rich",
        "docx",
        "keyring",
    }
    assert not loaded & heavy
