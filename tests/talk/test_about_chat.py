"""What is said to the chat rather than asked of the documents, on the shipped corpus without a model."""

from __future__ import annotations

import pytest

from citechat.messages import say
from citechat.talk.about_chat import kind_of_talk, talk
from quoting import leads, quoted

LANGUAGES = ("en", "de", "zh")
SAID = {
    "greeting": {
        "en": [
            "hello",
            "Hi!",
            "hey there",
            "Good morning, everyone",
            "hiii",
            "hello, anybody home?",
        ],
        "de": ["Hallo", "Guten Tag!", "moin moin", "Grüß Gott", "Na, hallo", "Hallo zusammen"],
        "zh": ["你好", "您好！", "嗨", "早上好", "在吗？", "大家好，你好呀", "你好，有人吗"],
    },
    "thanks": {
        "en": ["thanks", "Thank you so much!", "great, thanks for the help", "thx"],
        "de": ["danke dir!", "Vielen Dank", "super, danke für die Hilfe", "danke, sehr hilfreich"],
        "zh": ["谢谢", "多谢啦！", "太好了，谢谢你"],
    },
    "goodbye": {
        "en": ["bye", "Goodbye!", "see you later", "thanks and goodbye"],
        "de": ["Tschüss", "ciao, bis bald", "Mach's gut!", "danke und schönen Tag noch"],
        "zh": ["再见", "拜拜！", "晚安"],
    },
    "sure": {
        "en": [
            "Are you sure?",
            "are you really sure about that?",
            "Is that true?",
            "really?",
            "so did the author get that wrong?",
            "Is the article right about that?",
        ],
        "de": [
            "Bist du sicher?",
            "Sind Sie da ganz sicher?",
            "Stimmt das wirklich?",
            "Echt jetzt?",
            "Liegt der Artikel da falsch?",
        ],
        "zh": ["你确定吗？", "真的吗", "这是真的吗？", "确定？", "那作者写错了吗？"],
    },
    "summary": {
        "en": [
            "Summarize the article",
            "What is this about?",
            "tl;dr",
            "so what's this whole thing about?",
        ],
        "de": ["Fass den Artikel zusammen", "Worum geht es?", "Worum dreht sich das Ganze hier?"],
        "zh": ["总结一下这篇文章", "这篇文章讲了什么", "这上面讲的主要是个啥内容"],
    },
    "author": {
        "en": [
            "Who wrote the article and when?",
            "who wrote this?",
            "Who is the author of the article?",
        ],
        "de": [
            "Wer hat den Artikel geschrieben und wann?",
            "Wer hat den Artikel geschrieben?",
            "Von wem stammt der Text?",
        ],
        "zh": ["这篇文章是谁写的", "作者是谁？"],
    },
    "sources": {
        "en": ["What sources do you use?", "Which documents?", "Which newspapers do you use"],
        "de": ["Welche Quellen nutzt du?", "Welche Zeitungen nutzt du?", "Worauf stützt du dich?"],
        "zh": ["有哪些来源？", "资料来自哪里？", "你的依据是什么", "你都参考了哪些媒体"],
    },
    "whence": {
        "en": [
            "which source confirms that?",
            "who made that ranking?",
            "Where do you get this from?",
            "Who says so?",
            "source?",
            "What's the source for that",
            "Who counted that?",
            "according to whom?",
            "Where does that number come from?",
        ],
        "de": [
            "Wer bestätigt das?",
            "von wem stammt die Rangliste?",
            "Woher hast du das?",
            "Wer sagt das?",
            "Aus welcher Quelle stammt das?",
            "wer hat das gezählt?",
            "laut wem?",
            "Woher stammt die Zahl?",
        ],
        "zh": [
            "哪个来源证实了？",
            "谁排的？",
            "这是从哪来的",
            "谁说的？",
            "出处？",
            "谁统计的？",
            "这个数字哪来的",
        ],
    },
    "languages": {
        "en": ["What languages do you speak?", "Can you understand German?"],
        "de": ["Welche Sprachen verstehst du?", "Kannst du auch Englisch?"],
        "zh": ["你会哪些语言？", "你懂中文吗？"],
    },
    "abilities": {
        "en": ["What can you answer?", "What can I ask here?", "help", "I have a question"],
        "de": ["Was kannst du?", "Was kann ich dich fragen?", "Womit hilfst du mir?", "Hilfe"],
        "zh": ["你能做什么？", "我可以问你什么", "你有什么功能", "怎么用"],
    },
    "identity": {
        "en": ["who are you?", "are you a real person", "Who built you?", "Are you DeepSeek?"],
        "de": ["Wer bist du?", "Bist du ein Roboter?", "Stell dich mal vor", "Wie heißt du?"],
        "zh": ["你是谁", "你是真人吗", "谁开发了你？", "你叫什么名字"],
    },
    "fare": {
        "en": ["how are you?", "hey, how's it going"],
        "de": ["Wie läuft's bei dir?", "Na, wie geht es dir heute so?"],
        "zh": ["最近怎么样？", "你今天过得怎么样"],
    },
    "method": {
        "en": ["How does this work?", "hwo do you find your answers"],
        "de": ["Wie funktionierst du?", "Wie kommst du zu deinen Antworten?"],
        "zh": ["你是怎么工作的"],
    },
    "recency": {
        "en": ["How recent is your data?", "are you up to date"],
        "de": ["Wie aktuell sind deine Informationen?", "Bist du auf dem neuesten Stand?"],
        "zh": ["你的数据截止到什么时候？", "资料是最新的吗"],
    },
    "trust": {
        "en": ["can I trust your answers?", "can you be wrong?", "do you make things up?"],
        "de": ["Kann ich dir trauen?", "Wie zuverlässig sind die Quellen?"],
        "zh": ["你的回答可靠吗", "你会不会胡编"],
    },
    "limits": {
        "en": ["What can't you answer?", "what are your limitations"],
        "de": ["Was kannst du nicht?", "Wo liegen deine Grenzen?"],
        "zh": ["你不能回答什么？", "你有哪些局限"],
    },
    "blame": {
        "en": ["that's wrong", "You didn't answer my question.", "this is useless"],
        "de": [
            "Das stimmt nicht!",
            "Das ist doch Quatsch",
            "Du hast meine Frage nicht beantwortet",
        ],
        "zh": ["你答非所问", "这不对", "你没有回答我的问题"],
    },
    "praise": {
        "en": ["well done!", "you are really smart", "not bad"],
        "de": ["gut gemacht", "Du bist echt klug", "nicht schlecht"],
        "zh": ["你真棒", "回答得很好"],
    },
    "acknowledgement": {
        "en": ["ok", "I see, interesting"],
        "de": ["alles klar", "Ach so, verstehe"],
        "zh": ["好的", "原来如此"],
    },
    "shorter": {
        "en": ["shorter please", "in one sentence"],
        "de": ["kürzer bitte", "Sag das in einem Satz"],
        "zh": ["简短一点", "太长了"],
    },
    "simpler": {
        "en": ["explain that more simply", "I don't understand"],
        "de": ["Das verstehe ich nicht", "Kannst du das einfacher sagen?"],
        "zh": ["没看懂", "换个说法"],
    },
    "repeat": {
        "en": ["can you repeat that?", "say that again"],
        "de": ["Noch einmal bitte", "Wiederhol das"],
        "zh": ["再说一遍", "请重复一下"],
    },
}
TALK = [
    (kind, language, text)
    for kind, by_language in SAID.items()
    for language, texts in by_language.items()
    for text in texts
]


