"""Settings: defaults, checks, and what the environment may say."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from citechat.errors import SettingsError
from citechat.settings import Settings, has_variable, secrets

SetVariables = Callable[..., None]


@pytest.fixture
def set_variables(monkeypatch: pytest.MonkeyPatch) -> SetVariables:
    """Sets CITECHAT_ variables: ``set_variables(MAX_SENTENCES="2")``."""

    def put(**variables: str) -> None:
        for name, text in variables.items():
            monkeypatch.setenv(f"CITECHAT_{name}", text)

    return put


BOTH = (Path.cwd() / "notes", Path.cwd() / "more")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("notes", (Path.cwd() / "notes",), id="a string"),
        pytest.param(Path("notes"), (Path.cwd() / "notes",), id="a path"),
        pytest.param(["notes", Path("more")], BOTH, id="a list of both"),
        pytest.param("", (), id="an empty string means the shipped corpus"),
        pytest.param(["", "notes"], (Path.cwd() / "notes",), id="empty entries are dropped"),
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


def test_paths_mean_the_same_place_after_the_program_has_changed_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings(corpus="docs", index_dir="idx", feedback_dir="said", prompt="p.txt")
    monkeypatch.chdir("/")

    assert settings.corpus == (tmp_path / "docs",)
    assert settings.index_dir == tmp_path / "idx"
    assert settings.feedback_dir == tmp_path / "said"
    assert settings.prompt == tmp_path / "p.txt"


def test_settings_cannot_be_changed_but_copied_with_changes():
    settings = Settings(corpus="notes", max_sentences=2)

    copy = settings.with_changes(max_sentences=3)

    assert (copy.corpus, copy.max_sentences, settings.max_sentences) == (settings.corpus, 3, 2)
    with pytest.raises(ValidationError, match="frozen"):
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


def test_a_server_address_that_is_refused_is_shown_without_its_password():
    with pytest.raises(SettingsError) as caught:
        Settings(chroma_url="http://ada:secret@localhost:99999")
    assert "secret" not in str(caught.value)
    assert "localhost:99999" in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://localhost:8000",
        "https://chroma.example.org",
        "http://[::1]:8000",
        "https://ada:secret@chroma.example.org/search",
    ],
)
def test_a_server_address_with_http_or_none_is_allowed(url):
    assert Settings(chroma_url=url).chroma_url == url


@pytest.mark.parametrize("name", ["max_sentences", "threads", "reader", "llm_timeout"])
def test_a_value_of_another_type_is_refused(name: str) -> None:
    given: dict[str, Any] = {name: ["2"]}

    with pytest.raises(SettingsError, match=f"{name} is \\['2'\\]; give "):
        Settings(**given)


def test_a_corpus_that_is_no_path_is_refused() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(corpus=7)  # type: ignore[arg-type]
    assert str(caught.value) == "corpus is 7; give the path of a folder"


def test_a_name_that_is_no_setting_is_refused_with_those_that_exist() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(corpse="notes")  # type: ignore[call-arg]
    assert str(caught.value).startswith("corpse names no setting; there are add_on_page, ")


def test_the_environment_sets_texts_numbers_and_folders(set_variables: SetVariables) -> None:
    set_variables(
        CORPUS=os.pathsep.join(["one", "two"]),
        MAX_FILE_MEGABYTES="20",
        INDEX_DIR="indexes",
        CHROMA_URL="http://localhost:8000",
        CHROMA_TIMEOUT="2.5",
        CHROMA_CERTIFICATES="trusted.pem",
        EMBEDDING_MODEL="some/model",
        READER="none",
        THREADS="3",
        MAX_SENTENCES="2",
        MAX_QUESTION_CHARACTERS="500",
        PASSAGE_CHARACTERS="800",
        LLM="openai:gpt-x",
        LLM_BASE_URL="http://localhost:8000/v1",
        LLM_TIMEOUT="2.5",
        LLM_CHOICES="openai:gpt-x, ollama:qwen3:8b",
        PROMPT="prompt.txt",
        UNSUPPORTED="drop",
        FEEDBACK_DIR="said",
        HOSTS="chat.example.org, *.example.net",
        USERS="users",
        USER_HEADER="Remote-User",
        PROXIES="10.0.0.0/8,::1",
        REQUESTS_PER_MINUTE="0",
        ANSWERS_AT_ONCE="2",
        ANSWERS_WAITING="3",
        LOG_FORMAT="json",
    )
    from_the_environment = dict(Settings())
    expected = {
        "corpus": (Path.cwd() / "one", Path.cwd() / "two"),
        "max_file_megabytes": 20,
        "index_dir": Path.cwd() / "indexes",
        "chroma_url": "http://localhost:8000",
        "chroma_timeout": 2.5,
        "chroma_certificates": Path.cwd() / "trusted.pem",
        "embedding_model": "some/model",
        "reader": "none",
        "threads": 3,
        "max_sentences": 2,
        "max_question_characters": 500,
        "passage_characters": 800,
        "llm": "openai:gpt-x",
        "llm_base_url": "http://localhost:8000/v1",
        "llm_timeout": 2.5,
        "llm_choices": ("openai:gpt-x", "ollama:qwen3:8b"),
        "prompt": Path.cwd() / "prompt.txt",
        "unsupported": "drop",
        "feedback_dir": Path.cwd() / "said",
        "hosts": ("chat.example.org", "*.example.net"),
        "users": Path.cwd() / "users",
        "user_header": "Remote-User",
        "proxies": ("10.0.0.0/8", "::1/128"),
        "requests_per_minute": 0,
        "answers_at_once": 2,
        "answers_waiting": 3,
        "log_format": "json",
    }
    assert from_the_environment.items() >= expected.items()


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"hosts": "chat.example.org:80"}, "names of hosts without ports"),
        ({"proxies": "nowhere"}, "IP addresses or networks"),
        ({"user_header": "Remote User"}, "the name of a header"),
        ({"user_header": "Remote-User"}, "the addresses of those who may"),
        ({"answers_at_once": 0}, "a whole number from 1 to 256"),
        ({"log_format": "xml"}, "plain or json"),
    ],
)
def test_what_cannot_work_on_the_net_is_refused(wrong: dict[str, Any], cure: str) -> None:
    with pytest.raises(SettingsError, match=cure):
        Settings(**wrong)


def test_variables_that_are_empty_or_of_other_programs_are_passed_over(
    set_variables: SetVariables, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_variables(MAX_SENTENCES="")
    monkeypatch.setenv("MAX_SENTENCES", "1")

    assert Settings().max_sentences == 4


def test_a_file_of_variables_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("CITECHAT_MAX_SENTENCES=1\n")
    monkeypatch.chdir(tmp_path)

    assert Settings().max_sentences == 4


def test_what_is_given_wins_over_the_environment(set_variables: SetVariables) -> None:
    set_variables(MAX_SENTENCES="2", PASSAGE_CHARACTERS="800")

    settings = Settings(max_sentences=3)

    assert (settings.max_sentences, settings.passage_characters) == (3, 800)


def test_none_leaves_a_setting_to_the_environment(set_variables: SetVariables) -> None:
    set_variables(MAX_SENTENCES="2")

    assert Settings.from_env(max_sentences=None, threads=1) == Settings(max_sentences=2, threads=1)


def test_a_copy_keeps_what_the_environment_said_when_the_first_was_made(
    set_variables: SetVariables,
) -> None:
    settings = Settings()
    set_variables(MAX_SENTENCES="2")

    assert settings.with_changes(corpus="notes").max_sentences == 4


def test_a_variable_that_names_no_setting_is_refused_with_those_that_exist(
    set_variables: SetVariables,
) -> None:
    set_variables(CORPSE="notes")

    with pytest.raises(SettingsError) as caught:
        Settings()
    assert str(caught.value).startswith("CITECHAT_CORPSE names no setting; there are add_on_page, ")


@pytest.mark.parametrize(
    ("variable", "text", "cure"),
    [
        ("MAX_SENTENCES", "three", "give a whole number from 1 to 4"),
        ("MAX_SENTENCES", "7", "give a whole number from 1 to 4"),
        ("MAX_SENTENCES", "2.0", "give a whole number from 1 to 4"),
        ("THREADS", "-1", "give a whole number from 0 to 256"),
        ("LLM_TIMEOUT", "soon", "give seconds, up to 3600"),
        ("CHROMA_URL", "localhost", "write it as http://host:port"),
        ("UNSUPPORTED", "hide", "give show or drop"),
    ],
)
def test_a_bad_variable_is_named_with_its_text_and_the_cure(
    variable: str, text: str, cure: str, set_variables: SetVariables
) -> None:
    set_variables(**{variable: text})

    with pytest.raises(SettingsError) as caught:
        Settings()
    assert str(caught.value) == f"CITECHAT_{variable} is {text!r}; {cure}"


@pytest.mark.parametrize("llm", ["gpt-x", ":gpt-x", "openai:", "openai: x"])
def test_a_model_without_provider_or_name_is_refused_with_the_form_to_use(llm):
    with pytest.raises(SettingsError, match=f"llm is {llm!r}; write it as provider:model"):
        Settings(llm=llm)
    with pytest.raises(SettingsError, match=r"llm_choices is .*; write it as provider:model"):
        Settings(llm_choices=(llm,))


@pytest.mark.parametrize("seconds", [0, -1, 3601, "60", True])
def test_a_deadline_that_is_none_is_refused(seconds):
    with pytest.raises(SettingsError, match=r"llm_timeout is .*; give seconds, up to 3600"):
        Settings(llm_timeout=seconds)


def test_what_to_do_with_unsupported_sentences_is_one_of_two():
    with pytest.raises(SettingsError, match="unsupported is 'hide'; give show or drop"):
        Settings(unsupported="hide")  # type: ignore[arg-type]


def test_a_chat_model_that_may_hold_a_key_is_not_printed() -> None:
    settings = Settings(llm=["secret"])

    assert "secret" not in repr(settings)
    assert "secret" not in str(settings)
    assert settings.llm == ["secret"]


def test_every_setting_says_what_it_means_and_how_to_mend_it() -> None:
    for field in Settings.model_fields.values():
        notes: Any = field.json_schema_extra
        assert field.description
        assert notes["cure"].startswith(("give ", "write "))


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
