"""Drills: scripted crises, played as real feeds over HTTP on loopback."""

from pantau.drill.clock import Clock
from pantau.drill.outcome import Outcome, Ranked, Sighting, Tally
from pantau.drill.play import Moment, play
from pantau.drill.scenario import Listing, Report, Scenario, Storyline, available, load, load_file
from pantau.drill.server import FeedServer, serve

__all__ = [
    "Clock",
    "FeedServer",
    "Listing",
    "Moment",
    "Outcome",
    "Ranked",
    "Report",
    "Scenario",
    "Sighting",
    "Storyline",
    "Tally",
    "available",
    "load",
    "load_file",
    "play",
    "serve",
]
