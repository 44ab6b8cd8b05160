"""Everything that the reader is trained on: windows and pairs, in the words that it reads, as token ids."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tokenizers import Tokenizer

from citechat.language.word_translation import in_dictionary_form, to_english
from citechat.reading.packing import Packed, pack_pair, pack_window, room, size

from . import edits
from .sources import (
    PAIR_SETS,
    READING_SETS,
    Pair,
    Row,
    corpus_rows,
    everyday_rows,
    is_held_back,
    pairs,
    reading_rows,
    split_key,
)
from .windows import Window, WindowMaker

# How many windows with and without an answer are made of one row of a set, on average.
_OF_EACH_ROW: dict[str, tuple[float, float]] = {
    "wiki.en": (0.9, 0.9),
    "squad-sentences.en": (0.6, 0.6),
    "selqa.en": (1.0, 1.0),
    "clapnq.en": (2.0, 1.5),
    "qed.en": (0.9, 0.9),
    "omos.de": (6.0, 6.0),
    "omos.en": (4.0, 4.0),
    "cmrc.zh": (0.8, 0.8),
    "everyday.en": (1.0, 0.6),
    "everyday.de": (1.2, 0.7),
    "everyday.zh": (1.0, 0.6),
    "corpus.en": (0.25, 0.3),
    "corpus.de": (0.5, 0.6),
    "corpus.zh": (0.25, 0.3),
}
_KINDS = ("same", "same", "same", "article", "article", "retrieved", "retrieved", "altered")
_SALAD = 0.2
_DROPPED = frozenset(
    "a an the of to in on at for with by is was are were be been has have had".split()
)
# Pairs: how many of the two public sets, and how many made by edits a language.
_PUBLIC_PAIRS = 14_000
_MADE_PAIRS = {"en": 10_000, "de": 8_000, "zh": 8_000}
# A page that people read and found no answer on teaches what no made window does: each gives this many windows.
_OF_EACH_UNANSWERED = 4
# Of everyday pages there are many such questions.
_OF_EACH_EVERYDAY_UNANSWERED = 2
# How many of the sources also get a claim of another matter.
_UNRELATED = 0.5
_LONGEST_SOURCE = {"en": 320, "de": 320, "zh": 110}
_SHORTEST_SOURCE = {"en": 30, "de": 30, "zh": 12}


class Example(NamedTuple):
    """One input and what the heads should say of it.

    ``labels`` has one entry a sentence, 1 where it answers; ``relation`` is 0, 1, 2 for a pair and -1 for a window.
    """

    set: str
    packed: Packed
    labels: tuple[int, ...]
    relation: int


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """One example a line, as JSON."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(example)}\n" for example in examples)


def read_examples(path: Path) -> list[Example]:
    """What ``write_examples`` wrote."""
    with path.open(encoding="utf-8") as file:
        return [_read_example(line) for line in file]


def _read_example(line: str) -> Example:
    of_set, (ids, first_segment, starts), labels, relation = json.loads(line)
    packed = Packed(tuple(ids), first_segment, tuple(starts))
    return Example(of_set, packed, tuple(labels), relation)


def tokenizer(folder: Path) -> Tokenizer:
    """The packaged model's tokenizer, which cuts nothing off and fills nothing up."""
    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def training_windows(rows: Sequence[Row], random: Random) -> list[Window]:
    """Windows of the rows that are not held back, every set in its share."""
    found = []
    for _, of_set in _by_set(rows).items():
        found += windows_of([row for row in of_set if not is_held_back(split_key(row))], random)
    return [_salad(window, random) if _is_salad(window, random) else window for window in found]


def windows_of(rows: Sequence[Row], random: Random) -> list[Window]:
    """Windows of the rows of one set, with and without an answer, as many as its share says."""
    if not rows:
        return []
    maker = WindowMaker(rows, in_english_of, random)
    with_answer, without = _OF_EACH_ROW[rows[0].set]
    found = []
    for row in rows:
        if row.answers:
            found += [maker.answered(row) for _ in range(_times(with_answer, random))]
        kinds = [random.choice(_KINDS) for _ in range(_times(without, random))]
        if not row.answers:
            is_everyday = row.set.startswith("everyday")
            times = _OF_EACH_EVERYDAY_UNANSWERED if is_everyday else _OF_EACH_UNANSWERED
            kinds = ["same"] * times
        made = [maker.unanswered(row, kind) for kind in kinds]
        found += [window for window in made if window]
    return found


