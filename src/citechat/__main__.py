"""The command line: ``citechat ask | search | index | eval | chat | mcp``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import CiteChat, CiteChatError, Settings, __version__
from .index.building import Progress


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 when the corpus does not answer, 2 for an error (one line on standard error)."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CiteChatError as error:
        print(f"citechat: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except (
        BrokenPipeError
    ):  # the reader of a pipe, such as head, has seen enough; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citechat", description="Question answering that can prove what it says."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")
    ask = _command(commands, "ask", _ask, "answer a question with citations")
    ask.add_argument("question")
    search = _command(commands, "search", _search, "list the passages nearest to a question")
    search.add_argument("question")
    search.add_argument("-k", type=int, default=8, help="how many passages (default 8)")
    for command in (ask, search):
        command.add_argument("--json", action="store_true", help="print JSON")
    index = _command(commands, "index", _index, "build the index, or say where it lies")
    index.add_argument("--rebuild", action="store_true", help="build it anew even if it is good")
    index.add_argument("--json", action="store_true", help="print JSON")
    exam = _command(
        commands,
        "eval",
        _eval,
        "run an exam (JSON lines, or a folder of them), a reading set (.jsonl.gz) or a SQuAD file",
    )
    exam.add_argument("exam", type=Path, help="path of the exam")
    exam.add_argument(
        "--leave-out",
        action="store_true",
        help="keep every second page out of the index, and see whether its questions are refused",
    )
    exam.add_argument(
        "--keep-index",
        action="store_true",
        help="keep the index of a reading set or SQuAD file, so that a next time starts at once",
    )
    output = exam.add_mutually_exclusive_group()
    output.add_argument(
        "--show",
        action="append",
        choices=["clean", "padded", "partial", "wrong", "refused"],
        help="print the answers that came out so, to be read aloud (may be repeated)",
    )
    output.add_argument(
        "--errors", action="store_true", help="print the answers that are not right, all kinds"
    )
    output.add_argument("--json", action="store_true", help="print JSON")
    chat = _command(commands, "chat", _chat, "open the chat in a browser")
    chat.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)"
    )
    chat.add_argument("--port", type=int, default=7860, help="port (default 7860)")
    chat.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    _command(
        commands,
        "mcp",
        _mcp,
        "serve answer, search and document as MCP tools on standard input and output",
    )
    for command in (ask, exam, chat):
        command.add_argument(
            "--llm",
            metavar="PROVIDER:MODEL",
            help="let a language model write, for example ollama:qwen3",
        )
    return parser


def _command(commands: Any, name: str, run: object, text: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=text[0].upper() + text[1:] + "."
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--corpus", action="append", metavar="FOLDER", help="folder of documents (may be repeated)"
    )
    command.add_argument("--index-dir", metavar="FOLDER", help="where indexes are kept")
    return command


def _make_chat(options: argparse.Namespace, progress: Progress | None = None) -> CiteChat:
    corpus = options.corpus and tuple(options.corpus)
    settings = Settings.from_env(
        corpus=corpus, index_dir=options.index_dir, llm=getattr(options, "llm", None)
    )
    return CiteChat(settings, progress=progress or progress_bar())


def _ask(options: argparse.Namespace) -> int:
    reply = _make_chat(options).answer(options.question)
    print(
        json.dumps(reply.to_dict(), ensure_ascii=False, indent=2)
        if options.json
        else reply.to_markdown().rstrip()
    )
    return 0 if reply.answered else 1


def _search(options: argparse.Namespace) -> int:
    passages = _make_chat(options).search(options.question, k=options.k)
    if options.json:
        print(json.dumps([asdict(passage) for passage in passages], ensure_ascii=False, indent=2))
        return 0
    for passage in passages:
        print(
            f"{passage.score:6.2f}  {passage.language}/{passage.document_id}[{passage.start}:{passage.end}]  {passage.section}"
        )
        print(f"        {' '.join(passage.text.split())}")
    return 0


def _index(options: argparse.Namespace) -> int:
    chat = _make_chat(options)
    index = chat.rebuild() if options.rebuild else chat.index
    facts = {
        "fingerprint": index.fingerprint,
        "folder": str(chat.settings.index_dir),
        "documents": len(index.documents),
        "passages": {language: len(terms) for language, terms in index.lexical.items()},
    }
    print(
        json.dumps(facts, indent=2)
        if options.json
        else "\n".join(f"{name}: {value}" for name, value in facts.items())
    )
    return 0


def _eval(options: argparse.Namespace) -> int:
    from . import evaluation

    results, figures = evaluation.run(
        options.exam,
        _make_chat(options),
        tick=progress_bar("asking", " questions"),
        leave_out=options.leave_out,
        keep_index=options.keep_index,
    )
    print(json.dumps(figures, indent=2) if options.json else evaluation.as_table(figures))
    outcomes = [outcome for name in options.show or () for outcome in evaluation.SHOWN[name]]
    if options.errors:
        outcomes += evaluation.ERRORS
    shown = evaluation.describe(results, outcomes)
    if shown:
        print(f"\n{shown}")
    return 0


def _chat(options: argparse.Namespace) -> int:
    from .page import Startup, launch

    startup = Startup(also=progress_bar())
    chat = _make_chat(options, startup.count)
    launch(
        chat,
        host=options.host,
        port=options.port,
        open_browser=not options.no_browser,
        startup=startup,
    )
    return 0


def _mcp(options: argparse.Namespace) -> int:
    from .tools import serve_mcp

    serve_mcp(_make_chat(options))
    return 0


def progress_bar(doing: str = "building the index", unit: str = " passages") -> Progress:
    """A progress bar on standard error, shown once there is something to wait for."""
    bars: list[object] = []

    def show(done: int, total: int) -> None:
        from tqdm import tqdm

        if not bars:
            bars.append(tqdm(total=total, desc=doing, unit=unit, file=sys.stderr))
        bar = bars[0]
        assert isinstance(bar, tqdm)
        bar.update(done - bar.n)
        if done == total:
            bar.close()
            bars.clear()

    return show


if __name__ == "__main__":
    sys.exit(main())
