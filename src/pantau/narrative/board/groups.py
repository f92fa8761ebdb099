"""Which claims are about one thing: "14 pemohon dikembalikan uangnya" and "70 pemohon diminta menunggu" are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pantau.domain.board import Figure, Told, Topic
from pantau.domain.claims import ClaimKind
from pantau.language import tokens
from pantau.narrative.board import lexicon

_COMMON = 0.2  # share of a story's claims from which a stem tells nothing
_FEW = 4  # claims below which every stem tells something
_FAR = 50  # times as much
_DISTINCT = 3  # a smaller figure occurs by chance


@dataclass(slots=True)
class Group:
    """Claims about one thing, by their numbers in the list that was grouped."""

    topic: Topic
    unit: str = ""
    members: list[int] = field(default_factory=list)
    values: set[Figure] = field(default_factory=set)
    about: set[str] = field(default_factory=set)

    def take(self, number: int, told: Told, about: frozenset[str]) -> None:
        self.members.append(number)
        self.values.add(told.value)
        self.about |= about
        if not self.topic.thing and not self.topic.state and told.topic.thing:
            self.topic = replace(self.topic, thing=told.topic.thing)


def grouped(every: Sequence[Told]) -> list[Group]:
    """What happened to people is one thing by that alone; other counts by their noun and the words around them."""
    groups: list[Group] = []
    stated = {
        topic: Group(topic) for topic in dict.fromkeys(told.topic for told in every if told.topic.state)
    }
    for number, told in enumerate(every):
        if told.topic.state:
            stated[told.topic].take(number, told, told.about)
    groups += stated.values()
    common = _common(every)
    for number, told in enumerate(every):
        if not told.topic.state:
            about = told.about - common - lexicon.words("hollow") - _stems(told.topic.thing)
            _home(told, about, groups).take(number, told, about)
    return groups


def _homes(topics: Sequence[Topic]) -> dict[Topic, Topic]:
    """Whom "34 orang dipindahkan" means where only the move of "34 warga binaan" is told."""
    homes = {}
    for topic in topics:
        named = [one for one in topics if one.thing and replace(one, thing="") == topic]
        homes[topic] = named[0] if len(named) == 1 else topic
    return homes


def _stems(thing: str) -> frozenset[str]:
    return frozenset((*thing.split(), *tokens.stems(thing)))


def _common(every: Sequence[Told]) -> frozenset[str]:
    counts = Counter(stem for told in every for stem in told.about)
    least = max(_FEW, _COMMON * len(every))
    return frozenset(stem for stem, count in counts.items() if count > least)


def _home(told: Told, about: frozenset[str], groups: list[Group]) -> Group:
    """The group that a claim without a state belongs to; a new one if none is about the same."""
    if (known := _known(told, groups)) is not None:
        return known
    near = [group for group in groups if _is_same_sort(group, told)]
    for group in near:
        if told.value in group.values and (_is_telling(told.value) or about & group.about or not about):
            return group
    if told.topic.kind is not ClaimKind.DURATION:
        alike = [group for group in near if group.topic.thing == told.topic.thing and _is_near(told, group)]
        shared = [(len(about & group.about), group) for group in alike]
        best = max(shared, key=lambda one: one[0], default=(0, None))
        if best[0] and best[1] is not None:
            return best[1]
    group = Group(told.topic, told.unit)
    groups.append(group)
    return group


def _known(told: Told, groups: list[Group]) -> Group | None:
    """People of whom nothing is told, where something is told of as many: "keempat deteni" are those who fled."""
    topic = told.topic
    if topic.kind is not ClaimKind.FIGURE or told.unit != "orang" or topic.part:
        return None
    general = topic.thing in lexicon.words("general") or not topic.thing
    if not general and not lexicon.is_kept(topic.thing):
        return None
    alike = [
        group
        for group in groups
        if group.topic.state
        and not group.topic.part
        and told.value in group.values
        and _is_telling(told.value)
    ]
    return min(alike, key=lambda group: lexicon.gravity()[group.topic.state], default=None)


def _is_near(told: Told, group: Group) -> bool:
    """Whether a value may have moved to another: millions do not become hundreds."""
    if isinstance(told.value, str):
        return True
    sizes = [float(value) for value in group.values if not isinstance(value, str)]
    return any(max(told.value, size) <= _FAR * max(1.0, min(told.value, size)) for size in sizes)


def _is_telling(value: Figure) -> bool:
    return isinstance(value, str) or value >= _DISTINCT


def _is_same_sort(group: Group, told: Told) -> bool:
    """Amounts and spans are compared whatever they are called; counts only with their noun and part."""
    one, other = group.topic, told.topic
    if one.state or one.kind is not other.kind:
        return False
    if one.kind in (ClaimKind.MONEY, ClaimKind.DURATION):
        return group.unit == told.unit
    return one.kind is ClaimKind.LEGAL or (one.thing == other.thing and one.part == other.part)
