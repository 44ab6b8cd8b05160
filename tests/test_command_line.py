"""The command line: what it prints, its exit codes, and errors of one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from citechat import Answer, AnswerSentence, IndexBuildError, __version__
from citechat import chat as answers
from citechat.__main__ import main
from citechat.commands.output import progress_bar
from citechat.index import building
from citechat.testing import LetterCountEmbedder
from citechat.values import VerdictCounts


@pytest.fixture(autouse=True)
def fake_embedder(monkeypatch):
    monkeypatch.setattr(answers, "make_embedder", lambda model, threads: LetterCountEmbedder())


@pytest.fixture
def places(folder, tmp_path):
    return ["--corpus", str(folder), "--index-dir", str(tmp_path / "index")]


def test_ask_prints_the_answer_and_its_sources(places, capsys):
    code = main(["ask", "When was the lighthouse of Norden built?", *places])

    printed = capsys.readouterr().out
    assert code == 0
    assert printed.startswith("The lighthouse of Norden was built in 1892. [1]")
    assert "[1] The lighthouse, History: “The lighthouse of Norden was built in 1892.”" in printed


def test_ask_json_is_the_answer_as_a_dict(places, capsys):
    main(["ask", "When was the lighthouse of Norden built?", "--json", *places])

    reply = json.loads(capsys.readouterr().out)
    assert reply["answered"] is True
    assert reply["citations"][0]["document_id"] == "lighthouse"


@pytest.mark.parametrize(
    ("language", "verdict", "warning"),
    [
        ("en", "supported", ""),
        ("en", "unsupported", "citechat: no quote bears this out: “It has 7 lamps.”\n"),
        ("de", "number_mismatch", "citechat: weicht vom Zitat ab (7): „It has 7 lamps.“\n"),
        ("zh", "unsupported", "citechat: 没有引文支持：“It has 7 lamps.”\n"),
    ],
)
def test_ask_warns_of_a_sentence_that_its_quotes_do_not_bear_out(
    language, verdict, warning, monkeypatch, capsys
):
    problems = ("7",) if verdict == "number_mismatch" else ()
    sentence = AnswerSentence("It has 7 lamps.", (), verdict, problems)
    reply = Answer("It has 7 lamps.", True, language, sentences=(sentence,))
    monkeypatch.setattr(answers.CiteChat, "answer", lambda *_, **__: reply)

    assert main(["ask", "How many lamps?"]) == 0
    assert capsys.readouterr() == ("It has 7 lamps.\n", warning)


@pytest.mark.parametrize(
    ("language", "warning"),
    [
        (
            "en",
            "citechat: citations of passages that were not shown to the model, left out: 2\n",
        ),
        (
            "de",
            "citechat: Verweise auf Textstellen, die dem Modell nicht vorlagen, weggelassen: 2\n",
        ),
        ("zh", "citechat: 模型引用了没有给它看过的段落，已去掉2处\n"),
    ],
)
def test_ask_warns_of_citations_of_nothing(language, warning, monkeypatch, capsys):
    sentence = AnswerSentence("It has lamps.", (), "supported")
    checks = VerdictCounts(supported=1, invented_marks=2)
    reply = Answer("It has lamps.", True, language, sentences=(sentence,), checks=checks)
    monkeypatch.setattr(answers.CiteChat, "answer", lambda *_, **__: reply)

    assert main(["ask", "How many lamps?"]) == 0
    assert capsys.readouterr().err == warning


def test_ask_returns_1_when_the_corpus_does_not_say(places, folder, capsys):
    (folder / "hafen.txt").unlink()
    assert main(["ask", "Which volcano erupted in Peru?", *places]) == 1
    assert capsys.readouterr().out.startswith("The documents do not say.")


def test_a_refusal_says_what_is_answered_where_to_look_and_which_language_to_ask_in(places, capsys):
    main(["ask", "Which volcano erupted in Peru?", *places])

    told = capsys.readouterr().err
    assert "citechat: They do answer:\n    What do the documents say about “History”?\n" in told
    assert (
        "citechat: no_evidence, nothing that was found answers well enough: citechat search" in told
    )
    assert "another language alone (de)" in told


def test_a_refusal_as_json_says_so_within(places, capsys):
    main(["ask", "Which volcano erupted in Peru?", "--json", *places])

    assert "citechat:" not in capsys.readouterr().err


def test_a_build_that_fails_ends_its_bar_before_it_says_why(places, capsys, monkeypatch):
    def fail(store, passages, work):
        work.progress(1, 3)
        raise IndexBuildError("there is no room")

    monkeypatch.setattr(building, "_fill", fail)

    assert main(["ask", "When was the lighthouse of Norden built?", *places]) == 2
    bar, told = capsys.readouterr().err.split("citechat: ")
    assert "indexing the documents" in bar
    assert bar.endswith("\n")
    assert told == "there is no room\n"


def test_search_lists_passages_with_their_places(places, capsys):
    main(["search", "bakery oven", "-k", "1", *places])

    assert "en/baker[98:158]" in capsys.readouterr().out


def test_search_json_holds_offsets(places, capsys):
    main(["search", "bakery oven", "-k", "2", "--json", *places])

    passages = json.loads(capsys.readouterr().out)
    assert len(passages) == 2
    assert passages[0]["text"].startswith("On Sundays")


def test_index_tells_what_it_holds(places, capsys):
    main(["index", "--rebuild", "--json", *places])

    assert json.loads(capsys.readouterr().out)["passages"] == {"de": 1, "en": 4}


@pytest.mark.parametrize(
    "command", [["ask", "x"], ["search", "x"], ["index"], ["chat"]], ids=lambda c: c[0]
)
def test_a_missing_corpus_is_one_line_on_standard_error(command, tmp_path, capsys):
    code = main([*command, "--corpus", str(tmp_path / "nowhere")])

    error = capsys.readouterr().err
    assert code == 2
    assert error.count("\n") == 1
    assert "nowhere: does not exist; give a folder" in error


def test_an_empty_corpus_is_one_line_on_standard_error(tmp_path, capsys):
    (tmp_path / "empty").mkdir()

    assert main(["ask", "x", "--corpus", str(tmp_path / "empty")]) == 2
    assert "holds no documents; put files ending in" in capsys.readouterr().err


def test_an_unwritable_index_folder_is_one_line_on_standard_error(folder, tmp_path, capsys):
    (tmp_path / "file").write_text("")

    assert main(["ask", "x", "--corpus", str(folder), "--index-dir", str(tmp_path / "file")]) == 2
    assert "CITECHAT_INDEX_DIR" in capsys.readouterr().err


@pytest.fixture
def exam(tmp_path):
    asked = "When was the lighthouse of Norden built?"
    row = {"id": "q1", "language": "en", "kind": "fact", "question": asked, "most": 4}
    rows = [row | {"patterns": ["1892"]}, row | {"id": "q2", "patterns": ["1892", "1893"]}]
    path = tmp_path / "exam.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def test_eval_prints_figures_by_language_and_kind(places, exam, capsys):
    assert main(["eval", exam, *places]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("|  | questions | clean | right | padded | partial |")
    assert "| en/fact | 2 | 0.500 | 0.500 | 0.000 | 0.500 |" in printed


def test_eval_json_holds_the_figures_alone(places, exam, capsys):
    main(["eval", exam, "--json", *places])

    assert json.loads(capsys.readouterr().out)["all"]["clean"] == 0.5


@pytest.mark.parametrize("option", [["--show", "partial"], ["--errors"]])
def test_eval_shows_answers_to_be_read_aloud(places, exam, capsys, option):
    main(["eval", exam, *option, *places])

    shown = capsys.readouterr().out.split("\n\n", 1)[1]
    assert shown.startswith("q2  When was the lighthouse of Norden built?  (partial)\n  The ")
    assert shown.endswith("  – does not say 1893\n")


def test_eval_prints_figures_or_answers_not_both(places, exam, capsys):
    assert main(["eval", exam, "--json", "--show", "wrong", *places]) == 2
    assert "give one of --show, --errors and --json" in capsys.readouterr().err


def test_eval_names_a_file_that_is_no_exam(places, tmp_path, capsys):
    assert main(["eval", str(tmp_path / "none.jsonl.gz"), *places]) == 2
    assert "none.jsonl.gz: cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["ask", "search", "index", "eval", "chat", "mcp"])
def test_each_command_has_help(command):
    printed = subprocess.run(
        [sys.executable, "-m", "citechat", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert f"Usage: citechat {command} [OPTIONS]" in printed.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["aks", "x"], "No such command 'aks'. Did you mean 'ask'?"),
        (["ask"], "Missing argument 'question'"),
        (["search", "x", "-k", "few"], "Invalid value for '-k'"),
    ],
)
def test_a_command_that_is_misspelt_is_told_so_and_returns_2(arguments, told, capsys):
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys):
    assert main([]) == 2
    assert "Answer a question with citations." in capsys.readouterr().out


def test_the_version_is_the_packages(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"{__version__}\n"


def test_an_interrupted_command_returns_130(places, monkeypatch):
    def interrupt(self, question, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(answers.CiteChat, "answer", interrupt)

    assert main(["ask", "x", *places]) == 130


def test_a_reader_of_the_pipe_who_has_seen_enough_is_no_error():
    command = [sys.executable, "-m", "citechat", "--version"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_each_shell_can_complete_the_commands():
    asked = {"_CITECHAT_COMPLETE": "complete_bash", "COMP_WORDS": "citechat se", "COMP_CWORD": "1"}
    printed = subprocess.run(
        [sys.executable, "-m", "citechat"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )

    assert printed.stdout.split() == ["search"]


def test_a_bar_shows_how_far_the_work_is(capsys):
    show = progress_bar("asking")

    show(1, 4)
    show(4, 4)

    printed = capsys.readouterr().err
    assert "asking" in printed
    assert "100%" in printed


def test_work_that_is_done_at_once_shows_no_bar(capsys):
    progress_bar()(2, 2)

    assert capsys.readouterr().err == ""


def test_ask_with_a_model_that_cannot_be_reached_prints_quotes_and_says_why(
    places, capsys, monkeypatch
):
    monkeypatch.setenv("CITECHAT_LLM_BASE_URL", "http://127.0.0.1:9")

    code = main(["ask", "When was the lighthouse of Norden built?", "--llm", "ollama:x", *places])

    assert code == 0
    assert capsys.readouterr().out.startswith(
        "The lighthouse of Norden was built in 1892. [1]\n\nQuotes only: the language model cannot be reached.\n\n[1] "
    )


def test_a_model_without_provider_is_an_error_of_one_line(places, capsys):
    assert main(["ask", "When?", "--llm", "gpt", *places]) == 2
    assert (
        capsys.readouterr().err
        == "citechat: llm is 'gpt'; write it as provider:model, for example openai:gpt-5.5\n"
    )


def test_index_names_the_files_that_it_skips_and_returns_3(places, folder, capsys):
    (folder / "bad.txt").write_bytes(bytes(range(0x81, 0xFF)) * 9)
    (folder / "hafen.md").write_text("# Hafen\n\nDer Hafen ist klein und hat eine Mole.")

    for _ in range(2):  # when it is built, and when it stands
        assert main(["index", *places]) == 3
        told = capsys.readouterr().err
        assert "citechat: skipped: " in told
        assert "bad.txt: is in an encoding that cannot be told" in told
        assert 'hafen.txt: has the same document id "hafen"' in told

    (folder / "bad.txt").unlink()
    (folder / "hafen.md").unlink()
    assert main(["index", *places]) == 0
    assert "skipped" not in capsys.readouterr().err


def test_index_json_lists_what_was_skipped(places, folder, capsys):
    (folder / "bad.txt").write_bytes(bytes(range(0x81, 0xFF)) * 9)

    assert main(["index", "--json", *places]) == 3
    assert "bad.txt" in json.loads(capsys.readouterr().out)["skipped"][0]


def test_a_password_becomes_a_line_of_the_file_of_users(monkeypatch, capsys):
    from citechat.page.net.passwords import matches

    monkeypatch.setattr("typer.prompt", lambda *_, **__: "sesame")

    assert main(["password", "ines"]) == 0
    name, kept = capsys.readouterr().out.strip().split(":", 1)
    assert name == "ines"
    assert matches("sesame", kept)
    assert main(["password", "i:nes"]) == 2
