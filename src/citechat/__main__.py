"""The command line: ``citechat ask | search | index | add | remove | list | … | chat | mcp``.

The only file that knows typer and rich. What a command needs is imported when it runs, so that
``--help`` and completion answer at once.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import CiteChatError, Settings, __version__

if TYPE_CHECKING:
    from . import Answer, Audit, CiteChat, JudgedClaim
    from .library import Changes

app = typer.Typer(
    help="Question answering that can prove what it says.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a fault of ours keeps Python's own traceback
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns 0, 1 when the corpus does not answer, 2 for an error (one line on standard error), 3
    when the index stands but files were skipped, 130 when it is interrupted.
    """
    try:
        app(arguments, prog_name="citechat")
    except SystemExit as ended:
        return int(ended.code or 0)
    except CiteChatError as error:
        _end_progress_bars()  # or the line would stand behind one
        print(f"citechat: {error}", file=sys.stderr)
        return 2
    return 0


# The options that several commands share


def _setting_option(name: str, *declarations: str, metavar: str) -> Any:
    """An option that takes the place of a setting, and says of it what ``Settings`` says."""
    meaning = str(Settings.model_fields[name].description).replace("`", "")
    return typer.Option(*declarations, metavar=metavar, help=f"{meaning} (CITECHAT_{name.upper()})")


_Corpus = Annotated[
    list[str] | None,
    typer.Option(
        "--corpus", metavar="FOLDER", help="folder of documents, may be repeated (CITECHAT_CORPUS)"
    ),
]
_IndexDir = Annotated[str | None, _setting_option("index_dir", "--index-dir", metavar="FOLDER")]
_Llm = Annotated[str | None, _setting_option("llm", "--llm", metavar="PROVIDER:MODEL")]
_Json = Annotated[bool, typer.Option("--json", help="print JSON")]
_Within = Annotated[
    list[str] | None,
    typer.Option("--within", metavar="ID", help="answer from this document alone; may be repeated"),
]
_Question = Annotated[str, typer.Argument(help="in English, German or Chinese", show_default=False)]


def _print_version(asked: bool) -> None:
    if asked:
        _print(__version__)
        raise typer.Exit


@app.callback()
def _citechat(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="print the version"),
    ] = False,
) -> None:
    pass


# The commands


class ExportFormat(StrEnum):
    """What ``ask --format`` writes."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    BIBTEX = "bibtex"
    CSL = "csl"


@app.command()
def ask(
    question: _Question,
    as_json: _Json = False,
    llm: _Llm = None,
    within: _Within = None,
    to: Annotated[
        ExportFormat | None, typer.Option("--format", help="print the answer in another format")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="write it to a file, which docx needs")
    ] = None,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Answer a question with citations."""
    if to is ExportFormat.DOCX and output is None:
        raise typer.BadParameter("docx is no text to print; name a file with --output")
    chat = _open_chat(corpus, index_dir, llm)
    reply = chat.answer(question, within=within or None)
    if as_json:
        text: str | bytes = _as_json(reply.to_dict())
    elif to is None:
        text = reply.to_markdown().rstrip()
    else:
        from .export import export

        text = export(reply, to.value)
    _write(text, output)
    if not as_json:  # which holds the verdicts and the suggestions itself
        _warn_of_unproven(reply)
        _say_what_helps(reply, chat)
    if not reply.answered:
        raise typer.Exit(1)


def _warn_of_unproven(reply: Answer) -> None:
    """Name, on standard error, the sentences of a model that their quotes do not bear out."""
    from .messages import say

    for sentence in reply.sentences:
        if sentence.verdict != "supported":
            problems = ", ".join(sentence.problems) or "?"
            key = f"sentence_{sentence.verdict}"
            warning = say(key, reply.language, sentence=sentence.text, problems=problems)
            print(f"citechat: {warning}", file=sys.stderr)


def _say_what_helps(reply: Answer, chat: CiteChat) -> None:
    """Tell, on standard error, whom the documents do not answer: questions that they do answer,
    where to look, and that they speak another language."""
    from .messages import say

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
    question: _Question,
    k: Annotated[int, typer.Option("-k", help="how many passages")] = 8,
    as_json: _Json = False,
    within: _Within = None,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """List the passages nearest to a question: those in its own language first, then the others."""
    from .values import page_label

    passages = _open_chat(corpus, index_dir).search(question, k=k, within=within or None)
    if as_json:
        _print(_as_json([asdict(passage) for passage in passages]))
        return
    for passage in passages:
        place = f"{passage.language}/{passage.document_id}[{passage.start}:{passage.end}]"
        page = page_label(passage.page, passage.language)
        where = ", ".join(filter(None, (page, passage.section)))
        _print(f"{passage.score:6.2f}  {place}  {where}")
        _print(f"        {' '.join(passage.text.split())}")


