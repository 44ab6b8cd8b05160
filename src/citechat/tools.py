"""The three tools for programs: answer, search, document. The page serves them over HTTP, ``citechat mcp`` as MCP tools.

Their docstrings are what the author of a program, or a language model that may call them, gets to read. Annotations are
kept as objects (no ``from __future__ import annotations``), because the servers derive the tools' schemas from them.
"""

import inspect
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Literal, get_args, get_origin

from .chat import CiteChat
from .errors import InputError, MissingExtraError


def tools(chat: CiteChat) -> list[Callable[..., Any]]:
    """The three functions. They return plain dicts and lists: the values of the Python door and of ``--json``."""

    def answer(
        question: str,
        history: list[dict[str, Any]] | None = None,
        within: list[str] | None = None,
    ) -> dict[str, Any]:
        """Answer a question from the corpus. Every sentence is cited; every quote stands word for word in a document.

        Args:
            question: The question, in English, German or Chinese. The answer comes in the same language.
            history: The turns before, oldest first, each {"role": "user" or "assistant", "content": "..."}.
            within: The ids of the documents to answer from; all, where none are given.

        Returns:
            An answer: text with marks [1], [2]; answered, which is false when the corpus does not say (then reason and
            suggestions tell more); citations, each with document_id, language, title, url, quote, start and end.
        """
        return chat.answer(question, history or [], within=within or None).to_dict()

    def search(question: str, k: int = 8, within: list[str] | None = None) -> list[dict[str, Any]]:
        """Find the passages of the corpus that are nearest to a question, best first.

        Args:
            question: What to look for, in English, German or Chinese.
            k: How many passages at most.
            within: The ids of the documents to look in; all, where none are given.

        Returns:
            Passages, each with document_id, language, title, section, start, end, text and score.
        """
        return [asdict(passage) for passage in chat.search(question, k=k, within=within or None)]

    def document(document_id: str, language: Literal["en", "de", "zh"]) -> dict[str, Any]:
        """Fetch a whole document, as citations and passages point into it: text[start:end] is the quote.

        Args:
            document_id: The document_id of a citation or a passage.
            language: The language of the document.

        Returns:
            A document: title, publisher, published, url, text, and paragraphs with their start and end.
        """
        return asdict(chat.document(document_id, language))

    return [answer, search, document]


def call(tool: Callable[..., Any], arguments: Sequence[Any]) -> Any:
    """What a tool returns for a program's arguments.

    Raises InputError where one is missing, too many or of another type, and as the tool does.
    """
    signature = inspect.signature(tool)
    try:
        bound = signature.bind(*arguments)
    except TypeError:
        known = ", ".join(signature.parameters)
        raise InputError(
            f"{len(arguments)} arguments are given; {tool.__name__} takes {known}"
        ) from None
    for name, value in bound.arguments.items():
        _check(name, value, signature.parameters[name])
    return tool(*bound.args)


def _check(name: str, value: Any, parameter: inspect.Parameter) -> None:
    """Raises InputError for a text that is none, and for one that is not among the choices.

    The question, the history and k are looked at where they are made clean.
    """
    choices = get_args(parameter.annotation) if get_origin(parameter.annotation) is Literal else ()
    is_looked_at_later = name == "question" or not (choices or parameter.annotation is str)
    if is_looked_at_later:
        return
    if not isinstance(value, str):
        raise InputError(f"{name} is {_shown(value)}; give text")
    _check_choice(name, value, choices)


def _check_choice(name: str, value: str, choices: Sequence[str]) -> None:
    """Raises InputError for a text that is not among ``choices``, if there are any."""
    if choices and value not in choices:
        raise InputError(f"{name} is {_shown(value)}; give one of {', '.join(choices)}")


def _shown(value: Any) -> str:
    """A value in an error, on one short line."""
    shown = json.dumps(value, default=lambda other: type(other).__name__)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def serve_mcp(chat: CiteChat) -> None:
    """Serve the tools over standard input and output, until the client hangs up. Raises MissingExtraError."""
    try:
        from mcp.server.fastmcp import FastMCP
    except ImportError as error:
        raise MissingExtraError(
            'MCP needs one more package; run: pip install "citechat[mcp]"'
        ) from error
    server = FastMCP("citechat", log_level="WARNING")
    for tool in tools(chat):
        server.add_tool(tool)
    server.run()
