"""Exchanges → HTML: the answer with its marks, badges where a sentence is not borne out, what to do
next."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from html import escape

from ...markdown_text import literal
from ...values import Answer
from ..html import icon, opener, question_buttons, tool
from ..labels import LABELS
from .answer_html import answer_text
from .compared_html import compared
from .conversation import Exchange

# A mark follows a space or another mark; "pool[1]" is code.
_log = logging.getLogger(__name__)
_MARK = re.compile(r" \[(\d{1,3})\]|(?<=\])\[(\d{1,3})\]")
_SENTENCE_END = re.compile(r"(?<=[.。])\s*")


def conversation(
    exchanges: Sequence[Exchange],
    language: str,
    first: int = 0,
    feedback: bool = False,
    last: bool = False,
) -> str:
    """Exchanges in order, numbered from ``first``.

    With ``last`` they end the conversation and can be asked again; with ``feedback`` readers may
    say what they think of them.
    """
    numbered = enumerate(exchanges, first)
    return "".join(_shown(e, number, language, feedback, last) for number, e in numbered)


def _shown(exchange: Exchange, number: int, language: str, feedback: bool, last: bool) -> str:
    """An exchange; one that cannot be shown says so, for the others and the page itself go on."""
    try:
        return _exchange(exchange, number, language, feedback, last)
    except Exception:
        _log.exception("an answer could not be shown")
        failed = Exchange(exchange.question, "failed", LABELS[language]["failed_unforeseen"])
        return _exchange(failed, number, language, feedback, last)


def _exchange(exchange: Exchange, number: int, language: str, feedback: bool, last: bool) -> str:
    is_busy = exchange.state in ("waiting", "writing")
    busy = ' aria-busy="true"' if is_busy else ""
    tools = "" if is_busy else _tools(exchange, number, language, feedback, last)
    you = f'<span class="for-ears">{LABELS[language]["you"]}: </span>'
    return (
        f'<article class="turn" data-turn="{number}" lang="{language}"{busy}>'
        f'<h3 class="asked">{you}{escape(exchange.question)}</h3>'
        f"{_reply(exchange, language)}{tools}</article>"
    )


def _reply(exchange: Exchange, language: str) -> str:
    if exchange.answer is None:
        return f'<div class="{exchange.state}"><p>{_with_plain_marks(exchange.text)}</p></div>'
    if exchange.answer.answered:
        return _answered(exchange, exchange.answer, language)
    return _abstained(exchange, exchange.answer, language)


def _with_plain_marks(text: str) -> str:
    """A text on its way, its marks in sight but not yet to be clicked."""
    return _MARK.sub(r'<span class="mark">\1\2</span>', escape(text))


def _answered(exchange: Exchange, answer: Answer, language: str) -> str:
    notice = f'<p class="notice">{escape(answer.notice)}</p>' if answer.notice else ""
    text = answer_text(answer, language) + compared(answer, language) + notice
    return (
        f'<div class="answer"><div lang="{answer.language}">{text}</div>'
        f'<p class="backend">{_writer(answer, language)}</p>'
        f"{question_buttons(exchange.next, LABELS[language]['next'])}</div>"
    )


def _writer(answer: Answer, language: str) -> str:
    """Who wrote the answer: a model, the documents, or citechat with its own few words."""
    labels = LABELS[language]
    if answer.backend != "extractive":
        return labels["written_by"].format(backend=escape(answer.backend))
    if not answer.citations:
        return labels["own_words_only"]
    has_own_words = any(sentence.lead for sentence in answer.sentences)
    return labels["quotes_and_own_words" if has_own_words else "quotes_only"]


def _abstained(exchange: Exchange, answer: Answer, language: str) -> str:
    labels = LABELS[language]
    said = f'<p class="said">{escape(_without_suggestions(answer))}</p>'
    text = answer_text(answer, language) if answer.citations else said
    offers = question_buttons(answer.suggestions, labels["instead"])
    return (
        f'<div class="answer abstained"><div lang="{answer.language}">{text}</div>'
        f"{offers}{_near(exchange, labels['near'])}</div>"
    )


def _without_suggestions(answer: Answer) -> str:
    """The text up to the sentence that lists the suggestions: here they are buttons, and stand
    once."""
    places = [answer.text.find(suggestion) for suggestion in answer.suggestions]
    listed = [place for place in places if place >= 0]
    if not listed:
        return answer.text
    return _SENTENCE_END.split(answer.text[: min(listed)])[0]


def _near(exchange: Exchange, label: str) -> str:
    buttons = "".join(opener(address, title) for title, address in exchange.near)
    return f'<div class="near"><h4>{label}</h4>{buttons}</div>' if buttons else ""


# What can be done with an exchange


def _tools(exchange: Exchange, number: int, language: str, feedback: bool, last: bool) -> str:
    labels = LABELS[language]
    tools = ""
    if exchange.answer:
        tools += _copy_tool(exchange.question, exchange.answer, labels)
    if last:
        tools += tool("retry", labels["retry"], f'data-again="{escape(exchange.question)}"')
    form = ""
    if feedback and exchange.answer:
        tools += _thumbs(exchange, labels)
        form = "" if exchange.thumb else _opinion_form(number, labels)
    return f'<div class="tools">{tools}</div>{form}' if tools else ""


def _copy_tool(question: str, answer: Answer, labels: dict[str, str]) -> str:
    copied = escape(f"## {literal(question)}\n\n{answer.to_markdown()}")
    return tool("copy", labels["copy"], f'data-copy="{copied}" data-done="{labels["copied"]}"')


def _thumbs(exchange: Exchange, labels: dict[str, str]) -> str:
    if exchange.thumb:
        return f'<span class="thanks">{icon(exchange.thumb)}{labels["thanks"]}</span>'
    return _thumb("up", labels["helpful"]) + _thumb("down", labels["unhelpful"])


def _thumb(way: str, label: str) -> str:
    named = f'aria-label="{label}" title="{label}"'
    return (
        f'<button type="button" class="tool thumb" data-thumb="{way}" aria-pressed="false" {named}>'
        f"{icon(way)}</button>"
    )


def _opinion_form(number: int, labels: dict[str, str]) -> str:
    return (
        f'<form class="opinion" data-opinion="{number}" hidden><label>{labels["comment"]} '
        f'<textarea rows="2" maxlength="2000"></textarea></label>'
        f'<button type="submit" class="pill">{labels["comment_send"]}</button></form>'
    )
