"""The shell blocks of the README, run by a shell; pip and make look, but install nothing.

Those of its translations differ in nothing but their questions, which tests/test_readme.py asks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from wires import Reply, serve

from citechat.page import launch
from citechat.testing import passages_in
from machine import free_port
from readmes import README, ROOT, write_own_documents

pytestmark = pytest.mark.slow
PAGE, MODEL = "http://127.0.0.1:7860", "http://127.0.0.1:8000/v1"
PROGRAMS = {
    "python": 'exec {python} "$@"',
    "make": 'exec /usr/bin/env -S PATH="$REAL_PATH" make -n -C {root} "$@"',
    "pip": 'exec {python} {here}/pip.py "$@"',
    "citechat": 'test "$1" = chat && exec {python} {here}/page.py "$@"\n'
    'exec {python} -m citechat "$@"',
}
# pip: whether each extra that is asked for is one.
PIP = """
import re, sys, tomllib
extras = tomllib.load(open({pyproject!r}, "rb"))["project"]["optional-dependencies"]
asked = re.findall(r"(?:citechat|\\.)\\[(\\w+)\\]", " ".join(sys.argv))
assert asked and set(asked) <= set(extras), sys.argv
"""
# citechat chat: opens the page for real, waits until it can answer, and closes it.
SERVED = """
import subprocess, sys, time, urllib.request
options = ["--no-browser", "--port", "{port}"]
page = subprocess.Popen([sys.executable, "-m", "citechat", *sys.argv[1:], *options])
while page.poll() is None:
    try:
        urllib.request.urlopen("http://127.0.0.1:{port}/healthz", timeout=5)
        break
    except OSError:
        time.sleep(0.2)
died = page.poll() is not None
page.terminate()
page.wait()
sys.exit(died)
"""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs that stand before the real ones."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "pip.py").write_text(PIP.format(pyproject=str(ROOT / "pyproject.toml")))
    (folder / "page.py").write_text(SERVED.format(port=free_port()))
    for name, line in PROGRAMS.items():
        program = folder / name
        line = line.format(python=sys.executable, root=ROOT, here=folder)
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def page(chat):
    port = free_port()
    served = launch(chat, port=port, block=False)
    chat.warm_up()
    yield f"http://127.0.0.1:{port}"
    served.close()


def cited(prompt: str) -> Reply:
    """What the model of one's own says: the first passage, cited."""
    identity, text = next(iter(passages_in(prompt).items()))
    return Reply([f"{text} [{identity}]"])


@pytest.mark.parametrize("block", README.blocks("sh"), ids=range(len(README.blocks("sh"))))
def test_a_shell_block_runs(block: str, chat, page, programs, tmp_path):
    write_own_documents(tmp_path, README.language)
    path = os.environ["PATH"]
    environment = {
        **os.environ,
        "CITECHAT_INDEX_DIR": str(chat.settings.index_dir),
        "PATH": f"{programs}:{path}",
        "REAL_PATH": path,
    }
    with serve("openai", cited) as wire:
        script = block.replace(PAGE, page).replace(MODEL, wire.address)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, (script, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert bool(wire.prompts) == (MODEL in block)
    assert ("citations" in done.stdout) == ("curl" in block)