@pytest.mark.parametrize(("kind", "language", "text"), TALK)
def test_what_is_said_to_the_chat_is_known_by_its_kind(shipped_index, kind, language, text):
    assert kind_of_talk(text, language, shipped_index) == kind


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("hello, how many AI companies does Beijing have?", "en"),
        ("Thanks, and which vouchers does Shenzhen hand out?", "en"),
        ("Is it true that Hebei is first in compute?", "en"),
        ("Who created DeepSeek?", "en"),
        ("Who wrote the State Council's plan?", "en"),
        ("What are the sources of Hebei's energy?", "en"),
        ("What can Unitree's robots do?", "en"),
        ("What is DeepSeek about?", "en"),
        (
            "what are the main points that speak for a city when companies of the field choose "
            "where they want to be founded",
            "en",
        ),
        ("Hallo, wie viele KI-Unternehmen hat Peking?", "de"),
        ("woher kommt der Fehler dann?", "de"),
        ("Danke, und welche Gutscheine verteilt Shenzhen?", "de"),
        ("Wer hat DeepSeek gegründet?", "de"),
        ("Wer hat den Faust geschrieben?", "de"),
        ("Danke, aber wer ist Liang Wenfeng?", "de"),
        ("你好，北京有多少家人工智能企业？", "zh"),
        ("谢谢，深圳发放哪些券？", "zh"),
        ("宇树科技是谁创办的？", "zh"),
        ("深圳能为企业做什么？", "zh"),
    ],
)
def test_a_question_for_the_documents_is_none_to_the_chat(shipped_index, question, language):
    assert kind_of_talk(question, language, shipped_index) == ""


