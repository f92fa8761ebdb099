"""Learns the weights of resources/grouping.json from labelled streams.

    python packaging/learn_grouping.py STREAM.jsonl... [--check] [--out resources/grouping.json]

A stream has a line {id, title, text, published, source, url, story} for each report. Each is read twice, with its
texts and as headlines only; the shipped drills are read as well, with a smaller weight. Only figures come out.

Every report is one choice: of the active stories that it was compared with, or of a new one. Choices are collected
with the stories as they are labelled, then again with the stories as the weights learned so far would have it, so
that the weights also see what their own mistakes look like. They are fitted by Newton's method on the multinomial
likelihood with a ridge penalty. Then all strands of a stream, as it was placed by these weights, are joined anew: first
by their mean likeness, then by what that taught. What is joined and the likeliest others are each a choice, one or two.

--check also prints cross-validated figures (see docs/grouping.md).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import exp, inf
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from pantau.drill import scenario
from pantau.language import regions
from pantau.language.document import Document
from pantau.stories import kinship
from pantau.stories.features import NAMES, Features
from pantau.stories.grouping import Comparison, Grouper, GroupingSettings
from pantau.stories.link import Link
from pantau.stories.report import Report
from pantau.stories.sites import sites, systems
from pantau.stories.strands import Knot, join

RIDGE = 1.0
ROUNDS = 20
DRILLS = 0.3  # weight of a drill's choice: their ordinary news is written from patterns
FOLDS = 5
FAR = 30.0
FAINT = 0.2  # mean likeness below which two are not looked at
LIKELIEST = 6
SURE, DOUBTFUL = 0.33, -1.5  # what is joined at first, by mean likeness; and then, by logit
ELSEWHERE = "place_other"
UNKNOWN = Link([0.0] * len(kinship.NAMES))


@dataclass(frozen=True, slots=True)
class Labelled:
    report: Report
    story: str
    day: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a report was compared with, and how right each would have been; the rest is for a new story."""

    options: list[Features]
    right: list[float]
    weight: float


Stream = list[Labelled]
Weighed = Sequence[tuple[Stream, float]]
Kept = Callable[[Labelled], bool]


