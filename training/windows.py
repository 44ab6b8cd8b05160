"""Rows → windows: a question beside a few neighbouring sentences, and which of them answer it.

About half of the windows hold no answer. They are what a chat meets whose documents do not say it:

    same       the paragraph of the answer, the answer taken out
    article    another paragraph of the same article
    retrieved  the paragraph that BM25 puts first once the right one is out
    altered    the right paragraph, but the question asks about another number or name
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

import tantivy

from .sources import Row

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÄÖÜ][\w'’-]+(?:\s+[A-ZÄÖÜ][\w'’-]+)*")
# How large a window may be, in characters of English or of the gloss: from a sentence alone to a paragraph.
_SMALLEST, _LARGEST = 60, 640
_CANDIDATES = 8
# At work an item is read below the title of its page: so are some of the windows.
_WITH_TITLE = 0.4
_UNTITLED = ("squad-sentences.en", "corpus.en", "corpus.de", "corpus.zh")
# An answer text shorter than this stands in too many sentences to tell anything.
_TELLING = 3


class Window(NamedTuple):
    """A question beside sentences, all in the words that the model reads; ``labels`` is 1 where a sentence answers."""

    set: str
    language: str
    kind: str
    question: str
    sentences: tuple[str, ...]
    labels: tuple[int, ...]


class WindowMaker:
    """Makes windows of the rows of one set; ``read`` turns a text into the English that the model is given."""

    def __init__(
        self, rows: Sequence[Row], read: Callable[[str, str], str], random: Random
    ) -> None:
        self._read = read
        self._random = random
        self._paragraphs: list[tuple[str, tuple[str, ...]]] = []
        self._of_article: dict[str, list[int]] = defaultdict(list)
        self._number: dict[tuple[str, ...], int] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            self._add(row)
        self._articles = list(self._of_article)
        self._index = self._searchable()

    def answered(self, row: Row) -> Window:
        """A window around one of the answering sentences; its place in it varies."""
        centre = self._random.choice(sorted(row.answers))
        return self._window(row, "answered", row.question, row.sentences, row.answers, centre)

    def unanswered(self, row: Row, kind: str) -> Window | None:
        """A window without an answer; None where the row does not lend itself to this kind."""
        if kind == "same":
            return self._same(row)
        if kind == "article":
            return self._elsewhere(row, self._article_paragraphs(row), kind)
        if kind == "retrieved":
            return self._elsewhere(row, self._retrieved_paragraphs(row), kind)
        return self._altered(row)

    def _add(self, row: Row) -> None:
        if row.sentences not in self._number:
            self._number[row.sentences] = len(self._paragraphs)
            self._of_article[row.title].append(len(self._paragraphs))
            self._paragraphs.append((row.title, row.sentences))
        self._names[row.title] += _NAME.findall(row.question)

    def _searchable(self) -> tantivy.Index:
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("number", stored=True)
        schema.add_text_field("text", stored=False, tokenizer_name="en_stem")
        index = tantivy.Index(schema.build())
        writer = index.writer()
        for number, (_, sentences) in enumerate(self._paragraphs):
            text = " ".join(self._read(sentence, "") for sentence in sentences)
            writer.add_document(tantivy.Document(number=number, text=text))
        writer.commit()
        index.reload()
        return index

    def _window(
        self,
        row: Row,
        kind: str,
        question: str,
        sentences: Sequence[str],
        answers: frozenset[int],
        centre: int,
        title: str | None = None,
    ) -> Window:
        """Sentences around ``centre``, grown to either side by chance up to a size drawn by chance.

        ``title`` is that of the page they are from, where it is not the row's own.
        """
        read = [self._read(sentence, row.language) for sentence in sentences]
        largest = self._random.randint(_SMALLEST, _LARGEST)
        first = last = centre
        taken = len(read[centre])
        while first > 0 or last < len(read) - 1:
            backwards = first > 0 and (last == len(read) - 1 or self._random.random() < 0.5)
            following = first - 1 if backwards else last + 1
            taken += len(read[following])
            if taken > largest:
                break
            first, last = min(first, following), max(last, following)
        chosen = range(first, last + 1)
        # A set of sentences without titles has names of blocks in their place.
        of_page = row.title if title is None else title
        heading = [] if row.set in _UNTITLED else self._heading(of_page, row.language)
        return Window(
            set=row.set,
            language=row.language,
            kind=kind,
            question=self._read(question, row.asked_in or row.language),
            sentences=(*heading, *(read[number] for number in chosen)),
            labels=(*(0 for _ in heading), *(int(number in answers) for number in chosen)),
        )

    def _heading(self, title: str, language: str) -> list[str]:
        """The title, for some windows: what stands first is the page's name and answers nothing."""
        if not title or self._random.random() >= _WITH_TITLE:
            return []
        return [self._read(title.replace("_", " "), language)]

    def _question(self, row: Row) -> str:
        return self._read(row.question, row.asked_in or row.language)

    def _same(self, row: Row) -> Window | None:
        left = [
            sentence for number, sentence in enumerate(row.sentences) if number not in row.answers
        ]
        if not left:
            return None
        centre = self._random.randrange(len(left)) if row.answers else self._closest(row, left)
        return self._window(row, "same", row.question, left, frozenset(), centre)

    def _elsewhere(self, row: Row, numbers: Sequence[int], kind: str) -> Window | None:
        """A window of the first paragraph that has none of the answer's texts in it."""
        own = set(row.sentences)
        for number in numbers:
            title, sentences = self._paragraphs[number]
            if own.intersection(sentences):
                continue
            kept = [sentence for sentence in sentences if not _tells(sentence, row.texts)]
            if not kept:
                continue
            centre = self._closest(row, kept)
            return self._window(row, kind, row.question, kept, frozenset(), centre, title)
        return None

    def _closest(self, row: Row, sentences: Sequence[str]) -> int:
        """The sentence that shares the most words with the question, by chance any other."""
        if self._random.random() < 0.3:
            return self._random.randrange(len(sentences))
        asked = set(self._question(row).lower().split())
        shared = [
            len(asked.intersection(self._read(sentence, row.language).lower().split()))
            for sentence in sentences
        ]
        return shared.index(max(shared))

    def _article_paragraphs(self, row: Row) -> list[int]:
        found = list(self._of_article[row.title])
        self._random.shuffle(found)
        return found[:_CANDIDATES]

    def _retrieved_paragraphs(self, row: Row) -> list[int]:
        words = re.findall(r"\w+", self._question(row))
        query = self._index.parse_query(" ".join(words).lower(), ["text"])
        searcher = self._index.searcher()
        hits = searcher.search(query, _CANDIDATES).hits
        found = [int(searcher.doc(address)["number"][0]) for _, address in hits]
        # Not always the very first: the second and third are what a chat reads as well.
        return found[self._random.choice((0, 0, 1, 2)) :] or found

    def _altered(self, row: Row) -> Window | None:
        """The paragraph as it is, the question about another number or name that stands in the answer."""
        answer = " ".join(row.sentences[number] for number in row.answers)
        question = self._other_number(row.question, answer) or self._other_name(row, answer)
        if not question:
            return None
        centre = self._random.choice(sorted(row.answers))
        return self._window(row, "altered", question, row.sentences, frozenset(), centre)

    def _other_number(self, question: str, answer: str) -> str:
        shared = [found for found in _NUMBER.findall(question) if found in answer]
        if not shared:
            return ""
        number = self._random.choice(shared)
        return question.replace(number, other_number(number, self._random), 1)

    def _other_name(self, row: Row, answer: str) -> str:
        """Another name in the place of one that the question shares with the answer."""
        if row.language == "zh":
            shared = [row.title] if len(row.title) > 1 and row.title in row.question else []
            others = self._articles
        else:
            shared = [name for name in _NAME.findall(row.question) if name in answer]
            others = self._names[row.title]
        strangers = [
            name for name in set(others) if name not in answer and name not in row.question
        ]
        if not shared or not strangers:
            return ""
        stranger = self._random.choice(sorted(strangers))
        return row.question.replace(self._random.choice(shared), stranger, 1)


def other_number(number: str, random: Random) -> str:
    """A number that looks like this one and is not it: a year stays a year, the length stays."""
    place = random.randrange(len(number))
    while not number[place].isdigit():
        place = random.randrange(len(number))
    is_year = len(number) == 4 and number.isdigit()
    if is_year:
        place = random.choice((2, 3))
    digits = [digit for digit in "123456789" if digit != number[place]]
    return number[:place] + random.choice(digits) + number[place + 1 :]


def _tells(sentence: str, texts: Sequence[str]) -> bool:
    lower = sentence.lower()
    return any(len(text) >= _TELLING and text.lower() in lower for text in texts)
