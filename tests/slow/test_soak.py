"""The short form of ``make soak``: some readers for some seconds, some questions in one process.

What only an idle machine can promise (no reader waits longer than so many milliseconds) the long form
holds; here stands what is so on any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat
from soak import of_one_process, of_readers, serving

# Counting lines is work, too: it would be measured along.
pytestmark = pytest.mark.slow

ON_AN_IDLE_MACHINE = {"p95", "page"}


def test_readers_at_once_meet_no_error_and_none_waits_far_longer(
    chat: CiteChat, tmp_path: Path
) -> None:
    chat.warm_up()  # the index that the server opens
    with serving("extractive", tmp_path, str(chat.settings.index_dir)) as server:
        report = of_readers(server, readers=8, seconds=8, alone=10)

    broken = {name: why for name, why in report.broken.items() if name not in ON_AN_IDLE_MACHINE}
    assert broken == {}, report.figures
    assert report.figures["answers"] >= 8


def test_many_questions_in_one_process_get_the_same_answers_and_take_no_more_memory(
    chat: CiteChat,
) -> None:
    report = of_one_process(chat, 300, different=30)

    assert report.broken == {}, report.figures
