"""Which of several that a question offers is not of the place that it names, as their profiles tell: "Anker, Brise
or Kiel: which is not from Norden?"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import filterfalse

from citechat_ingest import Name

from ...retrieval.selection import Quote
from ..names.profile import profile_of, profile_quotes
from ..statements import Findings, Statement
from .member_lists import read_asked
from .remaining import beside_the_list, offered

# So many sentences open a profile that tell what its name is, and where.
_DEFINING = 2


def told_by_its_profile(findings: Findings) -> Sequence[Statement]:
    """The sentence that opens the profile of the only one whose profile does not name what all others
    do; nothing where more do not, or one has no profile."""
    asked = read_asked(findings.query.text, findings.language)
    for row in offered(asked, findings):
        named = beside_the_list(asked, row, findings)
        # Where something is, its profile says first; what else it has to do with may stand elsewhere.
        wanted = [name for name in named if name.kind == "place"]
        profiles = [_defining(name, findings) for name in row.names]
        names_it = partial(_name_all, wanted, findings)
        apart = list(filterfalse(names_it, profiles))
        if wanted and all(profiles) and len(apart) == 1:
            return [Statement(apart[0][0])]
    return ()


def _defining(name: Name, findings: Findings) -> Sequence[Quote]:
    """The sentences that open the profile of a name; none where it has no profile."""
    profile = profile_of(name, findings.index, findings.language)
    return profile_quotes(profile, findings.language, findings.index)[:_DEFINING]


def _name_all(wanted: Sequence[Name], findings: Findings, quotes: Sequence[Quote]) -> bool:
    """Whether one of some sentences uses all of some names."""
    said = [findings.index.glossary.found_in(quote.text) for quote in quotes]
    return any(all(name in names for name in wanted) for names in said)
