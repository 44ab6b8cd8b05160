"""What a question asks for, and whether a sentence holds it, in three languages."""

import pytest

from citechat.language.answer_types import asked_types, asks_openly, asks_whether, holds


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ("Why is Hebei first in compute?", {"reason"}),
        ("How come it grows?", {"reason"}),
        ("How many loaves does the bakery sell?", {"number"}),
        ("What percentage is used?", {"number"}),
        ("What was the total number of lamps?", {"number"}),
        ("Die Gesamtzahl der Lampen?", {"number"}),
        ("How old is the lighthouse?", {"number"}),
        ("When was the lighthouse built?", {"time"}),
        ("In which year did it open?", {"time"}),
        ("tell me when it opened", {"time"}),
        ("The harbour was built when?", {"time"}),
        ("What is a berth when sailors talk?", set()),
        ("Who keeps the lighthouse?", {"person"}),
        ("Whose boat is it?", {"person"}),
        ("What is the lighthouse?", set()),
        ("Warum wächst die Branche?", {"reason"}),
        ("Aus welchem Grund ist der Hafen zu?", {"reason"}),
        ("Wie viele Liegeplätze gibt es?", {"number"}),
        ("Wieviel kostet das?", {"number"}),
        ("Wie groß ist der Hafen?", {"number"}),
        ("Wie gross ist der Hafen?", {"number"}),
        ("Wann wurde der Turm gebaut?", {"time"}),
        ("In welchem Jahr?", {"time"}),
        ("Wer ist die Hafenmeisterin?", {"person"}),
        ("Was ist ein Rechenzentrum?", set()),
        ("为什么河北的算力最多？", {"reason"}),
        ("北京有多少家公司？", {"number"}),
        ("有几家公司？", {"number"}),
        ("什么时候建成的？", {"time"}),
        ("几月几号建成的？", {"time"}),
        ("The harbour is open, right?", {"truth"}),
        ("Stimmt's, dass der Hafen offen ist?", {"truth"}),
        ("Der Hafen ist offen, oder?", {"truth"}),
        ("Ist der Hafen echt offen?", {"truth"}),
        ("港口开了，真假", {"truth"}),
        ("Turn right at the harbour", set()),
        ("哪一年成立？", {"time"}),
        ("谁创办了这家公司？", {"person"}),
        ("这家公司做什么？", set()),
        ("How did Norden get so rich?", {"reason"}),
        ("What led Norden to build ships?", {"reason"}),
        ("How did they count the ships?", set()),
        ("Wie hat Norden das geschafft?", {"reason"}),
        ("Woran lag es?", {"reason"}),
        ("诺登是怎么突然火的？", {"reason"}),
        ("The harbour is old, isn't it?", {"truth"}),
        ("The harbour is old, isnt it", {"truth"}),
        ("The harbour is old, isn't that so?", {"truth"}),
        ("The harbour is old right?", {"truth"}),
        ("Der Hafen ist doch alt oder?", {"truth"}),
        ("港口不是很老吗？", {"truth"}),
        ("港口难道是新的？", {"truth"}),
        ("港口排第三吧？", {"truth"}),
        ("港口很老，是这样吗？", {"truth"}),
        ("港口很老，有这回事吗", {"truth"}),
        ("介绍一下吧？", set()),
        ("does the article get the age right", {"truth"}),
        ("Norden has a harbour, right?", {"truth"}),
        ("Is it on the right or on the left?", set()),
        ("So what is the oldest harbour right now?", set()),
        ("Der Hafen ist alt, oder?", {"truth"}),
        ("Liegt der Artikel damit richtig?", {"truth"}),
        ("Ist er alt oder neu?", set()),
        ("港口很老了吧？", {"truth"}),
        ("说说港口吧", set()),
        ("", set()),
    ],
)
def test_a_question_asks_for_its_type(question, types):
    assert asked_types(question) == types


def test_a_question_can_ask_for_two_things():
    assert asked_types("Who knows why?") == {"person", "reason"}


@pytest.mark.parametrize(
    "question", ["The whole house", "Whyte & Co", "Grundstein des Hauses", "Werft im Hafen"]
)
def test_a_question_word_inside_another_word_asks_for_nothing(question):
    assert asked_types(question) == set()