def test_only_short_questions_are_about_the_chat(shipped_index):
    fourteen = "what can you tell somebody who came here today and has no time left"

    assert kind_of_talk(fourteen.replace("here", "and ask"), "en", shipped_index) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["greeting", "thanks", "goodbye", "languages"])
def test_politeness_is_answered_in_the_chat_s_own_words(shipped_index, kind, language):
    statements = talk(kind, language, shipped_index)

    assert leads(statements) == [say(kind, language)]
    assert quoted(statements) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_example_questions_tell_what_can_be_asked(shipped_index, language):
    (statement,) = talk("abilities", language, shipped_index)

    assert statement.quote is None
    offered = [q for q in shipped_index.questions[language] if q in statement.lead]
    assert len(offered) == 3
    article = shipped_index.document_with_role("article", language)
    assert shipped_index.store.document(article, language).title in statement.lead


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_are_counted_and_some_are_named(shipped_index, language):
    (statement,) = talk("sources", language, shipped_index)
    roles = [its for (code, _), its in shipped_index.roles.items() if code == language]
    number = roles.count("document") + roles.count("article")

    assert str(number) in statement.lead
    article = shipped_index.document_with_role("article", language)
    assert shipped_index.store.document(article, language).title in statement.lead


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Wu Ting"), ("de", "Wu Ting"), ("zh", "吴婷")]
)
def test_the_author_is_named_by_a_quote(shipped_index, language, name):
    (statement,) = talk("author", language, shipped_index)

    assert statement.lead == ""
    assert statement.quote.text.startswith(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_quoted_and_no_longer_than_six_sentences(shipped_index, language):
    statements = talk("summary", language, shipped_index)

    assert 3 <= len(statements) <= 6
    assert leads(statements) == [""] * len(statements)
    documents = {statement.quote.passage.document_id for statement in statements}
    assert documents == {"profiles/ai-city-war"}


def test_a_corpus_without_an_article_tells_its_titles(small_chat):
    (abilities,) = talk("abilities", "en", small_chat.index)
    (sources,) = talk("sources", "en", small_chat.index)

    assert "“The lighthouse”" in abilities.lead
    assert sources.lead.startswith("My sources are 2 documents, among them “")


@pytest.mark.parametrize("kind", ["author", "summary", "sure"])
def test_what_the_documents_do_not_tell_is_left_to_the_search(small_chat, kind):
    assert list(talk(kind, "en", small_chat.index)) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who wrote War and Peace?", "en"),
        ("Wer ist der Autor von Der Prozess?", "de"),
        ("《红楼梦》的作者是谁？", "zh"),
    ],
)
def test_whose_another_work_is_is_no_question_about_the_article(question, language, shipped_index):
    assert kind_of_talk(question, language, shipped_index) != "author"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which documents do I need for the lighthouse?", "en"),
        ("How does this lamp work?", "en"),
        ("Welche Unterlagen braucht der Hafen?", "de"),
        ("Wie funktioniert der Hafen?", "de"),
    ],
)
def test_a_question_with_words_of_the_documents_is_put_to_them(small_chat, question, language):
    assert kind_of_talk(question, language, small_chat.index) == ""


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("Which documents do you have?", "en", "sources"),
        ("Welche Unterlagen habt ihr?", "de", "sources"),
        ("你有哪些资料？", "zh", "sources"),
        ("Wie funktioniert das?", "de", "method"),
    ],
)
def test_a_question_without_them_is_put_to_the_chat(small_chat, question, language, kind):
    assert kind_of_talk(question, language, small_chat.index) == kind
