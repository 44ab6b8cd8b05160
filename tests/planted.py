"""An exam for the proof gate, made by rule: true sentences said otherwise, and planted errors.

    python tests/planted.py            the table, 80 cases a kind
    python tests/planted.py 200        the same, 200 cases a kind
    python tests/planted.py de name    what went wrong there

The sentences are those of the corpus that answer a question of tests/exams/gold, then others in a
seeded order. Each true sentence is also said otherwise, and each gets errors planted, one at a
time, with patterns of their own, so that the gate is not judged by its own reading. The "hard"
errors, which use only what stands in the cited passage, are measured but not promised.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from citechat.verification.verifier import verify
from citechat_ingest import (
    LANGUAGES,
    Glossary,
    Passage,
    read_audited_claims,
    read_corpus,
    read_glossary,
    shipped_corpus,
    split_passages,
)
from planted_meaning import (
    add_other_negation,
    change_comparator,
    drop_negation,
    opposite,
    reword,
)

GOLD = Path(__file__).parent / "exams" / "gold"
QUOTA = 80


@dataclass(frozen=True)
class Case:
    """A sentence, the passages it cites, and whether they bear it out."""

    kind: str
    language: str
    sentence: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Place:
    """Sentence ``number`` of a passage, which has a twin in each language."""

    passages: dict[str, Passage]
    number: int

    def text(self, language: str) -> str:
        return self.passages[language].sentence(self.number)


Change = Callable[[str, str, random.Random], str | None]


# The sentences


def read_places() -> list[Place]:
    """All sentences of the corpus, each in its three languages.

    The audit repeats the article and is left out.
    """
    passages: dict[str, list[Passage]] = defaultdict(list)
    for document in read_corpus([shipped_corpus()]):
        if document.role != "audit":
            passages[document.language] += split_passages(document)
    twins = [
        dict(zip(LANGUAGES, trio, strict=True))
        for trio in zip(*(passages[name] for name in LANGUAGES), strict=True)
    ]
    alike = [
        trio for trio in twins if len({len(passage.sentences) for passage in trio.values()}) == 1
    ]
    return [Place(trio, number) for trio in alike for number in range(len(trio["en"].sentences))]


def in_order(places: list[Place], language: str) -> list[Place]:
    """Those that answer a question of the exam first, the others shuffled."""
    questions = [
        json.loads(line)
        for line in (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    asked = [
        (set(q["documents"]), re.compile("|".join(q["patterns"])))
        for q in questions
        if q["patterns"]
    ]

    def answers(place: Place) -> bool:
        document, text = place.passages[language].document_id, place.text(language)
        return any(document in documents and pattern.search(text) for documents, pattern in asked)

    gold = [place for place in places if answers(place)]
    rest = [place for place in places if not answers(place)]
    random.Random(language).shuffle(rest)
    return gold + rest


# Errors

DIGITS = re.compile(r"(?<![A-Za-z0-9_.,:-])\d+(?:[.,]\d+)*(?![A-Za-z0-9_-]|[.,]\d|年|月|日)")
SCALES = {
    "en": ("thousand", "million", "billion", "trillion"),
    "de": ("Tausend", "Millionen", "Milliarden", "Billionen"),
    "zh": ("万亿", "亿", "万"),
}
UNITS = {
    "en": {
        "yuan": "US dollars",
        "US dollars": "yuan",
        "percent": "billion yuan",
        "hours": "days",
        "months": "years",
    },
    "de": {
        "Yuan": "US-Dollar",
        "US-Dollar": "Yuan",
        "Prozent": "Milliarden Yuan",
        "Stunden": "Tage",
        "Monate": "Jahre",
    },
    "zh": {
        "亿元": "亿美元",
        "万元": "万美元",
        "美元": "元",
        "%": "亿元",
        "小时": "天",
        "个月": "年",
    },
}
MONTHS = {
    "en": (
        "January February March April May June July August September October November December"
    ).split(),
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ).split(),
}
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten".split(),
    "de": "zwei drei vier fünf sechs sieben acht neun zehn".split(),
}


def _counts(text: str) -> list[re.Match[str]]:
    """Numbers that are neither years nor part of a date or a name."""
    return [
        m
        for m in DIGITS.finditer(text)
        if not re.fullmatch(r"(?:19|20)\d\d", m.group()) and not _dated(text, m)
    ]


def _dated(text: str, match: re.Match[str]) -> bool:
    return bool(
        re.match(rf"\.? (?:{'|'.join([*MONTHS['en'], *MONTHS['de']])})", text[match.end() :])
    )


def _put(text: str, match: re.Match[str], new: str) -> str | None:
    return f"{text[: match.start()]}{new}{text[match.end() :]}" if new != match.group() else None


def change_number(text: str, _: str, chance: random.Random) -> str | None:
    """One digit of a number goes up or down, but never to a leading 0."""
    numbers = _counts(text)
    if not numbers:
        return None
    match = chance.choice(numbers)
    at = chance.choice(_digit_places(match))
    old = int(match.group()[at])
    goes_up = old < 2 or (old < 9 and chance.random() < 0.5)
    new = old + 1 if goes_up else old - 1
    return _put(text, match, f"{match.group()[:at]}{new}{match.group()[at + 1 :]}")


def _digit_places(match: re.Match[str]) -> list[int]:
    return [place for place, letter in enumerate(match.group()) if letter.isdigit()]


def swap_digits(text: str, _: str, chance: random.Random) -> str | None:
    """Two digits side by side change places: the first two that differ."""
    numbers = [match for match in _counts(text) if len(set(match.group()) - set(",.")) > 1]
    if not numbers:
        return None
    match = chance.choice(numbers)
    letters = list(match.group())
    pairs = pairwise(_digit_places(match))
    a, b = next((a, b) for a, b in pairs if letters[a] != letters[b])
    letters[a], letters[b] = letters[b], letters[a]
    return _put(text, match, "".join(letters)) if letters[0] != "0" else None


def change_scale(text: str, language: str, chance: random.Random) -> str | None:
    scales = list(
        re.finditer(rf"(?<=\d[ ])(?:{'|'.join(SCALES[language])})\b|(?<=\d)(?:万亿|亿|万)", text)
    )
    if not scales:
        return None
    match = chance.choice(scales)
    return _put(
        text, match, chance.choice([scale for scale in SCALES[language] if scale != match.group()])
    )


def change_unit(text: str, language: str, chance: random.Random) -> str | None:
    units = UNITS[language]
    named = "|".join(sorted(units, key=len, reverse=True))
    matches = list(
        re.finditer(
            rf"(?<=\d)(?:{named})" if language == "zh" else rf"(?<=[\dn] )(?:{named})\b", text
        )
    )
    if not matches:
        return None
    match = chance.choice(matches)
    return _put(text, match, units[match.group()])


def change_word(text: str, language: str, chance: random.Random) -> str | None:
    """A small number that is written as a word."""
    if language == "zh":
        matches = list(
            re.finditer(r"(?<![第十百千万亿分])[二两三四五六七八九](?=[个家位名款项座所篇])", text)
        )
        words = list("三四五六七八九")
    else:
        words = NUMBER_WORDS[language]
        matches = list(re.finditer(rf"\b(?:{'|'.join(words)})\b", text))
    if not matches:
        return None
    match = chance.choice(matches)
    return _put(text, match, chance.choice([word for word in words if word != match.group()]))


def change_year(text: str, _: str, chance: random.Random) -> str | None:
    years = list(re.finditer(r"(?<![A-Za-z0-9_.,-])(?:19|20)\d\d(?![A-Za-z0-9_-]|[.,]\d)", text))
    years = [match for match in years if text[: match.start()][-3:] != "AI "]  # the AI 2000 list
    if not years:
        return None
    match = chance.choice(years)
    return _put(text, match, str(int(match.group()) + chance.choice((-1, 1))))


def change_month(text: str, language: str, chance: random.Random) -> str | None:
    if language == "zh":
        matches = list(re.finditer(r"(?<!\d)\d{1,2}(?=月)", text))
        months = [str(number) for number in range(1, 13)]
    else:
        months = MONTHS[language]
        matches = list(re.finditer(rf"\b(?:{'|'.join(months)})\b", text))
    if not matches:
        return None
    match = chance.choice(matches)
    return _put(text, match, chance.choice([month for month in months if month != match.group()]))


def change_day(text: str, language: str, chance: random.Random) -> str | None:
    ending = r"(?=日)" if language == "zh" else rf"(?=\.? (?:{'|'.join(MONTHS[language])}))"
    days = list(re.finditer(rf"(?<!\d)\d{{1,2}}{ending}", text))
    if not days:
        return None
    match = chance.choice(days)
    return _put(
        text, match, chance.choice([str(day) for day in range(1, 29) if str(day) != match.group()])
    )


def name_changer(glossary: Glossary) -> Change:
    """A name for another of the same kind."""

    def change_name(text: str, language: str, chance: random.Random) -> str | None:
        mentions = [
            m
            for m in glossary.mentions(text)
            if m.name.kind != "concept" and _capital(text[m.start : m.end])
        ]
        if not mentions:
            return None
        mention = chance.choice(mentions)
        present = {id(other.name) for other in mentions}
        names = [n for n in glossary.names if n.kind == mention.name.kind and id(n) not in present]
        return _name_put(text, mention.start, mention.end, chance.choice(names).names[language])

    return change_name


def _name_put(text: str, start: int, end: int, name: str) -> str:
    """A Latin name beside Chinese needs a space before a letter or digit: "Peking 121名"."""
    space = " " if name[-1].isascii() and re.match(r"[A-Za-z0-9]", text[end:]) else ""
    return f"{text[:start]}{name}{space}{text[end:]}"


def _capital(surface: str) -> bool:
    return surface != surface.lower() or not surface.isascii()


def neighbours_name(
    glossary: Glossary, place: Place, language: str, chance: random.Random
) -> str | None:
    """A name for another of the same kind that stands elsewhere in the passage."""
    text = place.text(language)
    mentions = [
        m
        for m in glossary.mentions(text)
        if m.name.kind != "concept" and _capital(text[m.start : m.end])
    ]
    around = [
        name
        for name in glossary.found_in(place.passages[language].text)
        if id(name) not in {id(m.name) for m in mentions}
    ]
    pairs = [
        (mention, name) for mention in mentions for name in around if name.kind == mention.name.kind
    ]
    if not pairs:
        return None
    mention, name = chance.choice(pairs)
    return _name_put(text, mention.start, mention.end, name.names[language])


def neighbours_number(place: Place, language: str, chance: random.Random) -> str | None:
    """A number for another that stands elsewhere in the passage."""
    text, passage = place.text(language), place.passages[language].text
    own = {match.group() for match in _counts(text)}
    pairs = [
        (m, other.group())
        for m in _counts(text)
        for other in _counts(passage)
        if other.group() not in own
    ]
    return _put(text, *chance.choice(pairs)) if pairs else None


def swap_names(glossary: Glossary, text: str, chance: random.Random) -> str | None:
    """Two names of a kind change places, unless they stand side by side in an enumeration."""
    mentions = [
        m
        for m in glossary.mentions(text)
        if m.name.kind != "concept" and _capital(text[m.start : m.end])
    ]
    pairs = [
        (a, b)
        for a in mentions
        for b in mentions
        if a.end < b.start
        and a.name.kind == b.name.kind
        and a.name is not b.name
        and not _is_enumeration(text[a.end : b.start], glossary)
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    return (
        text[: a.start]
        + text[b.start : b.end]
        + text[a.end : b.start]
        + text[a.start : a.end]
        + text[b.end :]
    )


def _is_enumeration(between: str, glossary: Glossary) -> bool:
    """Whether little but names, commas and an "and" stands between two names: their order is free."""
    left = between
    for mention in reversed(glossary.mentions(between)):
        left = left[: mention.start] + left[mention.end :]
    joining = r"\b(?:and|und|or|oder|as well as|sowie|the|der|die)\b|[和与及或、]"
    letters = re.sub(r"\W", "", re.sub(joining, "", left))
    is_chinese = bool(re.search(r"[\u4e00-\u9fff]", letters))
    return len(letters) < (2 if is_chinese else 4)


def negate(text: str, language: str) -> str | None:
    if language == "zh":
        match = re.search(r"(?<![不没])(?:是|有(?!关|限)|达到|超过|领先|支持)", text)
        return (
            match
            and text[: match.start()]
            + ("没" if match.group() == "有" else "不")
            + text[match.start() :]
        )
    verbs = (
        r"\b(?:is|are|was|were|has|have)\b"
        if language == "en"
        else r"\b(?:ist|sind|war|waren|hat|haben|wurde)\b"
    )
    match = re.search(verbs, text)
    return (
        match
        and text[: match.end()] + (" not" if language == "en" else " nicht") + text[match.end() :]
    )


# True sentences in other words


def shorten(text: str, language: str, chance: random.Random) -> str | None:
    """Without one of its clauses."""
    comma = "，" if language == "zh" else ", "
    clauses = text[:-1].split(comma)
    least = 8 if language == "zh" else 30
    if len(clauses) < 2:
        return None
    dropped = chance.randrange(len(clauses))
    kept = comma.join(clause for at, clause in enumerate(clauses) if at != dropped)
    return f"{kept[0].upper()}{kept[1:]}{text[-1]}" if len(kept) >= least else None


REWRITINGS: dict[str, list[tuple[str, Callable[[re.Match[str]], str]]]] = {
    "en": [
        (
            r"\b(\d{1,3}(?:\.\d+)?) billion",
            lambda m: f"{float(m[1]) * 1000:,.6f}".rstrip("0").rstrip(".") + " million",
        ),
        (r"\b(\d+(?:\.\d+)?) percent", lambda m: f"{m[1]}%"),
        (
            r"\b(\d{1,3}),(\d{3})\b(?!,)",
            lambda m: m[1] + m[2] if int(m[1] + m[2]) > 2100 else m.group(),
        ),
        (r"(?<!\d )\b(\d{1,2}) ([A-Z][a-z]+) (20\d\d)", lambda m: f"{m[2]} {m[1]}, {m[3]}"),
        (r"\b(\d+(?:\.\d+)? (?:m|b|tr)illion) US dollars", lambda m: f"US${m[1]}"),
        (r"\b(\d+(?:\.\d+)? (?:m|b|tr)illion) yuan", lambda m: f"RMB {m[1]}"),
        (r"\bfive (?=years)", lambda m: "5 "),
        (r"\bsix (?=little)", lambda m: "6 "),
        (r"\b(?:about|almost|nearly|some|around|over|more than) (?=\d)", lambda m: "roughly "),
    ],
    "de": [
        (
            r"\b(\d{1,3}(?:,\d+)?) Milliarden",
            lambda m: _german(float(m[1].replace(",", ".")) * 1000) + " Millionen",
        ),
        (r"\b(\d+(?:,\d+)?) Prozent", lambda m: f"{m[1]} %"),
        (
            r"\b(\d{1,3})\.(\d{3})\b(?!\.)",
            lambda m: m[1] + m[2] if int(m[1] + m[2]) > 2100 else m.group(),
        ),
        (
            r"\b(\d{1,2})\. (" + "|".join(MONTHS["de"]) + r") (20\d\d)",
            lambda m: f"{m[1]}.{MONTHS['de'].index(m[2]) + 1}.{m[3]}",
        ),
        (r"\b(\d+(?:,\d+)?) Milliarden Yuan", lambda m: f"{m[1]} Mrd. RMB"),
        (r"\bUS-Dollar", lambda m: "Dollar"),
        (r"\b(?:etwa|rund|fast|mehr als|über) (?=\d)", lambda m: "ungefähr "),
    ],
    "zh": [
        (
            r"(\d+(?:\.\d+)?)亿",
            lambda m: f"{float(m[1]) * 10000:.4f}".rstrip("0").rstrip(".") + "万",
        ),
        (r"(\d+(?:\.\d+)?)%", lambda m: f"百分之{m[1]}"),
        (r"(20\d\d)年(\d{1,2})月(\d{1,2})日", lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"),
        (r"(?<![\d.])(\d+)万亿", lambda m: f"{m[1]}0000亿"),
        (r"(\d{4,6})(?=[家名台个人])", lambda m: f"{int(m[1]):,}"),
        (r"三家", lambda m: "3家"),
        (r"(?:约|近|超过)(?=\d)", lambda m: "大约"),
    ],
}


def _german(value: float) -> str:
    shown = f"{value:,.6f}".rstrip("0").rstrip(".")
    return shown.replace(",", " ").replace(".", ",").replace(" ", ".")


def rewrite(text: str, language: str, chance: random.Random) -> str | None:
    """Its numbers and dates written in another way."""
    rules = REWRITINGS[language][:]
    chance.shuffle(rules)
    for pattern, written in rules:
        new = re.sub(pattern, written, text)
        if new != text:
            return new
    return None


def respeller(glossary: Glossary) -> Change:
    """A name in another spelling of the glossary."""

    def respell(text: str, _: str, chance: random.Random) -> str | None:
        mentions = [
            m
            for m in glossary.mentions(text)
            if m.name.kind != "concept" and _capital(text[m.start : m.end])
        ]
        if not mentions:
            return None
        mention = chance.choice(mentions)
        others = [
            s
            for s in mention.name.all_spellings
            if s.casefold() != text[mention.start : mention.end].casefold()
        ]
        return (
            _name_put(text, mention.start, mention.end, chance.choice(others)) if others else None
        )

    return respell


def fuse(first: str, second: str, language: str) -> str:
    joint = {"en": ", and ", "de": ", und ", "zh": "，而"}[language]
    return first.rstrip(".。") + joint + second


# The exam

ERRORS = ("number", "digits swapped", "scale", "unit", "word", "year", "month", "day", "name")
MEANING: dict[str, Change] = {
    "reworded": reword,
    "meaning: opposite word": opposite,
    "meaning: other comparator": change_comparator,
    "meaning: not left out": drop_negation,
    "meaning: never, nobody, did not": add_other_negation,
}
HARD = ("neighbour's name", "neighbour's number", "names swapped", "negated")


def make_exam(language: str, quota: int = QUOTA) -> dict[str, list[Case]]:
    """At most ``quota`` cases a kind for a language.

    Kinds are those of true sentences, "planted: …", "hard: …" and "unrelated".
    """
    glossary = read_glossary([shipped_corpus()])
    places = in_order(read_places(), language)
    chance = random.Random(f"exam {language}")
    exam: dict[str, list[Case]] = defaultdict(list)
    for kind, said, passages in (
        *_paraphrased(language),
        *_cases(language, places, glossary, chance),
    ):
        if len(exam[kind]) < quota and (sentence := said()):
            exam[kind].append(Case(kind, language, sentence, passages))
    return dict(exam)


Made = tuple[str, Callable[[], str | None], tuple[Passage, ...]]


def _paraphrased(language: str) -> Iterator[Made]:
    """What the audit says that the article claims, in its own words, and that paragraph of it."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for document in read_corpus([shipped_corpus()]):
        if (document.language, document.document_id) == (language, "article"):
            for passage in split_passages(document):
                passages[passage.paragraph].append(passage)
    for claim in read_audited_claims([shipped_corpus()]):
        yield "paraphrased", partial(claim.text.get, language), tuple(passages[claim.paragraph])