@pytest.mark.parametrize("question", ["WHY?", "why?", "WARUM?", "Warum?"])
def test_case_does_not_matter_in_a_question(question):
    assert asked_types(question) == {"reason"}


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("reason", "It is closed because the oven is cleaned."),
        ("reason", "Prices fell due to the harvest."),
        ("reason", "The air is cold, so the halls can be cooled with it."),
        ("reason", "Der Preis ist niedrig, was er mit der eigenen Fertigung erklärte."),
        ("reason", "他因英语成绩落榜。"),
        ("reason", "Er bleibt zu, weil der Ofen gereinigt wird."),
        ("reason", "Wegen des Sturms fährt kein Boot."),
        ("reason", "由于电价便宜，公司纷纷落户。"),
        ("list", "诺登、南城、西城这三座港口有灯塔。"),
        ("number", "It sells 300 loaves."),
        ("number", "It has Three doors."),
        ("number", "Er hat zwölf oder fünf Türen."),
        ("number", "一共有三家公司。"),
        ("time", "It was built in 1892."),
        ("time", "It opens in June."),
        ("time", "Sie öffnet im März."),
        ("time", "公司成立于2023年。"),
        ("person", "Its keeper was Ada Holm."),
        ("person", "Ada Holm kept it."),
        ("person", "Die Hafenmeisterin heißt Grete Sand."),
        ("person", "创始人是萨姆·奥尔特曼。"),
        ("reason", "They sank, so the sums do not fit."),
        ("reason", "Sie drosselten die Chips, um die Regeln einzuhalten."),
        ("reason", "那里又冷又有风，因而吸引了船只。"),
    ],
)
def test_a_sentence_holds_what_was_asked_for(type_, sentence):
    assert holds(sentence, frozenset({type_}))


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("reason", "One yard is 3 feet, so 20 yards equal 60 feet."),
        ("reason", "The bakery is closed on Sundays."),
        ("reason", "Die Bäckerei ist geschlossen."),
        ("reason", "公司位于北京。"),
        ("number", "It sells bread."),
        ("number", "Sie verkauft Brot."),
        ("number", "公司位于上海。"),
        ("time", "It has 300 loaves."),
        ("time", "Sie hat 25 Plätze."),
        ("time", "公司有25个泊位。"),
        ("person", "the keeper lives in the tower."),
        ("person", "公司位于北京。"),
    ],
)
def test_a_sentence_without_it_does_not_hold_it(type_, sentence):
    assert not holds(sentence, frozenset({type_}))


def test_a_sentence_may_hold_any_of_the_types_that_were_asked_for():
    both = frozenset({"number", "reason"})

    assert holds("It sells 300 loaves.", both)
    assert holds("People buy them because they are hungry.", both)
    assert not holds("People buy loaves.", both)


def test_where_nothing_is_asked_for_any_sentence_will_do():
    assert holds("", frozenset())


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("Is Norden larger?", "en", True),
        ("So, does it burn?", "en", True),
        ("Name three lamps.", "en", False),
        ("Nennt der Artikel Norden?", "de", True),
        ("Und leuchtet die Lampe?", "de", True),
        ("Nenne drei Lampen.", "de", False),
        ("Summe aller Lampen", "de", False),
        ("诺登有灯吗？", "zh", True),
        ("列出三盏灯。", "zh", False),
        ("第二盏灯呢？", "zh", False),
    ],
)
def test_a_question_that_wants_yes_or_no_is_known_by_its_opening_or_its_end(
    question, language, asks
):
    assert asks_whether(question, language) is asks
    assert not asks_openly(question, language)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is it Norden or Southam?", "en"),
        ("lamps of Norden vs Southam?", "en"),
        ("Gezählte Lampen: Norden vs. Südheim", "de"),
        ("Und wer hütet sie?", "de"),
        ("诺登有多少盏灯？", "zh"),
    ],
)
def test_who_how_many_and_which_of_two_no_yes_answers(question, language):
    assert asks_openly(question, language)
