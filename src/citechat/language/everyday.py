"""Words that people count the same things by: who asks for businesses is told of companies.

For English and German; Chinese has ``synonyms.py``. Not for search, which goes by likeness anyway, but where a rule
asks whether a sentence speaks of what is counted.
"""

from __future__ import annotations

from functools import cache

from . import terms

_SETS = {
    "en": (
        "companies firms businesses enterprises start-ups startups corporations outfits",
        "researchers scientists scholars academics experts entries brains",
        "stages steps phases",
        "models LLMs services chatbots offers",
        "roads streets",
        "revenue turnover sales takings",
        "deals rounds fundings",
        "money capital funding financing cash",
        "authorities bodies agencies ministries departments bureaus commissions administrations",
        "plants factories sites",
        "entrepreneurs bosses executives managers leaders businesspeople",
        "fields areas disciplines subfields branches",
        "vouchers coupons",
        "power capacity compute",
        "users persons members",
        "value worth sum amount size output",
        "goal target aim",
        "share stake portion holding",
        "kinds sorts types",
        "robots humanoids machines",
        "cities towns",
    ),
    "de": (
        "Unternehmen Firmen Betriebe Gesellschaften Konzerne",
        "Forscher Forschende Wissenschaftler Köpfe Experten Einträge Gelehrte Spitzenkräfte",
        "Etappen Stufen Schritte Phasen",
        "Modelle Sprachmodelle Dienste Chatbots Angebote",
        "Nutzer Leute Menschen Personen Anwender",
        "Straßen Wege",
        "Umsatz Erlös Einnahmen",
        "Finanzierungen Finanzierungsrunden Deals",
        "Geld Kapital Finanzierung",
        "Behörden Behörde Stellen Amt Ämter Ministerien Ministerium Kommission",
        "Werke Fabriken Fertigungen",
        "Unternehmer Chefs Manager Bosse",
        "Felder Gebiete Teilgebiete Fachgebiete Bereiche",
        "Anteil Beteiligung",
        "Ziel Zielwert Vorgabe",
        "Städte Orte",
    ),
}


def alike(word: str, language: str) -> tuple[str, ...]:
    """The other words of the sets that a word is in, in whatever form it stands."""
    stems = terms.words(word, language)
    others: list[str] = []
    for stem in stems:
        others += _by_stem(language).get(stem, ())
    return tuple(dict.fromkeys(others))


@cache
def _by_stem(language: str) -> dict[str, tuple[str, ...]]:
    """Stem → the words of its sets."""
    sets: dict[str, tuple[str, ...]] = {}
    for line in _SETS.get(language, ()):
        members = tuple(line.split())
        for member in members:
            for stem in terms.words(member, language)[:1]:
                sets[stem] = (*sets.get(stem, ()), *members)
    return sets
