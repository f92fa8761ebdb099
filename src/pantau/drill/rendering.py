"""Turns an outlet's reports into the RSS 2.0 or Atom that it serves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime

from lxml import etree

from pantau.drill.outlets import Form, Outlet
from pantau.drill.scenario import Report

_ATOM = "http://www.w3.org/2005/Atom"
_MARK = b"<!--items-->"
MEDIA_TYPES = {Form.RSS: "application/rss+xml", Form.ATOM: "application/atom+xml"}


def item(report: Report) -> bytes:
    """One report as an item of its outlet's form of feed."""
    built = _rss_item(report) if report.outlet.form is Form.RSS else _atom_entry(report)
    return etree.tostring(built, encoding="utf-8")


def feed(outlet: Outlet, items: Iterable[bytes], updated: datetime, address: str) -> bytes:
    """A whole feed around items that were rendered before, newest first.

    updated  when the newest item was published, aware
    address  the feed's own
    """
    shell = _rss_shell(outlet, updated) if outlet.form is Form.RSS else _atom_shell(outlet, updated, address)
    around = etree.tostring(shell, encoding="utf-8", xml_declaration=True)
    return around.replace(_MARK, b"".join(items))


def opml(outlets: Iterable[tuple[Outlet, str]]) -> bytes:
    """OPML 2.0 of outlets, each with the address of its feed, grouped by tier."""
    root = etree.Element("opml", version="2.0")
    _add(etree.SubElement(root, "head"), "title", "Latihan Pantau")
    body = etree.SubElement(root, "body")
    groups: dict[str, etree._Element] = {}
    for outlet, address in outlets:
        tier = outlet.tier.value
        if tier not in groups:
            groups[tier] = etree.SubElement(body, "outline", text=tier, title=tier)
        line = {"type": "rss", "text": outlet.name, "title": outlet.name, "xmlUrl": address}
        etree.SubElement(groups[tier], "outline", {**line, "htmlUrl": outlet.site})
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _rss_item(report: Report) -> etree._Element:
    element = etree.Element("item")
    _add(element, "title", report.title)
    _add(element, "link", report.url)
    _add(element, "guid", report.url, isPermaLink="true")
    _add(element, "pubDate", format_datetime(report.at))
    _add(element, "description", _html(report.text))
    return element


def _atom_entry(report: Report) -> etree._Element:
    # No namespace here: the shell's default namespace takes the entry in when the bytes are joined.
    element = etree.Element("entry")
    _add(element, "title", report.title)
    etree.SubElement(element, "link", rel="alternate", href=report.url)
    _add(element, "id", _tag(report))
    _add(element, "published", report.at.isoformat())
    _add(element, "updated", report.at.isoformat())
    _add(element, "summary", _html(report.text), type="html")
    return element


def _rss_shell(outlet: Outlet, updated: datetime) -> etree._Element:
    root = etree.Element("rss", version="2.0")
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", outlet.name)
    _add(channel, "link", outlet.site + "/")
    _add(channel, "description", f"Berita terbaru {outlet.name}")
    _add(channel, "language", "id")
    _add(channel, "lastBuildDate", format_datetime(updated.astimezone(outlet.zone)))
    channel.append(etree.Comment("items"))
    return root


def _atom_shell(outlet: Outlet, updated: datetime, address: str) -> etree._Element:
    root = etree.Element("feed", nsmap={None: _ATOM})  # type: ignore[dict-item] # lxml-stubs know no default
    _add(root, "title", outlet.name)
    _add(root, "id", outlet.site + "/")
    etree.SubElement(root, "link", rel="self", href=address)
    etree.SubElement(root, "link", rel="alternate", href=outlet.site + "/")
    _add(root, "updated", updated.astimezone(UTC).isoformat())
    _add(etree.SubElement(root, "author"), "name", outlet.name)
    root.append(etree.Comment("items"))
    return root


def _tag(report: Report) -> str:
    """An identity that is no address (RFC 4151), as many Atom feeds have."""
    short = hashlib.sha256(report.url.encode()).hexdigest()[:16]
    return f"tag:{report.outlet.slug}.example,{report.at.year}:{short}"


def _html(text: str) -> str:
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{_escaped(part)}</p>" for part in paragraphs if part)


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, name, attributes).text = text
