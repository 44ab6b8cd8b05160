"""What kind of place, or of thing, a question asks for: "which city", "among the companies"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ...index.opening import Index

# Kind of place → what asks for it. A "region" is whatever lies within a country.
_PLACES: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "city": (
        re.compile(
            r"\bcit(?:y|ies)\b|\btowns?\b|stadt\b|städten?\b|城|哪个?市|都市", re.IGNORECASE
        ),
        frozenset({"city"}),
    ),
    "province": (
        re.compile(r"\bprovinces?\b|\bprovinz\w*|省", re.IGNORECASE),
        frozenset({"province"}),
    ),
    "district": (
        re.compile(r"\bdistricts?\b|bezirke?\b|stadtteile?\b|哪个?区|[或和及、]区", re.IGNORECASE),
        frozenset({"district"}),
    ),
    "country": (
        re.compile(
            r"\b(?:country|countries|nations?)\b|\bland\b|\bländer\b|国家|哪国", re.IGNORECASE
        ),
        frozenset({"country"}),
    ),
    "region": (
        re.compile(r"\bregions?\b|\bregion(?:en)?\b|地区|地方", re.IGNORECASE),
        frozenset({"region", "province", "city"}),
    ),
    "state": (
        re.compile(
            r"\b(?:which|what) (?:[\w.]+ ){0,3}?state\b|\bwelche[rnm]? (?:[\w-]+-)?bundesstaat\b|哪个?州",
            re.IGNORECASE,
        ),
        frozenset({"region"}),
    ),
    "year": (
        re.compile(r"\b(?:which|what) year\b|\bwelche[sm] jahr\b|哪一?年", re.IGNORECASE),
        frozenset(),
    ),
}
_PLACE_KINDS = frozenset({"city", "province", "district", "region", "country", "sum"})
# What "who" may be among places, where the question does not say.
_ANY_PLACE = frozenset({"city", "province"})
# What asks for a thing that is no place: most figures are counted by place.
_THING_WORDS = {
    "company": (
        r"company|companies|firms?|providers?|vendors?|makers?",
        r"firma|firmen|unternehmen|anbietern?|herstellern?",
        r"公司|企业|厂商",
        r"哪几?家",
    ),
    "university": (
        r"university|universities|institutions?",
        r"universität\w*|hochschule\w*",
        r"大学|高校|机构",
        r"哪所",
    ),
    "person": (r"person", r"person", r"人", r"哪个人"),
    "app": (r"apps?", r"apps?", r"应用|app|软件", r"哪款"),
    "model": (r"models?", r"modellen?", r"模型", r"哪个模型"),
    "voucher": (r"vouchers?", r"gutscheinen?", r"券", r"哪[种张]券"),
}
THINGS: dict[str, re.Pattern[str]] = {
    kind: re.compile(
        rf"\b(?:which|what) (?!share|number|percent|proportion|part)(?:[\w-]+ ){{0,3}}?(?:{english})\b"
        rf"|\b(?:among|of) (?:the|all) (?:[\w-]+ ){{0,2}}?(?:{english})\b"
        rf"|\bwelche[rsnm]? (?:[\w-]+ ){{0,3}}?[\w-]*?(?:{german})\b"
        rf"|\b(?:unter|von) (?:den|allen) (?:[\w-]+ ){{0,2}}?[\w-]*?(?:{german})\b"
        rf"|各[个家款所种](?:[^，。]{{0,6}})(?:{chinese})|(?:{chinese})[^，。]{{0,6}}(?:哪些|哪一?[个款家所种张])|哪一?[个款家所种张](?:{chinese})|{measured}",
        re.IGNORECASE,
    )
    for kind, (english, german, chinese, measured) in _THING_WORDS.items()
}
THING_ALONE = {
    kind: re.compile(rf"\b(?:{english}|{german})\b|{chinese}", re.IGNORECASE)
    for kind, (english, german, chinese, _) in _THING_WORDS.items()
}


def things_asked(question: str) -> set[str]:
    """The kinds of thing that a question asks for, "company", "app"."""
    return {kind for kind, pattern in THINGS.items() if pattern.search(question)}


def kinds_asked(around: str, things: Collection[str], counted: Collection[str]) -> frozenset[str]:
    """The kinds that may be the answer: those that are asked for, else any place, or whatever is
    counted. ``around`` is what stands around the metric."""
    kinds = frozenset(things).union(*(_PLACES[place][1] for place in _places_asked(around)))
    if kinds:
        return kinds
    return _ANY_PLACE if _PLACE_KINDS.intersection(counted) else frozenset(counted)


def asks_for_a_year(around: str) -> bool:
    """Whether a year may be the answer."""
    return "year" in _places_asked(around)


def _places_asked(around: str) -> list[str]:
    return [place for place, (pattern, _) in _PLACES.items() if pattern.search(around)]


def is_place(key: str, index: Index) -> bool:
    """Whether a subject of the figures is a place; one of which the corpus does not tell is a city."""
    return index.figures.kinds.get(key, "city") in _PLACE_KINDS


def places_among(keys: Iterable[str], index: Index) -> list[str]:
    """Those of the keys that are places, the country that holds the others included."""
    return [key for key in keys if is_place(key, index)]