def main() -> None:
    parser = argparse.ArgumentParser(description="Learns the weights of grouping.")
    parser.add_argument("streams", nargs="*", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args()
    streams = [(read(path, texts), 1.0) for path in told.streams for texts in (True, False)]
    drills = [(drill(listing.id), DRILLS) for listing in scenario.available()]
    links = learn([*streams, *drills])
    print(json.dumps(links.shown()))
    if told.check:
        check(streams, drills)
    if told.out:
        told.out.write_text(json.dumps(links.shown(), indent=1) + "\n", encoding="utf-8")


def read(path: Path, texts: bool) -> Stream:
    """A labelled stream in the order of time."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        at = datetime.fromisoformat(row["published"])
        found.append((at, row["title"], row["text"] if texts else "", row["story"]))
    return labelled(sorted(found, key=lambda each: each[0]))


def drill(name: str) -> Stream:
    return labelled([(each.at, each.title, each.text, each.story) for each in scenario.load(name).reports])


def labelled(told: Iterable[tuple[datetime, str, str, str]]) -> Stream:
    found = []
    for number, (at, title, text, story) in enumerate(told, 1):
        document = Document(title, text)
        where = regions.find(document)
        named, codes = sites(where)
        places = frozenset(region.code for region in where) | codes
        report = Report(number, at.timestamp(), document, places, named | systems(document))
        found.append(Labelled(report, story, at.date().isoformat()))
    return found


class Links(NamedTuple):
    """Weights of a report and a story, and of two stories."""

    report: Link
    kin: Link

    def shown(self) -> dict[str, dict[str, float]]:
        named = {"weights": (NAMES, self.report), "kin": (kinship.NAMES, self.kin)}
        return {
            key: {name: round(weight, 3) for name, weight in zip(names, link.weights, strict=True)}
            for key, (names, link) in named.items()
        }


def learn(streams: Weighed, kept: Kept = lambda _: True) -> Links:
    """Weights from the choices of the reports that are `kept`, and from what is joined of them alone."""
    choices = [choice for stream, weight in streams for choice in taught(stream, weight, kept)]
    link = Link(fit(choices))
    choices += [choice for stream, weight in streams for choice in replayed(stream, weight, kept, link)]
    link = Link(fit(choices))
    # A drill is joined of a few patterns over and over: it weighs less still.
    woven = [(stream, weight * weight, weave(stream, link)) for stream, weight in streams]
    pairs = [pair for each in woven for pair in joined(*each, kept, mean_likeness, SURE)]
    first = placed(fit(pairs), link)
    pairs += [pair for each in woven for pair in joined(*each, kept, first.logit, DOUBTFUL)]
    return Links(link, placed(fit(pairs), link))


def placed(weights: list[float], link: Link) -> Link:
    """Weights of two stories, what places that contradict say being taken from reports and stories.

    A stream of a few days has too few events of one kind in two places to learn it from its stories.
    """
    weights[kinship.NAMES.index(ELSEWHERE)] = link.weights[NAMES.index(ELSEWHERE)]
    return Link(weights)


class Places:
    """The reports of each story, as they come and are regrouped."""

    def __init__(self, grouper: Grouper) -> None:
        self.stories = defaultdict[int, list[Labelled]](list)
        self._grouper = grouper

    def put(self, each: Labelled, story: int) -> None:
        self.follow()
        self.stories[story].append(each)

    def follow(self) -> None:
        for change in self._grouper.regroupings():
            before = self.stories.pop(change.story, [])
            gone = [each for each in before if not change.articles or each.report.id in change.articles]
            self.stories[change.into] += gone
            if change.articles:
                self.stories[change.story] = [each for each in before if each not in gone]


def weave(stream: Stream, link: Link) -> Grouper:
    """A stream as it arrives, nothing of it looked at again."""
    grouper = Grouper(GroupingSettings(look=inf, merge=-inf), link=link, kin=UNKNOWN)
    for each in stream:
        grouper.place(each.report)
    return grouper


def joined(
    stream: Stream,
    weight: float,
    grouper: Grouper,
    kept: Kept,
    judge: Callable[[Features], float],
    least: float,
) -> list[Choice]:
    """A choice for each strand, and all that is joined of them, with each of the likeliest others.

    All strands of the stream are joined as `judge` says; right is the part of the reports that agree.
    """
    known = {each.report.id: each for each in stream}
    compared = defaultdict[Knot, list[tuple[float, Knot, Features]]](list)

    def judged(one: Knot, two: Knot) -> list[float]:
        if mean_likeness(kinship.outline(one.whole, two.whole)) < FAINT:
            return []
        told = grouper.kinship(one.whole, two.whole)
        logit = judge(told)
        compared[one].append((logit, two, told))
        if not one.joined and not two.joined:
            compared[two].append((logit, one, told))
        return [logit - least]

    join(grouper.strands(), judged)
    found = []
    for one, others in compared.items():
        for _, two, told in sorted(others, key=lambda other: other[0], reverse=True)[:LIKELIEST]:
            mine, theirs = ([known[report] for report in knot.whole.reports()] for knot in (one, two))
            if all(map(kept, mine + theirs)):
                found.append(Choice([told], [agreement(mine, theirs)], weight))
    return found


def mean_likeness(told: Sequence[float]) -> float:
    return told[kinship.NAMES.index("mean")]


def agreement(some: list[Labelled], others: list[Labelled]) -> float:
    """How likely a report of one group is of the labelled story of a report of the other."""
    mine, theirs = Counter(each.story for each in some), Counter(each.story for each in others)
    return sum(mine[story] * theirs[story] for story in mine) / (len(some) * len(others))


def taught(stream: Stream, weight: float, kept: Kept) -> list[Choice]:
    """The choices when all stories are as labelled."""
    grouper, numbers = Grouper(link=Link([0.0] * len(NAMES)), kin=UNKNOWN), dict[str, int]()
    found = []
    for each in stream:
        own = numbers.setdefault(each.story, len(numbers) + 1)

        def choose(compared: list[Comparison], own: int = own, each: Labelled = each) -> int:
            if compared and kept(each):
                found.append(
                    Choice([told for _, told in compared], [float(key == own) for key, _ in compared], weight)
                )
            return own

        grouper.teach(each.report, choose)
    return found


def replayed(stream: Stream, weight: float, kept: Kept, link: Link) -> list[Choice]:
    """The choices when all stories are as `link` groups them: right is where most of a story's reports went."""
    grouper, members = Grouper(link=link, kin=UNKNOWN), defaultdict[int, Counter[str]](Counter)
    found = []
    for number, each in enumerate(stream, 1):

        def choose(compared: list[Comparison], number: int = number, each: Labelled = each) -> int:
            if compared and kept(each):
                right = shares([members[key] for key, _ in compared], each.story)
                found.append(Choice([told for _, told in compared], right, weight))
            likeliest = max(((link.logit(told), key) for key, told in compared), default=(-FAR, 0))
            chosen = likeliest[1] if likeliest[0] > 0 else number
            members[chosen][each.story] += 1
            return chosen

        grouper.teach(each.report, choose)
    return found


def shares(groups: list[Counter[str]], story: str) -> list[float]:
    """How right each group would be: by reports of the story times their part of it, the purest's part in all."""
    parts = [group[story] / group.total() for group in groups]
    counts = [part * group[story] for part, group in zip(parts, groups, strict=True)]
    total = sum(counts)
    return [count / total * max(parts) for count in counts] if total else counts


def fit(choices: Sequence[Choice]) -> list[float]:
    """The most likely weights by Newton's method; the penalty is not on the first of them."""
    size = len(choices[0].options[0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [0.0, *(RIDGE * weight for weight in weights[1:])]
        bend = [[(RIDGE if row else 1e-3) * (row == column) for column in range(size)] for row in range(size)]
        for choice in choices:
            weigh(choice, weights, slope, bend)
        step = solve(bend, slope)
        longest = max(map(abs, step))
        weights = [
            weight - each * min(1.0, 4.0 / longest) for weight, each in zip(weights, step, strict=True)
        ]
        if longest < 1e-3:
            break
    return weights


def weigh(choice: Choice, weights: list[float], slope: list[float], bend: list[list[float]]) -> None:
    """Add what one choice says to the slope and the bend of the loss."""
    logits = [sum(map(float.__mul__, weights, option)) for option in choice.options]
    odds = [exp(max(-FAR, min(FAR, logit))) for logit in logits]
    total = 1.0 + sum(odds)
    size = range(len(weights))
    mean = [0.0] * len(weights)
    for option, odd, right in zip(choice.options, odds, choice.right, strict=True):
        likely = odd / total
        for row in size:
            mean[row] += likely * option[row]
            slope[row] += choice.weight * (likely - right) * option[row]
            scaled = choice.weight * likely * option[row]
            for column in size:
                bend[row][column] += scaled * option[column]
    for row in size:
        for column in size:
            bend[row][column] -= choice.weight * mean[row] * mean[column]


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan, with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def check(streams: Weighed, drills: Weighed) -> None:
    """B-cubed F1 of shared articles, each scored as grouped by weights that were learned without its story or day."""
    for name, fold in (("stories", fold_of_story), ("days", lambda each: each.day)):
        learned = {
            one: learn([*streams, *drills], partial(is_outside, fold, one))
            for one in sorted({fold(each) for stream, _ in streams for each in stream})
        }
        for number, (stream, _) in enumerate(streams):
            scores = []
            for one, links in learned.items():
                found = scored(stream, group(stream, links))
                scores += [
                    score for each, score in zip(stream, found, strict=True) if score and fold(each) == one
                ]
            show(number, f"all but these {name}", scores)
    links = learn(drills)
    for number, (stream, _) in enumerate(streams):
        show(number, "drills", [score for score in scored(stream, group(stream, links)) if score])


def fold_of_story(each: Labelled) -> str:
    return str(crc32(each.story.encode()) % FOLDS)


def is_outside(fold: Callable[[Labelled], str], one: str, each: Labelled) -> bool:
    return fold(each) != one


def show(number: int, source: str, scores: Sequence[tuple[float, float]]) -> None:
    precision, recall = (sum(each) / len(scores) for each in zip(*scores, strict=True))
    told = {
        "stream": number // 2,
        "read": ("texts", "headlines")[number % 2],
        "learned on": source,
        "shared_f1": round(2 * precision * recall / (precision + recall), 4),
    }
    print(json.dumps(told))


def group(stream: Stream, links: Links) -> list[int]:
    """The story of each report at the stream's end."""
    grouper = Grouper(link=links.report, kin=links.kin)
    places = Places(grouper)
    for each in stream:
        places.put(each, grouper.place(each.report).story)
    grouper.review()
    places.follow()
    found = {each.report.id: story for story, reports in places.stories.items() for each in reports}
    return [found[each.report.id] for each in stream]


def scored(stream: Stream, found: list[int]) -> list[tuple[float, float] | None]:
    """Precision and recall of each report; None where it shares neither a labelled nor a found story."""
    pairs = [(each.story, story) for each, story in zip(stream, found, strict=True)]
    both, gold, ours = Counter(pairs), Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    return [
        (both[pair] / ours[pair[1]], both[pair] / gold[pair[0]])
        if gold[pair[0]] > 1 or ours[pair[1]] > 1
        else None
        for pair in pairs
    ]


if __name__ == "__main__":
    main()
