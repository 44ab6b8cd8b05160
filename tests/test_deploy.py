"""deploy/: the compose file names what there is, and opens no more than the proxy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from citechat import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
WORKERS = {name: its for name, its in SERVICES.items() if name.startswith("worker")}


def test_every_variable_of_a_worker_is_a_setting_and_the_values_can_work() -> None:
    for its in WORKERS.values():
        given: dict[str, Any] = {
            name.removeprefix("CITECHAT_").lower(): re.sub(r"\$\{\w+:-(.*)\}", r"\1", text)
            for name, text in its["environment"].items()
        }
        given["chroma_timeout"] = float(given["chroma_timeout"])
        assert Settings(**given).chroma_url == "http://chroma:8000"
    assert len(WORKERS) == 2


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, its in SERVICES.items() if "ports" in its] == ["proxy"]


def test_the_documents_cannot_be_written_and_each_worker_has_an_index_folder_of_its_own() -> None:
    indexes = set()
    for its in WORKERS.values():
        documents, index = its["volumes"]
        assert documents.endswith(":/corpus:ro")
        indexes.add(index.partition(":")[0])
    assert indexes <= COMPOSE["volumes"].keys()
    assert len(indexes) == len(WORKERS)


def test_the_proxy_hands_on_to_every_worker() -> None:
    (line,) = re.findall(r"reverse_proxy (.*) \{", (DEPLOY / "Caddyfile").read_text("utf-8"))

    assert line.split() == [f"{name}:7860" for name in WORKERS]


def test_the_server_is_of_the_version_that_is_tested() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    (version,) = re.findall(r"^chromadb==(\S+)$", constraints, re.MULTILINE)

    assert SERVICES["chroma"]["image"] == f"chromadb/chroma:{version}"
