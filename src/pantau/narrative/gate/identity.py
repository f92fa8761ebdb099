"""Who must not be recognised: children in a case, and victims (UU 11/2012 art. 19, UU 12/2022, UU 21/2007)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pantau.narrative.gate.bare import bare
from pantau.narrative.gate.dead import is_family_told
from pantau.narrative.gate.described import described
from pantau.narrative.gate.finding import GateFinding
from pantau.narrative.gate.naming import also, names, strangers
from pantau.narrative.gate.passage import Passage
from pantau.narrative.gate.pointed import pointed
from pantau.narrative.gate.scene import Scene, told_of
from pantau.narrative.gate.traces import kin, pictures, places


def identities(passage: Passage) -> Iterator[GateFinding]:
    """Names, kin, schools, addresses, pictures and accounts that give a child or a victim away."""
    agreed = is_family_told(passage)
    told = [told_of(sentence.text) for sentence in passage.sentences]
    for at, sentence in enumerate(passage.sentences):
        near = frozenset().union(*told[max(0, at - 1) : at + 2])
        if not near & {"case", "bound"}:
            continue
        scene = Scene(sentence, told[at], near, before=told[at] | told[max(0, at - 1)], at=at)
        if not (agreed and not scene.child and not scene.grave):
            yield from _in_scene(passage, scene)


def _in_scene(passage: Passage, scene: Scene) -> Iterator[GateFinding]:
    reached = 0  # so that a long list of names is gone through once
    for finding in chain(
        names(passage, scene), kin(passage, scene), strangers(passage, scene), bare(passage, scene)
    ):
        yield finding
        for other in also(passage, scene, finding) if finding.end > reached else ():
            reached = max(reached, other.end)
            yield other
    yield from pointed(passage, scene)
    yield from places(passage, scene)
    yield from pictures(passage, scene)
    yield from described(passage, scene)
