"""Settings: defaults, checks, and what the environment may say."""

import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from citechat.errors import SettingsError
from citechat.settings import Settings, has_variable, secrets


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("notes", (Path("notes"),), id="a string"),
        pytest.param(Path("notes"), (Path("notes"),), id="a path"),
        pytest.param(["notes", Path("more")], (Path("notes"), Path("more")), id="a list of both"),
        pytest.param("", (), id="an empty string means the shipped corpus"),
        pytest.param(["", "notes"], (Path("notes"),), id="empty entries are dropped"),
        pytest.param("~/notes", (Path.home() / "notes",), id="a tilde is the home folder"),
    ],
)
def test_the_corpus_becomes_a_tuple_of_paths(given, kept):
    assert Settings(corpus=given).corpus == kept


@pytest.mark.skipif(
    os.name != "posix" or os.uname().sysname != "Linux", reason="XDG folders are Linux's"
)
def test_without_an_index_folder_the_users_cache_is_taken(tmp_path):
    assert Settings().index_dir == tmp_path / "cache" / "citechat"


def test_a_given_index_folder_becomes_a_path():
    assert Settings(index_dir="~/indexes").index_dir == Path.home() / "indexes"


def test_settings_cannot_be_changed_but_copied_with_changes():
    settings = Settings(corpus="notes", max_sentences=2)

    copy = settings.with_changes(max_sentences=3)

    assert (copy.corpus, copy.max_sentences, settings.max_sentences) == (settings.corpus, 3, 2)
    with pytest.raises(FrozenInstanceError):
        settings.max_sentences = 1


def test_a_changed_copy_is_checked_as_well():
    with pytest.raises(SettingsError, match="max_sentences is 9"):
        Settings().with_changes(max_sentences=9)


@pytest.mark.parametrize(
    ("name", "value", "limits"),
    [
        ("max_sentences", 0, "1 to 4"),
        ("max_sentences", 5, "1 to 4"),
        ("max_sentences", "3", "1 to 4"),
        ("max_sentences", 2.0, "1 to 4"),
        ("max_question_characters", 0, "1 to 100000"),
        ("max_question_characters", 100_001, "1 to 100000"),
        ("passage_characters", -1, "100 to 20000"),
        ("passage_characters", 99, "100 to 20000"),
        ("passage_characters", 20_001, "100 to 20000"),
    ],
)
def test_a_number_out_of_range_is_refused_with_its_limits(name, value, limits):
    with pytest.raises(SettingsError) as caught:
        Settings(**{name: value})
    assert str(caught.value) == f"{name} is {value!r}; give a whole number from {limits}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_sentences", 1),
        ("max_sentences", 4),
        ("max_question_characters", 1),
        ("max_question_characters", 100_000),
        ("passage_characters", 0),
        ("passage_characters", 100),
        ("passage_characters", 20_000),
    ],
)
def test_the_limits_themselves_are_allowed(name, value):
    assert getattr(Settings(**{name: value}), name) == value


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://localhost:8000", "chroma"])
def test_a_server_address_without_http_is_refused_with_the_form_to_use(url):
    with pytest.raises(SettingsError) as caught:
        Settings(chroma_url=url)
    assert str(caught.value) == f"chroma_url is {url!r}; write it as http://host:port"


@pytest.mark.parametrize("url", ["", "http://localhost:8000", "https://chroma.example.org"])
def test_a_server_address_with_http_or_none_is_allowed(url):
    assert Settings(chroma_url=url).chroma_url == url


