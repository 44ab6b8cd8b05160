"""Reading sets: questions on pages, in one form, asked of the pages as a corpus of their own.

A file is JSON lines, compressed (.jsonl.gz), a question with its page a row::

    {"id": "…", "language": "en", "title": "…", "question": "…", "sentences": ["…", "…"],
     "answers": [1], "texts": ["…"]}

``sentences`` are the page, ``answers`` the numbers of those that answer (none: the page does not
answer), ``texts`` the answer's words where the set marks them. Each page becomes a text file;
questions on the same sentences share it.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from ..chat import CiteChat
from ..errors import CorpusError
from ..index.embedder import Embedder
from ..settings import Settings
from ..values import Answer
from .exam import Outcome, Tick
from .report import mean_of, percentiles, share

PASSAGES = 5
# A quote holds an answer sentence when it holds this share of it in one piece: sentences are cut
# by simple rules in the sets, and by better ones here.
_SHARED = 0.8


@dataclass(frozen=True)
class PageQuestion:
    """A question on the page with that number; ``sentences`` answer it there, ``texts`` are the
    answer's own words. Without either the page does not answer.
    """

    question_id: str
    language: str
    question: str
    page: int
    sentences: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the page answers."""
        return bool(self.sentences or self.texts)


@dataclass(frozen=True)
class ReadingSet:
    """Pages as texts, and the questions on them."""

    name: str
    pages: tuple[str, ...] = field(repr=False)
    questions: tuple[PageQuestion, ...] = field(repr=False)


@dataclass(frozen=True)
class PageResult:
    """What came back for a question. ``documents`` are those of the best passages, best first;
    ``left_out``: its page was kept out of the index. ``seconds`` is the time of ``answer`` alone.
    """

    question: PageQuestion
    answer: Answer = field(repr=False)
    documents: tuple[str, ...] = field(repr=False)
    left_out: bool
    seconds: float

    @property
    def answerable(self) -> bool:
        """Whether the index holds an answer, as far as the set tells."""
        return self.question.answerable and not self.left_out

    @property
    def outcome(self) -> Outcome:
        """CLEAN: the first quote holds the answer; PARTIAL: a later one does."""
        if not self.answerable:
            return Outcome.ANSWERED if self.answer.answered else Outcome.HONEST
        if not self.answer.answered:
            return Outcome.REFUSED
        if self.holds_answer(1):
            return Outcome.CLEAN
        return Outcome.PARTIAL if self.holds_answer() else Outcome.WRONG

    @property
    def missed(self) -> tuple[str, ...]:
        """In words, what the answer lacks."""
        if self.outcome is Outcome.ANSWERED:
            return ("nothing in the index answers this",)
        if self.outcome is Outcome.HONEST:
            return ()
        wanted = self.question.texts or self.question.sentences
        place = f"{document_name(self.question.page)} answers"
        return tuple(f"{place}: {text}" for text in wanted)

    def page_found_within(self, passages: int) -> bool:
        """Whether one of the best passages is of the question's page."""
        return document_name(self.question.page) in self.documents[:passages]

    def holds_answer(self, quotes: int | None = None) -> bool:
        """Whether one of the first quotes (all of them: None) holds the answer.

        Where the set marks the answer's words, these; else one of the sentences that answer.
        """
        question = self.question
        for citation in self.answer.citations[:quotes]:
            quote = _folded(citation.quote)
            if any(_folded(text) in quote for text in question.texts):
                return True
            if not question.texts and any(_shares(s, quote) for s in question.sentences):
                return True
        return False

    def holds_answer_sentence(self, quotes: int | None = None) -> bool:
        """Whether one of the first quotes holds a sentence that answers, or the answer's words."""
        for citation in self.answer.citations[:quotes]:
            quote = _folded(citation.quote)
            if any(_shares(sentence, quote) for sentence in self.question.sentences):
                return True
        return self.holds_answer(quotes)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _shares(sentence: str, quote: str) -> bool:
    """Whether sentence and quote are the same stretch of text, or nearly."""
    sentence = _folded(sentence)
    if sentence in quote or quote in sentence:
        return True
    match = SequenceMatcher(None, sentence, quote, autojunk=False).find_longest_match()
    return match.size >= _SHARED * len(sentence)


# Reading


def is_reading_set(path: Path) -> bool:
    """Whether a file's name is that of a reading set."""
    return path.name.endswith(".jsonl.gz")


