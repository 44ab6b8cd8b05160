"""A date as a reader of each language writes it: 4 February 2026 · 4. Februar 2026 · 2026年2月4日."""

from __future__ import annotations

import re

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "de": tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
}
"""The names of the months where they have any, January first."""
ANY_MONTH = "|".join(dict.fromkeys((*MONTHS["en"], *MONTHS["de"])))
"""A piece of a pattern: the name of a month in either language."""


def date_in_words(date: str, language: str) -> str:
    """``date``, "2026-02-04", "2026-02" or "2026", in words; anything else comes back as it is."""
    match = _DATE.fullmatch(date)
    if match is None or match["month"] is None:
        return f"{date}年" if match and language == "zh" else date
    year, month = match["year"], int(match["month"])
    day = int(match["day"]) if match["day"] else 0
    if not 1 <= month <= 12:
        return date
    if language == "zh":
        return f"{year}年{month}月{day}日" if day else f"{year}年{month}月"
    name = MONTHS[language][month - 1]
    if not day:
        return f"{name} {year}"
    return f"{day}. {name} {year}" if language == "de" else f"{day} {name} {year}"
