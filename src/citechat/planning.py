"""Question → statements: which plan answers, and with what.

stand alone → retrieve → put what is asked for first → enough evidence? → plan
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from .follow_up_search import FollowUpSearch
from .generation import query_rewriting
from .generation.language_model import LanguageModel
from .index.opening import Index
from .missed import Missed
from .plans import Findings, Statement, make_plan, told_at_once
from .plans.beginnings import without_beginnings
from .plans.claims.presumed_year import with_denial
from .plans.claims.yes_or_no import with_more_or_less, with_yes_or_no
from .plans.figures.peers import with_peers
from .plans.figures.winner import with_winner
from .plans.figures.wished_unit import without_wish
from .plans.first_quote import what_is_asked_first
from .plans.follow_ups import is_read_along, is_to_the_point, without_what_was_said
from .plans.joined import Evidence, Part, join, lacking, tells_all
from .plans.leads import with_leads
from .plans.names.authors_opinion import asked_of_author
from .plans.names.described import with_names
from .plans.repeats import without_repeats
from .plans.tails import without_tails
from .question.follow_ups import read_along, readings, readings_of_part
from .question.follow_ups.antecedents import brought
from .question.follow_ups.ranking import asks_for_a_place
from .question.follow_ups.turns import Turn as Asked
from .question.follow_ups.who_else import asks_who_else
from .question.follow_ups.why import asks_only_why
from .question.parts import parts_of
from .question.plain_words import in_plain_words
from .question.spelling import correct_spelling
from .question.wishes import language_wish
from .retrieval.not_said_before import for_a_follow_up, only_unheard_reasons
from .retrieval.query import make_query
from .retrieval.selection import Quote
from .searching import RetrievalResult, Searching
from .talk.about_chat import kind_of_talk
from .values import Turn

_NO_VECTOR = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Planning:
    """All that finding an answer's statements takes: the open index, the search, and the model that
    rewrites and translates questions, if there is one."""

    searching: Searching
    max_sentences: int
    model: LanguageModel | None = None

    @property
    def index(self) -> Index:
        """The index that is searched."""
        return self.searching.index

    def find(
        self, question: str, history: Sequence[Turn], language: str, deadline: float
    ) -> tuple[str, Sequence[Statement], RetrievalResult]:
        """The question standing alone, what answers it, and what was found for it. Whom it describes, "the people
        behind X", is asked for by name first."""
        named = with_names(question, self.index, language)
        found = self._find(named, history, language, deadline)
        if not found[1] and named != question:
            as_typed = self._find(question, history, language, deadline)
            found = as_typed if as_typed[1] else found
        asked, statements, result = found
        if result.query is not None:
            reader = self.searching.reader
            statements = without_beginnings(statements, result.query, question, reader)
            statements = without_tails(statements, result.query, reader)
        return asked, statements, result

    def _find(
        self, question: str, history: Sequence[Turn], language: str, deadline: float
    ) -> tuple[str, Sequence[Statement], RetrievalResult]:
        """The same for a question as it stands."""
        plain = [
            self._in_plain_words(turn, language) for turn in self._without_talk(history, language)
        ]
        read = self.readings(question, plain, language, deadline)
        if history:
            read = [with_peers(asked, plain, language, self.index) for asked in read]
        beside = FollowUpSearch(question, read, plain, language, self.searching)
        asked, statements, result = self._by_its_readings(beside, deadline)
        # What the words of the question were enough for is no matter of how sure the reader is.
        is_told_at_once = bool(statements) and not result.passages
        if not history or is_told_at_once or not beside.is_doubtful(asked, statements):
            return asked, statements, result
        near = beside.better_than(asked, statements)
        missed = Missed(question, read, plain, language, self.searching)
        if near and not missed.is_missed(near[0], near[1]):
            asked, quoted, result = near
            # Of a name that was put in place the sentence may say another thing.
            told = self._settled(quoted, asked, question, result) if asked == question else quoted
            return asked, told, result
        is_said = beside.only_repeats(statements) and not beside.tells_of_its_name(statements)
        return asked, () if is_said else statements, result

    def _by_its_readings(
        self, follow_up: FollowUpSearch, deadline: float
    ) -> tuple[str, Sequence[Statement], RetrievalResult]:
        """The first of the readings of a question that is answered, and its answer; one that says what was
        said before, although the reader doubts it, where none else is."""
        question, read, plain = follow_up.question, follow_up.read, follow_up.history
        language, names = follow_up.language, self.index.glossary
        missed = Missed(question, read, plain, language, self.searching)
        repeated: list[tuple[str, Sequence[Statement], RetrievalResult]] = []
        for number, asked in enumerate(read):
            is_joined = asked != question and asked.endswith(question)
            is_joined = is_joined or asks_for_a_place(asked, language)
            parts = () if is_joined else self._parts_of(asked, language, deadline)
            statements, result = parts or self._statements_for(
                asked, question, plain, language, deadline
            )
            statements = without_what_was_said(statements, asked, question, plain, names)
            is_fit = partial(
                is_to_the_point,
                read=read,
                number=number,
                question=question,
                history=plain,
                glossary=names,
            )
            if missed.is_missed(asked, statements) or not is_fit(statements):
                statements = missed.told_of_itself(asked, result)
            if statements and is_fit(statements):
                led = with_leads(without_repeats(statements, names), language)
                told = led if parts else self._settled(led, asked, question, result)
                found = asked, told, result
                if not follow_up.only_repeats(led) or not follow_up.is_doubtful(asked, led):
                    return found
                repeated.append(found)
        if read == [question]:
            along = read_along(question, plain, names, language)
            if along:
                statements, _ = self._statements_for(along, question, plain, language, deadline)
                if statements and not missed.is_missed(along, statements):
                    return along, with_leads(statements, language), result
        return repeated[0] if repeated else (read[0], (), result)

    def _in_plain_words(self, turn: Turn, language: str) -> Turn:
        """A turn in the words that documents use, and of the reader's with the names of whom it describes."""
        said = in_plain_words(turn["content"], language, self.index)
        is_readers = turn.get("role") == "user"
        return {**turn, "content": with_names(said, self.index, language) if is_readers else said}

    def _parts_of(
        self, asked: str, language: str, deadline: float
    ) -> tuple[Sequence[Statement], RetrievalResult] | tuple[()]:
        """What answers the parts of a question that asks several things one after another, each read as
        a follow-up to those before it; nothing where it asks one thing, or no part is answered."""
        typed = parts_of(asked, self.index.glossary, language)
        if len(typed) < 2:
            return ()
        turns: list[Turn] = []
        parts: list[Part] = []
        results: list[RetrievalResult] = []
        for clause in typed:
            part, result = self._part(clause, turns, language, deadline)
            turns += [
                {"role": "user", "content": part.query.text},
                {"role": "assistant", "content": self._said(part)},
            ]
            parts.append(part)
            results.append(result)
        searching = self.searching
        evidence = Evidence(searching.probability_of, self.index, self.max_sentences, language)
        if lacking(parts, evidence):
            whole, result = self._statements_for(asked, asked, (), language, deadline)
            if whole and tells_all(whole, parts, evidence):
                return whole, result
        statements = join(parts, evidence)
        passages = tuple(passage for result in results for passage in result.passages)
        return (statements, replace(results[0], passages=passages)) if statements else ()

    def _said(self, part: Part) -> str:
        """What answers a part, for the parts that lean on it: only where that brings a name that was asked
        for, and the part itself names no person whom a later one means by "he"."""
        kinds = {name.name.kind for name in part.query.names}
        said = " ".join(quote.text for quote in part.quotes)
        brings = brought(Asked(part.query.text, said), self.index.glossary)
        is_meant = bool(brings) and "person" not in kinds
        return f"{said} [1]" if is_meant else ""

    def _part(
        self, clause: str, turns: Sequence[Turn], language: str, deadline: float
    ) -> tuple[Part, RetrievalResult]:
        """A part of a question, by the first of its readings that is answered."""
        read = readings_of_part(clause, turns, self.index.glossary, language)
        result = RetrievalResult()
        for asked in read:
            statements, result = self._statements_for(asked, asked, (), language, deadline)
            if statements and not statements[0].is_refusal:
                query = self.searching.query_of(asked, language)
                return Part(clause, query, tuple(statements)), result
        return Part(clause, self.searching.query_of(read[0], language)), result

    def _settled(
        self, statements: Sequence[Statement], asked: str, question: str, result: RetrievalResult
    ) -> Sequence[Statement]:
        """The statements, first the word that settles a question whether something is so, or that what it
        presumes of a year is not."""
        if result.query is None:
            return statements
        before = asked.removesuffix(question) if is_read_along(asked, question) else ""
        if not before:
            findings = self.findings(asked, result)
            settled = with_denial(with_yes_or_no(statements, findings), findings)
            # What was typed may ask more than the reading that was answered.
            settled = (
                with_more_or_less(settled, question, findings) if asked != question else settled
            )
            return with_winner(settled, findings)
        # What is asked now is asked of what was asked before.
        query = self.searching.query_of(question, result.query.language)
        now = replace(result, query=query)
        return with_yes_or_no(statements, self.findings(question, now), before)

    def _without_talk(self, history: Sequence[Turn], language: str) -> list[Turn]:
        """The turns that asked the documents, and their answers: thanks and "who says so?" leave the
        topic what it was."""
        kept: list[Turn] = []
        is_talk = False
        for turn in history:
            if turn.get("role") == "user":
                said = turn.get("content") or ""
                is_talk = bool(language_wish(said) or kind_of_talk(said, language, self.index))
            if not is_talk:
                kept.append(turn)
        return kept

    def readings(
        self, question: str, history: Sequence[Turn], language: str, deadline: float
    ) -> list[str]:
        """The question with what it takes from the turns before, by the model, or by rules: then in
        several readings, the likeliest first."""
        if self.model and history:
            rewritten = query_rewriting.rewrite(self.model, question, history, language, deadline)
            if rewritten:
                return [rewritten]
        return readings(question, history, self.index.glossary, language)

    def _translations(self, question: str, language: str, deadline: float) -> dict[str, str]:
        """The question in the languages of a corpus that has none of its own, if a model can."""
        if not self.model or language in self.index.lexical:
            return {}
        translations = {}
        for code in self.index.languages_for(language):
            translation = query_rewriting.translate(self.model, question, code, deadline)
            if translation:
                translations[code] = translation
        return translations

    def _statements_for(
        self,
        asked: str,
        question: str,
        history: Sequence[Turn],
        language: str,
        deadline: float,
    ) -> tuple[Sequence[Statement], RetrievalResult]:
        """What answers ``asked``, which is ``question`` standing alone, and what was found for it."""
        of_author = asked_of_author(asked, self.index, language)
        # Who else it is, no profile tells.
        is_looked_up = bool(of_author) or asks_who_else(question, language)
        known = () if is_looked_up else self._told_at_once(asked, language)
        if known:
            return known, RetrievalResult(self.searching.query_of(asked, language))
        result = self._retrieve(
            of_author or asked, language, self._translations(asked, language, deadline)
        )
        if result.query is None:
            return (), result
        quotes = self._of_the_follow_up(result, asked, question, history)
        # Of a bare "Why?" that was answered nothing is left.
        sure = result.probability if quotes else 0.0
        ordered = what_is_asked_first(quotes, result.query, self.index)
        result = replace(result, quotes=ordered, probability=sure)
        # The question before, which is read along, was answered, and is no part of what is asked now.
        is_read_along = asked != question and asked.endswith(question)
        findings = replace(
            self.findings(asked, result),
            asks_author=bool(of_author),
            look_up=partial(self._look_up, language),
            look_up_parts=tuple if is_read_along else partial(self._look_up_parts, asked, language),
        )
        return make_plan(findings), result

    def _told_at_once(self, asked: str, language: str) -> Sequence[Statement]:
        """What needs no retrieval: where no model wants passages to write from, and the documents of the
        question's own language are all there are."""
        if self.model is not None or self.index.languages_for(language) != (language,):
            return ()
        text = correct_spelling(asked, language, self.index)
        query = make_query(text, language, _NO_VECTOR, self.index, language)
        return told_at_once(self.findings(asked, RetrievalResult(query)))

    def _retrieve(
        self, question: str, language: str, translations: Mapping[str, str]
    ) -> RetrievalResult:
        """What is found for a question; where that is no answer, for it without the currency that it
        wishes."""
        result = self.searching.retrieve(question, language, translations)
        plain = without_wish(question, language)
        if result.is_answerable or plain == question:
            return result
        in_any_unit = self.searching.retrieve(plain, language)
        return in_any_unit if in_any_unit.is_answerable else result

    def _of_the_follow_up(
        self, result: RetrievalResult, asked: str, question: str, history: Sequence[Turn]
    ) -> Sequence[Quote]:
        """The quotes, for a follow-up what is new first, and for a bare "Why?" reasons alone."""
        quotes = result.quotes
        if asked != question:
            quotes = for_a_follow_up(quotes, result.query, question, history, self.index.glossary)
        return only_unheard_reasons(quotes, history) if asks_only_why(question) else quotes

    def _look_up(self, language: str, question: str) -> Findings | None:
        """What is found for another question."""
        result = self.searching.retrieve(question, language)
        return self.findings(question, result) if result.query else None

    def _look_up_parts(self, asked: str, language: str) -> Sequence[Findings]:
        """What is found for each part of a question."""
        results = self.searching.retrieve_parts(asked, language)
        return [self.findings(its.query.text, its) for its in results if its.query]

    def findings(self, asked: str, result: RetrievalResult) -> Findings:
        """What plans work with."""
        assert result.query
        return Findings(
            query=result.query,
            quotes=result.quotes,
            index=self.index,
            max_sentences=self.max_sentences,
            question=asked,
            passages=result.passages,
            is_answerable=result.is_answerable,
        )