def _cases(
    language: str, places: list[Place], glossary: Glossary, chance: random.Random
) -> Iterator[Made]:
    changes: dict[str, Change] = dict(
        zip(
            ERRORS,
            (
                change_number,
                swap_digits,
                change_scale,
                change_unit,
                change_word,
                change_year,
                change_month,
                change_day,
                name_changer(glossary),
            ),
            strict=True,
        )
    )
    same: dict[str, Change] = {
        "shortened": shorten,
        "rewritten": rewrite,
        "respelled": respeller(glossary),
    }
    for place in places:
        text, own = place.text(language), place.passages[language]
        cited = _cited(own, places, language, chance)
        other = chance.choice([name for name in LANGUAGES if name != language])
        stranger = chance.choice(
            [p for p in places if p.passages["en"].document_id != own.document_id]
        )
        foreign = (place.passages[other],)
        yield "verbatim", partial(str, text), cited
        for kind, change in same.items():
            yield kind, partial(change, text, language, chance), cited
        yield "translated", partial(str, text), foreign
        if place.number + 1 < len(own.sentences):
            yield (
                "fused, one passage",
                partial(fuse, text, own.sentence(place.number + 1), language),
                (own,),
            )
        strange = stranger.passages[language]
        yield (
            "fused, two passages",
            partial(fuse, text, stranger.text(language), language),
            (own, strange),
        )
        for kind, change in changes.items():
            yield f"planted: {kind}", partial(change, text, language, chance), cited
            if chance.random() < 0.25:
                yield "planted: translated", partial(change, text, language, chance), foreign
        yield (
            "hard: neighbour's name",
            partial(neighbours_name, glossary, place, language, chance),
            cited,
        )
        yield "hard: neighbour's number", partial(neighbours_number, place, language, chance), cited
        yield "hard: names swapped", partial(swap_names, glossary, text, chance), cited
        yield "hard: negated", partial(negate, text, language), cited
        for kind, meaning in MEANING.items():
            yield kind, partial(meaning, text, language, chance), cited
        yield "unrelated", partial(str, text), (strange,)


