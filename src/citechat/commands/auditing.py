"""``citechat audit``: what sources say of an article."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import Settings
from .options import IndexDir, app
from .output import as_json_text, print_skipped, print_text, progress_bar, write_or_print

if TYPE_CHECKING:
    from .. import Audit, JudgedClaim


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
    index_dir: IndexDir = None,
) -> None:
    """Hold an article against its sources: what do they say of each claim?

    Returns 3 when sources were skipped, since they cannot be read.
    """
    from ..auditing import audit as audited

    settings = Settings.from_env(index_dir=index_dir)
    result = audited(article, sources, settings=settings, tick=progress_bar("judging"))
    if page:
        write_or_print(result.to_html(), page)
    if to is AuditFormat.TABLE and output is None:
        _print_audit(result)
    else:
        text = as_json_text(result.to_dict()) if to is AuditFormat.JSON else result.to_markdown()
        write_or_print(text, output)
    print_skipped(result.skipped)
    if result.skipped:
        raise typer.Exit(3)


# A table that is piped is as wide as a reader's window would be.
_PIPED_WIDTH = 120


def _print_audit(result: Audit) -> None:
    """A claim a row; quotes are cut short, since Markdown, JSON and the page have them whole."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from ..messages import say

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
    print_text(printed.get().rstrip())


def _beside(claim: JudgedClaim, language: str) -> str:
    """What stands beside a claim in the table: the closest quote each way, and the words that no
    source has."""
    from ..messages import say

    # What is nearest to a claim that was not found speaks neither for nor against it.
    sign = "~" if claim.outcome == "not_found" else "+"
    lines = [f"{sign} {c.quote} ({c.document_id})" for c in claim.bearing[:1]]
    lines += [f"− {c.quote} ({c.document_id})" for c in claim.otherwise[:1]]
    if claim.unstated:
        lines.append(say("audit_unstated", language, words=", ".join(claim.unstated)))
    return "\n".join(lines) or say("audit_nothing", language)
