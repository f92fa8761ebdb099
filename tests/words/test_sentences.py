import json
from datetime import UTC, datetime
from string import Formatter

import pytest

from pantau import assets, words
from pantau.domain.errors import NotFound, PantauError
from pantau.words import sentences


def read(language: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for file in assets.path("sentences").glob(f"*{language}.json"):
        told.update(json.loads(file.read_text(encoding="utf-8")))
    return told


def test_a_sentence_writes_its_figures_and_times_as_people_do(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"pace": "{reports} laporan sejak {since}, biasanya {usual}"}
    monkeypatch.setattr(sentences, "_catalogue", lambda language: told)
    since = datetime(2025, 2, 3, 6, 42, tzinfo=UTC)
    assert (
        words.say("pace", reports=1400, since=since, usual=2.5)
        == "1.400 laporan sejak 13.42 WIB, biasanya 2,5"
    )


def test_a_sentence_tells_lengths_and_names_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"grave": "{word:@kind} sejak {minutes:duration}", "kind.riot": "kerusuhan", **read("id")}
    monkeypatch.setattr(sentences, "_catalogue", lambda language: told)
    assert words.say("grave", word="riot", minutes=80) == "kerusuhan sejak 1 jam 20 menit"
    assert words.say("grave", word="unknown") == "unknown sejak –"


def test_a_missing_sentence_is_its_key_with_the_facts() -> None:
    assert words.say("nowhere.at-all") == "nowhere.at-all"
    assert (
        words.say("nowhere.at-all", url="https://a.id", tries=3)
        == "nowhere.at-all (url https://a.id, tries 3)"
    )


def test_a_missing_fact_is_a_dash_and_no_exception() -> None:
    assert words.say("time.ago") == "– lalu"


def test_a_language_that_nobody_wrote_falls_back_to_indonesian() -> None:
    assert words.say("time.just-now", "fr") == "baru saja"


def test_a_fact_may_bear_any_name() -> None:
    error = NotFound("nowhere.at-all", language="jv", count="x")
    assert words.explain(error) == "nowhere.at-all (language jv, count x)"


def test_text_of_strangers_in_a_fact_is_never_taken_as_a_template() -> None:
    assert words.say("time.ago", length="{0.__class__} {x}") == "{0.__class__} {x} lalu"


def test_a_bug_of_ours_is_admitted_without_its_text() -> None:
    said = words.explain(KeyError("password=rahasia"))
    assert "rahasia" not in said
    assert "KeyError" in said


def test_an_error_of_the_tree_is_told_by_its_key() -> None:
    assert words.explain(PantauError("time.just-now")) == "baru saja"


def test_both_languages_tell_the_same_things_with_the_same_facts() -> None:
    def facts(template: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(template) if name}

    indonesian, english = read("id"), read("en")
    plain = {key for key in english if not key.endswith(".one")}
    assert {key for key in indonesian if not key.endswith(".one")} == plain
    differing = [key for key in plain if facts(indonesian[key]) != facts(english[key])]
    assert differing == []
