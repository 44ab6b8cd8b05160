"""Question → Answer: the path.

refuse? → language → stand alone → retrieve → enough evidence? → plan → cite → Answer
                                                │                  └─ with a model: draft.py writes from the same
                                                │                     passages, and each sentence of it is proven;
                                                │                     should the model fail, the plan is the answer
                                                └─ no: say so, and offer questions that are answered
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from citechat_ingest import Document, Span, detect_language

from .errors import UnknownDocumentError
from .generation import query_rewriting
from .generation.draft import GenerationTask, write
from .generation.language_model import LanguageModel
from .generation.provider_errors import ModelFailure
from .index.embedder import Embedder
from .index.opening import Index
from .messages import say
from .plans import (
    Findings,
    Statement,
    figures,
    listing,
    make_plan,
    numbered_item,
    ranking,
    units,
    whole_list,
)
from .plans.about_chat import kind_of_talk, talk
from .plans.again import KINDS_OF_AGAIN, in_language, once_more
from .plans.asked_name import of_the_asked_name_first, speaks_of_another
from .plans.leads import with_leads
from .plans.off_topic import is_a_demand, is_off_topic
from .plans.opinion import asked_of_author, opinion_statements
from .plans.origin import origin_statements
from .plans.premise import correct, doubtful_names, is_in_doubt, presumed_title
from .plans.presumed import deny_presumed
from .plans.profile import profile_statements
from .plans.reassurance import reassure
from .plans.refusal import suggestions, what_is_missing
from .plans.section import section_statements
from .plans.stance import stance_statements
from .plans.talk_kinds import loose_kind
from .question.decomposition import decompose_question, without_names
from .question.follow_up import asks_only_why, read_along, readings
from .question.language import resolve_language
from .question.plain_chinese import in_plain_chinese
from .question.plain_english import in_plain_english
from .question.plain_german import plain_german
from .question.spelling import correct_spelling
from .question.wishes import Wish, language_wish
from .reading.reader import SentenceReader
from .retrieval import answerability, selection
from .retrieval.asked_attribute import gives_the_asked_attribute, of_the_asked_attribute_first
from .retrieval.asked_thing import is_spoken_of
from .retrieval.asked_type import (
    for_a_follow_up,
    holds_the_asked_type,
    of_the_asked_type_first,
    of_the_asked_year_first,
    only_unheard_reasons,
)
from .retrieval.naming import of_the_named_document
from .retrieval.query import Query, QueryName, make_query
from .retrieval.reranking import probability_with_reader, rerank
from .retrieval.retriever import ScoredPassage, retrieve
from .retrieval.rows import fuller_row_first
from .retrieval.selection import Quote
from .retrieval.unknown_name import has_unknown_name
from .settings import Settings
from .values import (
    Answer,
    AnswerSentence,
    Citation,
    FigureRow,
    Turn,
    VerdictCounts,
    join_sentences,
)
from .verification.citations import cite

_CANDIDATES = 24
_PASSAGES_FOR_A_MODEL = 8
# The share of ``llm_timeout`` that is kept for what follows a model's failure.
_RESERVE = 0.1
_NO_TRANSLATIONS: Mapping[str, str] = {}
_NO_VECTOR = np.zeros(0, np.float32)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RetrievalResult:
    """What one list has for a question: ranked passages, their sentences, and how sure it is that
    they answer, 0 to 1."""

    query: Query | None = None
    passages: tuple[ScoredPassage, ...] = ()
    quotes: tuple[Quote, ...] = ()
    probability: float = 0.0

    @property
    def is_answerable(self) -> bool:
        """Whether that is enough."""
        return self.probability >= answerability.THRESHOLD


@dataclass(frozen=True)
class Answering:
    """All that answering a question takes: the open index, the models, the settings."""

    settings: Settings
    index: Index
    embedder: Embedder
    model: LanguageModel | None = None
    instructions: str = ""
    reader: SentenceReader | None = None

    def stream(
        self, question: str, history: Sequence[Turn], language: str
    ) -> Iterator[str | Answer]:
        """The answer's text piece by piece, then the Answer itself as the last item."""
        deadline = time.monotonic() + (1 - _RESERVE) * self.settings.llm_timeout
        language = resolve_language(language, question, self.index.glossary)
        as_typed = question.strip()
        own = self._own_words(as_typed, history, language, deadline)
        if own is not None:
            yield from as_stream(replace(own, question=as_typed))
            return
        question = self._plainly(as_typed, language)
        asked, statements, result = self._find(question, history, language, deadline)
        if not statements:
            kind = loose_kind(as_typed, self.index.glossary)
            loose = talk(kind, language, self.index) if kind else ()
            refusal = self._abstain(asked, language, result.passages)
            yield from as_stream(self._compose(loose, language) if loose else refusal)
            return
        extract = replace(
            self._compose(statements, language), question=as_typed if asked == question else asked
        )
        if self.model is None:
            yield from as_stream(extract)
            return
        quotes = [statement.quote for statement in statements if statement.quote]
        yield from self._generate(extract, quotes, result.passages, deadline)

    def _own_words(
        self, typed: str, history: Sequence[Turn], language: str, deadline: float
    ) -> Answer | None:
        """What the chat says to something that is said to it, or that wishes another language; None
        where the documents are asked."""
        wish = language_wish(typed)
        if wish:
            return self._in_wished_language(wish, history, deadline)
        if is_a_demand(typed):
            return self._abstain(typed, language, ())
        kind = self._kind_of_talk(typed, language)
        own = self._talk(kind, history, language, deadline) if kind else ()
        return self._compose(own, language) if own else None

    def _kind_of_talk(self, typed: str, language: str) -> str:
        plain = self._plainly(typed, language)
        return kind_of_talk(typed, language, self.index) or kind_of_talk(
            plain, language, self.index
        )

    def _find(
        self, question: str, history: Sequence[Turn], language: str, deadline: float
    ) -> tuple[str, Sequence[Statement], RetrievalResult]:
        """The question standing alone, what answers it, and what was found for it."""
        plain = [{**turn, "content": self._plainly(turn["content"], language)} for turn in history]
        read = self._readings(question, plain, language, deadline)
        for asked in read:
            statements, result = self._statements_for(asked, question, plain, language, deadline)
            if statements:
                return asked, with_leads(statements, language), result
        if read == [question]:
            along = read_along(question, plain, self.index.glossary, language)
            if along:
                statements, _ = self._statements_for(along, question, plain, language, deadline)
                if statements:
                    return along, with_leads(statements, language), result
        return read[0], (), result

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
        result = self.retrieve(looked_up, language, translations)
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
        typed = of_the_asked_type_first(dated, result.query)
        result = replace(result, quotes=of_the_asked_attribute_first(typed, result.query))
        if result.query:
            ordered = of_the_asked_name_first(result.quotes, result.query, self.index)
            result = replace(result, quotes=fuller_row_first(result.query, ordered))
        joined = asked != question and asked.endswith(question)
        return self._statements(asked, result, opinion, language, joined), result

    def _statements(
        self, asked: str, result: RetrievalResult, opinion: bool, language: str, joined: bool
    ) -> Sequence[Statement]:
        """What the answer says; nothing where the documents do not answer.

        ``joined`` says that the question before is read along: it was answered, and is no part of
        what is asked now.
        """
        known = self._opinion(asked, result) if opinion else self._known(result, language)
        if known:
            return known
        if result.quotes and figures.is_lacking(self._findings(asked, result)):
            return ()
        parts = [] if joined else self._retrieve_parts(asked, language)
        if not parts and self._is_of_something_else(result):
            return ()
        of_parts = self._profiles_of(parts)
        if of_parts:
            return of_parts
        if self._is_answered(result, parts):
            return make_plan(self._findings(asked, result, parts))
        return self._from_headings_or_numbers(asked, result)

    def _is_of_something_else(self, result: RetrievalResult) -> bool:
        """Whether the question has a name that no document has, or asks of a thing what the best
        sentence does not give."""
        query = result.query
        if query is None or not result.quotes:
            return False
        is_given = gives_the_asked_attribute(result.quotes[0], query)
        return not is_given or has_unknown_name(query, self.index.lexical[query.language])

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
            findings = self._findings(asked, result)
            listed = (
                numbered_item.named(findings)
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
        return (
            self._profile(result)
            or self._stance(result)
            or self._corrected_premise(result, language)
            or deny_presumed(result.query, self.index)
        )

    def _stance(self, result: RetrievalResult) -> Sequence[Statement]:
        """What somebody who is named in the question thinks."""
        if result.query is None or not result.quotes:
            return ()
        return stance_statements(self._findings(result.query.text, result))

    def _opinion(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """What the author of the article holds of the thing that is asked about."""
        if result.query is None or not result.quotes:
            return ()
        return opinion_statements(self._findings(asked, result), result.is_answerable)

    def search(self, question: str, k: int) -> list[ScoredPassage]:
        """The ``k`` best passages of all lists, those of the question's language first.

        By the fast signals alone: the reader tells sentences apart, and on pages of city offices it
        put the right page first less often (.71 instead of .77).
        """
        language = self._language_of(question)
        limit = max(k, _CANDIDATES)
        ranked: list[ScoredPassage] = []
        asked = self._plainly(question.strip(), language)
        for _, passages in self._lists(asked, language, limit, _NO_TRANSLATIONS):
            ranked += passages
        return ranked[:k]

    def document(self, document_id: str, language: str) -> Document:
        """A document as it was indexed. Raises UnknownDocumentError."""
        document = self.index.store.document(document_id, language)
        if document is None:
            known = ", ".join(sorted({name for _, name in self.index.documents})[:5])
            raise UnknownDocumentError(
                f"no document {document_id!r} in language {language!r}; there are {known}, …"
            )
        return document

    # The question

    def _plainly(self, text: str, language: str) -> str:
        """A text of the reader's in the letters and words that the documents use."""
        if language == "de":
            return plain_german(text)
        if language == "en":
            return in_plain_english(text, self.index.glossary)
        if language != "zh":
            return text
        lexical = self.index.lexical.get("zh")

        def is_known(pair: str) -> bool:
            return lexical is not None and lexical.document_frequency(pair) > 0

        return in_plain_chinese(text, self.index.glossary, is_known)

    def _readings(
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

    def _talk(
        self, kind: str, history: Sequence[Turn], language: str, deadline: float
    ) -> Sequence[Statement]:
        """What the chat says of itself, of the article, or of its last answer."""
        if kind not in ("sure", *KINDS_OF_AGAIN):
            return talk(kind, language, self.index)
        last = self._last_asked(history)
        if last is None:
            return talk("trust" if kind == "sure" else "abilities", language, self.index)
        question, earlier, spoken = last
        if kind == "sure":
            [asked, *_] = self._readings(question, earlier, spoken, deadline)
            result = self.retrieve(asked, spoken)
            sure = reassure(self._findings(asked, result)) if result.is_answerable else ()
            return in_language(sure, language, self.index) or talk("trust", language, self.index)
        statements = self._find(question, earlier, spoken, deadline)[1]
        return once_more(kind, in_language(statements, language, self.index), language)

    def _last_asked(self, history: Sequence[Turn]) -> tuple[str, Sequence[Turn], str] | None:
        """The last question of the reader's that asked the documents, the turns before it, and its
        language."""
        for number in reversed(range(len(history))):
            turn = history[number]
            if turn.get("role") != "user" or not turn.get("content"):
                continue
            typed = turn["content"].strip()
            language = self._language_of(typed)
            if not language_wish(typed) and not self._kind_of_talk(typed, language):
                return self._plainly(typed, language), history[:number], language
        return None

    def _in_wished_language(self, wish: Wish, history: Sequence[Turn], deadline: float) -> Answer:
        """The question beside the wish, or else the one before it, answered in the wished language."""
        asked = self._last_asked(history)
        if wish.question:
            language = self._language_of(wish.question)
            asked = (self._plainly(wish.question, language), history, language)
        if asked is None:
            return self._compose(talk("languages", wish.language, self.index), wish.language)
        question, earlier, language = asked
        alone, statements, result = self._find(question, earlier, language, deadline)
        if not statements:
            return self._abstain(alone, wish.language, result.passages)
        wished = in_language(statements, wish.language, self.index)
        if not wished:  # the documents stand in one language only
            return self._compose(statements, language)
        return self._compose(wished, wish.language)

    def _language_of(self, text: str) -> str:
        language = detect_language(text) or "en"
        return resolve_language(language, text, self.index.glossary)

    # Retrieval

    def retrieve(
        self, question: str, language: str, translations: Mapping[str, str] = _NO_TRANSLATIONS
    ) -> RetrievalResult:
        """The first list with enough evidence, or the one with the most."""
        best = RetrievalResult()
        for query, passages in self._lists(question, language, _CANDIDATES, translations):
            quotes, probability = self._read(query, passages)
            if best.query is None or probability > best.probability:
                best = RetrievalResult(query, tuple(passages), tuple(quotes), probability)
            if best.is_answerable:
                break
        return best

    def _read(
        self, query: Query, passages: Sequence[ScoredPassage]
    ) -> tuple[Sequence[Quote], float]:
        """The sentences, the best answer first, and the probability that they answer: by fast
        signals, and by the reader where there is one."""
        quotes = selection.rank_quotes(query, passages)
        probability = answerability.probability(query, passages, quotes, self.index)
        # A list of frequent questions says by itself what answers which.
        told = [quote for quote in quotes if selection.stands_below(query.text, quote)]
        if told:
            return [*told, *(quote for quote in quotes if quote not in told)], 1.0
        # Nothing of the question was found: there is nothing to read.
        if self.reader is None or not quotes or probability == 0.0:
            return quotes, probability
        reranked = rerank(query, quotes, self.reader)
        return reranked, probability_with_reader(query, reranked, probability)

    def _retrieve_in_any_unit(self, question: str, language: str) -> RetrievalResult | None:
        """What answers a question but for the currency that it wishes, if anything does."""
        plain = units.without_wish(question, language)
        result = self.retrieve(plain, language) if plain != question else None
        return result if result and result.is_answerable else None

    def _retrieve_parts(self, question: str, language: str) -> list[RetrievalResult]:
        """What is found for each part of a question that asks several things; else nothing."""
        parts = decompose_question(question, self.index.glossary, language)
        if len(parts) < 2:
            return []
        return [self.retrieve(part, language) for part in parts]

    def _lists(
        self, question: str, language: str, limit: int, translations: Mapping[str, str]
    ) -> Iterator[tuple[Query, list[ScoredPassage]]]:
        """One ranked list a language, the question's own first; a translation adds one."""
        encode = lru_cache(lambda text, code: self.embedder.encode([text], code, "query")[0])
        for listed in self.index.languages_for(language):
            wordings = [(question, language)]
            if listed in translations:
                wordings.insert(0, (translations[listed], listed))
            for wording, written_in in wordings:
                own = written_in == listed
                text = correct_spelling(wording, listed, self.index) if own else wording
                query = make_query(text, listed, encode(text, written_in), self.index, written_in)
                yield query, list(of_the_named_document(query, retrieve(query, self.index, limit)))

    # The answer

    def _known_at_once(self, asked: str, language: str) -> Sequence[Statement]:
        """What a profile tells, found without a retrieval: where no model wants passages to write
        from, and the documents of the question's own language are all there are."""
        if self.model is not None or self.index.languages_for(language) != (language,):
            return ()
        text = correct_spelling(asked, language, self.index)
        query = make_query(text, language, _NO_VECTOR, self.index, language)
        return self._profile(RetrievalResult(query))

    def _profile(self, result: RetrievalResult, broadly: bool = False) -> Sequence[Statement]:
        """What the thing asked for is, where the documents have a profile of it."""
        if result.query is None:
            return ()
        # A sentence that says when, found below, is better than the profile's that says whose.
        asks_when = "time" in result.query.types
        denied = () if asks_when else deny_presumed(result.query, self.index)
        origin = denied or origin_statements(result.query, self.index)
        most = self.settings.max_sentences
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
        return statements[: self.settings.max_sentences]

    def _corrected_premise(self, result: RetrievalResult, language: str) -> Sequence[Statement]:
        """What is said of another, where the question presumes it of a name of which it is not said."""
        if result.query is None or not result.quotes:
            return ()
        findings = self._findings(result.query.text, result)
        for name in doubtful_names(result.query):
            if not result.is_answerable or is_in_doubt(name, findings):
                correction = self._said_of_another(name, result.query, language)
                if correction:
                    return correction
        return ()

    def _said_of_another(self, name: QueryName, query: Query, language: str) -> Sequence[Statement]:
        """What the documents say of another where the question has this name."""
        unnamed = without_names(query.text, [name.name])
        of_anybody = self.retrieve(unnamed, language)
        # A title that another has word by word needs no more evidence.
        title = presumed_title(query)
        if not of_anybody.quotes or not (of_anybody.is_answerable or title):
            return ()
        return correct(name, self._findings(unnamed, of_anybody), title)

    def _findings(
        self, asked: str, result: RetrievalResult, parts: Sequence[RetrievalResult] = ()
    ) -> Findings:
        assert result.query
        answered = tuple(part.quotes for part in parts if part.is_answerable)
        return Findings(
            query=result.query,
            quotes=result.quotes,
            index=self.index,
            max_sentences=self.settings.max_sentences,
            parts=answered if len(answered) > 1 else (),
            question=asked,
        )

    def _from_numbers(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """What the table of figures answers, or a sentence with a number for each side, although no
        sentence seemed to: asked only where they explain every word of the question."""
        if not result.quotes:
            return ()
        findings = self._findings(asked, result)
        return figures.statements(findings) or ranking.set_side_by_side(findings)

    def _compose(self, statements: Sequence[Statement], language: str) -> Answer:
        """The statements as an answer, their quotes proven and numbered."""
        citations: list[Citation] = []
        sentences: list[AnswerSentence] = []
        rows: list[FigureRow] = []
        for statement in statements:
            number = len(citations) + 1 if statement.quote else 0
            rows += [self.index.figures.row(f, language, number) for f in statement.figures]
            if statement.quote is None:
                if statement.lead:
                    sentences.append(AnswerSentence("", lead=statement.lead))
                continue
            citation = self._cite(len(citations) + 1, statement.quote)
            citations.append(citation)
            numbers = (citation.number,)
            sentences.append(AnswerSentence(citation.quote, numbers, lead=statement.lead))
        text, marks = join_sentences(sentences)
        supported = VerdictCounts(supported=len(citations))
        return Answer(
            text,
            True,
            language,
            tuple(citations),
            sentences=tuple(sentences),
            checks=supported,
            figures=_largest_first(rows),
            marks=marks,
        )

    def _cite(self, number: int, quote: Quote) -> Citation:
        document = self.document(quote.passage.document_id, quote.passage.language)
        return cite(number, Span(quote.passage, *quote.span), document)

    def _abstain(self, question: str, language: str, passages: Sequence[ScoredPassage]) -> Answer:
        """The documents do not say; what they do say of the names asked is offered."""
        offered = suggestions(question, language, passages, self.index)
        if is_off_topic(question):
            [refusal] = talk("off_topic", language, self.index)
            said = refusal.lead
        else:
            said = what_is_missing(question, language, passages, self.index)
        return Answer(
            said,
            False,
            language,
            reason="no_evidence",
            suggestions=tuple(offered),
            question=question,
        )

    # With a language model

    def _generate(
        self,
        extract: Answer,
        quotes: Sequence[Quote],
        passages: Sequence[ScoredPassage],
        deadline: float,
    ) -> Iterator[str | Answer]:
        """What the model writes from the passages; should it fail, the extract, which says why."""
        assert self.model
        ordered = [*(quote.passage for quote in quotes), *(scored.passage for scored in passages)]
        distinct = {passage.passage_id: passage for passage in ordered}
        task = GenerationTask(
            question=extract.question,
            language=extract.language,
            passages=tuple(distinct.values())[:_PASSAGES_FOR_A_MODEL],
            glossary=self.index.glossary,
            document=self.document,
            similarity=self._similarity,
            instructions=self.instructions,
            drop=self.settings.unsupported == "drop",
        )
        shown = False
        try:
            for item in write(self.model, task, deadline):
                shown = True
                yield item
        except ModelFailure as failure:
            _log.warning("%s: %s", self.model.name, failure)
            reply = self._fallback(extract, failure.code, passages)
            yield from (reply,) if shown else as_stream(reply)

    def _fallback(self, extract: Answer, code: str, passages: Sequence[ScoredPassage]) -> Answer:
        """The extract with the reason why no model wrote; an abstention where the model found no
        answer in the passages."""
        if code == "no_evidence" and self.model:
            abstention = self._abstain(extract.question, extract.language, passages)
            return replace(abstention, backend=self.model.name)
        return replace(extract, reason=code, notice=say(code, extract.language))

    def _similarity(self, sentence: str, others: Sequence[str]) -> list[float]:
        """Cosine of a sentence with each of the others."""
        # only English sentences are compared by their vectors
        vectors = self.embedder.encode([sentence, *others], "en", "passage")
        return [float(value) for value in vectors[1:] @ vectors[0]]


def _largest_first(rows: Sequence[FigureRow]) -> tuple[FigureRow, ...]:
    """The rows of an answer's table; one row needs none."""
    return tuple(sorted(rows, key=lambda row: -row.amount)) if len(rows) > 1 else ()


def refuse(question: str, language: str, settings: Settings) -> Answer | None:
    """The answer to what is no question that can be looked up, or None."""
    limit = settings.max_question_characters
    if not question.strip():
        return _refusal("empty_question", "en")
    if len(question) > limit:
        return _refusal("question_too_long", language or "en", length=len(question), limit=limit)
    return None if language else _refusal("unsupported_script", "en")


def _refusal(reason: str, language: str, **values: object) -> Answer:
    text = say(reason, language, **values)
    return Answer(text, answered=False, language=language, reason=reason)


def as_stream(reply: Answer) -> Iterator[str | Answer]:
    """The text in pieces that join to it again, a sentence with its mark at a time; then the answer."""
    shown = 0
    for mark in reply.marks:
        yield reply.text[shown : mark.end]
        shown = mark.end
    if reply.text[shown:]:
        yield reply.text[shown:]
    yield reply