def in_english_of(text: str, language: str) -> str:
    """The text as the reader is given it; without a language, that of the text."""
    return text if language == "en" else to_english(text, language)


def training_pairs(folder: Path, rows: Sequence[Row], random: Random) -> list[Pair]:
    """Public pairs that are not held back, and pairs made by edits in three languages, glossed."""
    public = [pair for name in PAIR_SETS for pair in pairs(folder, name)]
    kept = [pair for pair in public if not is_held_back(pair.group)]
    contrasts = [pair for pair in kept if pair.set == "monotonicity.en"]
    found = random.sample(contrasts, min(len(contrasts), _PUBLIC_PAIRS // 5))
    others = [pair for pair in kept if pair.set != "monotonicity.en"]
    found += random.sample(others, min(len(others), _PUBLIC_PAIRS - len(found)))
    trained = [row for row in rows if not is_held_back(split_key(row))]
    for language, wanted in _MADE_PAIRS.items():
        found += made_pairs([row for row in trained if row.language == language], wanted, random)
    return found


def made_pairs(rows: Sequence[Row], wanted: int, random: Random) -> list[Pair]:
    """Claims edited out of the sentences of these rows (of one language), each beside its source.

    Of one source come a false claim, of the kind that is rarest so far among those that the sentence lends itself to,
    and a true one: what tells them apart is the edit alone. Some are joined by a claim of another matter.
    """
    if not rows:
        return []
    language = rows[0].language
    documents = _sentences_by_title(rows)
    names = {
        title: sorted(
            {name for sentence in sentences for name in edits.names_in(sentence, language)}
        )
        for title, sentences in documents.items()
    }
    # A few documents have most of the sentences; each sentence counts the same.
    places = [
        (title, number)
        for title, sentences in documents.items()
        for number in range(len(sentences))
    ]
    random.shuffle(places)
    pairs: list[Pair] = []
    of_kind: Counter[str] = Counter()
    for title, number in places * 4:
        if len(pairs) >= wanted:
            break
        sentences = documents[title]
        kind, false_claim = _rarest_false(
            sentences[number], language, names[title], of_kind, random
        )
        if not false_claim:
            continue
        of_kind[kind] += 1
        made = [(edits.CONTRADICTED, kind, sentences[number], false_claim)]
        true_kind, true_claim = _faithful(sentences[number], language, random)
        made.append((edits.ENTAILED, true_kind, sentences[number], true_claim))
        if random.random() < _UNRELATED:
            other, claim = _unrelated(sentences, number, language, random)
            made.append((edits.NEUTRAL, "unrelated", other, claim))
        following = sentences[number + 1] if number + 1 < len(sentences) else ""
        pairs += [
            _as_pair(label, kind, source, claim, following, language, random)
            for label, kind, source, claim in made
            if claim
        ]
    return pairs


def as_examples(
    windows: Iterable[Window], claims: Iterable[Pair], cut: Tokenizer
) -> Iterator[Example]:
    """Token ids of windows and pairs; sentences that do not fit in a window are left off its end."""
    ids = _Cutter(cut)
    for window in windows:
        question = ids.of(window.question)
        sentences = [ids.of(sentence) for sentence in window.sentences]
        fitting = _fitting(question, sentences)
        packed = pack_window(question, sentences[:fitting])
        yield Example(window.set, packed, window.labels[:fitting], -1)
    for pair in claims:
        packed = pack_pair(ids.of(pair.claim), ids.of(pair.source))
        yield Example(pair.set, packed, (), pair.label)


def all_rows(data: Path, everyday: Path | None, corpus: Path | None) -> list[Row]:
    """The rows of every reading set, and where their folders are named the project's own everyday pages and its expected
    questions."""
    found = [row for name in READING_SETS for row in reading_rows(data, name)]
    found += everyday_rows(everyday) if everyday else []
    return found + (corpus_rows(corpus) if corpus else [])


def rehearsed(examples: Sequence[Example], share: float, random: Random) -> list[Example]:
    """All that is everyday, and this share of everything else: enough that nothing is forgotten."""
    return [one for one in examples if one.set.startswith("everyday") or random.random() < share]


class _Cutter:
    """Token ids, each text cut once."""

    def __init__(self, cut: Tokenizer) -> None:
        self._cut = cut
        self._known: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._cut.encode(text, add_special_tokens=False).ids
        return self._known[text]


def _fitting(question: Sequence[int], sentences: Sequence[Sequence[int]]) -> int:
    left = room(question)
    for number, sentence in enumerate(sentences):
        left -= size(sentence)
        if left < 0:
            return max(1, number)
    return len(sentences)


def _by_set(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.set].append(row)
    return found


def _times(mean: float, random: Random) -> int:
    whole = int(mean)
    return whole + (random.random() < mean - whole)


def _is_salad(window: Window, random: Random) -> bool:
    return window.language == "en" and random.random() < _SALAD


def _salad(window: Window, random: Random) -> Window:
    """English as a gloss would leave it: dictionary forms, small words gone, neighbours swapped."""
    return window._replace(
        question=_as_gloss(window.question, random),
        sentences=tuple(_as_gloss(sentence, random) for sentence in window.sentences),
    )


def _as_gloss(text: str, random: Random) -> str:
    words = in_dictionary_form(text, "en").split()
    kept = [word for word in words if word.lower() not in _DROPPED or random.random() < 0.4]
    for place in range(len(kept) - 1):
        if random.random() < 0.1:
            kept[place], kept[place + 1] = kept[place + 1], kept[place]
    return " ".join(kept)


def _sentences_by_title(rows: Sequence[Row]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        shortest, longest = _SHORTEST_SOURCE[row.language], _LONGEST_SOURCE[row.language]
        for sentence in row.sentences:
            if shortest <= len(sentence) <= longest:
                found[row.title or row.id][sentence] = None
    return {title: list(sentences) for title, sentences in found.items()}


def _as_pair(
    label: int,
    kind: str,
    source: str,
    claim: str,
    following: str,
    language: str,
    random: Random,
) -> Pair:
    """The pair in the words that the model reads; ``following`` is the sentence after the source."""
    group = source
    # A claim is sometimes checked against more than its own sentence.
    if following and label != edits.NEUTRAL and random.random() < 0.2:
        joined = "" if language == "zh" else " "
        source = source + joined + following
    read_claim, read_source = in_english_of(claim, language), in_english_of(source, language)
    if language == "en" and random.random() < _SALAD:
        read_claim, read_source = _as_gloss(read_claim, random), _as_gloss(read_source, random)
    return Pair(f"made.{language}", group, read_claim, read_source, label, kind)


def _faithful(source: str, language: str, random: Random) -> tuple[str, str]:
    """The name of an edit that leaves a sentence true, and the claim; sometimes a second edit follows."""
    edit = random.choice(edits.FAITHFUL)
    claim = edit(source, language, random)
    if claim and random.random() < 0.4:
        claim = random.choice(edits.FAITHFUL)(claim, language, random) or claim
    return edit.__name__, claim


def _rarest_false(
    source: str, language: str, names: Sequence[str], of_kind: Counter[str], random: Random
) -> tuple[str, str]:
    """The rarest kind of edit that makes this sentence false, and the claim; ("", "") where none does.

    Left to chance, exchanged names, opposites and comparators were a few in a hundred, and the model did not learn them.
    """
    kinds = [edit.__name__ for edit in edits.FALSE] + ["another_name"]
    random.shuffle(kinds)
    kinds.sort(key=lambda kind: of_kind[kind])
    of_name = {edit.__name__: edit for edit in edits.FALSE}
    for kind in kinds:
        edit = of_name.get(kind)
        claim = (
            edit(source, language, random)
            if edit
            else edits.another_name(source, language, names, random)
        )
        if not claim or claim == source:
            continue
        # So that rewording alone proves nothing.
        if random.random() < 0.3:
            claim = random.choice(edits.FAITHFUL)(claim, language, random) or claim
        return kind, claim
    return "", ""


def _unrelated(
    sentences: Sequence[str], number: int, language: str, random: Random
) -> tuple[str, str]:
    """A source and a claim that says more than it or something else."""
    own = sentences[number]
    shorter = edits.shortened(own, language, random)
    if shorter and random.random() < 0.4:
        return shorter, own
    others = [other for place, other in enumerate(sentences) if place != number]
    if not others:
        return own, ""
    # Of a few, the one that shares the most with the claim: what lies far off is easily told.
    few = random.sample(others, min(len(others), 6))
    pieces = set(own) if language == "zh" else set(own.lower().split())
    few.sort(
        key=lambda other: len(
            pieces.intersection(other if language == "zh" else other.lower().split())
        )
    )
    return few[-1] if random.random() < 0.6 else few[0], own
