"""The documents do not say: what they have of the names asked, and questions that they do answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from citechat_ingest import Name, Passage, is_question

from ..index.opening import Index
from ..language.likeness import most_alike_first
from ..messages import say
from ..retrieval.retriever import ScoredPassage
from .audit_verdicts import is_verdict, verdict_on
from .quotes import first_sentence

# So many questions that are answered stand below a refusal.
_SUGGESTIONS = 3
# How many things are named that the documents do tell of what was asked about.
_TOPICS = 3


def what_is_missing(
    question: str, language: str, passages: Sequence[ScoredPassage], index: Index
) -> str:
    """That the documents do not say it, naming what they do speak of, and what they tell of that."""
    known = _known_names(question, passages, index)
    if not known:
        return say("no_evidence", language)
    joined = _joined([name.names[language] for name in known], language)
    key = "no_evidence_of" if len(known) == 1 else "no_evidence_of_several"
    refusal = say(key, language, names=joined)
    told = (_told_of(name, language, passages, index) for name in known)
    topics = next(filter(None, told), "")
    gap = "" if language == "zh" else " "
    return f"{refusal}{gap}{topics}" if topics else refusal


def _told_of(name: Name, language: str, passages: Sequence[ScoredPassage], index: Index) -> str:
    """What the documents tell of a name: the figures of the corpus, then what was found about it;
    empty where neither is known."""
    found = (*_figures_of(name, language, index), *_titles_of(name, language, passages))
    topics = list(islice(dict.fromkeys(found), _TOPICS))
    if not topics:
        return ""
    joined = ("；" if language == "zh" else "; ").join(topics)
    return say("known_of", language, name=name.names[language], topics=joined)


def _figures_of(name: Name, language: str, index: Index) -> Iterator[str]:
    """What is counted of a name, what is told most often first."""
    spellings = set(name.all_spellings)
    metrics = Counter(f.metric for f in index.figures.figures if f.subject in spellings)
    for metric, _ in metrics.most_common():
        yield index.figures.name("metric", metric, language)


def _titles_of(name: Name, language: str, passages: Sequence[ScoredPassage]) -> Iterator[str]:
    """The titles of the sources found that speak of a name, those that name it first."""
    found = (scored.passage for scored in passages)
    sources = [source for source in found if _is_titled_source(source, language)]
    naming = filter(lambda source: _is_named(name, source.title.casefold()), sources)
    speaking = filter(lambda source: _is_named(name, source.text.casefold()), sources)
    for source in (*naming, *speaking):
        yield say("quoted", language, text=source.title)


def _is_titled_source(passage: Passage, language: str) -> bool:
    is_source = passage.role == "document" and passage.language == language
    return is_source and bool(passage.title)


def suggestions(
    question: str, language: str, passages: Sequence[ScoredPassage], index: Index
) -> list[str]:
    """Up to three questions that are answered: about the names asked first, then those that the
    corpus gives as examples, then about what was found nearest. None costs a retrieval."""
    names = _known_names(question, passages, index)
    offered = dict.fromkeys(_expected(names, language, passages, index))
    offered.update(dict.fromkeys(_examples(question, language, index)))
    if not offered:
        topics = (p.passage.section or p.passage.title for p in passages)
        offered = dict.fromkeys(_asked_of(topic, language) for topic in topics if topic)
    offered.pop(question, None)
    return list(islice(offered, _SUGGESTIONS))


def _asked_of(topic: str, language: str) -> str:
    """What can be asked of a heading: itself, where it is a question."""
    return topic if is_question(topic) else say("about", language, topic=topic)


def _known_names(question: str, passages: Sequence[ScoredPassage], index: Index) -> list[Name]:
    """The companies, places, … of the question that the passages found speak of."""
    said = _all_said(passages)
    asked = index.glossary.found_in(question)
    proper = [name for name in asked if name.kind != "concept"]
    return [name for name in proper if _is_named(name, said)]


def _all_said(passages: Sequence[ScoredPassage]) -> str:
    """The headings and texts of the passages, in small letters."""
    found = [scored.passage for scored in passages]
    texts = [f"{passage.context} {passage.text}" for passage in found]
    return "\n".join(texts).casefold()


def _is_named(name: Name, text: str) -> bool:
    return any(spelling.casefold() in text for spelling in name.all_spellings)


def _expected(
    names: Sequence[Name], language: str, passages: Sequence[ScoredPassage], index: Index
) -> Iterator[str]:
    """One question a sentence about the names, as the corpus expects it; none on a claim that the
    audit rejects."""
    for scored in passages:
        passage = scored.passage
        if passage.language != language:
            continue
        for number, questions in enumerate(passage.expected):
            sentence = passage.sentence(number)
            if not any(_is_named(name, sentence.casefold()) for name in names):
                continue
            quote = first_sentence(passage, number)
            if is_verdict(quote) or verdict_on(quote, index):
                continue
            whole = [asked for asked in questions if asked.endswith(("?", "？"))]
            yield from whole[:1]


def _examples(question: str, language: str, index: Index) -> list[str]:
    """The corpus's example questions, those most like the question first."""
    return most_alike_first(question, index.questions.get(language, ()), language)


def _joined(names: Sequence[str], language: str) -> str:
    if language == "zh":
        return "、".join(names)
    *others, last = names
    word = "and" if language == "en" else "und"
    return f"{', '.join(others)} {word} {last}" if others else last