@app.command()
def index(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="build it anew even if it is good")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="go on, and follow the corpus as its files change")
    ] = False,
    as_json: _Json = False,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Build the index, or say where it lies.

    Returns 3 when files of the corpus were skipped, since they cannot be read.
    """
    chat = _open_chat(corpus, index_dir)
    opened = chat.rebuild() if rebuild else chat.index
    if watch:
        _watch(chat, as_json)
    facts = {
        "fingerprint": opened.fingerprint,
        "folder": str(chat.settings.index_dir),
        "documents": len(opened.documents),
        "passages": {language: len(terms) for language, terms in opened.lexical.items()},
    }
    lines = [f"{_STANDING.get(name, name)}: {_listed(value)}" for name, value in facts.items()]
    facts["skipped"] = list(opened.skipped)
    _print(_as_json(facts) if as_json else "\n".join(lines))
    for reason in opened.skipped:
        print(f"citechat: skipped: {reason}", file=sys.stderr)
    not_read = chat.status().not_read
    if not_read:
        print(f"citechat: of a kind that is not read: {_listed(not_read)}", file=sys.stderr)
    if opened.skipped:
        raise typer.Exit(3)


_WATCHED_EVERY = 2.0  # seconds


def _watch(chat: CiteChat, as_json: bool) -> None:
    """Follow the corpus until Ctrl-C. What goes wrong is told, and tried again at the next look."""
    told = ""
    while True:
        try:
            changes = chat.update()
            told = ""
            if changes:
                _print_changes(changes, as_json)
        except CiteChatError as error:
            if str(error) != told:
                print(f"citechat: {error}", file=sys.stderr)
            told = str(error)
        time.sleep(_WATCHED_EVERY)


def _print_changes(changes: Changes, as_json: bool) -> None:
    if as_json:
        _print(_as_json(asdict(changes)))
        return
    kinds = ("added", "changed", "removed")
    lines = [f"{kind}: {name}" for kind in kinds for name in getattr(changes, kind)]
    _print("\n".join(lines) or "nothing has changed")
    for reason in changes.skipped:
        print(f"citechat: skipped: {reason}", file=sys.stderr)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="files, or folders of files")],
    as_json: _Json = False,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Copy documents into the corpus, and index them.

    Returns 3 when files were skipped, since they cannot be read.
    """
    changes = _open_chat(corpus, index_dir).add(*paths)
    _print_changes(changes, as_json)
    if changes.skipped:
        raise typer.Exit(3)


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(help="ids of documents, see citechat list")],
    erase: Annotated[
        bool, typer.Option("--erase", help="delete files, old indexes and vectors for good")
    ] = False,
    as_json: _Json = False,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Answer no more from documents; their files are put away in .removed of their folder."""
    _print_changes(_open_chat(corpus, index_dir).remove(*ids, erase=erase), as_json)


@app.command(name="list")
def list_documents(
    as_json: _Json = False, corpus: _Corpus = None, index_dir: _IndexDir = None
) -> None:
    """List the documents."""
    documents = _open_chat(corpus, index_dir).documents()
    if as_json:
        _print(_as_json([asdict(document) for document in documents]))
        return
    width = max(len(document.document_id) for document in documents)
    rows = [f"{d.document_id:{width}}  {d.language}  {d.passages:5d}  {d.title}" for d in documents]
    _print("\n".join(rows))


@app.command()
def status(as_json: _Json = False, corpus: _Corpus = None, index_dir: _IndexDir = None) -> None:
    """Say how the index and the corpus stand."""
    standing = _open_chat(corpus, index_dir).status().to_dict()
    lines = (f"{_STANDING.get(name, name)}: {_listed(value)}" for name, value in standing.items())
    _print(_as_json(standing) if as_json else "\n".join(lines))


# What the fields of LibraryStatus are called for people.
_STANDING = {
    "folder": "indexes in",
    "embedding_model": "embedding model",
    "passages": "passages by language",
    "layers": "parts of the index (additions make new ones)",
    "hidden": "passages in them of documents that have gone (prune --erase drops them)",
    "put_away": "removed files, kept in .removed",
    "skipped": "skipped, cannot be read",
    "not_read": "files of a kind that is not read",
    "other_languages": "other languages",
}


def _listed(value: object) -> str:
    """A value of a status on one line, without Python's signs."""
    if isinstance(value, dict):
        value = [f"{count} {name}" for name, count in value.items()]
    return ", ".join(value) or "none" if isinstance(value, list) else str(value)


