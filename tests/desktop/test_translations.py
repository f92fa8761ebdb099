"""Every word of the window is in Indonesian too, and nobody forgot to gather new ones."""

import ast
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from pantau import assets

ROOM = Path(__file__).resolve().parents[2] / "src" / "pantau" / "desktop"


def messages() -> dict[tuple[str, str], str]:
    root = ElementTree.parse(assets.path("translations/pantau_id.ts")).getroot()
    found = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            unfinished = told.get("type") is not None
            found[context.findtext("name", ""), message.findtext("source", "")] = (
                "" if unfinished else told.text or ""
            )
    return found


def spoken() -> set[tuple[str, str]]:
    """Context and words of every translate("...", "...") in the room, and of the forms."""
    found = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                context, words = (ast.literal_eval(part) for part in node.args)
                found.add((context, words))
    return found | drawn()


def drawn() -> set[tuple[str, str]]:
    """Context and words of every form of ui/; the context is the form's name."""
    found = set()
    for file in assets.ui("").glob("*.ui"):
        root = ElementTree.parse(file).getroot()
        for told in root.iter("string"):
            if told.get("notr") != "true":
                found.add((root.findtext("class", ""), told.text or ""))
    return found


def test_nothing_waits_for_a_translation() -> None:
    assert [key for key, told in messages().items() if not told.strip()] == []


def test_every_word_of_the_window_was_gathered() -> None:
    assert spoken() - messages().keys() == set()


def test_no_word_is_kept_that_nobody_says() -> None:
    assert messages().keys() - spoken() == set()


@pytest.mark.parametrize("ending", [" …", ".", ":"])
def test_endings_are_kept(ending: str) -> None:
    differing = [key for key, told in messages().items() if key[1].endswith(ending) != told.endswith(ending)]
    assert differing == []
