"""The small articles, audited once with the packaged models."""

from __future__ import annotations

import pytest

from citechat import Audit, Settings, audit
from small_articles import ARTICLES, folder_of


@pytest.fixture(scope="session")
def audits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Audit]:
    """Article → its audit."""
    settings = Settings(index_dir=tmp_path_factory.mktemp("audits"))
    return {
        name: audit(folder_of(name) / "article.md", folder_of(name) / "sources", settings=settings)
        for name in ARTICLES
    }