def _cited(
    own: Passage, places: list[Place], language: str, chance: random.Random
) -> tuple[Passage, ...]:
    """The passage, in one case of three with another of the same document cited besides."""
    besides = [
        p.passages[language] for p in places if p.passages[language].document_id == own.document_id
    ]
    second = chance.choice(besides)
    return (own, second) if chance.random() < 1 / 3 and second != own else (own,)


def marks(exam: dict[str, list[Case]]) -> dict[str, Counter[str]]:
    """How often each verdict was given, by kind."""
    glossary = read_glossary([shipped_corpus()])
    return {
        kind: Counter(
            verify(case.sentence, case.language, case.passages, glossary).verdict for case in cases
        )
        for kind, cases in exam.items()
    }


GROUPS = ("planted", "hard", "meaning", "unrelated")


def group_of(kind: str) -> str:
    return kind.split(":")[0] if kind.startswith(GROUPS) else "true"


def flagged(given: dict[str, Counter[str]], group: str) -> tuple[int, int]:
    """(flagged, all) of a group: "true", "planted", "hard" or "unrelated"."""
    counts = [count for kind, count in given.items() if group_of(kind) == group]
    return sum(count.total() - count["supported"] for count in counts), sum(
        count.total() for count in counts
    )


def main() -> None:
    if len(sys.argv) > 2:
        print_wrong_ones(*sys.argv[1:3])
    else:
        print_table(int(sys.argv[1]) if len(sys.argv) > 1 else QUOTA)


