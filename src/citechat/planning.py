"""Question → statements: which plan answers, and with what.

stand alone → retrieve → put what is asked for first → enough evidence? → plan
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .generation import query_rewriting
from .generation.language_model import LanguageModel
from .index.opening import Index
from .plans import Findings, Statement, make_plan
from .plans.asked_slot import given, of_the_asked_slot_first
from .plans.claims import no_such_event
from .plans.claims.premise import correct, doubtful_names, is_in_doubt, presumed_title
from .plans.claims.presumed import deny_presumed
from .plans.claims.yes_or_no import settling, with_yes_or_no
from .plans.figures import compared
from .plans.figures import ranking, units
from .plans.figures.peers import with_peers
from .plans.figures.table_rows import table_statements
from .plans.joined import Evidence, Part, join, lacking, tells_all
from .plans.leads import with_leads
from .plans.lists import complement, each, listing, numbered_item, sides, whole_list
from .plans.lists.section import section_statements
from .plans.names import age, spelled_out
from .plans.names.asked_name import of_the_asked_name_first, speaks_of_another
from .plans.names.mention import not_in_article, told_of_article
from .plans.names.opinion import asked_of_author, opinion_statements
from .plans.names.origin import origin_statements
from .plans.names.own_sentences import own_sentences
from .plans.names.profile import profile_statements
from .plans.names.stance import stance_statements
from .question.antecedents import Turn as Asked
from .question.antecedents import brought
from .question.decomposition import without_names
from .question.follow_up import (
    asks_of_the_answer,
    asks_only_why,
    names_what_is_meant,
    read_along,
    readings,
    readings_of_part,
)
from .question.others import names_another
from .question.parts import parts_of
from .question.plain_words import in_plain_words
from .question.spelling import correct_spelling
from .question.wishes import language_wish
from .retrieval.asked_attribute import gives_the_asked_attribute, of_the_asked_attribute_first
from .retrieval.asked_thing import is_spoken_of
from .retrieval.asked_type import (
    answers_anew,
    for_a_follow_up,
    holds_the_asked_type,
    of_the_asked_day_first,
    of_the_asked_type_first,
    of_the_asked_year_first,
    only_unheard_reasons,
)
from .retrieval.query import Query, QueryName, make_query
from .retrieval.rows import fuller_row_first
from .retrieval.unknown_name import has_unknown_name, names_an_unknown_version
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
        """The question standing alone, what answers it, and what was found for it."""
        plain = [
            {**turn, "content": in_plain_words(turn["content"], language, self.index)}
            for turn in self._without_talk(history, language)
        ]
        read = self.readings(question, plain, language, deadline)
        if history:
            read = [with_peers(asked, plain, language, self.index) for asked in read]
        for number, asked in enumerate(read):
            is_joined = asked != question and asked.endswith(question)
            parts = () if is_joined else self._parts_of(asked, language, deadline)
            statements, result = parts or self._statements_for(
                asked, question, plain, language, deadline
            )
            statements = self._without_what_was_said(statements, asked, question, plain)
            if statements and self._is_to_the_point(statements, read, number, question, plain):
                led = with_leads(statements, language)
                return asked, led if parts else self._settled(led, asked, result), result
        if read == [question]:
            along = read_along(question, plain, self.index.glossary, language)
            if along:
                statements, _ = self._statements_for(along, question, plain, language, deadline)
                if statements:
                    return along, with_leads(statements, language), result
        return read[0], (), result

    def _without_what_was_said(
        self,
        statements: Sequence[Statement],
        asked: str,
        question: str,
        history: Sequence[Turn],
    ) -> Sequence[Statement]:
        """The statements without those that answer only the question with which a follow-up was read along.
        Those that belong together, a claim and the word on it, are left."""
        if not _is_joined(asked, question) or asks_of_the_answer(question):
            return statements
        if any(its.lead for its in statements):
            return statements
        names = self.index.glossary
        anew = [
            its
            for its in statements
            if its.quote is None or answers_anew(its.quote, question, history, names)
        ]
        return anew or statements

    def _is_to_the_point(
        self,
        statements: Sequence[Statement],
        read: Sequence[str],
        number: int,
        question: str,
        history: Sequence[Turn],
    ) -> bool:
        """Whether an answer to one of the readings of a follow-up is one to what it means.

        A reading that puts nothing in place may find what the question before found: its answer must
        name what the likeliest reading does, and say something new, or of what is asked now.
        """
        quotes = [its.quote for its in statements if its.quote]
        said = " ".join(quote.text for quote in quotes)
        names = self.index.glossary
        language = quotes[0].passage.language if quotes else ""
        if quotes and not names_another(said, read[number], history, names, language):
            return False
        is_alone = read[number] == question
        if not quotes or not (is_alone or _is_joined(read[number], question)):
            return True
        if number and not names_what_is_meant(said, question, read[0], names):
            return False
        may_repeat = is_alone or asks_of_the_answer(question)
        return may_repeat or any(answers_anew(quote, question, history, names) for quote in quotes)

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
        self, statements: Sequence[Statement], asked: str, result: RetrievalResult
    ) -> Sequence[Statement]:
        """The statements, first the word that settles a question whether something is so."""
        if result.query is None:
            return statements
        return with_yes_or_no(statements, self.findings(asked, result))

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
        translations = self._translations(asked, language, deadline)
        of_author = asked_of_author(asked, self.index, language)
        opinion = bool(of_author)
        known = () if opinion else self._known_at_once(asked, language)
        if known:
            return known, RetrievalResult()
        looked_up = of_author or asked
        result = self.searching.retrieve(looked_up, language, translations)
        if not result.is_answerable:
            result = self._retrieve_in_any_unit(looked_up, language) or result
        if asked != question:
            ordered = for_a_follow_up(
                result.quotes, result.query, question, history, self.index.glossary
            )
            result = replace(result, quotes=ordered)
        if asks_only_why(question):
            reasons = only_unheard_reasons(result.quotes, history)
            sure = result.probability if reasons else 0.0
            result = replace(result, quotes=reasons, probability=sure)
        dated = of_the_asked_year_first(result.quotes, result.query)
        dated = of_the_asked_day_first(dated, result.query)
        typed = of_the_asked_type_first(dated, result.query)
        result = replace(result, quotes=of_the_asked_attribute_first(typed, result.query))
        if result.query:
            ordered = of_the_asked_name_first(result.quotes, result.query, self.index)
            ordered = of_the_asked_slot_first(ordered, result.query, self.index)
            result = replace(result, quotes=fuller_row_first(result.query, ordered))
        joined = asked != question and asked.endswith(question)
        statements = self._statements(asked, result, opinion, language, joined)
        if not statements and result.query:
            statements = settling(self.findings(asked, result))
        return statements, result

    def _statements(
        self, asked: str, result: RetrievalResult, opinion: bool, language: str, joined: bool
    ) -> Sequence[Statement]:
        """What the answer says; nothing where the documents do not answer.

        ``joined`` says that the question before is read along: it was answered, and is no part of
        what is asked now.
        """
        if age.is_asked(result.query):
            return age.statements(self.findings(asked, result))
        if spelled_out.is_asked(result.query):
            spelled = spelled_out.statements(self.findings(asked, result))
            return spelled or self._known(result, language)
        worked_out = self._worked_out(result)
        if worked_out:
            return worked_out
        if result.quotes and not opinion:
            findings = self.findings(asked, result)
            of_sides = sides.statements(findings) or each.statements(findings)
            if of_sides:
                return of_sides
        known = self._opinion(asked, result) if opinion else self._known(result, language)
        if known:
            return known
        if result.quotes and no_such_event.is_asked(self.findings(asked, result)):
            return no_such_event.statements(self.findings(asked, result))
        if result.quotes and self._is_lacking(self.findings(asked, result)):
            return ()
        parts = [] if joined else self.searching.retrieve_parts(asked, language)
        if not parts and self._is_of_something_else(result):
            return ()
        of_parts = self._profiles_of(parts)
        if of_parts:
            return of_parts
        if self._is_answered(result, parts):
            return given(
                make_plan(self.findings(asked, result, parts)), self.findings(asked, result)
            )
        return self._from_headings_or_numbers(asked, result)

    def _worked_out(self, result: RetrievalResult) -> Sequence[Statement]:
        """What a question wants to be worked out of figures."""
        if result.query is None:
            return ()
        return compared.worked_out_of(self.findings(result.query.text, result))

    def _is_lacking(self, findings: Findings) -> bool:
        """Whether a sentence on the matter is no answer: a number is asked for that the documents
        have of others, or who of a list is not so."""
        return compared.is_lacking(findings) or complement.is_open(findings)

    def _is_of_something_else(self, result: RetrievalResult) -> bool:
        """Whether the question has a name that no document has, or asks of a thing what the best
        sentence does not give."""
        query = result.query
        if query is None or not result.quotes:
            return False
        is_given = gives_the_asked_attribute(result.quotes[0], query)
        is_known = not names_an_unknown_version(query, result.quotes)
        lexical = self.index.lexical[query.language]
        return not (is_given and is_known) or has_unknown_name(query, lexical)

    def _is_enough(self, result: RetrievalResult) -> bool:
        """Whether what was found opens with what is asked for, and speaks of that very thing."""
        if result.query is None or not self._opens_with_what_is_asked(result):
            return False
        lexical = self.index.lexical[result.query.language]
        return is_spoken_of(result.query, result.quotes[0], lexical)

    def _from_headings_or_numbers(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """What stands below a heading that the question speaks of, in the numbers of the
        documents, or in a profile, although no sentence was found that answers."""
        listed: Sequence[Statement] = ()
        if result.quotes:
            findings = self.findings(asked, result)
            listed = (
                numbered_item.named(findings)
                or units.of_given(findings)
                or whole_list.named(findings)
                or listing.counted(findings)
            )
        return (
            section_statements(asked, result.passages)
            or listed
            or self._from_numbers(asked, result)
            or self._profile(result, broadly=True)
        )

    def _is_answered(self, result: RetrievalResult, parts: Sequence[RetrievalResult]) -> bool:
        """Whether what was found answers the question, or each of its parts."""
        if self._is_enough(result):
            return True
        # Of a bare "Why?" everything found may have been said before: the parts alone are no answer.
        return bool(result.quotes and parts) and all(map(self._opens_with_what_is_asked, parts))

    def _opens_with_what_is_asked(self, result: RetrievalResult) -> bool:
        """Whether the documents answer, and the first sentence is of the type that is asked for and
        not about another."""
        if not result.is_answerable or not result.quotes or result.query is None:
            return False
        if not holds_the_asked_type(result.quotes, result.query):
            return False
        return not speaks_of_another(result.quotes[0], result.query, self.index)

    def _known(self, result: RetrievalResult, language: str) -> Sequence[Statement]:
        """What is told from the question alone: a profile, or that its premise is another's."""
        if result.query is None:
            return ()
        findings = self.findings(result.query.text, result)
        return (
            told_of_article(result.query, self.index)
            or not_in_article(findings)
            or self._profile(result)
            or own_sentences(findings)
            or self._stance(result)
            or self._corrected_premise(result, language)
            or self._denied_at_last(result.query)
            or table_statements(findings)
        )

    def _denied_at_last(self, query: Query) -> Sequence[Statement]:
        """That what a question for a time presumes is another's; ``_profile`` tells it of all others."""
        return deny_presumed(query, self.index) if "time" in query.types else ()

    def _stance(self, result: RetrievalResult) -> Sequence[Statement]:
        """What somebody who is named in the question thinks."""
        if result.query is None or not result.quotes:
            return ()
        return stance_statements(self.findings(result.query.text, result))

    def _opinion(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """What the author of the article holds of the thing that is asked about."""
        if result.query is None or not result.quotes:
            return ()
        return opinion_statements(self.findings(asked, result), result.is_answerable)

    def _known_at_once(self, asked: str, language: str) -> Sequence[Statement]:
        """What a profile tells, found without a retrieval: where no model wants passages to write
        from, and the documents of the question's own language are all there are."""
        if self.model is not None or self.index.languages_for(language) != (language,):
            return ()
        text = correct_spelling(asked, language, self.index)
        query = make_query(text, language, _NO_VECTOR, self.index, language)
        if age.is_asked(query) or sides.is_asked(query):
            return ()
        if compared.asks_for_working(query, self.index):
            return ()
        return told_of_article(query, self.index) or self._profile(RetrievalResult(query))

    def _profile(self, result: RetrievalResult, broadly: bool = False) -> Sequence[Statement]:
        """What the thing asked for is, where the documents have a profile of it."""
        if result.query is None:
            return ()
        # A sentence that says when, found below, is better than the profile's that says whose.
        asks_when = "time" in result.query.types
        denied = () if asks_when else deny_presumed(result.query, self.index)
        origin = denied or origin_statements(result.query, self.index)
        most = self.max_sentences
        return origin or profile_statements(result.query, self.index, most, broadly)

    def _profiles_of(self, parts: Sequence[RetrievalResult]) -> Sequence[Statement]:
        """What each part asks to be told of its name, and what answers the parts that ask else;
        nothing where no part is such, or one can be answered by neither."""
        profiled = [self._profile(part)[:1] for part in parts]
        if not any(profiled):
            return ()
        statements: list[Statement] = []
        for part, profile in zip(parts, profiled, strict=True):
            if profile:
                statements += profile
            elif self._opens_with_what_is_asked(part):
                statements.append(Statement(part.quotes[0]))
        return statements[: self.max_sentences]

    def _corrected_premise(self, result: RetrievalResult, language: str) -> Sequence[Statement]:
        """What is said of another, where the question presumes it of a name of which it is not said."""
        if result.query is None or not result.quotes:
            return ()
        findings = self.findings(result.query.text, result)
        for name in doubtful_names(result.query, self.index):
            if not result.is_answerable or is_in_doubt(name, findings):
                correction = self._said_of_another(name, result.query, language)
                if correction:
                    return correction
        return ()

    def _said_of_another(self, name: QueryName, query: Query, language: str) -> Sequence[Statement]:
        """What the documents say of another where the question has this name."""
        unnamed = without_names(query.text, [name.name])
        of_anybody = self.searching.retrieve(unnamed, language)
        # A title that another has word by word needs no more evidence.
        title = presumed_title(query, self.index)
        if not of_anybody.quotes or not (of_anybody.is_answerable or title):
            return ()
        return correct(name, self.findings(unnamed, of_anybody), title)

    def _retrieve_in_any_unit(self, question: str, language: str) -> RetrievalResult | None:
        """What answers a question but for the currency that it wishes, if anything does."""
        plain = units.without_wish(question, language)
        result = self.searching.retrieve(plain, language) if plain != question else None
        return result if result and result.is_answerable else None

    def findings(
        self, asked: str, result: RetrievalResult, parts: Sequence[RetrievalResult] = ()
    ) -> Findings:
        assert result.query
        answered = tuple(part.quotes for part in parts if part.is_answerable)
        return Findings(
            query=result.query,
            quotes=result.quotes,
            index=self.index,
            max_sentences=self.max_sentences,
            parts=answered if len(answered) > 1 else (),
            question=asked,
        )

    def _from_numbers(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """What the table of figures answers, or a sentence with a number for each side, although no
        sentence seemed to: asked only where they explain every word of the question."""
        if not result.quotes:
            return ()
        findings = self.findings(asked, result)
        of_figures = compared.statements(findings)
        in_wished_unit = units.statements(findings) if of_figures else ()
        return in_wished_unit or of_figures or ranking.set_side_by_side(findings)


def _is_joined(asked: str, question: str) -> bool:
    """Whether a reading is the follow-up behind the question before it: a Chinese name before it has no blank."""
    return asked.endswith(f" {question}")
