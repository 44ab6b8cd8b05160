"""Exchanges → HTML: the answer with its marks, badges where a sentence is not borne out, what to do next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from ...values import Answer, AnswerSentence, Citation
from ..render import icon, question_buttons
from ..words import WORDS
from .conversation import Exchange

_MARK = re.compile(r" ?\[(\d+)\]")
_MARKS = re.compile(r"(?:\s*\[\d+\])*")


def conversation(
    exchanges: Sequence[Exchange],
    language: str,
    first: int = 0,
    feedback: bool = False,
    last: bool = False,
) -> str:
    """Exchanges in order, numbered from ``first``; the ``last`` one of the conversation can be asked again."""
    return "".join(
        _exchange(e, n, language, feedback, last) for n, e in enumerate(exchanges, first)
    )


def _exchange(exchange: Exchange, number: int, language: str, feedback: bool, last: bool) -> str:
    words = WORDS[language]
    busy = ' aria-busy="true"' if exchange.state in ("waiting", "writing") else ""
    if exchange.answer:
        said = _answer(exchange, exchange.answer, language)
    else:
        said = f'<div class="{exchange.state}"><p>{_without_marks(exchange.text)}</p></div>'
    tools = "" if busy else _tools(exchange, number, language, feedback, last)
    return (
        f'<article class="turn" data-turn="{number}" lang="{language}"{busy}>'
        f'<h3 class="asked"><span class="for-ears">{words["you"]}: </span>{escape(exchange.question)}</h3>'
        f"{said}{tools}</article>"
    )


def _without_marks(text: str) -> str:
    """A text on its way, its marks in sight but not yet to be clicked."""
    return _MARK.sub(r'<span class="mark">\1</span>', escape(text))


def _answer(exchange: Exchange, answer: Answer, language: str) -> str:
    words = WORDS[language]
    if not answer.answered:
        text = f'<p class="said">{escape(_without_suggestions(answer))}</p>'
        offers = question_buttons(answer.suggestions, words["instead"]) + _near(
            exchange, words["near"]
        )
        return f'<div class="answer abstained"><div lang="{answer.language}">{text}</div>{offers}</div>'
    notice = f'<p class="notice">{escape(answer.notice)}</p>' if answer.notice else ""
    return (
        f'<div class="answer"><div lang="{answer.language}">{_paragraphs(with_marks(answer, language))}{notice}</div>'
        f'<p class="backend">{_backend(answer, language)}</p>{question_buttons(exchange.next, words["next"])}</div>'
    )


def _paragraphs(html: str) -> str:
    return "".join(
        f'<p class="said">{part}</p>' for part in re.split(r"\n\s*\n", html) if part.strip()
    )


def _backend(answer: Answer, language: str) -> str:
    if answer.backend == "extractive":
        return WORDS[language]["quotes_only"]
    return WORDS[language]["written_by"].format(backend=escape(answer.backend))


def _without_suggestions(answer: Answer) -> str:
    """The suggestions are buttons on the page, so the sentence that lists them is left out."""
    cut = min((answer.text.find(s) for s in answer.suggestions if s in answer.text), default=-1)
    return answer.text if cut < 0 else re.split(r"(?<=[.。])\s*", answer.text[:cut])[0]


def _near(exchange: Exchange, label: str) -> str:
    buttons = "".join(
        f'<button type="button" class="opens" data-address="{escape(address)}">{escape(title)}</button>'
        for title, address in exchange.near
    )
    return f'<div class="near"><h4>{label}</h4>{buttons}</div>' if buttons else ""


# The text with its marks and badges


def with_marks(answer: Answer, language: str) -> str:
    """The text with each mark [n] as a button that opens its citation, and a badge after what is not borne out."""
    cuts = _badge_places(answer)
    by_number = {citation.number: citation for citation in answer.citations}
    stretches = pairwise([0, *cuts, len(answer.text)])
    badges = [*(_badge(sentence, language) for sentence in cuts.values()), ""]
    return "".join(
        _marked(answer.text[a:b], by_number) + badge
        for (a, b), badge in zip(stretches, badges, strict=True)
    )


def _marked(text: str, by_number: dict[int, Citation]) -> str:
    parts = _MARK.split(text)
    shown = [escape(parts[0])]
    for number, rest in zip(parts[1::2], parts[2::2], strict=True):
        citation = by_number.get(int(number))
        shown.append(mark(citation) if citation else escape(f" [{number}]"))
        shown.append(escape(rest))
    return "".join(shown)


def mark(citation: Citation) -> str:
    """A small button with the citation's number; on hover and focus page.js shows a card with title and quote."""
    return (
        f'<button type="button" class="mark" data-citation="{citation.number}" data-address="{escape(citation.address)}" '
        f'data-title="{escape(citation.title)}" data-quote="{escape(citation.quote)}" data-quote-language="{citation.language}" '
        f'aria-label="[{citation.number}] {escape(citation.title)}">{citation.number}</button>'
    )


