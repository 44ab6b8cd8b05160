"""The examples run as their reader would run them, and say what they promise."""

from __future__ import annotations

import asyncio
import json
import os
import re
import runpy
import subprocess
import sys
import urllib.parse
import urllib.request
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from citechat import CiteChat
from machine import free_port

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
QUESTION = "How many AI companies does Beijing have?"
PATIENCE = 180.0  # seconds, on a machine that is busy with other things


@pytest.fixture
def run(chat, monkeypatch, capsys):
    """Runs an example over the index that the tests have built; gives what it printed."""
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(chat.settings.index_dir))

    def run_example(name: str, *arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
        return str(capsys.readouterr().out)

    return run_example


@pytest.fixture
def names_of(chat, monkeypatch):
    """Loads an example without running it; gives its names."""
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(chat.settings.index_dir))
    return lambda name: runpy.run_path(str(EXAMPLES / name), run_name="__example__")


def test_ask(run):
    printed = run("ask.py")

    assert "2,400" in printed.splitlines()[0]
    assert "[1]" in printed


def test_ask_says_why_it_refuses(run):
    assert "reason: no_evidence" in run("ask.py", "Who won the World Cup in 2022?")


def test_own_folder(run):
    price, added, closed, listed, refused = run("own_folder.py").splitlines()

    assert "12 euros" in price
    assert added == "added: notice"
    assert "heating" in closed
    assert "notice: 1" in listed
    assert "answered: False, no_evidence" in refused


def test_async_server_streams_text_and_ends_with_the_answer(names_of):
    stream = names_of("async_server.py")["events"]

    events = asyncio.run(collected(stream(QUESTION)))

    text = "".join(data for name, data in events if name == "text")
    name, answer = events[-1]
    assert name == "answer"
    assert text == answer["text"]
    assert answer["citations"]


async def collected(stream) -> list[tuple[str, Any]]:
    return [parsed(event) async for event in stream]


def parsed(event: str) -> tuple[str, Any]:
    name, data = event.strip().split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_langchain_chain(run):
    headline, source = run("langchain_chain.py").splitlines()

    assert "2,400" in headline
    assert source.startswith("[1] ")


def test_langchain_agent(run):
    printed = run("langchain_agent.py")

    assert "I looked it up. Beijing" in printed
    assert "2,400" in printed


def test_compare_models(run):
    _, _, quotes, scripted = run("compare_models.py").splitlines()

    assert quotes.startswith("| quotes alone | 4 | 1.000 |")
    assert scripted.startswith("| scripted | 4 | 0.000 |")


def test_the_cells_of_the_notebook_run_in_order(chat, monkeypatch, capsys):
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(chat.settings.index_dir))
    notebook = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))
    names: dict[str, object] = {}

    for cell in notebook["cells"]:
        assert cell["cell_type"] in ("code", "markdown")
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []  # what it says is what it says today
            exec("".join(cell["source"]), names)

    assert "2,400" in str(names["reply"])
    assert "False no_evidence" in capsys.readouterr().out


def test_gradio_app_answers_with_sources(names_of):
    *pieces, answer = names_of("gradio_app.py")["respond"](QUESTION, [])

    assert pieces
    assert re.search(r"^\[1\] .*“", answer, re.MULTILINE)


def test_export_footnotes(run, tmp_path):
    run("export_footnotes.py", str(tmp_path))

    page = (tmp_path / "conversation.html").read_text(encoding="utf-8")
    sources = json.loads((tmp_path / "conversation.json").read_text(encoding="utf-8"))
    assert {path.suffix for path in tmp_path.iterdir()} >= {".html", ".md", ".bib", ".json"}
    assert 'href="#' in page
    assert len(sources) >= 2


@contextmanager
def running(chat, name: str, *arguments: str):
    """An example as a process of its own."""
    environment = {**os.environ, "CITECHAT_INDEX_DIR": str(chat.settings.index_dir)}
    command = [sys.executable, str(EXAMPLES / name), *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


def waited_for(address: str, process: subprocess.Popen[bytes]) -> str:
    """What the address says, once somebody listens there."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=60) as response:
            return str(response.read().decode())
        sleep(0.2)
    raise AssertionError(f"nobody listens at {address}")


@pytest.mark.slow
def test_async_server_over_http(chat, unused_port):
    asked = urllib.parse.urlencode({"question": QUESTION})
    with running(chat, "async_server.py", str(unused_port)) as process:
        said = waited_for(f"http://127.0.0.1:{unused_port}/ask?{asked}", process)

    assert "event: answer" in said
    assert "2,400" in said


@pytest.mark.slow
def test_gradio_app_over_http(chat):
    from gradio_client import Client

    port = free_port()
    with running(chat, "gradio_app.py", str(port)) as process:
        waited_for(f"http://127.0.0.1:{port}/", process)
        client = Client(f"http://127.0.0.1:{port}/", verbose=False)
        said = client.predict(QUESTION, api_name="/ask")

    assert "2,400" in said


def test_scripted_server_is_asked_and_its_word_is_not_believed(chat, names_of, capsys):
    server = ThreadingHTTPServer(("127.0.0.1", 0), names_of("scripted_server.py")["Scripted"])
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    settings = chat.settings.with_changes(llm="openai:any", llm_base_url=address)

    answer = CiteChat(settings, embedder=chat.embedder).answer(QUESTION)

    server.shutdown()
    server.server_close()
    assert QUESTION in capsys.readouterr().out
    assert answer.backend == "openai:any"
    assert "I was asked" in answer.text
    assert answer.checks.unsupported


@pytest.mark.slow
def test_several_workers():
    command = [sys.executable, str(EXAMPLES / "several_workers.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    assert done.returncode == 0, done.stderr
    assert "2,400" in done.stdout
    assert len(set(re.findall(r"^worker-\d+", done.stdout, re.MULTILINE))) == 2


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_short_and_says_how_it_is_run(script: Path):
    text = script.read_text(encoding="utf-8")

    assert text.count("\n") <= 60
    assert f"python examples/{script.name}" in text


def test_the_table_names_each_example_and_no_other():
    listed = re.findall(r"^\| `(.*?)` ", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.M)
    there = {path.name for path in EXAMPLES.glob("*.*") if path.suffix in (".py", ".ipynb")}

    assert sorted(listed) == sorted(there)
