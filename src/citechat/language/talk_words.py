"""Words with which people talk to a chat rather than ask of documents, in classes: greeting, thanking,
asking who it is, where it has that from, whether it may be trusted.

Latin words are whole ones, or beginnings where a star follows. Chinese ones are read off a text the
longest first. What a kind of talk is made of stands in ``talk/kinds.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from citechat_ingest import FUNCTION_WORDS

from .chinese_letters import simplified
from .word_translation import is_word

WORDS: dict[str, str] = {
    # whom one speaks to, and what one points at
    "you": """you your yours u ur ya yourself citechat chatbot chatbots du dich dir dein deine
        deinen deinem deiner deines euch euer eure euren eurer ihr ihre ihren ihrer ihrem ihnen
        sie 你们 你 您 妳""",
    "self": "yourself self dich selbst selber 自己 自我介绍",
    "i": """i me my mine we us our ich mir mich mein meine meinen meiner meinem wir uns unsere
        我们 我 咱们 咱""",
    "this": """this that these those das dies diese dieser dieses diesen diesem davon daran dazu
        这些 这个 这样 这 那些 那个 那样 那""",
    "it": "it its es 它",
    "place": """here site page website tool app application program chat service system bot
        assistant corpus collection database project hier seite webseite programm dienst korpus
        sammlung datenbank projekt assistent 这里 这儿 本站 网站 网页 页面 工具 程序 系统 应用
        助手 助理 客服 小助手 语料库 资料库 知识库 数据库 项目 平台""",
    "article": """article text piece essay story artikel artikels textes beitrag aufsatz 文章
        全文 原文 文本 本文""",
    "documents": """documents docs texts files corpus papers articles texte texten dokument
        dokumente dokumenten unterlagen 文档 资料 材料 语料""",
    "answer": """answer answers answered answering reply replies response responses information
        informations info infos data content contents facts figures numbers statement statements
        claim claims antwort antworten antwortest geantwortet beantwort* antworte auskunft
        auskünfte angaben angabe informationen daten inhalt inhalte fakten zahlen zahl aussage
        aussagen 回答 答案 答复 信息 数据 内容 数字 说法 回复""",
    # asking
    "who": "who whom whose wer wem wen 谁 哪家 哪位",
    "what": """what which was welche welcher welches welchen worüber wonach wofür wozu wobei
        womit worum 什么 哪些 哪个 哪种 哪方面 哪类 哪 啥 几""",
    "how": "how wie inwiefern 怎么样 怎么 怎样 如何 多",
    "founded": "worauf woraus",
    "where": "where wo woher 哪里 哪儿 从哪 从何 何处",
    "from": "from woher aus 从 哪来 来自",
    "why": "why warum wieso weshalb 为什么 为啥 为何 凭什么",
    "when": "when wann 什么时候 何时",
    "many": "many much all list viele alle liste 多少 差多少 几个 几份 全部 所有",
    "be": "are r is am be were bist sind ist bin sein war liegen liegt 是不是 是否 是 算 属于",
    "not": """not no never none dont doesnt cant cannot didnt isnt wasnt wont nicht nichts kein
        keine keinen nie niemals nö nein 不是 没有 没 不 别""",
    "about": "about over über 关于",
    "introduce": "introduce describe vorstellen stell beschreib* 介绍 自我介绍",
    "tell": "tell explain erzähl* erklär* sag sagen 讲讲 说说 聊聊 告诉 解释",
    "know": """know knew learn learned learnt knowledge weißt weiss weisst wissen kennst kennen
        weiß gelernt 知道 知识 了解 懂 明白 学""",
    "get": """get got gets come comes take takes based base rely relies draw find choose select
        pick obtain hast haben kommst kommt kommen stammst stammt stammen bezieh* stützt stützen
        beruh* basier* nimmst nehmen findest finden suchst wählst auswählst her 来自 来 得来 得到
        获取 获得 基于 依靠 根据 得出 找到 找 搜集 收集 挑选""",
    "telling": """anything keep keeps whats background backgrounds hear heard hearing interested
        interest lowdown deal fill details detail profile portrait facts news organisation
        organization company firm city university person term word concept mean means meaning
        meant called happening idea hintergrund hintergründe höre hören gehört interessiert
        interessiere steckbrief porträt begriff wort firma stadt universität konzern handelt auf
        sich steckt beschäftigt befasst dreht geht worum womit verbirgt dahinter wofür steht
        bedeutet bedeutung gemeint paar hat schon mal was bitte vor genau everything supposed
        rundown reading read heck intro introduction story remind knowing nothing like sentence
        he she they her him them going muss laden verein sieht siehts aus könnt würdest hab erfahren
        klär ahnung mehr curious guy mann typ kopf kennt bisschen habt 可说 有名 他 她 公司 企业 城市
        机构 地方 人物 基本 科普 级别 玩意 人 背景 简介 概况 情况 来头 来历 听说 听过 熟悉 认识 一家 这家
        哪家 意思 概念 名词 相关 有关 介绍 干 做 搞 厉害 底细 话说 相关资料 怎么回事 回事""",
    # what all documents are about, as far as one says so beside a name: "Suzhou in AI"
    "field": "ai ki 人工智能",
    "whose": """behind makes made make maker owns owner own builds built develops developed
        belongs belong hinter steckt steht gehört macht baut entwickelt betreibt hersteller 背后
        谁家 旗下 出品 做的 开发 研发 推出""",
    # what is asked of a chat
    "able": """can able capable could do does offer useful support feature features function
        functions functionality capabilities capability abilities ability skill skills task tasks
        purpose scope topic topics subject subjects area areas theme themes cover good for stuff
        thing things kind kinds sort sorts type types kannst können könntest könnten kann machst
        machen macht tust tun fähigkeit* funktion funktionen aufgabe aufgaben zweck thema themen
        themengebiet* gebiet gebiete bereich bereiche sachen ding dinge drauf anbieten bietest
        bieten unterstütz* dient gut abdecken deckst 能够 能力 能不能 可不可以 会不会 能否 能
        可以 会 功能 本领 本事 用处 用途 作用 做 干 擅长 服务 主题 话题 方面 领域 范围 东西 事情
        事""",
    "help": """help helps helped helpful geholfen hilfst helfen hilf helft hilfe behilflich 帮助
        帮忙 帮""",
    "ask": """ask asked asking question questions query queries frage fragen frag gefragt fragst
        gefragte 问题 提问 请教 询问 请问 问""",
    "work": """work works function operate running functioning funktionierst funktioniert
        funktionieren arbeitest arbeitet arbeiten 运作 工作 运行 原理 机制 实现""",
    "use": """use used uses using start begin benutze benutzen benutzt bedienen bedient nutze
        nutzen nutzt nutzst verwendest verwendet auswertest wertest anfangen 使用 用 操作 开始 采用""",
    "speak": """speak talk talking say understand chat write reply sprichst sprechen spricht
        spreche redest reden rede schreibe chatte verstehst verstehen beherrschst 说 讲 会 懂
        支持 聊天 聊 对话 用 打交道""",
    "language": """language languages english german chinese mandarin sprache sprachen deutsch
        englisch chinesisch 语言 中文 英文 英语 德文 德语 汉语 普通话 外语""",
    "make": """made make makes maker makers built build builds builder created create creator
        developed develop developer developers programmed programmer coded designed trained
        invented founded generated compiled collected gathered curated owner owns own runs
        operates maintains operator behind responsible team company belong belongs gemacht gebaut
        entwickelt entwickler entwicklerin entwicklern programmiert programmierer erschaffen
        erstellt erfunden trainiert zusammengestellt gesammelt ausgewählt generiert betreibt
        betreiber gehört gehörst hinter steckt steht verantwortlich firma herstell* 开发者 开发
        创造 制作 设计 训练 研发 发明 打造 做出来 造出来 创建 搭建 运营 背后 团队 整理 收集 汇编
        汇总 编写 生成 公司 老板 主人 出品""",
    "machine": """ai bot robot robots human humans person people machine computer program real
        alive software algorithm llm model gpt chatgpt claude gemini copilot siri alexa llama
        mistral bard perplexity grok openai google artificial intelligence man woman automated
        conscious ki roboter mensch menschen menschlich maschine programm echter echte echten
        lebendig sprachmodell modell künstlich* intelligenz jemand automat 真人 人工智能 机器人
        机器 人类 人 电脑 程序 软件 大模型 模型 语言模型 算法 活人 男 女 真的 真""",
    "name": "name named called call heißt heisst heißen namens nennen nenne 名字 叫 称呼 姓名",
    "age": "old age born birthday alt geboren geburtstag alter 几岁 多大 年龄 生日 岁",
    "live": "live located location home wohnst wohnen lebst 住 位于 家",
    "write": """write wrote writes written author schreibt schrieb geschrieben verfasst verfasser
        autor 撰写 写 作者""",
    "sum": """summar* overview gist tldr nutshell outline recap zusammenfass* zusammengefasst
        zusammen überblick übersicht kurzfassung kernaussage* hauptaussage* 核心观点 主要观点
        中心思想 概括 总结 摘要 概述 梗概 大意 概要 概况 归纳 主旨""",
    "brief": """short shortly brief briefly quick main key points point fass fasse fasst gib kurz
        kurze kurzer kurzen kleine kleinen wichtigste* 简要 简短 简单 简洁 主要 要点 核心 重点
        句话""",
    "give": "give gives provide show gib gebt geben zeig zeige liefer* 给出 给 提供",
    # on the answers
    "source": """source sources sourced reference references citation citations origin origins
        cite cites cited evidence proof newspaper newspapers media press outlet outlets quelle quellen quellenangabe* quellenverzeichnis
        nachweis* beleg belege herkunft literatur zeitung zeitungen medien presse 来源 出处 依据
        参考文献 参考 证据 引用 媒体 报纸 报社""",
    "fresh": """recent current currently uptodate updated update updates latest newest outdated
        aktuell aktuelle aktuellen aktuellste* aktualisiert* aktualität neueste neuesten neuste
        neusten veraltet 最新 更新 截止 截至 过时 时效""",
    "dated": """date dates dated old new end ends reach reaches last alt neu stand datum letzte
        letzten letztes reicht reichen endet frisch 新 旧 日期 什么时候 何时 哪一年 哪年 多久""",
    "sure": "sure certain sicher 确定 肯定",
    "trust": """trust trustworthy reliable reliably reliability accurate accuracy correct
        credible credibility true truth believe confident confidence verify verified check
        checked prove right objective neutral biased bias hallucinate hallucinations
        hallucinating invent inventing lie lying lies fake mistake mistakes error errors
        vertrauen traue trauen vertraue verlass* zuverlässig* glaubwürdig* glauben glaube glaub
        wahr wahrheit richtig korrekt stimmt stimmen gesichert seriös überprüf* prüf* geprüft
        beweis* objektiv parteiisch lügst lügen erfindest erfunden halluzinier* ausgedacht fehler
        irrst irren 可靠 靠谱 可信 相信 信任 信 准确 准 正确 真实 真 对 权威 客观 中立 核实 验证
        保证 靠得住 可信度 准确性 可靠性 骗 撒谎 编 瞎编 编造 胡编 乱编 幻觉 出错 犯错""",
    "limit": """limit limits limitation limitations weakness weaknesses restrictions grenze
        grenzen schwäche schwächen einschränkung* 局限性 局限 限制 弱点 缺点 短板""",
    "blame": """wrong incorrect false stupid dumb idiot bad useless nonsense rubbish crap
        bullshit bs garbage terrible awful horrible unhelpful disappointing disappointed boring
        confusing annoying sucks suck worst weak poor silly lame pointless missing incomplete
        misunderstood misunderstand irrelevant falsch falsche unsinn quatsch blödsinn mist
        schlecht schlechte schlechter dumm doof blöd blöder nutzlos unbrauchbar enttäuscht
        enttäuschend langweilig nervig nervst müll schwachsinn unfug daneben unvollständig
        unverständlich missverstanden verwirrend bescheuert 不对 错误 错了 错 胡说八道 胡说 胡扯
        瞎说 扯淡 废话 垃圾 没用 差劲 太差 差 笨 蠢 傻 失望 糟糕 烂 无聊 答非所问 不靠谱 不满意
        敷衍 离谱 乱说 跑题""",
    "praise": """great good nice cool awesome smart clever amazing helpful useful impressive
        brilliant excellent perfect wonderful fantastic love like well done superb best
        interesting wow neat intelligent bravo job congratulations toll tolle tolles super klasse
        prima gut gute gutes schlau klug genial hilfreich spitze großartig perfekt wunderbar
        ausgezeichnet beeindruckend beeindruckt stark mag liebe lob gelungen interessant geil
        hammer nett lieb freundlich 不错 很棒 真棒 太棒 棒 厉害 牛 聪明 优秀 赞 好用 很好 真好
        太好 好样的 喜欢 爱 有用 有帮助 完美 强大 强 可爱 给力 满意 有意思 有趣""",
    # the last answer again
    "repeat": """repeat again once pardon wiederhol* nochmal nochmals einmal bitte 重复 再说 一遍
        再讲 重说 重新""",
    "shorter": """shorter short brief briefly shorten concise compact sentence long tldr kürzer
        kurz knapper knapp kürze gekürzt satz lang kompakt 简短 短 短一点 简洁 精简 一句话 太长
        长 缩短 浓缩""",
    "simpler": """simpler simple simply easy easier plain rephrase rephrased reword paraphrase
        differently different words layman child kid five laymans terms einfacher einfach
        einfachen anders umformulier* verständlich verständlicher leichter worten klartext kind
        简单 通俗 通俗易懂 换个说法 换种说法 换句话 换个方式 换种方式 大白话 容易 改写 另外""",
    "understand": """understand understood get clear clarify follow verstehe verstanden kapiere
        klar versteh 看懂 听懂 理解 懂 明白""",
    "lost": "unclear unklar huh hä 看不懂 听不懂 没看懂 没听懂 不懂 不明白 没明白 不理解 没懂",
    "translate": """translate translated translation switch change version übersetz* wechsel*
        翻译 换成 改成 切换 换 改 成 版本 版""",
    "say": """say says said put explain express phrase word in tell make sag sage sagst sagt sagen gesagt
        erzählst redest meinst formulier* ausdrück* drück erklär* mach aus 说 讲 表达 解释 表述""",
    "figure": "figure number",
    # who counted, claimed, reported what was said
    "count": """count counts counted calculate calculated calculates compute computed estimate estimated
        estimates report reported reports claimed state states stated according laut
        zufolge gemäß behauptet behaupten zählt gezählt berechnet errechnet schätzt geschätzt meldet
        gemeldet berichtet 算的 统计 统计的 估计 估算 报道 公布 据 按""",
    # politeness
    "greet": """hello hi hey hiya howdy yo morning evening afternoon greetings sup wassup heya
        gday welcome test hallo hallöchen huhu moin moinsen servus grüezi grüß grüss grüße guten
        tag morgen abend mahlzeit tach na 你好 您好 嗨 哈喽 哈啰 早上好 下午好 晚上好 中午好 早安
        早 在吗 在不在 在么 喂 嘿 大家好 初次见面 幸会""",
    "thank": """thanks thank thx thanx ty tysm cheers appreciated appreciate grateful merci danke
        dank dankeschön dankend bedanke bedanken verbunden dankbar 谢谢 多谢 感谢 谢啦 谢了 谢
        感激 辛苦""",
    "bye": """weekend bye goodbye cya later farewell cu see leave leaving go going night gotta
        tschüss tschüs tschüssi tschüssle tschau ciao ade adieu wiedersehen wiederschauen
        wiederhören bis bald später morgen nächsten nächstes gehe muss los feierabend machs nacht
        schlaf 再见 拜拜 拜 回头见 下次见 明天见 回见 晚安 告辞 再聊 先走 下次 走 下线 溜 回头""",
    "fare": """fit doing going feeling today day life things geht gehts läuft heute 最近 过得
        好吗 怎么样 心情 今天 吃饭 吃了""",
    "yes": """ok okay okey k yes yeah yep yup no nope nah right alright sure fine understood see
        cool great hm hmm mhm aha ah oh interesting wow lol haha hahaha hehe got noted makes
        sense exactly ja jap jo nein nö gut klar genau stimmt verstanden alles achso verstehe
        kapiert passt einverstanden richtig eben schon krass 好的 好吧 好 行 可以 嗯嗯 嗯 哦哦 哦
        噢 知道了 明白了 明白 了解 懂了 收到 对 是的 没错 原来如此 这样啊 哈哈哈 哈哈 呵呵 没事
        不用了 不用""",
    "person": """someone somebody anyone anybody jemand mate man dude buddy friend everyone
        everybody folks guys sir madam pal bro leute kumpel alter freund zusammen alle ihr 朋友
        大家 各位 兄弟 老师 小伙伴 亲""",
    "mild": """please pls plz so very much lot again there too really quite just also now then
        well ever actually exactly honestly nice kindly have had day time one more some any
        anything something even still only else bit little way all bitte sehr mal noch schön
        schöne schönen schönes ganz wirklich eigentlich denn doch alles überhaupt auch nun jetzt
        dann ziemlich viel vielen herzlichen herzlich besten tausend lieben einen tag abend
        wochenende zeit etwas was irgendwas wunderschönen wünsche wünsch gerne gern hätte vor an
        ab the a of to in on at by and or for with if would should want der die den ein eine und
        oder für zu im mit ob man soll sollte will möchte würde gibt echt ach krass hast habe
        haben da gewesen 请 麻烦 一下 下 了 的 啦 啊 呀 吧 呢 哦 哈 吗 么 嘛 呗 太 很 非常 真 好
        都 也 还 就 又 再 和 跟 与 到底 究竟 其实 一点 一次 次 点 些 个 位 家 种 份 种类 有没有
        有 被 让 把 地 得 出 出来 里 上 现在 平时 具体 一个 什么样 样 想 要 应该 该 说 讲 问 觉得
        先 过 去 给 用 在 是""",
}

_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NOT = re.compile(r"n['’]t\b|\bcannot\b", re.IGNORECASE)
_TOGETHER = (
    (re.compile(r"\bup[- ]to[- ]date\b|\bcut[- ]?off\b", re.IGNORECASE), "uptodate"),
    (re.compile(r"\bm(?:ake|akes|aking|ade) (?:\w+ )?up\b", re.IGNORECASE), "invent"),
    (
        re.compile(
            r"\b(?:can|could|should|may) (?:i|we|one) (?:really )?(?:rely|depend|count) on\b"
        ),
        "can i trust",
    ),
    (re.compile(r"\bdenk(?:st|en)?\b(?=.{0,24}\baus\b)"), "erfunden"),
    (re.compile(r"\bauf dem (?:neu\w+|aktuell\w+) stand\b", re.IGNORECASE), "aktuell"),
)
# What an apostrophe cuts off, and the stumps of "can't" and "won't".
_STUMPS = frozenset("s re m ll d ve t ca wo".split())
_MEANINGLESS = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"] | _STUMPS
# How alike a misspelt word of talk must be (``difflib``), and how long: short words are all alike.
_ALIKE, _SHORTEST_ALIKE = 0.82, 5


@dataclass(frozen=True)
class Talk:
    """A text read as talk: the classes of each word that is one of talk, in order, and the other
    words; of Chinese, the other characters."""

    classes: tuple[frozenset[str], ...]
    others: tuple[str, ...]


def read_talk(text: str) -> Talk:
    """A text as talk. A misspelt word counts as the one that it is nearest to."""
    plain = _NOT.sub(" not", simplified(text).casefold())
    for phrase, word in _TOGETHER:
        plain = phrase.sub(word, plain)
    classes: list[frozenset[str]] = []
    others: list[str] = []
    for is_chinese, run in _runs(plain):
        for word, its in _of_chinese(run) if is_chinese else [(run, _of_word(run))]:
            if its is None:
                others.append(word)
            else:
                classes.append(its)
    return Talk(tuple(classes), tuple(others))


def classes_of(text: str) -> tuple[frozenset[str], ...] | None:
    """The classes of each word of a text, in order; None where a word is none of talk."""
    talk = read_talk(text)
    return None if talk.others else talk.classes


def only_of(words: Iterable[frozenset[str]], allowed: Set[str]) -> bool:
    """Whether each word is of an allowed class, or of none."""
    return all(not classes or classes & allowed for classes in words)


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Runs of Chinese characters, and words of an alphabet, in order."""
    for match in re.finditer(f"(?P<han>{_HAN.pattern})|{_LATIN.pattern}", text):
        yield match["han"] is not None, match.group()


