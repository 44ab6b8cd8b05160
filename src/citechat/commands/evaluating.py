"""``citechat eval``: how good answers are."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .options import Corpus, IndexDir, Json, Llm, app, open_chat
from .output import as_json_text, print_text, progress_bar


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
    as_json: Json = False,
    llm: Llm = None,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Run an exam (JSON lines, or a folder of them), a reading set (.jsonl.gz) or a SQuAD file."""
    from .. import evaluation

    if sum(map(bool, (show, errors, as_json))) > 1:
        raise typer.BadParameter("give one of --show, --errors and --json")
    results, figures = evaluation.run(
        exam,
        open_chat(corpus, index_dir, llm),
        tick=progress_bar("asking"),
        leave_out=leave_out,
        keep_index=keep_index,
    )
    print_text(as_json_text(figures) if as_json else evaluation.as_table(figures))
    outcomes = [outcome for name in show or () for outcome in evaluation.SHOWN[name.value]]
    if errors:
        outcomes += evaluation.ERRORS
    described = evaluation.describe(results, outcomes)
    if described:
        print_text(f"\n{described}")
