"""What the chat says when something is said to it: greetings, thanks, "are you sure?", "and in German?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .composing import abstain, compose
from .index.opening import Index
from .planning import Planning
from .plans import Statement
from .question.language import language_of
from .question.plain_words import in_plain_words
from .question.wishes import Wish, language_wish, wished_sentences
from .searching import RetrievalResult
from .talk.about_chat import kind_of_talk, names_the_article, talk
from .talk.again import KINDS_OF_AGAIN, in_language, once_more
from .talk.agreement import AGREED, KINDS_OF_AGREEMENT, OBJECTED
from .talk.off_topic import is_a_demand
from .talk.others import what_others_say
from .talk.reassurance import reassure
from .values import Answer, Turn

# What is said of the last answer, where there is none yet, is said of all.
_WITHOUT_AN_ANSWER = {"sure": "trust", AGREED: "trust", OBJECTED: "trust", "whence": "sources"}
_OF_THE_ANSWER = frozenset({"sure", *KINDS_OF_AGREEMENT, *KINDS_OF_AGAIN})


@dataclass(frozen=True)
class Talking:
    """All that talk takes: the plans, for the last answer is found again."""

    planning: Planning

    @property
    def index(self) -> Index:
        """The index that answers come from."""
        return self.planning.index

    def own_words(
        self, typed: str, plain: str, history: Sequence[Turn], language: str, deadline: float
    ) -> Answer | None:
        """What the chat says to something that is said to it, or that wishes another language; None
        where the documents are asked. ``plain`` is what was typed, in the documents' words."""
        wish = language_wish(typed)
        if wish:
            return self._in_wished_language(wish, history, deadline)
        if is_a_demand(typed):
            return abstain(typed, language, (), self.index)
        kind = self._kind_of_talk(typed, plain, language)
        # "And whose is it?" asks of what was spoken of.
        if kind == "author" and history and not names_the_article(typed):
            return None
        own = self._talk(kind, history, language, deadline) if kind else ()
        if kind == "summary":
            own = own[: wished_sentences(typed) or len(own)]
        return compose(own, language, self.index) if own else None

    def _kind_of_talk(self, typed: str, plain: str, language: str) -> str:
        return kind_of_talk(typed, language, self.index) or kind_of_talk(
            plain, language, self.index
        )

    def _talk(
        self, kind: str, history: Sequence[Turn], language: str, deadline: float
    ) -> Sequence[Statement]:
        """What the chat says of itself, of the article, or of its last answer."""
        if kind not in _OF_THE_ANSWER:
            return talk(kind, language, self.index)
        last = self._last_asked(history)
        if last is None:
            return talk(_WITHOUT_AN_ANSWER.get(kind, "abilities"), language, self.index)
        question, earlier, spoken = last
        if kind == "sure":
            [asked, *_] = self.planning.readings(question, earlier, spoken, deadline)
            result = self.planning.searching.retrieve(asked, spoken)
            sure = reassure(self.planning.findings(asked, result)) if result.is_answerable else ()
            return in_language(sure, language, self.index) or talk("trust", language, self.index)
        asked, statements, result = self.planning.find(question, earlier, spoken, deadline)
        if kind in KINDS_OF_AGREEMENT:
            others = self._of_others(kind, asked, statements, result)
            return others if spoken == language else in_language(others, language, self.index)
        if spoken != language:
            statements = in_language(statements, language, self.index)
        return once_more(kind, statements, language)

    def _of_others(
        self, kind: str, asked: str, statements: Sequence[Statement], result: RetrievalResult
    ) -> Sequence[Statement]:
        """What others say of an answer, of what was found with it."""
        if result.query is None:
            return ()
        return what_others_say(kind, statements, self.planning.findings(asked, result))

    def _last_asked(self, history: Sequence[Turn]) -> tuple[str, Sequence[Turn], str] | None:
        """The last question of the reader's that asked the documents, the turns before it, and its
        language."""
        for number in reversed(range(len(history))):
            turn = history[number]
            if turn.get("role") != "user" or not turn.get("content"):
                continue
            typed = turn["content"].strip()
            language = language_of(typed, self.index.glossary)
            plain = in_plain_words(typed, language, self.index)
            if not language_wish(typed) and not self._kind_of_talk(typed, plain, language):
                return plain, history[:number], language
        return None

    def _in_wished_language(self, wish: Wish, history: Sequence[Turn], deadline: float) -> Answer:
        """The question beside the wish, or else the one before it, answered in the wished language."""
        asked = self._last_asked(history)
        if wish.question:
            language = language_of(wish.question, self.index.glossary)
            asked = (in_plain_words(wish.question, language, self.index), history, language)
        if asked is None:
            return compose(talk("languages", wish.language, self.index), wish.language, self.index)
        question, earlier, language = asked
        alone, statements, result = self.planning.find(question, earlier, language, deadline)
        if not statements:
            return abstain(alone, wish.language, result.passages, self.index)
        wished = in_language(statements, wish.language, self.index)
        if not wished:  # the documents stand in one language only
            return compose(statements, language, self.index)
        return compose(wished, wish.language, self.index)
