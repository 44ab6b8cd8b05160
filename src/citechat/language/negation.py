"""How a text says that something is not so, in English, German and Chinese."""

from __future__ import annotations

import re

NOT = re.compile(
    r"\bnot\b(?! only)|n['’]t\b|\b(?:never|no|none|neither|without|lacks?|lacking|isnt|arent|doesnt|dont|didnt|wasnt|werent|hasnt)\b"
    r"|\b(?:nicht(?! nur)|kein\w*|nie(?:mals)?|ohne|weder)\b"
    r"|不(?![同少过仅只断错久止])|没有?|未(?!来)|并非|(?<=[里中个家座位])无(?!人)",
    re.IGNORECASE,
)
# That the sources are silent says nothing of the matter itself.
UNCONFIRMED = re.compile(
    r"\bno source\b|\b(?:un|not )confirmed\b|\bkeine (?:der )?quellen?\b|\bnicht (?:bestätigt|belegt)\b"
    r"|没有(?:任何)?来源|来源(?:都|均)?(?:未|没有)",
    re.IGNORECASE,
)
