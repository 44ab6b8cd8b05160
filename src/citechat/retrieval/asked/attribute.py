"""What a question asks of a thing (its founder, price, staff, age, …) must be what the sentence gives: that
units of a firm were listed on a day does not tell when the firm was founded.

Only in a curated corpus, whose sentences are written out; a row of a price list names no price.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language import terms
from ...verification.numerals import Number, read_numerals
from ..query import Query, QueryName
from ..selection import Quote
from .dates import is_of_another_year
from .degree import gives_the_asked_degree, tells_the_asked_degree
from .number_or_time import holds_type

# What a question says that asks for it, and what a sentence says that gives it.
_ATTRIBUTES = {
    "founding": (
        r"\b(?:found(?:ed|er|ing)|founders(?= of\b|\W*$)|establish(?:ed|ment)|start(?:ed)? up|gegründet|gründung|gründete|gründer\w*)\b"
        r"|\bseit wann gibt(?:['’]?s| es)"
        r"|成立|创立|创办|创建|创始",
        r"\b(?:found|establish|start|creat|set up|spin-?off|spun|beg[au]n|first\b|since\b|\w*gegründe|\w*gründe|gründung"
        r"|entstand|entstanden|geschaffen|ausgegründ|ausgründ|aufgebaut|ins leben|erste|seit\b|begann|beginn\b)"
        r"|成立|创立|创办|创建|创始|分拆|打造|首届|起，|孵化|出自",
    ),
    "name": (
        r"\b(?:come|came|comes) by (?:its|his|her|their|the) name\b|\b(?:get|got) (?:its|his|her|their) name\b"
        r"|\bwhere (?:does|did) the name\b|\bnamed after\b|\b(?:kam|kommt) .{1,40} zu (?:seinem|ihrem|dem) namen\b"
        r"|\bwoher (?:hat|kommt|stammt) .{0,40}\bnamen?\b|\bbenannt nach\b|(?:名字|名称)(?:的)?(?:由来|来历|出处|怎么来)|为什么叫|为啥叫",
        r"\bname[sd]?\b|\bcalled\b|\bnamen?\b|\bbenannt|\bheißt|\bnannte|名|叫|称",
    ),
    "price": (
        r"\bhow much (?:does|do|did|is|are|will|would)\b.*\bcosts?\b|\bwhat (?:does|do|did)\b.*\bcost\b"
        r"|\bhow expensive\b|(?<!by )\bhow much (?:is|are)\b(?!.{1,60}\b(?:ahead|behind|worth|in the)\b)"
        r"|\bprices?\b|\bwie teuer\b|\bwas kostet|\bwie ?viel kostet|\bpreis(?!träger)\w*\b|多少钱|价格|售价|单价|几块钱",
        r"\b(?:yuan|dollars?|euros?|rmb|cents?|cheap\w*|percent|prozent|free|gratis|kostenlos|billig\w*)\b|[$€¥]|元|美元|欧元|便宜|免费|分之"
        r"|\b(?:(?:low-)?pric(?:es?|ed)|costs? (?:only |just |about )?(?:one|an?|half)|\w*preis(?!träger)\w*|kost\w+ (?:nur )?ein)\b|价",
    ),
    "staff": (
        r"\b(?:employees|staff|workforce|headcount|people work|people does .* employ|workers|mitarbeiter\w*|beschäftigte?\w*|angestellte\w*"
        r"|leute arbeiten|menschen arbeiten)\b|员工|雇员|职工|多少人工作|上班",
        r"\b(?:employ|staff|work|people at work|researchers?|scholars?|mitarbeiter|beschäftig|angestellt|arbeit|forscher)"
        r"|员工|从业|雇|人员|学者|研究者",
    ),
    "population": (
        r"\b(?:population|inhabitants|residents|people live|einwohner\w*|bevölkerung|menschen (?:leben|wohnen)|leute (?:leben|wohnen))\b"
        r"|人口|居民",
        # people at work are not all that live somewhere
        r"\b(?:population|inhabitant|resident|people(?! (?:at work|employed|who work|work))|live|einwohner|bevölkerung|leben)"
        r"|\bmenschen(?! arbeiten)|人口|居民|常住|[万亿]多?人(?![才次从在工员])",
    ),
    "age": (
        r"\bhow old\b|\bage of\b|\bborn\b|\bbirth\w*\b|\bwie alt\b|\bgeboren\b|\bgeburts\w*"
        r"|多大年纪|多大岁数|多大了|几岁|出生|生于|年龄|哪年生",
        r"\b(?:born|birth|aged?\b|years old|found|since|geboren|geburt|jahre alt|gegründe)|生于|出生|岁|后\b|年代|成立|创办",
    ),
    "chief": (
        r"\b(?:ceo|chief executive|managing director|chairman|chairwoman|geschäftsführer\w*|vorstandschef\w*|chefin|chef)\b"
        r"|\bwho (?:runs|heads|manages|(?:is|are) (?:the )?(?:head|boss|chief|in charge))\b"
        r"|\bwho leads (?!in\b|the (?:[\w-]+ ){0,3}(?:list|ranking|index|field|race|world)\b)|\bwer leitet\b"
        r"|首席执行官|总裁|董事长|总经理|负责人|掌门人|谁(?:在)?(?:掌管|执掌|领导)",
        r"\b(?:ceo|chief|head|boss|president|chair|chef|geschäftsführer|vorstand|leite)|首席|总裁|董事长|总经理|负责人|掌门|CEO",
    ),
    "rector": (
        r"\b(?:rector|dean|university president|rektor\w*|dekan\w*)\b|校长|院长",
        r"\b(?:rector|dean|president|rektor|dekan|präsident)|校长|院长",
    ),
    "mayor": (r"\bmayor\b|\b(?:ober)?bürgermeister\w*|市长", r"\bmayor\b|bürgermeister|市长"),
    "pay": (
        r"\b(?:salary|salaries|wages?|gehalt|gehälter|löhne?)\b|工资|薪水|薪酬|月薪|年薪",
        r"\b(?:salar|wage|earn|pay|gehalt|gehält|lohn|löhne|verdien)|工资|薪",
    ),
    # people earn pay, and companies revenue
    "earnings": (
        r"\b(?:earn(?:s|ed)?|verdien\w*|profits?|gewinne?)\b|赚|盈利|利润",
        r"\b(?:earn|salar|wage|revenue|profit|took in|loss|lost|verdien|gehalt|verlust|verlor)|umsatz|gewinn|赚|利润|盈利|亏",
    ),
    "contact": (
        r"\b(?:(?:tele)?phone(?![ -](?:mak|net|and|or|compan|group|firm|brand|suppl|manufact)\w*)|e-?mail"
        r"|(?<!to )address(?! (?:the|an?|people)\b)|telefon(?!her|net|kon|firm)\w*|adresse|anschrift|postleitzahl"
        r"|(?:which|what) (?:street|road)|(?:welcher?|in der) straße|hausnummer)\b|电话|邮箱|地址|哪条(?:街|路|马路)",
        r"\b(?:phone|telephone|e-?mail|address|telefon|adresse|anschrift|street|road|straße)|电话|邮箱|地址|路",
    ),
    "revenue": (
        r"\b(?:revenue|turnover|umsatz|umsätze)\b|营收|营业额|营业收入",
        r"\b(?:revenue|turnover|took in|(?<!world )(?<!of )sales|erlös|einnahm|nahm|setzte)|umsatz|umsätze|营收|营业|收入",
    ),
    "valuation": (
        r"\bvaluations?\b|\bvalued at\b|\bhow much (?:is|are|was|were)"
        r" (?!.{1,60}\b(?:industry|sector|business|economy|market)\b).{1,60}\bworth\b"
        r"|\bmarket (?:value|cap\w*)\b"
        r"|\bwie ?(?:viel|hoch) .{1,60}\b(?:wert|bewertet)\b|\b(?:markt|börsen|unternehmens|firmen)wert\b"
        r"|估值|市值|身价|值多少钱",
        r"\b(?:valu\w*|worth|capitali[sz]ation|bewert\w*)\b|wert\b|值|身价|\b(?:los[ts]\w*|verl[ou]\w*)\b|损失",
    ),
    "share price": (
        r"\b(?:share|stock) price\b|\b(?:aktien|börsen)(?:kurs|preis)\w*|股价",
        r"\b(?:share|stock) price|\bshares? (?:f[ae]ll|r[io]se|lost|gain|closed)|\bstocks?\b|\baktie\w*|kurs\b|股价|股票|每股",
    ),
    "students": (
        r"\b(?:how many|number of) (?:\w+ )?students\b|\bstudent numbers?\b|\bwie ?viele (?:\w+ )?(?:student|studierende)\w*"
        r"|\b(?:studierenden|studenten)zahl\w*|zahl der (?:student|studierende)\w*|在校生|(?:多少|几)名?学生|学生人?数",
        r"\b(?:student|enrol|studier|immatrikul)|学生|在校",
    ),
    # where it is sold, and not what it costs
    "shop": (
        r"\bwhere (?:can|could|do|would) (?:i|you|one|we|people) (?:\w+ ){0,2}?(?:buy|get|order|purchase|rent)\b"
        r"|\bwo (?:kann|könnte|können) (?:ich|man|wir)\b.{0,60}\b(?:kaufen|bestellen|bekommen|erwerben|mieten)\b"
        r"|在?哪(?:里|儿|个(?:网站|平台|店))?(?:可以|能|才能)?(?:买|购买|订购|下单)",
        r"\b(?:shops?|stores?|dealers?|retail\w*|online|order(?:ed|s)?|available|laden|läden|geschäft\w*|händler\w*|erhältlich|bestell\w*)\b"
        r"|商店|门店|网店|官网|经销|订购|购买",
    ),
    "family": (
        r"\b(?:wife|husband|spouse|married|ehefrau|ehemann|verheiratet|gattin|gatte)\b|\bfrau von\b|妻子|丈夫|老婆|老公|结婚|夫人",
        r"\b(?:wife|husband|spouse|married|\w*frau|\w*mann|verheiratet|gattin|gatte)\b|妻子|丈夫|老婆|老公|结婚|夫人",
    ),
    "listing": (
        r"\b(?:go(?:ne)? public|went public|ipo|(?<!hit on the )(?<!lose on the )(?<!lost on the )stock (?:market|exchange)"
        r"|an die börse|börsengang|börsennotiert)\b|上市",
        r"\b(?:public|ipo|listed|listing|stock|filing|börse|börsen|antrag|gelistet)|上市|申请|申报",
    ),
    "unveiling": (
        r"\b(?:released?|launched?|unveil\w*|presented|published(?! (?:ai|research|science|papers?|results?)\b)"
        r"|c[oa]me out(?! (?:of|on top|ahead|first)\b)|vorgestellt|veröffentlicht|erschien\w*|herausgekommen"
        r"|herausgebracht|kam .* heraus)\b|发布|推出|上线|问世|亮相",
        r"\b(?:releas|launch|unveil|present|publish|show|appear|came out|brought out|open|offer|list|issu|sign|bear|dated?\b|made public"
        r"|relaunch|since|vorgestellt|stellte|veröffentlich|erschien|herausg|heraus\b|brachte|zeigte|kam|gab\b|seit|datier|frei\b)"
        r"|发布|推出|上线|问世|亮相|公布|发表|展示|提供|发售|印发|签署|起",
    ),
    # what somebody is weak in is not what it is strong in
    "weakness": (
        r"\b(?:weakness(?:es)?|weak(?:est)? (?:points?|spots?|sides?)|shortcomings?|drawbacks?|disadvantages?|achilles heel)\b"
        r"|\b(?:schwächen?|schwachpunkte?|schwachstellen?|nachteile?n?|manko|defizite?)\b|短板|弱点|弱项|劣势|缺点|软肋",
        r"\b(?:weak(?:ness(?:es)?)?|lack\w*|behind|limited|scarce|shortage|small|lowest|debts?|loss(?:es)?|lost|not first|for good)\b"
        r"|\b(?:schwäch\w*|schwach\w*|fehl\w*|mangel\w*|hinter|begrenzt|knapp|rar|klein|niedrigste\w*|schulden|verlust\w*|auf dauer"
        r"|nicht auf dem ersten)\b|弱|缺|不足|落后|仅次|不及|有限|稀缺|最低|债|亏损|不是全国第一|未必|降级",
    ),
    # what a grant pays and to whom, and not what is set aside for it
    "rule": (
        r"\bhow (?:does|do) .{1,60}(?:vouchers?|subsid(?:y|ies)|grants?|bonus(?:es)?) (?:actually )?work\b"
        r"|\bwie (?:funktionier(?:t|en)|läuft) .{0,60}(?:gutschein|förderung|zuschuss|prämie)"
        r"|(?:券|补贴|补助|奖励)(?:是|都|要)?(?:怎么|如何)(?:用|发|领|算|运作|补|申请)",
        r"\b(?:pays?|paid|covers?|claims?|applies|at most|percent)\b"
        r"|\b(?:deck\w*|übernimm\w*|übernehm\w*|zahl(?:t|en)|trägt|beantrag\w*|höchstens|prozent)\b|最多|上限|不超过|申请|[%％]",
    ),
    # what draws servers to a place, and not how many it has
    "siting": (
        r"\b(?:why|how come|reasons?)\b.{0,60}\b(?:servers?|data ?cent(?:er|re)s?|clusters?|compute)\b"
        r"|\b(?:warum|wieso|weshalb|gr[uü]nde?)\b.{0,60}(?:server|rechenzentr|rechencluster|serverfarm)"
        r"|为什么.{0,20}(?:服务器|数据中心|机房|集群)",
        r"\b(?:climate|cool\w*|cold|power|energy|electricity|land|cheap\w*|near\w*)\b"
        r"|\b(?:rules?|ban\w*|reasons?|because|draws?|policy)\b"
        r"|klima|kühl|kalt|strom|energie|fläche|billig|günstig|nähe|verbot|vorschrift|grund|weil|anziehen|ziehen"
        r"|气候|凉|冷|电|能源|土地|便宜|邻近|距离|禁|规定|原因|因为|吸引|政策",
    ),
    # by what a list or a figure is made, which is not who leads it
    "method": (
        r"\b(?:by|with|on|after) (?:what|which) (?:method|criteri|basis|yardstick|rule)\w*|\bmethod(?:s|ology)?\b|\bcriteri(?:a|on)\b"
        r"|\bhow (?:is|are|was|were|does|do|did) .{1,60}\b(?:made up|composed|calculated?|computed"
        r"|compiled?|work(?:s|ed)? out|drawn up|decided|determined|pick(?:ed)?|cho(?:se|sen|ose)|select(?:ed)?)\b"
        r"|\bhow (?:is|are|was|were|does|do|did) .{1,60}(?:index|ranking|list)\b.{0,12} (?:made|produced|come about|come together)\b"
        r"|\bwhat .{1,40} made up of\b|\bhow (?:does|do) .{1,60}(?:index|ranking|list) (?:work|(?:rank|order|rate)(?: \w+s)?\W*$)"
        r"|\bhow do (?:they|you) (?:rank|rate|order)\b|\bwie (?:funktioniert|arbeitet) .{1,60}(?:index|liste|ranking)\b"
        r"|\bmethoden?\b|\bkriteri(?:en|um)\b|\bmaßst[aä]b\w*|\bwonach\b|\bwie (?:setzt|setzen) sich .{1,60} zusammen\b"
        r"|\bwie (?:wird|werden|wurden?) .{1,60}\b(?:berechnet|ermittelt|erstellt|ausgewählt|zusammengestellt)\b"
        r"|\bwie (?:kommt|kam) .{1,60} zustande\b|\bwie (?:entsteht|entstand) .{1,60}(?:index|liste|ranking)\b"
        r"|(?:怎么|如何)(?:被[^，。？?]{1,14})?(?:计?算|排|选|评(?!价)|编|得出|产生)|(?:榜单?|指数|名单|排名)是?(?:怎么|如何)(?:来|定)"
        r"|(?:[按依]照?|依据|根据)(?:的是)?什么|什么(?:方法|标准|指标)|方法",
        r"\b(?:indicators?|criteria|citations?|go(?:es)? by|rests? on|based on|weighs?|counts? (?:papers|entries|only)|times an?"
        r"|ranking of .{1,60} by|orders? .{1,40} by)\b"
        r"|\b(?:kennzahl\w*|indikator\w*|kriteri\w*|maßgeblich|zitation\w*|beruh\w*|stütz\w*|zähl(?:t|en) (?:aufsätze|einträge|nur)"
        r"|mal einer?|rangliste .{1,60} nach|ordnet)\b"
        r"|指标|依据|根据|按.{1,24}[排评给计]|统计的|引用|乘以|权重|不计|未计入",
    ),
}
_COMPILED = {
    name: (re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE))
    for name, (asked, said) in _ATTRIBUTES.items()
}
# What is said in so many words that they tell little → words that tell it beside the question's own.
_SAID_IN_MANY = {
    "unveiling": re.compile(r"releas|unveil|vorgestellt|veröffentlich|发布|推出", re.IGNORECASE),
}
# A sentence that gives one of these is told before others; where none does, the best still answers.
_WISHED = frozenset({"rule", "siting"})
# Of these a question for a time asks no amount: "When does the higher price begin?".
_AMOUNTS = frozenset({"price", "staff", "population", "pay", "earnings", "revenue"})
_HOW_MANY = re.compile(
    r"\bhow many\b|\bnumber of\b|\bwie ?viele\b|\banzahl(?: der| von| an)?\b|\bzahl (?:der|von)\b"
    r"|(?:多少|(?<![哪那这])几)[家个名位所座项款颗台起]?",
    re.IGNORECASE,
)
# What a sentence says that gives the age of a person: since when a company stands tells none.
_BORN = re.compile(
    r"\b(?:born|birth|aged?\b|years old|geboren|geburt|jahre alt)|生于|出生|岁|后\b|年代",
    re.IGNORECASE,
)
# What a sentence says that gives the time at which something was founded: what its founder did, or what it has done
# since some year, tells none. "Since when does it exist?" is answered by "since".
_FOUNDED_THEN = re.compile(
    r"\b(?:found(?!ers?\b)|establish|start|creat|set up|spin-?off|spun|beg[au]n|first\b)"
    r"|(?<![-\w])(?:gegründe|gründe(?!r)|gründung|entstand|geschaffen|ausgegründ|ausgründ|erste\w*|begann)"
    r"|\b(?:stood|existed|exists|around|steht|besteht|existiert) (?:\w+ )?(?:since|seit)\b|\bgibt es seit\b"
    r"|成立|创立|创办|创建|分拆|打造|首届|孵化",
    re.IGNORECASE,
)
_EXISTS_SINCE = re.compile(r"\bseit wann gibt", re.IGNORECASE)
# A person who is tall is measured; how large a company or a city is, no length tells.
_TALL = re.compile(r"\bhow tall\b|\bwie groß (?:ist|war)\b|身高|多高", re.IGNORECASE)
_LENGTH = re.compile(r"\d ?c?m\b|\b(?:cm|met(?:er|re)s?|feet|tall)\b|厘米|米|身高", re.IGNORECASE)
# Within how many characters after that the concept is named that is counted.
_NEXT = {"en": 28, "de": 28, "zh": 9}
# Among how many of the best sentences one is sought that gives it.
_REACH = 12


def of_the_asked_attribute_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """The quotes, the first of the best that gives what is asked of the names before all others."""
    if query is None or not quotes or _gives_the_wished(quotes[0], query):
        return tuple(quotes)
    place = _place_of_the_giving(quotes[:_REACH], query)
    return (quotes[place], *quotes[:place], *quotes[place + 1 :])


def _place_of_the_giving(quotes: Sequence[Quote], query: Query) -> int:
    """Where the first stands that gives what is asked of the names; 0 where none does."""
    places = (place for place, quote in enumerate(quotes) if _gives_it_of_a_name(quote, query))
    return next(places, 0)


def _gives_it_of_a_name(quote: Quote, query: Query) -> bool:
    is_typed = holds_type(quote, query)
    return quote.names > 0 and is_typed and _gives_the_wished(quote, query)


def _gives_the_wished(quote: Quote, query: Query) -> bool:
    """The same, where a sentence must give what is wished as well."""
    wished = (said for name, said in _asked_by_name(query).items() if name in _WISHED)
    return gives_the_asked_attribute(quote, query) and all(its.search(quote.text) for its in wished)


def asks_for_the_method(query: Query) -> bool:
    """Whether it is asked by what a list or a figure is made: who is on it tells nothing of that."""
    return _demands(query) and asks_how_it_is_made(query.text)


def asks_how_it_is_made(text: str) -> bool:
    """The same of a question that need not name the list or the figure."""
    asked, _ = _COMPILED["method"]
    return bool(asked.search(text))


def gives_the_asked_attribute(quote: Quote, query: Query) -> bool:
    """Whether a sentence speaks of that which is asked of a thing, or counts it; an amount, of the
    year that is asked about."""
    if asks_an_amount(query) and is_of_another_year(quote, query):
        return False
    return _is_said(quote, query) and _gives_the_degree(quote, query)


def is_left_open(quotes: Sequence[Quote], query: Query) -> bool:
    """Whether something that is asked of a thing, or a degree of it, is said by none of several sentences,
    of which each may answer a part."""
    texts = [quote.text for quote in quotes]
    said_of_it = [any(map(said.search, texts)) for said in _asked(query)]
    is_of_degree = not _is_for_more(query) or tells_the_asked_degree(" ".join(texts), query)
    return not (all(said_of_it) and is_of_degree)


def _is_said(quote: Quote, query: Query) -> bool:
    is_said = all(said.search(quote.text) for said in _asked(query))
    return is_said and _is_expected(quote, query)


def _is_expected(quote: Quote, query: Query) -> bool:
    """Whether a sentence has the question's own words for what can be said in many, or a question that
    is expected of it has them: that a model is open since 2023 does not tell when it came out."""
    passage = quote.passage
    expected = passage.expected_questions(quote.number)
    if not expected or not _demands(query):
        return True
    text = " ".join((quote.text, *expected))
    for name, told in _SAID_IN_MANY.items():
        asked, _ = _COMPILED[name]
        if asked.search(query.text) and not (asked.search(text) or told.search(text)):
            return False
    return True


def _gives_the_degree(quote: Quote, query: Query) -> bool:
    """Whether a sentence says what is asked for in its degree, and of the things that are counted."""
    is_of_degree = not _is_for_more(query) or gives_the_asked_degree(quote, query)
    return is_of_degree and _is_of_the_counted(quote, query)


def asks_an_amount(query: Query) -> bool:
    """Whether money, people at work or people who live somewhere are asked of a thing."""
    asked = (name for name in _AMOUNTS if _COMPILED[name][0].search(query.text))
    return _demands(query) and any(asked)


def _is_of_the_counted(quote: Quote, query: Query) -> bool:
    """Whether a sentence speaks of the concept of which a question asks how many there are."""
    counted = _counted(query)
    if counted is None:
        return True
    text = quote.text_in_context
    held = set(terms.words(text, query.language))
    return counted.occurs_in(held) or not held.isdisjoint(heads(counted, query.language))


def _counted(query: Query) -> QueryName | None:
    """The concept of the glossary that follows "how many"; none where names are not asked about."""
    match = _HOW_MANY.search(query.text)
    if match is None or not _demands(query):
        return None
    next_words = query.text[match.end() : match.end() + _NEXT[query.language]].casefold()
    return next((name for name in query.names if _is_concept_in(name, next_words)), None)


def _is_concept_in(name: QueryName, text: str) -> bool:
    if name.proper or _is_unit(name):
        return False
    return any(spelling.casefold() in text for spelling in name.name.all_spellings)


def _is_unit(name: QueryName) -> bool:
    """Whether numbers are counted in it; one in another unit can be changed."""
    [numeral, *_] = read_numerals(f"1 {name.name.names['en']}", "en")
    return isinstance(numeral.value, Number) and bool(numeral.value.unit)


def heads(name: QueryName, language: str) -> set[str]:
    """What a concept is a kind of, by the last word of its spellings: companies of "AI companies"."""
    spelled = [terms.words(spelling, language) for spelling in name.name.all_spellings]
    last = {words[-1] for words in filter(None, spelled)}
    # A Chinese character alone stands in any sentence.
    return set(filter(_is_longer_than_a_letter, last))


def _is_longer_than_a_letter(word: str) -> bool:
    return len(word) > 1


def _asked(query: Query) -> Sequence[re.Pattern[str]]:
    """What sentences must say that give the things asked."""
    return [said for name, said in _asked_by_name(query).items() if name not in _WISHED]


def _asked_by_name(query: Query) -> dict[str, re.Pattern[str]]:
    """The attributes that are asked for or wished, with what sentences say that give them."""
    if not _demands(query):
        return {}
    # Of an amount it may be asked since when, or why: no sentence need tell how much.
    asks_no_amount = _asks_only_when(query) or "reason" in query.types
    idle = _AMOUNTS if asks_no_amount else frozenset[str]()
    said = {
        name: said
        for name, (asked, said) in _COMPILED.items()
        if name not in idle and asked.search(query.text)
    }
    if all(name.name.kind == "person" for name in query.proper_names):
        said |= {"age": _BORN} if "age" in said else {}
        said |= {"height": _LENGTH} if _TALL.search(query.text) else {}
    return _of_its_time(said, query)


def _of_its_time(said: dict[str, re.Pattern[str]], query: Query) -> dict[str, re.Pattern[str]]:
    """The same, stricter for a founding of which the time is asked for."""
    is_dated = _asks_only_when(query) and not _EXISTS_SINCE.search(query.text)
    return {**said, "founding": _FOUNDED_THEN} if is_dated and "founding" in said else said


def _asks_only_when(query: Query) -> bool:
    """Whether a time is asked for, and no number."""
    return "time" in query.types and "number" not in query.types


def _demands(query: Query) -> bool:
    """Whether things are asked of names."""
    return _is_for_more(query) and bool(query.proper_names)


def _is_for_more(query: Query) -> bool:
    """Whether sentences that are written out are asked for something: for more than whether it is so."""
    return query.curated and "truth" not in query.types
