"""Answer from a folder of your own: index it, add a document, ask one document alone, remove it.

python examples/own_folder.py
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from citechat import CiteChat, Settings

HANDBOOK = """# Handbook of the workshop

## Opening hours

The workshop is open from Tuesday to Saturday, from 9 a.m. to 6 p.m.

## Fees

An hour at the lathe costs 12 euros. Members of the association pay 8 euros.
"""
NOTICE = "In December the workshop is closed, because the heating is being replaced.\n"


def main() -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place, "documents")
        folder.mkdir()
        (folder / "handbook.md").write_text(HANDBOOK, encoding="utf-8")
        chat = CiteChat(Settings(corpus=folder, index_dir=Path(place, "index")))
        print(chat.answer("How much is an hour at the lathe?"))

        notice = Path(place, "notice.txt")
        notice.write_text(NOTICE, encoding="utf-8")
        changes = chat.add(notice)  # copied into the folder; it alone is read and embedded
        print(f"added: {', '.join(changes.added)}")
        print(chat.answer("Why is the workshop closed in December?", within=["notice"]))
        print([f"{d.document_id}: {d.passages}" for d in chat.documents()])

        chat.remove("notice")  # its file is put away in the folder's .removed
        refused = chat.answer("Why is the heating being replaced?")
        print(f"answered: {refused.answered}, {refused.reason}. {refused}")


if __name__ == "__main__":
    main()
