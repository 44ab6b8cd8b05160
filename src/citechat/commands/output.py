"""What commands print: text, JSON, files, and a bar for what takes its time."""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from .. import CiteChatError


def as_json_text(value: object) -> str:
    """A value as JSON, for people to read as well."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def write_or_print(text: str | bytes, output: Path | None) -> None:
    """Write to a file, or print what is text. Raises CiteChatError."""
    if output is None:
        print_text(text if isinstance(text, str) else text.decode())
        return
    try:
        output.write_bytes(text if isinstance(text, bytes) else f"{text.rstrip()}\n".encode())
    except OSError as error:
        raise CiteChatError(
            f"{output}: cannot be written ({error.strerror}); name another file with --output"
        ) from error


def print_skipped(reasons: Iterable[str]) -> None:
    """Tell on standard error what was not read, and why."""
    for reason in reasons:
        print(f"citechat: skipped: {reason}", file=sys.stderr)


def listed(value: object) -> str:
    """A value of a status on one line, without Python's signs."""
    if isinstance(value, dict):
        value = [f"{count} {name}" for name, count in value.items()]
    return ", ".join(value) or "none" if isinstance(value, list) else str(value)


def print_text(text: str) -> None:
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
def end_progress_bars() -> None:
    """Take away the bars that are still shown."""
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
