"""Errors that change no number and no name, and rewordings that change nothing, for the planted exam.

The words are this file's own. The gate knows its opposites from a dictionary and its comparators from a table of its
own, so that what it catches here it was not told.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

Pairs = Sequence[tuple[str, str]]

OPPOSITES: dict[str, Pairs] = {
    "en": (
        ("rose", "fell"),
        ("rise", "fall"),
        ("increase", "decrease"),
        ("grew", "shrank"),
        ("growth", "decline"),
        ("higher", "lower"),
        ("highest", "lowest"),
        ("high", "low"),
        ("larger", "smaller"),
        ("largest", "smallest"),
        ("large", "small"),
        ("big", "small"),
        ("most", "fewest"),
        ("more", "less"),
        ("many", "few"),
        ("first", "last"),
        ("best", "worst"),
        ("better", "worse"),
        ("strong", "weak"),
        ("strongest", "weakest"),
        ("early", "late"),
        ("earlier", "later"),
        ("new", "old"),
        ("young", "old"),
        ("before", "after"),
        ("above", "below"),
        ("public", "private"),
        ("cheap", "expensive"),
        ("fast", "slow"),
        ("faster", "slower"),
        ("long", "short"),
        ("open", "closed"),
        ("opened", "closed"),
        ("won", "lost"),
        ("ahead of", "behind"),
        ("leads", "trails"),
        ("profit", "loss"),
        ("southern", "northern"),
        ("northern", "southern"),
        ("supports", "opposes"),
        ("confirms", "denies"),
        ("domestic", "foreign"),
        ("narrow", "wide"),
        ("full", "empty"),
        ("entered", "left"),
        ("founded", "dissolved"),
        ("buy", "sell"),
        ("bought", "sold"),
        ("maximum", "minimum"),
        ("all", "none"),
        ("always", "never"),
    ),
    "de": (
        ("stieg", "sank"),
        ("steigen", "sinken"),
        ("wuchs", "schrumpfte"),
        ("wachsen", "schrumpfen"),
        ("Wachstum", "Rückgang"),
        ("höher", "niedriger"),
        ("höchste", "niedrigste"),
        ("hohe", "niedrige"),
        ("größer", "kleiner"),
        ("größte", "kleinste"),
        ("größten", "kleinsten"),
        ("große", "kleine"),
        ("großen", "kleinen"),
        ("mehr", "weniger"),
        ("viele", "wenige"),
        ("erste", "letzte"),
        ("ersten", "letzten"),
        ("beste", "schlechteste"),
        ("besten", "schlechtesten"),
        ("besser", "schlechter"),
        ("stark", "schwach"),
        ("starke", "schwache"),
        ("früh", "spät"),
        ("früher", "später"),
        ("neue", "alte"),
        ("neuen", "alten"),
        ("junge", "alte"),
        ("jungen", "alten"),
        ("vor", "nach"),
        ("öffentliche", "private"),
        ("öffentlichen", "privaten"),
        ("billig", "teuer"),
        ("schnell", "langsam"),
        ("schneller", "langsamer"),
        ("lange", "kurze"),
        ("offen", "geschlossen"),
        ("eröffnet", "geschlossen"),
        ("gewann", "verlor"),
        ("Gewinn", "Verlust"),
        ("südlichen", "nördlichen"),
        ("Süden", "Norden"),
        ("unterstützt", "bekämpft"),
        ("bestätigt", "bestreitet"),
        ("ausländische", "inländische"),
        ("gegründet", "aufgelöst"),
        ("kaufen", "verkaufen"),
        ("immer", "nie"),
        ("oben", "unten"),
        ("vorn", "hinten"),
    ),
    "zh": (
        ("上升", "下降"),
        ("增长", "下降"),
        ("增加", "减少"),
        ("提高", "降低"),
        ("扩大", "缩小"),
        ("最大", "最小"),
        ("最高", "最低"),
        ("最多", "最少"),
        ("最强", "最弱"),
        ("更多", "更少"),
        ("更高", "更低"),
        ("更大", "更小"),
        ("较高", "较低"),
        ("较大", "较小"),
        ("高于", "低于"),
        ("多于", "少于"),
        ("早于", "晚于"),
        ("领先", "落后"),
        ("之前", "之后"),
        ("以前", "以后"),
        ("开始", "结束"),
        ("成立", "解散"),
        ("开放", "关闭"),
        ("成功", "失败"),
        ("支持", "反对"),
        ("允许", "禁止"),
        ("购买", "出售"),
        ("进口", "出口"),
        ("北部", "南部"),
        ("国内", "国外"),
        ("盈利", "亏损"),
        ("全部", "没有任何"),
        ("强", "弱"),
        ("优势", "劣势"),
        ("便宜", "昂贵"),
        ("大型", "小型"),
        ("上调", "下调"),
        ("加快", "放慢"),
        ("年轻", "年老"),
        ("证实", "否认"),
        ("长期", "短期"),
    ),
}
MORE: dict[str, Sequence[str]] = {
    "en": ("more than", "over", "above", "at least", "exceeding"),
    "de": ("mehr als", "über", "mindestens", "gut"),
    "zh": ("超过", "逾", "至少", "高于"),
}
LESS: dict[str, Sequence[str]] = {
    "en": ("less than", "fewer than", "under", "at most", "below"),
    "de": ("weniger als", "unter", "höchstens", "knapp"),
    "zh": ("不到", "不足", "至多", "低于"),
}
_ALMOST = {
    "en": r"(?:almost|nearly|close to)",
    "de": r"(?:fast|beinahe|nahezu|knapp)",
    "zh": r"(?:近|将近|接近)",
}
NEGATED: dict[str, str] = {
    "en": r" not\b| never\b|\bno (?=[a-z])|n't\b",
    "de": r" nicht\b| nie\b|\bk(?=ein(?:e[nmrs]?)?\b)",
    "zh": r"并未|并不|没有|尚未|从未|并非|不(?=[是能会再同含])|未(?=[获被提给公列说])",
}
REWORDED: dict[str, Pairs] = {
    "en": (
        ("firms", "companies"),
        ("companies", "firms"),
        ("company", "firm"),
        ("about", "roughly"),
        ("reached", "came to"),
        ("rose", "increased"),
        ("fell", "declined"),
        ("founded", "established"),
        ("first place", "the top spot"),
        ("according to", "as stated by"),
        ("percent", "per cent"),
        ("the article says", "the article states"),
        ("people", "persons"),
        ("plans to", "intends to"),
        ("wants to", "intends to"),
        ("is to", "shall"),
        ("largest", "biggest"),
        ("more than", "over"),
        ("almost", "nearly"),
        ("at the end of", "by the end of"),
        ("said", "stated"),
        ("counts", "numbers"),
        ("almost", "close to"),
        ("put", "set"),
    ),
    "de": (
        ("Firmen", "Unternehmen"),
        ("Unternehmen", "Firmen"),
        ("etwa", "ungefähr"),
        ("rund", "etwa"),
        ("gegründet", "ins Leben gerufen"),
        ("erreichte", "kam auf"),
        ("laut", "nach Angaben von"),
        ("Prozent", "%"),
        ("größte", "umfangreichste"),
        ("mehr als", "über"),
        ("fast", "beinahe"),
        ("Ende", "zum Ende von"),
        ("sagte", "erklärte"),
        ("meldete", "berichtete"),
        ("soll", "wird wohl"),
        ("stieg", "wuchs"),
        ("sank", "fiel"),
        ("erhält", "bekommt"),
        ("zählt", "verzeichnet"),
        ("Beschäftigte", "Mitarbeiter"),
        ("nur", "lediglich"),
    ),
    "zh": (
        ("企业", "公司"),
        ("公司", "企业"),
        ("约", "大约"),
        ("成立", "创立"),
        ("达到", "达"),
        ("达", "达到"),
        ("最大", "规模最大"),
        ("超过", "逾"),
        ("表示", "称"),
        ("获得", "取得"),
        ("增加", "增长"),
        ("计划", "打算"),
        ("位居", "位列"),
        ("根据", "按照"),
        ("指出", "提到"),
        ("目前", "如今"),
        ("共有", "总共有"),
        ("因为", "由于"),
        ("仅", "只"),
    ),
}


def opposite(text: str, language: str, chance: random.Random) -> str | None:
    """One word becomes its opposite, to either side."""
    both = [*OPPOSITES[language], *((right, left) for left, right in OPPOSITES[language])]
    return _one_replaced(text, language, both, chance)


def change_comparator(text: str, language: str, chance: random.Random) -> str | None:
    """More than a number becomes less than it, or the other way round."""
    number = r"(?=\s?(?:\d|a (?:hundred|thousand|million)|one |two |three ))"
    more, less = MORE[language], LESS[language]
    up = rf"(?:{'|'.join(map(re.escape, more))})"
    down = rf"(?:{'|'.join(map(re.escape, less))}|{_ALMOST[language]})"
    edge = "" if language == "zh" else r"\b"
    places = [(match, less) for match in re.finditer(rf"{edge}{up}{number}", text, re.IGNORECASE)]
    places += [
        (match, more) for match in re.finditer(rf"{edge}{down}{number}", text, re.IGNORECASE)
    ]
    # "不超过" is one comparator: its inner part is none.
    places = [(match, words) for match, words in places if text[: match.start()][-1:] not in "不未"]
    if not places:
        return None
    match, words = chance.choice(places)
    return _put_in_case(text, match, chance.choice(words))


def drop_negation(text: str, language: str, chance: random.Random) -> str | None:
    """Without its "not"."""
    matches = list(re.finditer(NEGATED[language], text))
    if not matches:
        return None
    match = chance.choice(matches)
    return text[: match.start()] + text[match.end() :]


def add_other_negation(text: str, language: str, chance: random.Random) -> str | None:
    """ "Never", "nobody", "did not" and the like, where the plain "not" is tried elsewhere."""
    changes: dict[str, Pairs] = {
        "en": (
            (r"\b(is|are|was|were|has|have|had|will|can)\b", r"\1 never"),
            (r"\b(is|was|has|does|did|can)\b", r"\1n't"),
            (r"\b([a-z]+?)(?<!e)ed\b (?=the|a|more|about|its|to)", r"did not \1 "),
            (r"\bgives\b", "does not give"),
            (r"\bsays\b", "does not say"),
            (r"\bcounts\b", "does not count"),
            (r"\bnames\b", "does not name"),
        ),
        "de": (
            (r"\b(ist|sind|war|waren|hat|haben|hatte|wird|wurde|kann)\b", r"\1 nie"),
            (r"\b(ist|sind|war|waren|hat|haben|wird|werden)\b", r"\1 keineswegs"),
            (r"\beine?\b (?=[A-Z])", "keine "),
            (r"\bsoll\b", "soll niemals"),
            (r"\b(nennt|zählt|gibt|liegt|steht|kommt|führt)\b", r"\1 nicht"),
        ),
        "zh": (
            (r"(?<!没)有(?![关限所])", "没有"),
            (r"(?<![不没])是", "并非"),
            (r"(?<![不没未])(达到|超过|发布|获得|成立|推出|公布|进入)", r"从未\1"),
            (r"(?<![不没未])(给出|列出|计算|指出|提到|计划)", r"并未\1"),
        ),
    }
    possible = [(pattern, new) for pattern, new in changes[language] if re.search(pattern, text)]
    if not possible:
        return None
    pattern, new = chance.choice(possible)
    return re.sub(pattern, new, text, count=1)


def reword(text: str, language: str, chance: random.Random) -> str | None:
    """The same in other words."""
    return _one_replaced(text, language, REWORDED[language], chance)


def _one_replaced(text: str, language: str, pairs: Pairs, chance: random.Random) -> str | None:
    edge = "" if language == "zh" else r"\b"
    found = [
        (match, new)
        for old, new in pairs
        for match in re.finditer(
            rf"{edge}{re.escape(old)}{edge if old[-1].isalnum() else ''}", text
        )
    ]
    if not found:
        return None
    match, new = chance.choice(found)
    return _put_in_case(text, match, new)


def _put_in_case(text: str, match: re.Match[str], new: str) -> str:
    if match.group()[0].isupper():
        new = new[0].upper() + new[1:]
    return text[: match.start()] + new + text[match.end() :]
