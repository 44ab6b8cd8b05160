"""What the documents say about a heading: the first sentences below it.

Where a corpus brings no example questions, a refusal offers its headings; this answers them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..quotes import first_sentence
from ..statements import Findings, Statement

_QUOTED = re.compile(r"[“„\"《]([^“”„\"《》]+)[”“\"》]")
# The first sentences below a heading say what it is about.
_SENTENCES = 2


def statements(findings: Findings) -> Sequence[Statement]:
    """The opening of the section, or document, whose heading the question quotes; else nothing."""
    quoted = {heading.strip() for heading in _QUOTED.findall(findings.asked)}
    for scored in findings.passages:
        passage = scored.passage
        if (passage.section or passage.title) in quoted:
            numbers = range(min(_SENTENCES, len(passage.sentences)))
            return [Statement(first_sentence(passage, number)) for number in numbers]
    return ()
