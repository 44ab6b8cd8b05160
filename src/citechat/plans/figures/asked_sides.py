"""Whether a question asks for a whole row: all sides in their order, the number of each, or one
over the years."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...index.opening import Index
from ...language.enumerated import asked_count
from .asked_arithmetic import asked_working
from .asked_places import is_place

# What asks for all sides in their order, and what asks for their sum.
ORDERED = re.compile(
    r"^\W*(?:please )?(?:rank|order|sort)\b|\branking of\b|\bordne\w*\b|\brangliste\b|\breihenfolge\b|排个?[名序]|排序|排一下",
    re.IGNORECASE,
)
# What asks for the number of each, and what asks for a list, of which each has a number that is no
# count.
OF_EACH = re.compile(
    r"\b(?:each|every|respectively|by (?:city|province|company|country|app|model))\b"
    r"|\b(?:with|and) (?:their|the) (?:numbers|figures|values|counts|shares|scores|budgets|caps)\b"
    r"|\b(?:jede[rsnm]?|jeweils|jeweilig\w*|(?:pro|je|nach) (?:stadt|städten|provinz|firma|unternehmen|land|app|modell))\b"
    r"|\bmit (?:ihren |den )?(?:zahlen|werten|anteilen|zahl|etats|budgets)\b"
    r"|分别|各自|各(?:[家个省市款]|城市)|每[家个省市款]",
    re.IGNORECASE,
)  # fmt: skip
LISTS = re.compile(
    r"\blist\b|\b(?:name|give|tell|show) (?:me )?(?:all|the)\b|\ball (?:the )?\w+s\b"
    r"|\b(?:nenn|liste|zähl)\w*|\balle\b|列[出举]|所有|全部|都有",
    re.IGNORECASE,
)
# What asks for a number over the years.
OVER_TIME = re.compile(
    r"\bover (?:time|the years)\b|\byear (?:by|after|on) year\b|\bby year\b|\bdevelop(?:ed|ment)?\b|\bchanged?\b|\bevol\w+"
    r"|\b(?:each|every|per) year\b|\b(?:jedes|pro|je|in jedem) jahr\b"
    r"|\b(?:which|what) (?:different |various )?(?:figures|counts|numbers)\b.{0,60}\b(?:there|exist|give|circulat\w*)\b"
    r"|\b\w+ (?:figures|counts|numbers) (?:do|are) (?:the |there)"
    r"|\bwelche (?:verschiedenen )?(?:zahlen|zählungen|angaben)\b"
    r"|\bnach (?:den |allen )?verschiedenen (?:zahlen|zählungen|angaben)\b"
    r"|哪些(?:不同的?)?(?:数字|数据|说法|统计|口径)"
    r"|\b(?:im laufe|über) d(?:er|ie) (?:zeit|jahren?)\b|\bjahr für jahr\b|\bnach jahren\b|\bentwick\w*|\bverändert?\b"
    r"|\bwith (?:the |their )?(?:dates?|years?)\b|\bmit (?:ihrem |dem )?(?:datum|jahr)\b|\balle (?:angaben|zahlen|zählungen)\b"
    r"|\ball (?:the )?(?:figures|counts|numbers)\b|所有(?:数据|数字|说法)|各种(?:数字|说法|统计)|哪几种说法"
    r"|历年|逐年|各年|每年|变化|演变|这些年|几年来",
    re.IGNORECASE,
)


def asks_all_sides(question: str, metric: str, subjects: Sequence[str], index: Index) -> bool:
    """Whether a whole row is asked for: ranked, of each, on average, or as a list of what is no
    count."""
    if ORDERED.search(question):
        return True
    counted = {figure.subject for figure in index.figures.by_metric[metric]}
    if _takes_all(question, subjects, counted):
        return True
    # Of one place its number is asked for; "the three vouchers of Shenzhen" are a row.
    of_places = any(is_place(key, index) for key in counted)
    is_of_one = len(subjects) == 1 and (of_places or subjects[0] in counted)
    if is_of_one:
        return False
    is_count = "count" in index.figures.units_of(metric)
    is_listed = not is_count and LISTS.search(question)
    return bool(is_listed or OF_EACH.search(question))


def _takes_all(question: str, subjects: Sequence[str], counted: Collection[str]) -> bool:
    """Whether an average of all is asked for, or a sum of as many as there are: "the three
    budgets"."""
    if not set(subjects).isdisjoint(counted):
        return False
    working = asked_working(question)
    is_all = working == "sum" and asked_count(question) == len(counted)
    return is_all or (working == "average" and not subjects)