@app.command()
def prune(
    erase: Annotated[
        bool,
        typer.Option(
            "--erase",
            help="build the index anew, so that nothing is left of documents that have gone, and "
            "delete their vectors and the files that were put away",
        ),
    ] = False,
    as_json: _Json = False,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Delete the indexes that are no longer used."""
    pruned = _open_chat(corpus, index_dir).prune(erase=erase)
    _print(_as_json(pruned) if as_json else "\n".join(pruned) or "nothing to delete")


class Shown(StrEnum):
    """The outcomes whose answers ``eval --show`` prints."""

    CLEAN = "clean"
    PADDED = "padded"
    PARTIAL = "partial"
    WRONG = "wrong"
    REFUSED = "refused"


@app.command(name="eval")
def evaluate(
    exam: Annotated[Path, typer.Argument(help="path of the exam", show_default=False)],
    leave_out: Annotated[
        bool,
        typer.Option(
            "--leave-out",
            help="keep every second page out of the index, and see whether its questions are "
            "refused",
        ),
    ] = False,
    keep_index: Annotated[
        bool,
        typer.Option(
            "--keep-index",
            help="keep the index of a reading set or SQuAD file, so that a next time starts at "
            "once",
        ),
    ] = False,
    show: Annotated[
        list[Shown] | None,
        typer.Option(help="print the answers that came out so, to be read aloud; may be repeated"),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="print the answers that are not right, all kinds")
    ] = False,
    as_json: _Json = False,
    llm: _Llm = None,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Run an exam (JSON lines, or a folder of them), a reading set (.jsonl.gz) or a SQuAD file."""
    from . import evaluation

    if sum(map(bool, (show, errors, as_json))) > 1:
        raise typer.BadParameter("give one of --show, --errors and --json")
    results, figures = evaluation.run(
        exam,
        _open_chat(corpus, index_dir, llm),
        tick=progress_bar("asking"),
        leave_out=leave_out,
        keep_index=keep_index,
    )
    _print(_as_json(figures) if as_json else evaluation.as_table(figures))
    outcomes = [outcome for name in show or () for outcome in evaluation.SHOWN[name.value]]
    if errors:
        outcomes += evaluation.ERRORS
    described = evaluation.describe(results, outcomes)
    if described:
        _print(f"\n{described}")


class AuditFormat(StrEnum):
    """What ``audit --format`` writes."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command()
def audit(
    article: Annotated[Path, typer.Argument(help="file of the article", show_default=False)],
    sources: Annotated[
        list[Path], typer.Option("--sources", help="folder of its sources; may be repeated")
    ],
    to: Annotated[AuditFormat, typer.Option("--format", help="how it is printed")] = (
        AuditFormat.TABLE
    ),
    page: Annotated[
        Path | None, typer.Option("--page", help="also write one HTML page that needs nothing else")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="write it to a file")
    ] = None,
    index_dir: _IndexDir = None,
) -> None:
    """Hold an article against its sources: what do they say of each claim?

    Returns 3 when sources were skipped, since they cannot be read.
    """
    from .auditing import audit as audited

    settings = Settings.from_env(index_dir=index_dir)
    result = audited(article, sources, settings=settings, tick=progress_bar("judging"))
    if page:
        _write(result.to_html(), page)
    if to is AuditFormat.TABLE and output is None:
        _print_audit(result)
    else:
        text = _as_json(result.to_dict()) if to is AuditFormat.JSON else result.to_markdown()
        _write(text, output)
    for reason in result.skipped:
        print(f"citechat: skipped: {reason}", file=sys.stderr)
    if result.skipped:
        raise typer.Exit(3)


@app.command()
def chat(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 7860,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="do not open a browser window")
    ] = False,
    llm: _Llm = None,
    corpus: _Corpus = None,
    index_dir: _IndexDir = None,
) -> None:
    """Open the chat in a browser. Ends by SIGTERM with 143 and by SIGINT (Ctrl-C) with 130."""
    from .stopping import Stopping

    stopping = Stopping(at_end=_end_progress_bars)
    from .logs import write_logs
    from .page import Startup, launch

    startup = Startup(also=progress_bar())
    opened = _open_chat(corpus, index_dir, llm, progress=startup.count)
    write_logs(opened.settings)
    launch(
        opened,
        host=host,
        port=port,
        open_browser=not no_browser,
        startup=startup,
        stopping=stopping,
    )


@app.command()
def password(
    name: Annotated[str, typer.Argument(help="who may log in", show_default=False)],
) -> None:
    """Ask for a password and print the line of the file that CITECHAT_USERS names."""
    from .page.net.passwords import hashed

    if not name or ":" in name or name != name.strip():
        raise typer.BadParameter("a name has no colon, and no space at its ends")
    given = typer.prompt("password", hide_input=True, confirmation_prompt=True, err=True)
    _print(f"{name}:{hashed(given)}")


@app.command()
def mcp(corpus: _Corpus = None, index_dir: _IndexDir = None) -> None:
    """Serve answer, search and document as MCP tools on standard input and output."""
    from .tools import serve_mcp

    serve_mcp(_open_chat(corpus, index_dir))


def _open_chat(
    corpus: Sequence[str] | None,
    index_dir: str | None,
    llm: str | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> CiteChat:
    """The chat that a command's options ask for; the environment says the rest."""
    from . import CiteChat

    settings = Settings.from_env(corpus=corpus or None, index_dir=index_dir, llm=llm)
    return CiteChat(settings, progress=progress or progress_bar())


# What is printed


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _write(text: str | bytes, output: Path | None) -> None:
    """Write to a file, or print what is text. Raises CiteChatError."""
    if output is None:
        _print(text if isinstance(text, str) else text.decode())
        return
    try:
        output.write_bytes(text if isinstance(text, bytes) else f"{text.rstrip()}\n".encode())
    except OSError as error:
        raise CiteChatError(
            f"{output}: cannot be written ({error.strerror}); name another file with --output"
        ) from error


# A table that is piped is as wide as a reader's window would be.
_PIPED_WIDTH = 120


def _print_audit(result: Audit) -> None:
    """A claim a row; quotes are cut short, since Markdown, JSON and the page have them whole."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from .messages import say

    language = result.language
    table = Table(title=Text(say("audit_title", language, title=result.title)), show_lines=True)
    for column, share in (("number", None), ("claim", 4), ("verdict", None), ("sources", 5)):
        table.add_column(say(f"audit_{column}", language), ratio=share)
    for claim in result.claims:
        verdict = say(f"audit_{claim.outcome}", language)
        cells = (str(claim.number), claim.text, verdict, _beside(claim, language))
        table.add_row(*map(Text, cells))
    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    with console.capture() as printed:
        console.print(table)
    _print(printed.get().rstrip())


def _beside(claim: JudgedClaim, language: str) -> str:
    """What stands beside a claim in the table: the closest quote each way, and the words that no
    source has."""
    from .messages import say

    # What is nearest to a claim that was not found speaks neither for nor against it.
    sign = "~" if claim.outcome == "not_found" else "+"
    lines = [f"{sign} {c.quote} ({c.document_id})" for c in claim.bearing[:1]]
    lines += [f"− {c.quote} ({c.document_id})" for c in claim.otherwise[:1]]
    if claim.unstated:
        lines.append(say("audit_unstated", language, words=", ".join(claim.unstated)))
    return "\n".join(lines) or say("audit_nothing", language)


def _print(text: str) -> None:
    """Print to standard output; when the reader of a pipe has seen enough (``| head``), end well."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # What is still buffered would fail again when Python flushes it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


# Whatever happens, the terminal gets its cursor back.
_ends: list[Callable[[], None]] = []


@atexit.register
def _end_progress_bars() -> None:
    while _ends:
        _ends.pop()()


def progress_bar(doing: str = "indexing the documents") -> Callable[[int, int], None]:
    """A progress bar on standard error, shown once there is something to wait for.

    Returns what is to be called with (done, in all).
    """
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True))
    task = bar.add_task(doing, total=None)

    def end() -> None:
        if bar.live.is_started:
            bar.stop()

    def show(done: int, total: int) -> None:
        if done < total and not bar.live.is_started:
            bar.start()
            _ends.append(end)
        bar.update(task, completed=done, total=total)
        if done >= total:
            end()

    return show


if __name__ == "__main__":
    sys.exit(main())