def _of_word(word: str) -> frozenset[str] | None:
    classes = _of_listed(word)
    if classes or word in _MEANINGLESS:
        return classes
    meant = _meant(word)
    return _of_listed(meant) if meant else None


def _of_listed(word: str) -> frozenset[str]:
    exact = _latin().get(word, frozenset())
    begun = (classes for start, classes in _beginnings().items() if word.startswith(start))
    return exact.union(*begun)


def _meant(word: str) -> str:
    """The word of talk that a misspelt one was meant for: its letters in another order, or nearly it."""
    if is_word(word, "en") or is_word(word, "de"):
        return ""
    turned = _turned().get("".join(sorted(word)), "")
    if turned or len(word) < _SHORTEST_ALIKE:
        return turned
    near = get_close_matches(word, _spellings(), n=1, cutoff=_ALIKE)
    begins_alike = bool(near) and near[0][0] == word[0]
    return near[0] if begins_alike else ""


@cache
def _turned() -> dict[str, str]:
    """The letters of a word of talk in order, three or more of them → the word."""
    return {"".join(sorted(word)): word for word in reversed(_spellings()) if len(word) > 2}


def _of_chinese(run: str) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The words of a run with their classes, the longest at each place first; a character alone
    where none is known."""
    start = 0
    while start < len(run):
        sizes = range(min(_longest_chinese(), len(run) - start), 0, -1)
        pieces = (run[start : start + size] for size in sizes)
        word = next((piece for piece in pieces if piece in _chinese()), run[start])
        yield word, _chinese().get(word)
        start += len(word)


@cache
def _latin() -> dict[str, frozenset[str]]:
    """Word of an alphabet → its classes."""
    return _inverted(lambda word: not _HAN.match(word) and not word.endswith("*"))


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    starred = _inverted(lambda word: word.endswith("*"))
    return {word[:-1]: classes for word, classes in starred.items()}


@cache
def _chinese() -> dict[str, frozenset[str]]:
    listed = _inverted(lambda word: bool(_HAN.match(word)))
    return {word: listed.get(word, frozenset()) for word in listed.keys() | FUNCTION_WORDS["zh"]}


@cache
def _longest_chinese() -> int:
    return max(map(len, _chinese()))


@cache
def _spellings() -> tuple[str, ...]:
    return tuple(sorted(_latin().keys() | _MEANINGLESS))


def _inverted(is_wanted: Callable[[str], bool]) -> dict[str, frozenset[str]]:
    """Word → its classes, of the words that are wanted."""
    classes: dict[str, set[str]] = {}
    for name, words in WORDS.items():
        for word in filter(is_wanted, words.split()):
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}
