"""Three small articles, each with three sources."""

from __future__ import annotations

from pathlib import Path

ARTICLES = ("tram", "solar", "teahouse")


def folder_of(name: str) -> Path:
    """Where an article lies, and its sources below it."""
    return Path(__file__).parent / "auditing" / name
