"""Many readers at once, and many questions in one process: nothing fails, nothing grows, nobody waits
for ever.

``make soak`` runs ``python tests/soak.py``: 32 readers for two minutes at a page server of its own
process, once with quotes alone and once with a language model that writes slowly; then 20,000 questions
in one process. Exit code 1 names what did not hold. ``tests/slow/test_soak.py`` is the short form.
Needs Linux, for what a process has in memory.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citechat import Answer, CiteChat, Settings
from citechat.evaluation import read_exam
from machine import free_port

EXAMS = Path(__file__).parent / "exams"
LANGUAGES = ("en", "de", "zh")
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

# What has to hold.
MOST_GROWTH = 0.05  # of the memory, in the second half
MOST_TIMES_FAIR_WAIT = 3.0  # p95, of a lone reader's time × readers ÷ cores
LONGEST_FIRST_BYTE = 1.0  # seconds, of the page itself
# And what holds on a machine that others use, too.
MOST_TIMES_MEAN = 4.0  # p95, of the mean
MOST_TIMES_WORK = 2.0  # of a processor for an answer, of what it takes for a lone reader

# The server, with a model that takes about a second for a sentence and remembers nothing.
PROGRAM = """
import sys
from citechat import CiteChat, Settings
from citechat.page import launch
from citechat.testing import ScriptedChatModel, passages_in

def write(prompt):
    name, text = next(iter(passages_in(prompt).items()))
    return [f"{word} " for word in text.split()[:15]] + [f"[{name}]."]

class Forgetful(ScriptedChatModel):
    def _stream(self, *arguments, **options):
        self.prompts.clear()
        yield from super()._stream(*arguments, **options)

chat = CiteChat(Settings.from_env())
if sys.argv[2] == "written":
    chat = chat.with_llm(Forgetful(script=[write], delay=0.06))
launch(chat, port=int(sys.argv[1]))
"""


def questions() -> list[str]:
    """Those of the exams that may be read, the languages in turn."""
    of_language = [
        [
            item.question
            for folder in ("work", "practice")
            for item in read_exam(EXAMS / folder / f"{language}.jsonl")
        ]
        for language in LANGUAGES
    ]
    return [question for three in zip(*of_language, strict=False) for question in three]


# The server


@dataclass(frozen=True)
class Server:
    """A page server that runs in a process of its own."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def megabytes(self) -> float:
        """What it has in memory."""
        return resident_megabytes(self.process.pid)

    def worked(self) -> float:
        """Seconds of a processor that it has used."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        in_its_own, in_the_kernel = stat.rpartition(")")[2].split()[11:13]
        return (int(in_its_own) + int(in_the_kernel)) / os.sysconf("SC_CLK_TCK")

    def get(self, path: str) -> tuple[str, float]:
        """A response, and the seconds until its first byte. Raises OSError for any but 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        begun = time.monotonic()
        connection.request("GET", path)
        response = connection.getresponse()
        first = response.read(1)
        waited = time.monotonic() - begun
        text = (first + response.read()).decode()
        connection.close()
        if response.status != 200:
            raise OSError(f"GET {path}: {response.status} {text[:200]}")
        return text, waited

    def post(self, path: str, body: Any) -> Any:
        """What comes back as JSON. Raises OSError for any status but 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        if response.status != 200:
            raise OSError(f"POST {path}: {response.status} {text[:200]}")
        return json.loads(text)


def resident_megabytes(process: int) -> float:
    """What a process has in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def serving(kind: str, folder: Path, index_dir: Path | str, **settings: object) -> Iterator[Server]:
    """A server over the shipped corpus that is ready, and ends with the block.

    ``kind`` is "extractive" or "written"; ``folder`` keeps its log.
    """
    port = free_port()
    variables = {f"CITECHAT_{name.upper()}": str(value) for name, value in settings.items()}
    places = {
        "CITECHAT_INDEX_DIR": str(index_dir),
        "CITECHAT_REQUESTS_PER_MINUTE": "0",  # all readers here have one address
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    log = folder / f"log-{port}.txt"
    with log.open("ab") as written:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(port), kind],
            stdout=written,
            stderr=written,
            env={**os.environ, **places, **variables},
        )
    server = Server(process, port, log)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        process.kill()
        process.wait()


def _wait_until_ready(server: Server) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until and server.process.poll() is None:
        try:
            server.get("/healthz")
            return
        except OSError:
            time.sleep(0.2)
    raise OSError(server.log.read_text(encoding="utf-8"))


# The readers


class Program:
    """A reader who asks over HTTP."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def ask(self, question: str) -> str:
        """The answer's text."""
        reply = self._server.post("/gradio_api/run/answer", {"data": [question]})
        return str(reply["data"][0]["text"])


