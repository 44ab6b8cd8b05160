"""What citechat is installed with may be used and passed on, and nothing of it is run from a file of data."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import supply

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_every_installed_package_is_under_a_licence_of_the_list() -> None:
    assert supply.unknown_licences() == []


def test_what_only_the_tests_use_is_told_from_what_users_get() -> None:
    ours = supply.shipped()

    assert {"citechat", "chromadb", "onnxruntime", "python-docx", "langchain-openai"} <= ours
    assert not {"pytest", "hypothesis", "num2words", "mypy"} & ours


@pytest.mark.parametrize(
    ("licences", "is_allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("(MIT OR GPL-3.0-only) AND BSD-3-Clause", True),
        ("MIT AND GPL-3.0-only", False),
        ("LGPL-2.1-or-later", False),
        ("no licence", False),
        ("MIT AND", False),
        ("(MIT", False),
        ("MIT) OR (GPL-3.0-only", False),
        ("", False),
        ("__import__('os')", False),
    ],
)
def test_a_licence_that_is_not_on_the_list_is_refused(licences: str, is_allowed: bool) -> None:
    assert supply.is_allowed(licences, supply.ALLOWED) is is_allowed


class _Package(metadata.Distribution):
    def __init__(self, lines: str) -> None:
        self._lines = lines

    def read_text(self, filename: str) -> str | None:
        return f"Name: x\nVersion: 1\n{self._lines}" if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


@pytest.mark.parametrize(
    ("lines", "licences"),
    [
        ("License-Expression: MIT OR ISC", "MIT OR ISC"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT"),
        ("License: Apache 2.0 License", "Apache-2.0"),
        ("License: Ask us first", "Ask us first"),
        ("", "no licence"),
    ],
)
def test_a_licence_is_read_from_where_packages_write_it(lines: str, licences: str) -> None:
    assert supply.expression(_Package(lines)) == licences


# Nothing loads a pickle: whoever can write one can run what he likes.

_LOADS_CODE = re.compile(
    r"\b(?:c?[pP]ickle|dill|joblib|shelve|marshal)\b\.|import (?:pickle|dill|joblib|shelve|marshal)"
    r"|allow_pickle\s*=\s*True|\btorch\.load\((?!.*weights_only=True)|\byaml\.(?:unsafe_|full_)?load\((?!.*(?:Safe|Base)Loader)"
)


@pytest.mark.parametrize("package", ["src", "ingest", "training"])
def test_no_file_of_ours_loads_what_could_be_code(package: str) -> None:
    loading = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / package).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if _LOADS_CODE.search(line.partition("#")[0])
    ]

    assert loading == []


# Chroma keeps a file in pickle's format, for graphs of more than a thousand vectors: read by a program in
# Rust that runs nothing. Here everything listens that could run something.
_LISTENING = """
import pickle, sys

load, loads = pickle.load, pickle.loads
pickle.load = lambda *file, **options: print("LOADED a file", flush=True) or load(*file, **options)
pickle.loads = lambda *text, **options: print("LOADED a text", flush=True) or loads(*text, **options)

def listen(event, arguments):
    if event == "pickle.find_class":
        print("LOADED", arguments, flush=True)

sys.addaudithook(listen)
if sys.argv[3] == "planted":
    pickle.loads(pickle.dumps(print))
from citechat import CiteChat, Settings
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.testing import LetterCountEmbedder
import citechat.page.app

PackagedEmbedder().encode(["a"], "en", "query")
for _ in range(2):  # builds it, opens it
    chat = CiteChat(Settings(corpus=sys.argv[1], index_dir=sys.argv[2]), embedder=LetterCountEmbedder())
    print(chat.answer("When was the lighthouse of Norden built?").text, flush=True)
    chat.index.store.close()
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["as it is", "planted"])
def test_from_the_building_to_the_answer_no_pickle_is_loaded(
    folder: Path, tmp_path: Path, kind: str
) -> None:
    boats = "\n\n".join(f"Boat {n} has {n % 40} seats and a mast of oak." for n in range(1_200))
    (folder / "boats.txt").write_text(boats, encoding="utf-8")
    command = [sys.executable, "-c", _LISTENING, str(folder), str(tmp_path / "index"), kind]
    path = os.pathsep.join(filter(None, sys.path))
    printed = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path}
    ).stdout.splitlines()

    assert sum("1892" in line for line in printed) == 2
    assert list((tmp_path / "index").rglob("*.pickle")) != []
    assert any(line.startswith("LOADED") for line in printed) is (kind == "planted")
