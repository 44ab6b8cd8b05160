"""A follow-up that is no more than "Why?"."""

from __future__ import annotations

import re

_ASKS_ONLY_WHY = re.compile(
    r"^\s*(?:(?:and|but|und|aber)\s+)?(?:why|how come|what for|warum|wieso|weshalb|wie kommt(?:'s| das| es)?)"
    r"(?:\s+(?:is|was|does|did|do|has|have|they|he|she|ist|war|hat|haben|macht|machen|tut|tun|gemacht|getan|sie|er|man"
    r"|denn|nur|eigentlich|das|that|this|it|so|then|not|nicht|sind|are|were"
    r"|many|much|few|little|high|low|big|large|small|expensive|cheap|popular|successful|important|strong|weak|fast|slow|good|bad|late|early|more|less|fewer"
    r"|there|here|of all places|just|dort|da|gerade|ausgerechnet"
    r"|viele?|wenige?|hoch|niedrig|groß|klein|teuer|billig|günstig|preiswert|beliebt|erfolgreich|wichtig|stark|schwach|schnell|langsam|gut|schlecht|spät|früh|mehr|weniger)\b)*+\s*+[?!.]*+\s*+$"
    r"|^\s*(?:那|这)?(?:是)?(?:他们?|她|它们?)?(?:为什么|为何|为啥|怎么会|什么原因|原因呢?|何以)"
    r"(?:呢|啊|呀|会|要|是|能|有|[这那](?:[样么里儿边]|个?地方)|偏偏|在|放|建|设|做|干|说|选择|规定|安排|多|少|高|低|大|小|贵|便宜|强|弱|好|差|快|慢|火|重要|成功|受欢迎)*+\s*+[?？!！.。]*+\s*+$",
    re.IGNORECASE,
)


def asks_only_why(question: str) -> bool:
    """Whether a question is no more than "Why?": it asks the reason of what was said last."""
    return bool(_ASKS_ONLY_WHY.match(question))