class Tab:
    """A reader who asks on the page, as a browser does: an event to the queue, its stream back."""

    def __init__(self, server: Server) -> None:
        self._server = server
        page, _ = server.get("/")
        self._asking, self._writer = _asking_event(page)

    def ask(self, question: str) -> str:
        """Nothing of the answer but that it came: the page shows it."""
        session = uuid.uuid4().hex
        event = {
            "data": [question, [], "en", self._writer],
            "fn_index": self._asking,
            "session_hash": session,
        }
        self._server.post("/gradio_api/queue/join", event)
        stream, _ = self._server.get(f"/gradio_api/queue/data?session_hash={session}")
        messages = [
            json.loads(line[5:]) for line in stream.splitlines() if line.startswith("data:")
        ]
        ends = [message for message in messages if message["msg"] == "process_completed"]
        if not ends or not ends[0]["success"]:
            raise OSError(f"a tab was told {(ends or messages)[-1:]}")
        return ""


def _asking_event(page: str) -> tuple[int, str]:
    """The number of the page's function that is called when a question is sent, and who writes."""
    written = page.partition("window.gradio_config = ")[2]
    config, _ = json.JSONDecoder().raw_decode(written)
    named = {part["props"].get("elem_id"): part for part in config["components"]}
    sent = [named["question"]["id"], "submit"]
    numbers = [its["id"] for its in config["dependencies"] if sent in its["targets"]]
    return numbers[0], named["backend"]["props"]["value"]


# What is noted


