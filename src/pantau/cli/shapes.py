"""The JSON of the command line: what scripts rely on. Keys are added here, never renamed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pantau import words
from pantau.domain.board import Stance

if TYPE_CHECKING:
    from pantau.domain.activity import Activity
    from pantau.domain.article import Article, Feed
    from pantau.domain.board import Line, Official, Value
    from pantau.domain.ids import OfficerId
    from pantau.domain.issue import Fact, Issue, Narrative, Note
    from pantau.domain.source import Source
    from pantau.domain.story import Evidence, Reading, Reason, Region, Story
    from pantau.domain.topic import Topic
    from pantau.operations.sources import ImportResult


def source(of: Source) -> dict[str, Any]:
    """`error` is the sentence that says what to do, `error_key` its name for scripts."""
    return {
        "id": of.id,
        "name": of.name,
        "url": of.url,
        "tier": of.tier.value,
        "region": of.region,
        "enabled": of.enabled,
        "last_polled": of.last_polled,
        "last_ok": of.last_ok,
        "status": of.status,
        "error": None if of.error is None else words.say(of.error, "id", **of.error_facts),
        "failures": of.failures,
        "articles": of.articles,
        "next_due": of.next_due,
        "error_key": of.error,
        "intranet": of.intranet,
        "muted": of.muted,
    }


def imported(result: ImportResult) -> dict[str, Any]:
    refused = [{"url": one.url, "why": words.explain(one.why)} for one in result.refused]
    return {"added": len(result.added), "already": len(result.already), "refused": refused}


def topic(of: Topic) -> dict[str, Any]:
    return {
        "id": of.id,
        "name": of.name,
        "query": of.query,
        "unit": of.unit,
        "weight": of.weight,
        "enabled": of.enabled,
        "shipped": of.shipped,
    }


def region(of: Region) -> dict[str, Any]:
    return {"name": of.name, "code": of.code, "kind": of.kind.value}


def reason(of: Reason) -> dict[str, Any]:
    text = words.say(f"reason.{of.key}", "id", **{"value": of.value, **of.facts})
    return {"key": of.key, "text": text, "value": of.value, "points": of.points}


def story(of: Story) -> dict[str, Any]:
    return {
        "story": of.id,
        "title": of.title,
        "score": of.score,
        "reasons": [reason(one) for one in of.reasons],
        "alert": of.alert,
        "articles": of.articles,
        "sources": of.sources,
        "first_seen": of.first_seen,
        "last_seen": of.last_seen,
        "topics": list(of.topics),
        "regions": [region(one) for one in of.regions],
        "units": list(of.units),
        "tone": of.tone.value,
        "risks": [risk.value for risk in of.risks],
        "issue": of.issue,
        "mark": None if of.mark is None else of.mark.value,
    }


def beside(of: Story) -> dict[str, Any]:
    """Another story of an affair, in short."""
    return {"story": of.id, "title": of.title, "articles": of.articles, "last_seen": of.last_seen}


def claim_line(of: Line) -> dict[str, Any]:
    """`steps` is how the value moved; `official_from` says where the official value comes from."""
    from pantau.narrative import board

    official = of.official
    is_said = official is not None and official.told.stance is Stance.SAID
    return {
        "kind": of.topic.kind.value,
        "subject": board.subject(of, words.say),
        "unit": of.unit,
        "values": [_claimed(value) for value in of.values],
        "official": official.told.value if official is not None and is_said else None,
        "steps": [told.value for told in of.steps],
        "outlets": of.outlets,
        "official_from": None if official is None else _official(official),
    }


def _claimed(of: Value) -> dict[str, Any]:
    """`speaker` is null where the outlet itself says it; `copies` repeat the report's words."""
    return {
        "value": of.told.value,
        "high": of.told.high,
        "text": of.told.text,
        "article": of.article,
        "source": of.source,
        "at": of.at,
        "speaker": of.told.speaker or None,
        "stance": of.told.stance.value,
        "first": of.first,
        "copies": [{"article": copy.article, "source": copy.source, "at": copy.at} for copy in of.copies],
    }


def _official(of: Official) -> dict[str, Any]:
    """`version` is that of the approved narrative where this is what says it."""
    return {
        "text": of.told.text,
        "stance": of.told.stance.value,
        "source": of.source or None,
        "article": of.article,
        "version": of.version,
        "at": of.at,
    }


def headline(of: Article) -> dict[str, Any]:
    """What a list of articles says of each."""
    return {
        "id": of.id,
        "title": of.title,
        "url": of.url,
        "source": of.source_name,
        "published": of.published,
    }


def article(of: Article) -> dict[str, Any]:
    return {
        **headline(of),
        "published_origin": of.published_origin.value,
        "fetched": of.fetched,
        "author": of.author,
        "language": of.language,
        "revision": of.revision,
        "text": of.text,
    }


def issue(of: Issue, names: Mapping[OfficerId, str]) -> dict[str, Any]:
    return {
        "id": of.id,
        "title": of.title,
        "status": of.status.value,
        "owner": None if of.owner is None else names.get(of.owner),
        "deadline": of.deadline,
        "opened": of.opened,
        "opened_by": names.get(of.opened_by),
        "stories": list(of.stories),
        "version": of.version,
    }


def note(of: Note, names: Mapping[OfficerId, str]) -> dict[str, Any]:
    return {"text": of.text, "by": names.get(of.by), "at": of.at}


def fact(of: Fact, names: Mapping[OfficerId, str]) -> dict[str, Any]:
    return {
        "id": of.id,
        "text": of.text,
        "source": of.source,
        "article": of.article,
        "by": names.get(of.by),
        "at": of.at,
    }


def activity(of: Activity, names: Mapping[OfficerId, str]) -> dict[str, Any]:
    actor = None if of.actor is None else names.get(of.actor)
    return {"id": of.id, "at": of.at, "actor": actor, "kind": of.kind, "facts": of.facts, "hash": of.hash}


def narrative(of: Narrative, names: Mapping[OfficerId, str]) -> dict[str, Any]:
    return {
        "issue": of.issue,
        "version": of.number,
        "status": of.status.value,
        "umbrella": of.house.umbrella,
        "messages": list(of.house.messages),
        "author": names.get(of.author),
        "edited": of.edited,
        "sha256": of.sha,
        "submitted": of.submitted,
        "approved_by": None if of.approved_by is None else names.get(of.approved_by),
        "approved": of.approved,
        "returned_because": of.returned_because,
    }


def feed(of: Feed) -> dict[str, Any]:
    """Without the file's name and the time that it took: who parsed knows these."""
    return {
        "format": of.format,
        "title": of.title,
        "entries": [
            {
                "id": entry.guid,
                "title": entry.title,
                "link": entry.link,
                "published": entry.published,
                "author": entry.author,
                "summary_html": entry.summary_html,
                "summary_text": entry.summary_text,
                "language": entry.language,
            }
            for entry in of.entries
        ],
        "problems": list(of.problems),
        "parser": of.parser,
    }


def reading(of: Reading) -> dict[str, Any]:
    return {
        "language": of.language,
        "topics": list(of.topics),
        "regions": [{**region(one), "evidence": evidence(one.evidence)} for one in of.regions],
        "units": list(of.units),
        "tone": {
            "label": of.tone.label.value,
            "score": of.tone.score,
            "evidence": evidence(of.tone.evidence),
        },
        "risks": [
            {"kind": risk.kind.value, "score": risk.score, "evidence": evidence(risk.evidence)}
            for risk in of.risks
        ],
    }


def evidence(of: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"text": one.text, "start": one.start, "end": one.end} for one in of]
