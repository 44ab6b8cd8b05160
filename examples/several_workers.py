"""Two workers on one Chroma server: the first fills it, the other waits, both answer.

python examples/several_workers.py
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from citechat import CiteChat, Settings

QUESTIONS = ["How many AI companies does Beijing have?", "What are compute vouchers?"]
CHROMA = shutil.which("chroma", path=str(Path(sys.executable).parent)) or "chroma"


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """``chroma run`` on a free port; its address. It is on loopback, since it asks for no password."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [CHROMA, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", port]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def work(question: str, address: str, place: Path) -> str:
    """One worker: what it derives from the server lies in an index folder of its own."""
    own = place / f"worker-{os.getpid()}"
    settings = Settings(chroma_url=address, chroma_timeout=60.0, index_dir=own)
    return f"{own.name}: {CiteChat(settings).answer(question)}"


def main() -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        with (
            chroma_server(place / "chroma") as address,
            ProcessPoolExecutor(2, get_context("spawn")) as workers,
        ):
            answers = [workers.submit(work, question, address, place) for question in QUESTIONS]
            print(*(answer.result() for answer in answers), sep="\n")


if __name__ == "__main__":
    main()