def print_wrong_ones(language: str, part_of_kind: str) -> None:
    glossary = read_glossary([shipped_corpus()])
    kinds = make_exam(language)
    for kind in (kind for kind in kinds if part_of_kind in kind):
        for case in kinds[kind]:
            verified = verify(case.sentence, case.language, case.passages, glossary)
            if (verified.verdict == "supported") != (group_of(kind) == "true"):
                print(f"{kind}: {verified.verdict} {verified.problems}\n  {case.sentence}")
                print(f"  {[span.text for span in verified.spans]}")


def print_table(quota: int) -> None:
    given: dict[str, dict[str, Counter[str]]] = {}
    seconds, total = 0.0, 0
    for language in LANGUAGES:
        exam = make_exam(language, quota)
        started = perf_counter()
        given[language] = marks(exam)
        seconds += perf_counter() - started
        total += sum(map(len, exam.values()))
    kinds = {kind for counts in given.values() for kind in counts}
    true_ones_first = sorted(kinds, key=lambda kind: (group_of(kind) != "true", kind))
    print(f"{'flagged of all':28}" + "".join(f"{language:>16}" for language in LANGUAGES))
    for name in [*true_ones_first, "true", *GROUPS]:
        cells = []
        for language in LANGUAGES:
            flags, every = _flags(given[language], name)
            cells.append(f"{flags:5}/{every:<4}{flags / max(1, every):6.3f}")
        print(f"{name:28}" + "".join(f"{cell:>16}" for cell in cells))
    print(f"{1000 * seconds / total:.1f} ms a sentence")


def _flags(given: dict[str, Counter[str]], name: str) -> tuple[int, int]:
    """(flagged, all) of a kind or of a group."""
    if name not in given:
        return flagged(given, name)
    count = given[name]
    return count.total() - count["supported"], count.total()


if __name__ == "__main__":
    main()
