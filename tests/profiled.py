"""Corpora made by hand that consist of profiles, and a glossary of the names that they use."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.testing import LetterCountEmbedder

_PROFILE = "---\ntitle: {title}\nrole: profile\n---\n\n{text}\n"
_ENTRY = '[[name]]\nkind = "{kind}"\nen = "{name}"\nde = "{name}"\nzh = "{name}"\n'


def index_of_profiles(
    folder: Path, profiles: Mapping[str, Mapping[str, str]], kinds: Mapping[str, str]
) -> Index:
    """An index of ``profiles``, a text by title by language; ``kinds`` are those of the names, which
    are written alike in all languages."""
    for language, texts in profiles.items():
        for title, text in texts.items():
            path = folder / "corpus" / language / "profiles" / f"{title}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_PROFILE.format(title=title, text=text), encoding="utf-8")
    entries = (_ENTRY.format(kind=kind, name=name) for name, kind in kinds.items())
    (folder / "corpus" / "glossary.toml").write_text("".join(entries), encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index