def read_reading_set(path: Path) -> ReadingSet:
    """The set in a file. Raises CorpusError, which names file and line."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        cure = "give JSON lines in UTF-8, compressed by gzip"
        raise CorpusError(path, f"cannot be read ({error})", cure) from error
    pages: dict[str, int] = {}
    questions = []
    for number, line in enumerate(lines, 1):
        try:
            questions.append(_page_question(json.loads(line), pages))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            cure = "each line needs id, language, question, sentences and answers"
            raise CorpusError(f"{path}:{number}", f"is not a question ({error})", cure) from error
    return ReadingSet(path.name.removesuffix(".jsonl.gz"), tuple(pages), tuple(questions))


def _page_question(row: dict[str, Any], pages: dict[str, int]) -> PageQuestion:
    """A row; its page is put among ``pages`` (text → number) unless it stands there already."""
    sentences = [_folded(sentence) for sentence in row["sentences"]]
    page = pages.setdefault(" ".join(sentences), len(pages))
    return PageQuestion(
        question_id=row["id"],
        language=row["language"],
        question=row["question"],
        page=page,
        sentences=tuple(sentences[number] for number in row["answers"]),
        texts=tuple(row.get("texts", ())),
    )


# Asking


def examine_pages(
    reading_set: ReadingSet,
    settings: Settings,
    embedder: Embedder,
    tick: Tick | None = None,
    leave_out: bool = False,
    keep_index: bool = False,
) -> list[PageResult]:
    """Ask every question of the pages as a corpus of their own, and judge the answers.

    With ``leave_out`` every second page is kept out of the index, and the questions on these pages
    ought to be refused; those that a page left in answers word for word are not asked. The index
    goes when all is asked, unless ``keep_index`` puts it where the settings say, for a next time.
    """
    pages = reading_set.pages
    inside = range(0, len(pages), 2) if leave_out else range(len(pages))
    asked = [q for q in reading_set.questions if _can_be_judged(q, pages, inside)]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number in inside:
            (corpus / f"{document_name(number)}.txt").write_text(pages[number], encoding="utf-8")
        index_dir = settings.index_dir if keep_index else Path(folder) / "index"
        places = settings.with_changes(corpus=corpus, index_dir=index_dir)
        chat = CiteChat(places, embedder=embedder)
        chat.warm_up()
        results = []
        for number, question in enumerate(asked, 1):
            results.append(_ask(chat, question, question.page not in inside))
            if tick:
                tick(number, len(asked))
        chat.index.store.close()
    return results


def document_name(page: int) -> str:
    """The name under which a page becomes a document."""
    return f"p{page:04}"


def _can_be_judged(question: PageQuestion, pages: Sequence[str], inside: range) -> bool:
    """False where the page is left out, but a page left in holds the sentences that answer."""
    if question.page in inside or not question.sentences:
        return True
    answering = [n for n in inside if _holds_all(pages[n], question.sentences)]
    return not answering


def _holds_all(page: str, sentences: Sequence[str]) -> bool:
    return all(sentence in page for sentence in sentences)


def _ask(chat: CiteChat, question: PageQuestion, left_out: bool) -> PageResult:
    passages = chat.search(question.question, k=PASSAGES)
    start = time.perf_counter()
    answer = chat.answer(question.question)
    seconds = time.perf_counter() - start
    documents = tuple(passage.document_id for passage in passages)
    return PageResult(question, answer, documents, left_out, seconds)


# Summing up

# What is asked of each question that the index answers.
_CHECKS: dict[str, Callable[[PageResult], bool]] = {
    "right_first": lambda result: result.page_found_within(1),
    "right_among_five": lambda result: result.page_found_within(PASSAGES),
    "gold_in_first_quote": lambda result: result.holds_answer(1),
    "gold_in_two_quotes": lambda result: result.holds_answer(2),
    "gold_in_quotes": lambda result: result.holds_answer(),
    "sentence_in_first_quote": lambda result: result.holds_answer_sentence(1),
    "sentence_in_two_quotes": lambda result: result.holds_answer_sentence(2),
    "wrongly_abstains": lambda result: not result.answer.answered,
}


def page_figures(results: Sequence[PageResult]) -> dict[str, Any]:
    """Shares, 0 to 1, and times in milliseconds; None where no question of the kind was asked.

    The figures up to ``quotes`` (how many an answer has) are of the questions that the index
    answers; ``unanswerable_refused`` of those that their own page does not answer;
    ``left_out_refused`` of those whose page was kept out of the index.
    """
    answerable = [r for r in results if r.answerable]
    indexed = [r for r in results if not r.left_out]
    unanswerable = [r for r in indexed if not r.question.answerable]
    left_out = [r for r in results if r.left_out and r.question.answerable]
    figures: dict[str, Any] = {"questions": len(results)}
    for name, check in _CHECKS.items():
        figures[name] = share(map(check, answerable))
    lengths = [len(r.answer.citations) for r in answerable]
    figures["quotes"] = mean_of(lengths)
    figures["unanswerable_refused"] = share(not r.answer.answered for r in unanswerable)
    figures["left_out_refused"] = share(not r.answer.answered for r in left_out)
    return {**figures, **percentiles([r.seconds for r in results])}