def test_the_environment_sets_texts_numbers_and_folders():
    environ = {
        "CITECHAT_CORPUS": os.pathsep.join(["one", "two"]),
        "CITECHAT_INDEX_DIR": "indexes",
        "CITECHAT_CHROMA_URL": "http://localhost:8000",
        "CITECHAT_EMBEDDING_MODEL": "some/model",
        "CITECHAT_MAX_SENTENCES": "2",
        "CITECHAT_MAX_QUESTION_CHARACTERS": "500",
        "CITECHAT_PASSAGE_CHARACTERS": "800",
        "CITECHAT_LLM": "openai:gpt-x",
        "CITECHAT_LLM_BASE_URL": "http://localhost:8000/v1",
        "CITECHAT_LLM_TIMEOUT": "2.5",
        "CITECHAT_LLM_CHOICES": "openai:gpt-x, ollama:qwen3:8b",
        "CITECHAT_PROMPT": "prompt.txt",
        "CITECHAT_UNSUPPORTED": "drop",
        "CITECHAT_FEEDBACK_DIR": "said",
    }

    assert Settings.from_env(environ) == Settings(
        corpus=("one", "two"),
        index_dir="indexes",
        chroma_url="http://localhost:8000",
        embedding_model="some/model",
        max_sentences=2,
        max_question_characters=500,
        passage_characters=800,
        llm="openai:gpt-x",
        llm_base_url="http://localhost:8000/v1",
        llm_timeout=2.5,
        llm_choices=("openai:gpt-x", "ollama:qwen3:8b"),
        prompt="prompt.txt",
        unsupported="drop",
        feedback_dir="said",
    )


def test_an_empty_environment_gives_the_defaults():
    assert Settings.from_env({}) == Settings()


def test_the_real_environment_is_read_when_none_is_given(monkeypatch):
    monkeypatch.setenv("CITECHAT_CORPUS", "from-the-environment")

    assert Settings.from_env().corpus == (Path("from-the-environment"),)


def test_variables_that_are_empty_or_of_other_programs_are_passed_over():
    environ = {"CITECHAT_MAX_SENTENCES": "", "MAX_SENTENCES": "1", "HOME": "/nowhere"}

    assert Settings.from_env(environ).max_sentences == Settings().max_sentences


def test_what_is_given_wins_over_the_environment_and_none_does_not():
    environ = {"CITECHAT_MAX_SENTENCES": "2", "CITECHAT_PASSAGE_CHARACTERS": "800"}

    settings = Settings.from_env(environ, max_sentences=3, passage_characters=None)

    assert (settings.max_sentences, settings.passage_characters) == (3, 800)


def test_a_variable_that_names_no_setting_is_refused_with_those_that_exist():
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({"CITECHAT_CORPSE": "notes"})
    assert str(caught.value).startswith(
        "CITECHAT_CORPSE names no setting; there are chroma_url, corpus, "
    )


def test_a_variable_that_should_be_a_number_and_is_not_is_refused():
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({"CITECHAT_MAX_SENTENCES": "three"})
    assert str(caught.value) == "CITECHAT_MAX_SENTENCES is 'three'; give a whole number"


def test_a_number_out_of_range_in_the_environment_is_refused():
    with pytest.raises(SettingsError, match="max_sentences is 7; give a whole number from 1 to 4"):
        Settings.from_env({"CITECHAT_MAX_SENTENCES": "7"})


@pytest.mark.parametrize("llm", ["gpt-x", ":gpt-x", "openai:", "openai: x"])
def test_a_model_without_provider_or_name_is_refused_with_the_form_to_use(llm):
    for given in ({"llm": llm}, {"llm_choices": (llm,)}):
        with pytest.raises(SettingsError, match=f"llm is {llm!r}; write it as provider:model"):
            Settings(**given)


@pytest.mark.parametrize("seconds", [0, -1, 3601, "60", True])
def test_a_deadline_that_is_none_is_refused(seconds):
    with pytest.raises(SettingsError, match=r"llm_timeout is .*; give seconds, up to 3600"):
        Settings(llm_timeout=seconds)


def test_what_to_do_with_unsupported_sentences_is_one_of_two():
    with pytest.raises(SettingsError, match="unsupported is 'hide'; give show or drop"):
        Settings(unsupported="hide")


def test_a_deadline_in_the_environment_must_be_a_number():
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({"CITECHAT_LLM_TIMEOUT": "soon"})
    assert str(caught.value) == "CITECHAT_LLM_TIMEOUT is 'soon'; give a number"


def test_a_chat_model_that_may_hold_a_key_is_not_printed():
    assert "secret" not in repr(Settings(llm=["secret"]))


def test_keys_are_known_by_the_names_of_their_variables():
    environ = {
        "OPENAI_API_KEY": "secret-1",
        "HF_TOKEN": "secret-2",
        "PATH": "/usr/bin",
        "SHORT_KEY": "x",
    }

    assert secrets(environ) == {"secret-1", "secret-2"}
    assert has_variable("HF_TOKEN", environ)
    assert not has_variable("OPENAI_KEY", environ)
