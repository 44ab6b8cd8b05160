"""Every sentence that citechat itself says to a reader, in English, German and Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    # When the documents do not say it.
    "no_evidence": {
        "en": "The documents do not say.",
        "de": "Dazu sagen die Dokumente nichts.",
        "zh": "资料里没有提到这一点。",
    },
    "no_evidence_of": {
        "en": "The documents do mention {names}, but they do not say this.",
        "de": "Die Dokumente sprechen zwar von {names}, aber dazu sagen sie nichts.",
        "zh": "资料里提到了{names}，但没有说到这一点。",
    },
    "no_evidence_of_several": {
        "en": "The documents do mention {names}, but they do not say this.",
        "de": "Die Dokumente sprechen zwar von {names}, aber dazu sagen sie nichts.",
        "zh": "资料里提到了{names}，但没有说到这一点。",
    },
    "no_evidence_of_part": {
        "en": "On “{part}” the documents say nothing.",
        "de": "Zu „{part}“ sagen die Dokumente nichts.",
        "zh": "至于“{part}”，资料里没有提到。",
    },
    "known_of": {
        "en": "What they do tell of {name}: {topics}.",
        "de": "Zu {name} steht darin etwa: {topics}.",
        "zh": "关于{name}，资料里有：{topics}。",
    },
    "rows_counted": {"en": "{count} rows", "de": "{count} Zeilen", "zh": "{count}行"},
    "least_of_rows": {
        "en": "The lowest “{column}” of {rows}:",
        "de": "Das niedrigste „{column}“ von {rows}:",
        "zh": "{rows}中，“{column}”最低的是：",
    },
    "most_of_rows": {
        "en": "The highest “{column}” of {rows}:",
        "de": "Das höchste „{column}“ von {rows}:",
        "zh": "{rows}中，“{column}”最高的是：",
    },
    "rows_below": {
        "en": "Of {rows} rows, {count} have a “{column}” below {limit}:",
        "de": "Von {rows} Zeilen haben {count} ein „{column}“ unter {limit}:",
        "zh": "{rows}行中有{count}行的“{column}”低于{limit}：",
    },
    "rows_above": {
        "en": "Of {rows} rows, {count} have a “{column}” above {limit}:",
        "de": "Von {rows} Zeilen haben {count} ein „{column}“ über {limit}:",
        "zh": "{rows}行中有{count}行的“{column}”高于{limit}：",
    },
    "quoted": {"en": "“{text}”", "de": "„{text}“", "zh": "《{text}》"},
    "try_instead": {
        "en": "They do answer:",
        "de": "Beantworten lässt sich damit:",
        "zh": "可以这样问：",
    },
    # What the chat says of itself.
    "greeting": {
        "en": (
            "Hello! Ask me something; I answer in sentences from the documents, each with "
            "its source."
        ),
        "de": (
            "Hallo! Stellen Sie mir eine Frage; ich antworte mit Sätzen aus den Dokumenten, "
            "jeder mit seiner Quelle."
        ),
        "zh": "你好！请提问，我用资料里的原句回答，每句都注明出处。",
    },
    "thanks": {
        "en": "You are welcome. Anything else you would like to know?",
        "de": "Gern geschehen. Möchten Sie noch etwas wissen?",
        "zh": "不客气，还想了解什么？",
    },
    "goodbye": {
        "en": "Goodbye, and come back any time.",
        "de": "Auf Wiedersehen, und gern bis zum nächsten Mal.",
        "zh": "再见，欢迎随时再来提问。",
    },
    "abilities": {
        "en": (
            "I answer questions about the article “{title}”, which asks how China's cities "
            "compete in AI, and about the sources that bear it out or contradict it. Every "
            "sentence is quoted from them."
        ),
        "de": (
            "Ich beantworte Fragen zum Artikel „{title}“, in dem es um den KI-Wettbewerb "
            "chinesischer Städte geht, und zu den Quellen, die ihn stützen oder ihm "
            "widersprechen. Jeder Satz ist daraus zitiert."
        ),
        "zh": (
            "我可以回答关于文章《{title}》的问题：文章讲中国各城市的人工智能竞争；"
            "也可以回答印证或反驳它的各种来源。每句话都引自这些资料。"
        ),
    },
    "abilities_any": {
        "en": (
            "I answer questions about the documents at hand, such as {titles}. Every "
            "sentence is quoted from them."
        ),
        "de": (
            "Ich beantworte Fragen zu den vorliegenden Dokumenten, etwa {titles}. Jeder Satz "
            "ist daraus zitiert."
        ),
        "zh": "我可以回答关于手头这些资料的问题，例如{titles}。每句话都引自资料原文。",
    },
    "languages": {
        "en": "Ask in English, German or Chinese; I answer in the language of the question.",
        "de": "Deutsch, Englisch und Chinesisch; ich antworte in der Sprache der Frage.",
        "zh": "中文、英文和德文都可以；用哪种语言提问，我就用哪种语言回答。",
    },
    "identity": {
        "en": (
            "I am citechat, an open-source program and not a person. I answer questions about {topic} "
            "by quoting them, each sentence with its source."
        ),
        "de": (
            "Ich bin citechat, ein quelloffenes Programm und kein Mensch. Ich beantworte Fragen zu "
            "{topic} mit Zitaten daraus, jeden Satz mit seiner Quelle."
        ),
        "zh": "我是citechat，一个开源程序，不是真人。我根据{topic}回答问题：引用原句，每句注明出处。",
    },
    "topic_article": {
        "en": "the article “{title}” and its sources",
        "de": "dem Artikel „{title}“ und seinen Quellen",
        "zh": "文章《{title}》及其来源",
    },
    "topic_documents": {
        "en": "the documents at hand",
        "de": "den vorliegenden Dokumenten",
        "zh": "手头的这些资料",
    },
    "fare": {
        "en": "I am a program, so always fine, thank you. What would you like to know?",
        "de": "Ich bin ein Programm, mir geht es immer gut, danke. Was möchten Sie wissen?",
        "zh": "我是程序，一直都很好，谢谢。您想了解什么？",
    },
    "acknowledgement": {
        "en": "Good. What else would you like to know?",
        "de": "Gut. Was möchten Sie noch wissen?",
        "zh": "好的，还想了解什么？",
    },
    "praise": {
        "en": "Thank you, I am glad to hear it. What else would you like to know?",
        "de": "Danke, das freut mich. Was möchten Sie noch wissen?",
        "zh": "谢谢夸奖！还想了解什么？",
    },
    "blame": {
        "en": (
            "I am sorry. I can only quote what the documents say, and I may have misread your "
            "question. Please ask again in other words, with the name of what you mean."
        ),
        "de": (
            "Das tut mir leid. Ich kann nur zitieren, was in den Dokumenten steht, und habe Ihre "
            "Frage vielleicht falsch verstanden. Bitte fragen Sie noch einmal mit anderen Worten "
            "und nennen Sie beim Namen, was Sie meinen."
        ),
        "zh": "抱歉。我只能引用资料里的原话，也可能误解了您的问题。请换个说法再问一次，并写出具体的名称。",
    },
    "method": {
        "en": (
            "I search the documents for the sentences that answer your question and quote them "
            "word for word; each number opens the source. Where nothing answers, I say so."
        ),
        "de": (
            "Ich suche in den Dokumenten die Sätze, die Ihre Frage beantworten, und zitiere sie "
            "Wort für Wort; jede Nummer öffnet die Quelle. Antwortet nichts darauf, sage ich das."
        ),
        "zh": "我在资料里查找能回答问题的句子并逐字引用，点开编号就能看到出处。资料里没有答案时，我会直说。",
    },
    "recency": {
        "en": "My newest document is from {newest}. I know nothing of what came later.",
        "de": "Stand meines neuesten Dokuments: {newest}. Was danach kam, weiß ich nicht.",
        "zh": "我最新的资料发表于{newest}，此后的情况我不了解。",
    },
    "recency_of_article": {
        "en": "The article is from {article}.",
        "de": "Stand des Artikels: {article}.",
        "zh": "文章发表于{article}。",
    },
    "recency_unknown": {
        "en": "My documents bear no dates. I know only what stands in them.",
        "de": "Meine Dokumente tragen kein Datum. Ich weiß nur, was in ihnen steht.",
        "zh": "我的资料没有注明日期，我只知道其中写到的内容。",
    },
    "trust": {
        "en": (
            "You need not take my word: each quote stands exactly so in a document, and its number "
            "opens the place. Where the documents contradict each other, I say so if I see it; "
            "whether a source itself is right, I cannot tell."
        ),
        "de": (
            "Sie müssen mir nicht glauben: Jedes Zitat steht genau so in einem Dokument, und seine "
            "Nummer öffnet die Stelle. Wo die Dokumente einander widersprechen, sage ich das, wenn "
            "ich es sehe; ob eine Quelle selbst recht hat, kann ich nicht wissen."
        ),
        "zh": (
            "您可以自己核对：每句引文都与资料原文一字不差，点开编号就能看到出处。发现资料互相矛盾时，我会说明；"
            "但来源本身是否正确，我无法判断。"
        ),
    },
    "limits": {
        "en": (
            "I cannot answer what my documents do not say: no news or weather of today, no advice, "
            "no opinion of my own. I quote, and write no texts."
        ),
        "de": (
            "Ich kann nicht beantworten, was nicht in meinen Dokumenten steht: keine Nachrichten, "
            "kein Wetter, kein Rat, keine eigene Meinung. Ich zitiere und verfasse keine Texte."
        ),
        "zh": "资料里没有的，我回答不了：没有当天的新闻和天气，不提供建议，也没有自己的看法。我只引用原文，不写文章。",
    },
    "off_topic": {
        "en": "That is not for me: I only answer questions about {topic}.",
        "de": "Das ist nichts für mich: Ich beantworte nur Fragen zu {topic}.",
        "zh": "这个我做不到：我只根据{topic}回答问题。",
    },
    "simpler": {
        "en": "I quote, and cannot put it in other words. The heart of it:",
        "de": "Ich zitiere und kann es nicht anders ausdrücken. Der Kern:",
        "zh": "我只引用原文，不能换个说法。核心内容是：",
    },
    "for_example": {
        "en": "For example: {questions}",
        "de": "Zum Beispiel: {questions}",
        "zh": "例如：{questions}",
    },
    "sources": {
        "en": (
            "My sources are {number} documents, among them {titles}. Each quote opens its document."
        ),
        "de": (
            "Meine Quellen sind {number} Dokumente, darunter {titles}. Jedes Zitat öffnet "
            "sein Dokument."
        ),
        "zh": "我的资料来源是{number}份文档，其中有{titles}。点开引文即可查看原文。",
    },
    "whence": {
        "en": "That stands in “{title}”:",
        "de": "Das steht in „{title}“:",
        "zh": "出自《{title}》：",
    },
    "sure_quoted": {
        "en": "The words are the document's own:",
        "de": "So steht es im Dokument:",
        "zh": "原文如此：",
    },
    "sure_alone": {
        "en": "No other document that I found gives another figure or contradicts it.",
        "de": "Ich habe kein anderes Dokument gefunden, das dem widerspricht.",
        "zh": "我没有找到与此相矛盾的其他资料。",
    },
    # The chat's few words between quotes.
    "lead_but": {"en": "But:", "de": "Aber:", "zh": "不过："},
    "lead_by_contrast": {"en": "By contrast:", "de": "Dagegen:", "zh": "另一说："},
    "lead_article": {"en": "The article says:", "de": "Der Artikel sagt:", "zh": "文章说："},
    "no_reason": {
        "en": "The documents give no reason in so many words:",
        "de": "Einen Grund nennen die Dokumente nicht ausdrücklich:",
        "zh": "资料没有明说原因：",
    },
    "lead_mentioned": {"en": "Yes, it does:", "de": "Ja:", "zh": "提到了："},
    "not_mentioned": {
        "en": "The article does not mention {name}.",
        "de": "Der Artikel erwähnt {name} nicht.",
        "zh": "文章没有提到{name}。",
    },
    "names_in_article": {
        "en": "The article names {number}: {names}.",
        "de": "Der Artikel nennt {number}: {names}.",
        "zh": "文章提到{number}个：{names}。",
    },
    "lead_sources_do": {
        "en": "The sources do:",
        "de": "Die Quellen schon:",
        "zh": "其他资料提到：",
    },
    # Whether something is so, before the sentence that settles it.
    "yes": {"en": "Yes", "de": "Ja", "zh": "是的"},
    # To a question with a "not": "War Norden nicht auch dabei?"
    "yes_against": {"en": "Yes", "de": "Doch", "zh": "是的"},
    "no": {"en": "No", "de": "Nein", "zh": "不是"},
    "not_quite": {"en": "Not quite", "de": "Nicht ganz", "zh": "不完全是"},
    "no_such_event": {
        "en": "The documents do not say that this happened. What they do say:",
        "de": "Dass das geschehen ist, sagen die Dokumente nicht. Sie sagen aber:",
        "zh": "资料没有说发生过这件事。资料里说的是：",
    },
    "no_name_told": {
        "en": "The documents do not give the name. They do say:",
        "de": "Den Namen nennen die Dokumente nicht. Sie sagen aber:",
        "zh": "资料没有给出名字。资料里说的是：",
    },
    "lead_not": {"en": "Not {name}:", "de": "Nicht {name}:", "zh": "不是{name}："},
    "lead_not_in": {"en": "Not in {year}:", "de": "Nicht {year}:", "zh": "不是{year}年："},
    "not_so": {"en": "That is not so:", "de": "Das stimmt so nicht:", "zh": "并非如此："},
    "empty_question": {
        "en": "The question is empty. Please type a question in English, German or Chinese.",
        "de": (
            "Die Frage ist leer. Bitte eine Frage auf Deutsch, Englisch oder Chinesisch eingeben."
        ),
        "zh": "问题是空的，请用中文、英文或德文输入一个问题。",
    },
    "question_too_long": {
        "en": (
            "The question has {length} characters; at most {limit} are read. Please shorten it."
        ),
        "de": "Die Frage hat {length} Zeichen; gelesen werden höchstens {limit}. Bitte kürzen.",
        "zh": "问题共有{length}个字符，最多可处理{limit}个，请缩短后再试。",
    },
    "unsupported_script": {
        "en": (
            "Questions can be asked in English, German or Chinese; this one seems to be in "
            "another language."
        ),
        "de": (
            "Fragen sind auf Deutsch, Englisch oder Chinesisch möglich; diese scheint in "
            "einer anderen Sprache zu sein."
        ),
        "zh": "请用中文、英文或德文提问；这个问题似乎是用其他语言写的。",
    },
    "about": {
        "en": "What do the documents say about “{topic}”?",
        "de": "Was sagen die Dokumente über „{topic}“?",
        "zh": "资料里关于“{topic}”说了什么？",
    },
    # Figures: that somebody else counted, and what a number is in other units.
    "that_leaves_one": {
        "en": "That leaves {names}:",
        "de": "Bleibt {names}:",
        "zh": "剩下的是{names}：",
    },
    "that_leaves": {
        "en": "That leaves {names}:",
        "de": "Bleiben {names}:",
        "zh": "剩下的是{names}：",
    },
    "another_count": {
        "en": "By another count:",
        "de": "Nach anderer Zählung:",
        "zh": "另一种统计：",
    },
    "another_count_of": {
        "en": "By another count, {place}:",
        "de": "Nach anderer Zählung {place}:",
        "zh": "另一种统计中，{place}：",
    },
    "sum": {
        "en": "Together: {number} ({sides}).",
        "de": "Zusammen: {number} ({sides}).",
        "zh": "合计{number}（{sides}）。",
    },
    "average": {
        "en": "On average: {number} ({sides}).",
        "de": "Im Durchschnitt: {number} ({sides}).",
        "zh": "平均{number}（{sides}）。",
    },
    "difference": {
        "en": "Difference: {number} ({sides}).",
        "de": "Unterschied: {number} ({sides}).",
        "zh": "相差{number}（{sides}）。",
    },
    "ratio": {
        "en": "Factor: {number} ({sides}).",
        "de": "Faktor: {number} ({sides}).",
        "zh": "{number}倍（{sides}）。",
    },
    "share": {
        "en": "Share: {number} ({sides}).",
        "de": "Anteil: {number} ({sides}).",
        "zh": "占{number}（{sides}）。",
    },
    "rest": {
        "en": "That leaves {number} ({sides}).",
        "de": "Bleiben {number} ({sides}).",
        "zh": "还剩{number}（{sides}）。",
    },
    "grew": {
        "en": "Up by {number}, or {percent} ({sides}).",
        "de": "Plus {number}, das sind {percent} ({sides}).",
        "zh": "增加{number}，增幅{percent}（{sides}）。",
    },
    "fell": {
        "en": "Down by {number}, or {percent} ({sides}).",
        "de": "Minus {number}, das sind {percent} ({sides}).",
        "zh": "减少{number}，降幅{percent}（{sides}）。",
    },
    "gained": {
        "en": "Up by {number} ({sides}).",
        "de": "Plus {number} ({sides}).",
        "zh": "增加{number}（{sides}）。",
    },
    "lost": {
        "en": "Down by {number} ({sides}).",
        "de": "Minus {number} ({sides}).",
        "zh": "减少{number}（{sides}）。",
    },
    "counted_apart": {
        "en": "The numbers are by different counters, so it is a rough guide only.",
        "de": "Die Zahlen stammen aus verschiedenen Zählungen, genau ist das also nicht.",
        "zh": "数字出自不同统计，仅供参考。",
    },
    "no_common_count": {
        "en": "The documents count the two differently, so one cannot be set against the other:",
        "de": "Die Dokumente zählen beide verschieden, gegeneinander rechnen lassen sie sich nicht:",
        "zh": "资料对两者的统计口径不同，不能直接相减：",
    },
    "beyond_bound": {
        "en": "{names} (of {count} with a number):",
        "de": "{names} (von {count} mit einer Zahl):",
        "zh": "{names}（有数字的共{count}个）：",
    },
    "none_beyond_bound": {
        "en": "None of the {count} with a number; nearest comes {names}:",
        "de": "Keine von {count} mit einer Zahl; am nächsten kommt {names}:",
        "zh": "有数字的{count}个中没有；最接近的是{names}：",
    },
    "next_by_own_count": {
        "en": "Next, counted separately:",
        "de": "Danach, eigens gezählt:",
        "zh": "其次（另行统计）：",
    },
    "is_older": {
        "en": "{name} is older: {year} against {other}.",
        "de": "{name} ist älter: {year} gegenüber {other}.",
        "zh": "{name}更早：{year}年，另一个是{other}年。",
    },
    "is_younger": {
        "en": "{name} is younger: {year} against {other}.",
        "de": "{name} ist jünger: {year} gegenüber {other}.",
        "zh": "{name}更晚：{year}年，另一个是{other}年。",
    },
    "same_year": {
        "en": "Neither, by the year: both {year}.",
        "de": "Dem Jahr nach keiner von beiden: beide {year}.",
        "zh": "按年份不分先后，都是{year}年。",
    },
    "years_apart": {
        "en": "That is {number} years apart.",
        "de": "Dazwischen liegen {number} Jahre.",
        "zh": "相差{number}年。",
    },
    "no_founding_year": {
        "en": "The documents do not say when {name} was founded.",
        "de": "Wann {name} gegründet wurde, sagen die Dokumente nicht.",
        "zh": "资料没有说{name}是哪一年成立的。",
    },
    "no_year_of_birth": {
        "en": "The documents do not say when {name} was born.",
        "de": "Wann {name} geboren wurde, sagen die Dokumente nicht.",
        "zh": "资料没有说{name}是哪一年出生的。",
    },
    "no_figure_of": {
        "en": "For {place}, the documents give no such number.",
        "de": "Für {place} nennen die Dokumente keine solche Zahl.",
        "zh": "资料没有给出{place}的这项数字。",
    },
    "in_other_units": {
        "en": "Converted, {number}:",
        "de": "Umgerechnet {number}:",
        "zh": "换算为{number}：",
    },
    "no_such_currency": {
        "en": "The documents give this in {given}; they name no amount in {asked}.",
        "de": "Die Dokumente nennen den Betrag in {given}; in {asked} geben sie ihn nicht an.",
        "zh": "资料只给出了{given}金额，没有{asked}金额。",
    },
    # Why quotes stand where a language model should have written.
    "model_timeout": {
        "en": "Quotes only: the language model did not answer in time.",
        "de": "Nur Zitate: Das Sprachmodell hat nicht rechtzeitig geantwortet.",
        "zh": "以下仅为原文摘录：语言模型未能及时作答。",
    },
    "model_unreachable": {
        "en": "Quotes only: the language model cannot be reached.",
        "de": "Nur Zitate: Das Sprachmodell ist nicht erreichbar.",
        "zh": "以下仅为原文摘录：无法连接语言模型。",
    },
    "model_rate_limited": {
        "en": "Quotes only: the language model is overloaded or its quota is used up.",
        "de": "Nur Zitate: Das Sprachmodell ist überlastet oder sein Kontingent aufgebraucht.",
        "zh": "以下仅为原文摘录：语言模型繁忙或调用额度已用完。",
    },
    "model_error": {
        "en": "Quotes only: the language model reported an error.",
        "de": "Nur Zitate: Das Sprachmodell hat einen Fehler gemeldet.",
        "zh": "以下仅为原文摘录：语言模型出错。",
    },
    "model_key_refused": {
        "en": "Quotes only: the language model's provider wants a valid key.",
        "de": "Nur Zitate: Der Anbieter des Sprachmodells verlangt einen gültigen Schlüssel.",
        "zh": "以下仅为原文摘录：语言模型服务商要求提供有效密钥。",
    },
    "model_context_too_long": {
        "en": "Quotes only: the passages are too long for the language model.",
        "de": "Nur Zitate: Die Textstellen sind für das Sprachmodell zu lang.",
        "zh": "以下仅为原文摘录：文本超出语言模型可处理的长度。",
    },
    "model_cut_off": {
        "en": "Quotes only: the language model broke off in the middle.",
        "de": "Nur Zitate: Das Sprachmodell hat mittendrin abgebrochen.",
        "zh": "以下仅为原文摘录：语言模型的回答中途中断。",
    },
    "model_empty": {
        "en": "Quotes only: the language model returned nothing.",
        "de": "Nur Zitate: Das Sprachmodell hat nichts geliefert.",
        "zh": "以下仅为原文摘录：语言模型没有返回内容。",
    },
    "model_garbage": {
        "en": "Quotes only: what the language model wrote makes no sense.",
        "de": "Nur Zitate: Was das Sprachmodell geschrieben hat, ergibt keinen Sinn.",
        "zh": "以下仅为原文摘录：语言模型返回的内容无法理解。",
    },
    "model_wrong_language": {
        "en": "Quotes only: the language model answered in another language.",
        "de": "Nur Zitate: Das Sprachmodell hat in einer anderen Sprache geantwortet.",
        "zh": "以下仅为原文摘录：语言模型用了其他语言作答。",
    },
    "model_unsupported": {
        "en": "Quotes only: the documents do not bear out what the language model wrote.",
        "de": "Nur Zitate: Die Dokumente belegen nicht, was das Sprachmodell geschrieben hat.",
        "zh": "以下仅为原文摘录：语言模型所写内容在资料中找不到依据。",
    },
    # What the command line says below a refusal.
    "see_search": {
        "en": "{reason}, nothing that was found answers well enough: citechat search, with the same "
        "question, lists the passages found.",
        "de": "{reason}, nichts Gefundenes antwortet gut genug: citechat search mit derselben Frage "
        "zeigt die gefundenen Textstellen.",
        "zh": "{reason}，找到的内容都不足以回答：用citechat search问同一个问题，可以看到找到的段落。",
    },
    "other_language": {
        "en": "Some documents are in another language alone ({languages}); ask them in that.",
        "de": "Manche Dokumente gibt es nur in anderer Sprache ({languages}); fragen Sie in dieser.",
        "zh": "有些资料只有其他语言的（{languages}），请用该语言提问。",
    },
    # What the command line says below an answer that a model wrote.
    "marks_invented": {
        "en": "citations of passages that were not shown to the model, left out: {count}",
        "de": "Verweise auf Textstellen, die dem Modell nicht vorlagen, weggelassen: {count}",
        "zh": "模型引用了没有给它看过的段落，已去掉{count}处",
    },
    "sentence_unsupported": {
        "en": "no quote bears this out: “{sentence}”",
        "de": "durch kein Zitat belegt: „{sentence}“",
        "zh": "没有引文支持：“{sentence}”",
    },
    "sentence_number_mismatch": {
        "en": "differs from the quote ({problems}): “{sentence}”",
        "de": "weicht vom Zitat ab ({problems}): „{sentence}“",
        "zh": "与引文不符（{problems}）：“{sentence}”",
    },
    # What an export is headed with.
    "export_title": {
        "en": "Asked and answered, with sources",
        "de": "Fragen und Antworten, mit Quellen",
        "zh": "问答及出处",
    },
    "export_sources": {"en": "Sources", "de": "Quellen", "zh": "出处"},
    "export_back": {"en": "Back to the text", "de": "Zurück zum Text", "zh": "回到正文"},
    # What an audit is headed with, and its columns and verdicts.
    "audit_title": {
        "en": "“{title}”, held against its sources",
        "de": "„{title}“, an den Quellen gemessen",
        "zh": "《{title}》与来源的对照",
    },
    "audit_intro": {
        "en": "{count} sentences state something that can be checked. Verdicts are made by rules; "
        "judge for yourself by the quotes.",
        "de": "{count} Sätze stellen etwas Nachprüfbares fest. Die Urteile fällen Regeln; "
        "entscheidend sind die Zitate.",
        "zh": "共有{count}句话可以核对。结论由规则得出，请以引文为准。",
    },
    "audit_number": {"en": "No.", "de": "Nr.", "zh": "序号"},
    "audit_claim": {"en": "The article says", "de": "Der Artikel sagt", "zh": "文章的说法"},
    "audit_verdict": {"en": "Verdict", "de": "Urteil", "zh": "结论"},
    "audit_sources": {"en": "The sources say", "de": "Die Quellen sagen", "zh": "来源的说法"},
    "audit_unstated": {
        "en": "Not in the sources: {words}",
        "de": "Nicht in den Quellen: {words}",
        "zh": "来源中没有：{words}",
    },
    "audit_otherwise": {"en": "Otherwise", "de": "Anders", "zh": "另有说法"},
    "audit_nothing": {
        "en": "Nothing on this.",
        "de": "Dazu steht nichts darin.",
        "zh": "没有相关内容。",
    },
    "audit_borne_out": {"en": "borne out", "de": "belegt", "zh": "有依据"},
    "audit_in_part": {"en": "in part", "de": "teilweise", "zh": "部分有依据"},
    "audit_contradicted": {"en": "contradicted", "de": "widersprochen", "zh": "相矛盾"},
    "audit_not_found": {"en": "not found", "de": "nicht gefunden", "zh": "未找到"},
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence ``key`` in ``language`` with its blanks filled."""
    return WORDS[key][language].format(**values)
