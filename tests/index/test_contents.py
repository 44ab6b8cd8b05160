"""What a corpus comes with, before its index is open."""

from __future__ import annotations

import pytest

from citechat import CorpusError, Settings
from citechat.index.contents import Contents, read_contents


def test_a_plain_folder_has_documents_alone(settings):
    assert read_contents(settings) == Contents({"en": (), "de": (), "zh": ()})


def test_article_audit_and_figures_are_seen_by_their_files(lights_corpus):
    contents = read_contents(Settings(corpus=lights_corpus))

    assert (contents.has_article, contents.has_audit, contents.has_figures) == (True, True, True)


def test_the_questions_to_begin_with_are_there(settings, folder):
    (folder / "questions.toml").write_text('de = ["Wer wacht?"]', encoding="utf-8")

    assert read_contents(settings).questions["de"] == ("Wer wacht?",)


def test_a_missing_corpus_is_an_error(tmp_path):
    with pytest.raises(CorpusError):
        read_contents(Settings(corpus=tmp_path / "nowhere"))