@dataclass
class Visit:
    """What was seen while readers asked."""

    readers: int
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    first_bytes: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def note_answer(self, question: str, text: str, seconds: float) -> None:
        """An answer came; the same question must get the same one each time."""
        self.times.append(seconds)
        if text and self.texts.setdefault(question, text) != text:
            self.errors.append(f"{question}: two answers: {self.texts[question]!r}, {text!r}")


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which that share of all lies."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def growth_of_second_half(megabytes: Sequence[float]) -> float:
    """How much more there is at the end than at the middle, as a share.

    >>> growth_of_second_half([50, 90, 100, 104, 105])
    0.05
    """
    return round(megabytes[-1] / megabytes[len(megabytes) // 2] - 1, 4)


def visit(server: Server, readers: int, seconds: float, asked: Sequence[str]) -> Visit:
    """Let so many readers ask one question after another for so long, every other one on the page."""
    seen, until = Visit(readers), time.monotonic() + seconds

    def read(number: int) -> None:
        reader = (Tab if number % 2 else Program)(server)
        for turn in range(1_000_000):
            question = asked[(number * 101 + turn) % len(asked)]
            begun = time.monotonic()
            if begun > until:
                return
            seen.note_answer(question, reader.ask(question), time.monotonic() - begun)

    with ThreadPoolExecutor(readers + 1) as crowd:
        watching = crowd.submit(_watch, server, seen, until)
        for number, reading in enumerate([crowd.submit(read, number) for number in range(readers)]):
            error = reading.exception()
            if error:
                seen.errors.append(f"reader {number}: {error}")
        watching.result()
    return seen


def _watch(server: Server, seen: Visit, until: float) -> None:
    """Open the page again and again, and look at the server's memory."""
    while time.monotonic() < until:
        try:
            seen.first_bytes.append(server.get("/")[1])
        except OSError as error:
            seen.errors.append(f"the page: {error}")
        seen.megabytes.append(server.megabytes())
        time.sleep(0.5)


def time_of_one(server: Server, asked: Sequence[str]) -> float:
    """Seconds of an answer, on the average, for a reader who is alone; both ways of asking."""
    times = []
    for reader, part in ((Program(server), asked[::2]), (Tab(server), asked[1::2])):
        for question in part:
            begun = time.monotonic()
            reader.ask(question)
            times.append(time.monotonic() - begun)
    return statistics.mean(times)


# What has to hold


@dataclass(frozen=True)
class Report:
    """Figures by name, and what did not hold: its name and a sentence about it."""

    figures: dict[str, float]
    broken: dict[str, str]


def of_readers(server: Server, readers: int, seconds: float, alone: int) -> Report:
    """What so many readers see in so many seconds; ``alone`` questions are asked by a lone one before."""
    asked = questions()
    time_of_one(server, asked[:6])  # what is read on first use
    begun = server.worked()
    one = time_of_one(server, asked[6 : 6 + alone])
    work_alone = (server.worked() - begun) / alone
    begun = server.worked()
    seen = visit(server, readers, seconds, asked[6 + alone :])
    if not seen.times or not seen.first_bytes:
        return Report({}, {"errors": f"nothing was answered: {seen.errors[:3]}"})
    work = (server.worked() - begun) / len(seen.times)
    metrics, _ = server.get("/metrics")
    failed = re.findall(r'citechat_answers_total\{outcome="(failed|refused)"\} (\d+)', metrics)
    mean, p95 = statistics.mean(seen.times), percentile(seen.times, 0.95)
    most = MOST_TIMES_FAIR_WAIT * one * max(1.0, readers / CORES)
    growth = growth_of_second_half(seen.megabytes)
    figures = {
        "answers": len(seen.times),
        "answers/s": len(seen.times) / seconds,
        "alone ms": 1000 * one,
        "p50 ms": 1000 * percentile(seen.times, 0.5),
        "p95 ms": 1000 * p95,
        "p95 at most ms": 1000 * most,
        "CPU ms of an answer, alone": 1000 * work_alone,
        "CPU ms of an answer, in the crowd": 1000 * work,
        "page's first byte, p50 ms": 1000 * percentile(seen.first_bytes, 0.5),
        "page's first byte, slowest ms": 1000 * max(seen.first_bytes),
        "MB": seen.megabytes[-1],
        "growth of the second half %": 100 * growth,
    }
    checks = [
        ("errors", not seen.errors, f"{len(seen.errors)} errors: {seen.errors[:3]}"),
        ("failures", not failed, f"the server counts {failed}"),
        ("memory", growth <= MOST_GROWTH, "the memory grows"),
        ("fair", p95 <= MOST_TIMES_MEAN * mean, "some wait far longer than others"),
        ("work", work <= MOST_TIMES_WORK * work_alone, "an answer costs more in a crowd"),
        ("p95", p95 <= most, "p95 is over its bound"),
        ("page", max(seen.first_bytes) <= LONGEST_FIRST_BYTE, "the page let a reader wait"),
    ]
    return Report(figures, {name: reason for name, holds, reason in checks if not holds})


def of_one_process(
    chat: CiteChat,
    count: int,
    told: Callable[[int, float], object] = lambda *_: None,
    different: int | None = None,
) -> Report:
    """So many questions to one chat, again and again those of the exams, or the first ``different`` ones:
    each gets the same answer each time, and its quotes stand where they say. ``told`` hears of each
    hundredth part.
    """
    asked = questions()[:different]
    answers: dict[str, Answer] = {}
    errors: list[str] = []
    times: list[float] = []
    megabytes: list[float] = []
    for number in range(count):
        question = asked[number % len(asked)]
        begun = time.thread_time()
        reply = chat.answer(question)
        times.append(time.thread_time() - begun)
        if answers.setdefault(question, reply) != reply:
            errors.append(f"{question}: two answers")
        errors += _misplaced(chat, reply)
        if number % max(1, count // 100) == 0:
            megabytes.append(resident_megabytes(os.getpid()))
            told(number, megabytes[-1])
    tenth = max(1, count // 10)
    growth = growth_of_second_half(megabytes)
    figures = {
        "questions": count,
        "CPU ms, first tenth": 1000 * statistics.mean(times[:tenth]),
        "CPU ms, last tenth": 1000 * statistics.mean(times[-tenth:]),
        "CPU ms, slowest": 1000 * max(times),
        "MB": megabytes[-1],
        "growth of the second half %": 100 * growth,
    }
    broken = {"errors": f"{len(errors)} errors: {errors[:3]}"} if errors else {}
    if growth > MOST_GROWTH:
        broken["memory"] = "the memory grows"
    return Report(figures, broken)


def _misplaced(chat: CiteChat, reply: Answer) -> list[str]:
    """Quotes of an answer that do not stand in their document where they say."""
    return [
        f"{reply.question}: {cited.document_id} does not hold its quote"
        for cited in reply.citations
        if chat.document(cited.document_id, cited.language).text[cited.start : cited.end]
        != cited.quote
    ]


def _show(name: str, report: Report) -> None:
    print(name, flush=True)
    for title, figure in report.figures.items():
        print(f"  {title}: {figure:.1f}", flush=True)
    for reason in report.broken.values():
        print(f"  DOES NOT HOLD: {reason}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """All of it; 0 where everything holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--different", type=int, help="of them so many different ones")
    parser.add_argument("--index-dir", help="an index that stands already")
    chosen = parser.parse_args(arguments)
    reports = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        index_dir = chosen.index_dir or folder / "index"
        for kind in ("extractive", "written") if chosen.readers else ():
            with serving(kind, folder, index_dir) as server:
                reports.append(of_readers(server, chosen.readers, chosen.seconds, alone=60))
            _show(f"{kind}, {chosen.readers} readers for {chosen.seconds:g} s", reports[-1])
        if chosen.questions:
            chat = CiteChat(Settings(index_dir=index_dir))
            chat.warm_up()
            reports.append(of_one_process(chat, chosen.questions, _progress, chosen.different))
            _show("one process", reports[-1])
    return 1 if any(report.broken for report in reports) else 0


def _progress(number: int, megabytes: float) -> None:
    print(f"  {number} questions, {megabytes:.0f} MB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
