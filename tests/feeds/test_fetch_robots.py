"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest

from pantau.feeds.robots import allows

RULES = """
User-agent: *
Disallow: /privat/
Allow: /privat/umum
Disallow: /*.pdf$
Disallow: /cari?q=*

User-agent: BotLain
User-Agent: Pantau/0.1
Disallow: /khusus   # hanya ini
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("lain", "/", True),
        ("lain", "/privat/x", False),
        ("lain", "/privat/umum/x", True),
        ("lain", "/a/b.pdf", False),
        ("lain", "/a/b.pdf?x", True),
        ("lain", "/cari?q=lapas", False),
        ("lain", "/%70rivat/x", False),
        ("pantau", "/privat/x", True),
        ("PANTAU", "/khusus/x", False),
        ("botlain", "/khusus", False),
    ],
)
def test_the_longest_rule_of_the_agents_own_group_decides(agent: str, path: str, allowed: bool) -> None:
    assert allows(RULES, agent, path) is allowed


@pytest.mark.parametrize(
    "text", ["", "<html>404</html>", "Disallow: /", "User-agent: *\nDisallow:", "\x00:\x00"]
)
def test_a_file_that_says_nothing_allows_everything(text: str) -> None:
    assert allows(text, "pantau", "/apa/saja")


def test_an_agent_with_a_group_of_its_own_and_no_rules_may_go_anywhere() -> None:
    assert allows("User-agent: pantau\nDisallow:\n\nUser-agent: *\nDisallow: /", "pantau", "/x")


def test_a_hostile_pattern_costs_no_time() -> None:
    began = time.monotonic()
    assert allows("User-agent: *\nDisallow: /" + "*a" * 200_000 + "b$", "pantau", "/" + "a" * 4000)
    assert time.monotonic() - began < 1
