"""Does everybody agree? Who says otherwise? The questions for what others say of the last answer."""

from __future__ import annotations

import re

AGREED, OBJECTED = "agreed", "objected"
KINDS_OF_AGREEMENT = (AGREED, OBJECTED)

_START = r"^\W*(?:(?:and|but|so|und|aber|also|那么?|可是?|但是?)[,，]?\s*)*"
_ENGLISH_KINDS = r"(?:sources?|reports?|people|papers?|media|experts?|counts?|rankings?|lists?|documents?|studies|outlets?)"
_ENGLISH = (
    r"(?:every(?:body|one)(?: else)?|(?:any|some)(?:body|one) else"
    rf"|(?:the |any |all |all the |some )?others?(?: {_ENGLISH_KINDS})?|(?:all|the|all the) {_ENGLISH_KINDS}"
    r"|(?:they|we) all|all of them|all|experts)"
)
_SAME_VIEW = (
    r"(?:agree|say|think|see|claim|believe|report|confirm|share|rank|count|put|of (?:that|this|the same) (?:opinion|view|mind))"
    r"(?:s|d|ed)?"
)
_GERMAN_KINDS = r"(?:Quellen|Leute|Berichte?|Medien|Experten|Zählungen|Ranglisten|Listen|Dokumente|Studien|Stellen)"
_GERMAN_KIND = r"(?:Quelle|Bericht|Medium|Zählung|Rangliste|Liste|Dokument|Studie|Stelle)"
_GERMAN = (
    rf"(?:(?:die |alle )?anderen?(?: {_GERMAN_KINDS})?|(?:die |alle ){_GERMAN_KINDS}|alle|jeder|jede"
    rf"|(?:auch |noch |sonst noch )*(?:irgend)?eine? (?:andere[rs]?|weitere[rs]?|zweite[rs]?) {_GERMAN_KIND}"
    r"|(?:sonst )?(?:noch )?(?:irgend)?(?:jemand|wer)(?: anders?)?|man(?: das)? überall)"
)
_CHINESE_KINDS = r"(?:机构|媒体|来源|资料|统计|人|家|报道|榜单|榜|专家|数据)"
_CHINESE = rf"(?:大家|所有人|人人|别人|别家|各家|各方|外界|业内|专家们?|(?:别|其[他它]|另外|其余|各)的?{_CHINESE_KINDS}*)"
_PATTERNS: dict[str, tuple[str, ...]] = {
    AGREED: (
        rf"(?:do|does|did|is|are|would|has|have)(?:n['’]t)? {_ENGLISH} (?:also |all |really )*{_SAME_VIEW}"
        r"(?: (?:with|on|about|to|it|that|this|them|so|the|same|way|thing|things|view|opinion|figure|number|order"
        r"|as|well|too|also|like))*",
        r"is (?:that|this|it) (?:undisputed|uncontested|generally accepted)",
        rf"(?:sehen|sieht|sagen|sagt|meinen|meint|zählen|zählt|finden|findet|schreiben|schreibt|glauben|glaubt|denken|teilen|teilt"
        rf"|bestätigen|bestätigt|berichten|berichtet|nennen|nennt|belegt|ordnen)(?: (?:das|es|dies|denn|da|auch))* {_GERMAN}"
        r"(?: (?:das|es|dies|diese|die|auch|genauso|so|ebenfalls|denn|dasselbe|das gleiche|ansicht|meinung|zahlen?|genau))*",
        rf"sind (?:sich |da |darin |denn )*{_GERMAN}"
        r" (?:darin |da |darüber |sich |denn |auch )*(?:einig|(?:dies|d)er(?:selben)? (?:meinung|ansicht))",
        rf"stimm(?:en|t)(?: (?:dem|da|denn))* {_GERMAN}(?: (?:dem|da|damit))* (?:zu|überein)",
        r"ist das (?:unumstritten|unstrittig|einhellig)",
        rf"{_CHINESE}(?:的?(?:统计|数据|榜单|排名|说法))?(?:都|也|是不是|是否|全|是)*(?:这么|这样|那么|同样|一样)?的?"
        r"(?:说|看|认为|觉得|排|统计|算|报道|同意|认同|赞同|认可|想|写|一致)(?:的|法)?(?:这[个种一]?)?(?:说法|观点|看法|结论|数字)?[吗么嘛呢]?",
    ),
    OBJECTED: (
        r"who (?:disagrees?|disputes?|contradicts?|doubts?|denies|objects|says? otherwise|says? (?:it|that) (?:isn['’]t|is not|wasn['’]t)"
        r"|sees? (?:it|that) (?:differently|otherwise))(?: (?:that|this|it|with that|with it))?",
        r"(?:does|did|do|has|have|is there) any(?:one|body)(?: else)?(?: who)? (?:disagree|dispute|contradict|doubt|deny|object|question)"
        r"(?:s|d|ed)?(?: (?:to|with|that|this|it))*",
        rf"(?:(?:are|is) there|(?:do|does) (?:the |any )?(?:an)?others?(?: {_ENGLISH_KINDS})? (?:have|give|name|report|say))"
        r" (?:any |an? )?(?:other|another|different|differing|dissenting|opposing)"
        r" (?:views?|opinions?|figures?|numbers?|voices?|counts?|estimates?)(?: (?:on|about|of) (?:that|this|it))?",
        rf"(?:what about |how about |in |by )?(?:the )?other {_ENGLISH_KINDS}",
        r"is (?:that|this|it) (?:disputed|contested|controversial|in dispute)",
        r"what do (?:the )?(?:critics|others|other (?:sources|people|experts)) (?:say|think)(?: (?:about|of|to) (?:that|this|it))?",
        r"wer (?:bestreitet|widerspricht|bezweifelt|sieht|sagt)(?: (?:das|dem|dies|da|es|denn))*(?: (?:anders|etwas anderes|nicht))?",
        r"(?:bestreitet|widerspricht|bezweifelt|sieht)(?: (?:das|dem|dies|da|es|denn|hier))* (?:jemand|wer|einer)(?: (?:das|dem|anders))*",
        r"gibt es (?:denn |da |dazu |auch )*(?:andere|abweichende|verschiedene|gegenteilige) (?:meinungen|ansichten|zahlen|angaben|stimmen"
        r"|zählungen|schätzungen)(?: (?:dazu|davon|darüber))?",
        rf"(?:nennt|nennen|gibt|haben|hat|sagt|sagen)(?: denn| da)* {_GERMAN}"
        r" (?:eine )?(?:andere|abweichende) (?:zahlen?|angaben?|werte?)(?: an)?",
        rf"(?:die |was ist mit )?(?:den )?anderen? {_GERMAN_KINDS}",
        r"ist das (?:umstritten|strittig)",
        r"was sagen (?:die |denn )*(?:kritiker|anderen?(?: quellen| experten)?)(?: (?:dazu|davon))?",
        r"(?:有没有人|有人|谁|有谁)(?:不同意|反对|质疑|不认同|反驳|否认|说不是|说不对|不(?:这么|这样|那么)(?:看|说|认为|觉得|想)|有(?:不同|别的)(?:意见|看法|说法))(?:了|的)?[吗么呢]?",
        r"(?:有没有|有)?(?:别的|其他的?|不同的?|另外的)(?:说法|数字|数据|意见|看法|观点|口径|统计)[吗么呢]?",
        r"(?:这个?)?有(?:没有)?争议[吗么呢]?",
        rf"(?:别的|其[他它]的?|另外的?){_CHINESE_KINDS}+呢?",
        r"(?:批评者|反对者|别人|其他人|其他(?:机构|媒体|来源))(?:又|是)?怎么(?:说|看)的?",
    ),
}
_ASKS: dict[str, re.Pattern[str]] = {
    kind: re.compile(rf"{_START}(?:{'|'.join(patterns)})\W*$", re.IGNORECASE)
    for kind, patterns in _PATTERNS.items()
}
# "Who says that?" wants the source.
_WHO_SAYS_THAT = re.compile(r"^\W*wer (?:sagt|sieht)(?: (?:das|dies|es|denn))*\W*$", re.IGNORECASE)


def kind_of_agreement(text: str) -> str:
    """Whether a text asks if others say the same ("agreed"), or who says otherwise ("objected"); "" for any other."""
    if _WHO_SAYS_THAT.search(text):
        return ""
    return next((kind for kind, pattern in _ASKS.items() if pattern.search(text)), "")