def _badge_places(answer: Answer) -> dict[int, AnswerSentence]:
    """Where a badge belongs: the end of each sentence that is not supported, behind its marks."""
    places: dict[int, AnswerSentence] = {}
    at = 0
    for sentence in answer.sentences:
        # The text may break its lines elsewhere than the sentence does.
        found = re.compile(r"\s+".join(map(re.escape, sentence.text.split()))).search(
            answer.text, at
        )
        behind = _MARKS.match(answer.text, found.end() if found else at)
        at = behind.end() if behind else at
        if sentence.verdict != "supported":
            places[at] = sentence
    return places


def _badge(sentence: AnswerSentence, language: str) -> str:
    words = WORDS[language]
    text = words[
        sentence.verdict
        if sentence.problems or sentence.verdict == "unsupported"
        else "number_mismatch_unnamed"
    ]
    between = "、" if language == "zh" else ", "
    return f' <span class="badge {sentence.verdict}">{escape(text.format(problems=between.join(sentence.problems)))}</span>'


# What can be done with an exchange


def _tools(exchange: Exchange, number: int, language: str, feedback: bool, last: bool) -> str:
    words = WORDS[language]
    tools = ""
    if exchange.answer:
        told = f"## {exchange.question}\n\n{exchange.answer.to_markdown()}"
        tools += _tool(
            "copy", words["copy"], f'data-copy="{escape(told)}" data-done="{words["copied"]}"'
        )
    if last:
        tools += _tool("retry", words["retry"], f'data-again="{escape(exchange.question)}"')
    thumbs = _thumbs(exchange, words) if feedback and exchange.answer else ""
    form = _opinion(number, words) if thumbs and not exchange.thumb else ""
    return f'<div class="tools">{tools}{thumbs}</div>{form}' if tools or thumbs else ""


def _tool(name: str, label: str, data: str) -> str:
    return f'<button type="button" class="tool" {data}>{icon(name)}<span>{label}</span></button>'


def _thumbs(exchange: Exchange, words: dict[str, str]) -> str:
    if exchange.thumb:
        return f'<span class="thanks">{icon(exchange.thumb)}{words["thanks"]}</span>'
    labels = (("up", words["helpful"]), ("down", words["unhelpful"]))
    return "".join(
        f'<button type="button" class="tool thumb" data-thumb="{way}" aria-pressed="false" aria-label="{label}" title="{label}">'
        f"{icon(way)}</button>"
        for way, label in labels
    )


def _opinion(number: int, words: dict[str, str]) -> str:
    return (
        f'<form class="opinion" data-opinion="{number}" hidden><label>{words["comment"]} '
        f'<textarea rows="2" maxlength="2000"></textarea></label>'
        f'<button type="submit" class="pill">{words["comment_send"]}</button></form>'
    )
