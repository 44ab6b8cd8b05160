"""The pages of docs/: what they name exists, and their table of settings is the one that settings make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import citechat
from citechat.chat import CiteChat
from citechat_ingest.formats import FORMATS
from readmes import BLOCK

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
# A path below the root, as the pages write it in code: `src/citechat/plans/`.
NAMED = re.compile(r"`((?:src|ingest|tests|corpus|examples|training)/[\w./<>-]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PACKAGE = re.compile(r"`((?!tests/|examples/)(?:[a-z_]+/)?[a-z_]+\.py)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [path for path in named if "<" not in path and not (ROOT / path).exists()]

    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_module_that_a_page_names_is_there(page: Path) -> None:
    sources = [
        path.as_posix()
        for folder in ("src/citechat", "ingest/citechat_ingest")
        for path in (ROOT / folder).rglob("*.py")
    ]
    named = PACKAGE.findall(page.read_text(encoding="utf-8"))
    missing = [name for name in named if not any(path.endswith(f"/{name}") for path in sources)]

    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_ending_of_a_file_stands_in_the_page_of_formats(ending: str) -> None:
    assert f"`{ending}`" in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_the_scripted_model_of_the_page_of_models_cites(
    chat: CiteChat, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(citechat, "CiteChat", lambda: chat)
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    (block,) = (block for kind, block in BLOCK.findall(page) if kind == "python")

    exec(block, {})

    assert re.search(r" \[1\] .*supported=1", capsys.readouterr().out)


def test_every_page_is_in_the_navigation() -> None:
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    missing = [page.name for page in PAGES if page.name not in site]

    assert yaml.safe_load(site)["strict"]
    assert not missing
