"""What kinds of thing a question asks for, or speaks of: a company, a place, a person, …"""

from __future__ import annotations

import re

PLACE = frozenset({"place"})
_COMPANY = frozenset({"company"})
PERSON = frozenset({"person"})
_PRODUCT = frozenset({"product"})
_UNIVERSITY = frozenset({"university"})
OTHER = frozenset({"company", "product", "institution", "university", "index", "place", "concept"})
CONCEPT = frozenset({"concept"})
# What was counted is a concept, too, but is pointed to otherwise: told apart by ``is``.
SEVERAL = frozenset({"concept"})
# What things of a kind are called: in English, German and Chinese.
NOUNS: tuple[tuple[frozenset[str], str, str, str], ...] = (
    (
        PLACE,
        r"city|place|town|province|district|region|country",
        r"stadt|provinz|bezirk|region|ort|metropole|land",
        r"城市|地方|市|省份?|区|地区|国家",
    ),
    (
        _COMPANY,
        r"company|firm|maker|manufacturer|group|start-?up|business",
        r"firma|unternehmen|hersteller|konzern|start-?up|betrieb|laden",
        r"公司|企业|厂商|厂家|集团",
    ),
    (
        PERSON,
        r"person|man|woman|guy|founder|professor",
        r"person|mann|frau|gründer\w*|professor\w*|typ",
        r"人|创始人|教授",
    ),
    (
        _PRODUCT,
        r"model|app|robot|chip|product|system",
        r"modell|app|roboter|chip|produkt|system",
        r"模型|大模型|应用|机器人|芯片|产品|系统",
    ),
    (_UNIVERSITY, r"university|school|college", r"universität|uni|hochschule", r"大学|高校|学校"),
)
_ASKED_NOUNS = tuple(
    (
        kinds,
        re.compile(
            rf"\bwhich of (?:its|the|their|these|those) (?:{english})"
            rf"|\b(?:which|what|welche[rsnm]?|heiß(?:t|en) d(?:as|er|ie)|name of the) (?:\w+ ){{0,2}}?(?:{english}|{german})\b"
            rf"|(?:哪一?[个家座所款]|什么)(?:{chinese})|(?:{chinese})叫什么",
            re.IGNORECASE,
        ),
    )
    for kinds, english, german, chinese in NOUNS
)
_WHO = re.compile(r"\bwho(?:m|se)?\b|\bwe(?:r|m|n|ssen)\b|谁", re.IGNORECASE)


def kinds_asked_for(question: str) -> frozenset[str]:
    """The kinds of name that a question asks for; where it does not say, any but places."""
    wanted = [kinds for kinds, pattern in _ASKED_NOUNS if pattern.search(question)]
    if wanted:
        return frozenset[str]().union(*wanted)
    return PERSON if _WHO.search(question) else (OTHER | PERSON) - PLACE


def kinds_said(question: str) -> frozenset[str]:
    """The kinds of thing whose nouns a question uses."""
    used = [
        kinds
        for kinds, english, german, chinese in NOUNS
        if re.search(rf"\b(?:{english}|{german})\b|{chinese}", question, re.IGNORECASE)
    ]
    return frozenset[str]().union(*used)
