"""``citechat ask`` and ``search``."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Corpus, IndexDir, Json, Llm, Question, Within, app, open_chat
from .output import as_json_text, print_text, write_or_print

if TYPE_CHECKING:
    from .. import Answer, CiteChat


class ExportFormat(StrEnum):
    """What ``ask --format`` writes."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    BIBTEX = "bibtex"
    CSL = "csl"


@app.command()
def ask(
    question: Question,
    as_json: Json = False,
    llm: Llm = None,
    within: Within = None,
    to: Annotated[
        ExportFormat | None, typer.Option("--format", help="print the answer in another format")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="write it to a file, which docx needs")
    ] = None,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Answer a question with citations."""
    if to is ExportFormat.DOCX and output is None:
        raise typer.BadParameter("docx is no text to print; name a file with --output")
    chat = open_chat(corpus, index_dir, llm)
    reply = chat.answer(question, within=within or None)
    if as_json:
        text: str | bytes = as_json_text(reply.to_dict())
    elif to is None:
        text = reply.to_markdown().rstrip()
    else:
        from ..export import export

        text = export(reply, to.value)
    write_or_print(text, output)
    if not as_json:  # which holds the verdicts and the suggestions itself
        _warn_of_unproven(reply)
        _say_what_helps(reply, chat)
    if not reply.answered:
        raise typer.Exit(1)


def _warn_of_unproven(reply: Answer) -> None:
    """Name, on standard error, the sentences of a model that their quotes do not bear out, and how
    many of its citations were of nothing."""
    from ..messages import say

    invented = reply.checks.invented_marks
    if invented:
        print(f"citechat: {say('marks_invented', reply.language, count=invented)}", file=sys.stderr)
    for sentence in reply.sentences:
        if sentence.verdict != "supported":
            problems = ", ".join(sentence.problems) or "?"
            key = f"sentence_{sentence.verdict}"
            warning = say(key, reply.language, sentence=sentence.text, problems=problems)
            print(f"citechat: {warning}", file=sys.stderr)


def _say_what_helps(reply: Answer, chat: CiteChat) -> None:
    """Tell, on standard error, whom the documents do not answer: questions that they do answer,
    where to look, and that they speak another language."""
    from ..messages import say

    if reply.reason != "no_evidence":
        return
    hints = [say("see_search", reply.language, reason=reply.reason)]
    others = _languages_of_their_own(chat, reply.language)
    if others:
        hints.append(say("other_language", reply.language, languages=", ".join(others)))
    if reply.suggestions:
        questions = "".join(f"\n    {question}" for question in reply.suggestions)
        hints.append(f"{say('try_instead', reply.language)}{questions}")
    for hint in hints:
        print(f"citechat: {hint}", file=sys.stderr)


def _languages_of_their_own(chat: CiteChat, language: str) -> list[str]:
    """The languages of the documents that are not there in ``language``, too."""
    documents = chat.documents()
    read = {document.document_id for document in documents if document.language == language}
    return sorted({document.language for document in documents if document.document_id not in read})


@app.command()
def search(
    question: Question,
    k: Annotated[int, typer.Option("-k", help="how many passages")] = 8,
    as_json: Json = False,
    within: Within = None,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """List the passages nearest to a question: those in its own language first, then the others."""
    from ..values import page_label

    passages = open_chat(corpus, index_dir).search(question, k=k, within=within or None)
    if as_json:
        print_text(as_json_text([asdict(passage) for passage in passages]))
        return
    for passage in passages:
        place = f"{passage.language}/{passage.document_id}[{passage.start}:{passage.end}]"
        page = page_label(passage.page, passage.language)
        where = ", ".join(filter(None, (page, passage.section)))
        print_text(f"{passage.score:6.2f}  {place}  {where}")
        print_text(f"        {' '.join(passage.text.split())}")
