"""A corpus with an audited article in three languages, indexed once for all plans."""

from __future__ import annotations

import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.testing import LetterCountEmbedder
from lights import write_lights


@pytest.fixture(scope="session")
def lights_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Its article claims that the lamp shines 40 kilometres; its audit refines that to 38."""
    folder = tmp_path_factory.mktemp("lights")
    settings = Settings(corpus=write_lights(folder / "corpus"), index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index
