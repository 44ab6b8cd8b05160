"""Whether something was so before a year."""

from __future__ import annotations

import pytest

from citechat.plans.claims.before_a_year import told_earlier
from citechat.plans.claims.claimed import Claimed
from quoting import findings_of, quote_of


@pytest.mark.parametrize(
    ("question", "earlier", "later", "language"),
    [
        (
            "Had Norden passed the goal of 2025 before 2024?",
            "Norden passed the goal of 2025 in June 2022.",
            "Norden passed the goal of 2025 in May 2024.",
            "en",
        ),
        (
            "Hatte Norden das Ziel von 2025 vor 2024 erreicht?",
            "Norden hatte das Ziel von 2025 im Juni 2022 erreicht.",
            "Norden hatte das Ziel von 2025 im Mai 2024 erreicht.",
            "de",
        ),
        (
            "诺登在2024年之前达到2025年目标了吗？",
            "诺登在2022年6月达到2025年目标。",
            "诺登在2024年5月达到2025年目标。",
            "zh",
        ),
    ],
)
def test_a_sentence_of_an_earlier_year_tells_it(question, earlier, later, language):
    quotes = [quote_of(text, language=language) for text in (later, earlier)]
    found = findings_of(question, *quotes, language=language)

    told = told_earlier(Claimed(found.query, ()), found)

    assert told is not None
    assert told.text == earlier
    assert told_earlier(Claimed(found.query, ()), findings_of(question, quotes[0])) is None
