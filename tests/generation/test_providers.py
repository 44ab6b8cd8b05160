"""provider:model → a model: what is missing or wrong is named with its cure."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pydantic import SecretStr

from citechat import CiteChat, MissingExtraError, Settings, SettingsError
from citechat.generation import providers
from citechat.generation.provider_errors import ModelFailure
from citechat.generation.providers import make_language_model
from citechat.testing import LetterCountEmbedder


def test_a_missing_package_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(providers, "find_spec", lambda name: None)

    with pytest.raises(MissingExtraError) as caught:
        make_language_model(Settings(llm="openai:gpt-x"))

    assert (
        str(caught.value)
        == 'openai:gpt-x needs langchain-openai; type: pip install "citechat[openai]"'
    )


@pytest.mark.parametrize("extra", ["openai", "anthropic", "google", "ollama", "huggingface"])
def test_every_extra_that_is_named_exists(extra):
    project = tomllib.loads(
        (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    )["project"]
    assert extra in project["optional-dependencies"]
    assert extra in {named for _, named in providers.EXTRAS.values()}


def test_a_provider_that_nobody_knows_is_a_wrong_setting():
    with pytest.raises(
        SettingsError, match="llm is 'nobody:x'; there is no such provider; known are anthropic, "
    ):
        make_language_model(Settings(llm="nobody:x")).load()


@pytest.mark.parametrize("folder", ["/nowhere/weights", "./weights", "~/nowhere/weights"])
def test_a_folder_of_weights_that_is_not_there_is_a_wrong_setting(folder):
    with pytest.raises(SettingsError, match="there is no such folder; give one with weights"):
        make_language_model(Settings(llm=f"huggingface:{folder}")).load()


def test_a_folder_of_weights_may_begin_at_home_and_a_name_on_the_hub_stays(tmp_path, monkeypatch):
    asked: list[str] = []
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("citechat.generation.huggingface.HuggingFaceChat.load", asked.append)
    (tmp_path / "weights").mkdir()

    for name in ("~/weights", "someone/model"):
        providers._make("huggingface", name, Settings())

    assert asked == [str(tmp_path / "weights"), "someone/model"]


def test_a_missing_key_is_a_failure_with_a_code_and_not_a_crash():
    with pytest.raises(ModelFailure) as caught:
        make_language_model(Settings(llm="openai:gpt-x")).load()

    assert caught.value.code == "model_key_refused"


def test_what_is_no_chat_model_is_refused():
    with pytest.raises(
        SettingsError, match="llm is a int; give provider:model or a LangChain chat model"
    ):
        make_language_model(Settings(llm=42))


def test_a_chat_model_object_is_named_after_what_it_says_of_itself():
    from langchain_openai import ChatOpenAI

    assert (
        make_language_model(Settings(llm=ChatOpenAI(model="gpt-x", api_key=SecretStr("k")))).name
        == "openai:gpt-x"
    )


@pytest.mark.parametrize(
    ("llm", "options"),
    [
        (
            "ollama:x",
            {"client_kwargs": {"timeout": 7.0}, "temperature": 0, "num_ctx": 16_384},
        ),
        ("anthropic:x", {"timeout": 7.0, "max_retries": 0}),
        ("nobody:x", {}),
    ],
)
def test_deadline_and_context_are_set_as_each_package_calls_them(llm, options, monkeypatch):
    given = {}
    monkeypatch.setattr(
        "langchain.chat_models.init_chat_model", lambda *_, **options: given.update(options)
    )

    make_language_model(Settings(llm=llm, llm_timeout=7.0)).load()

    given.pop("model_provider")
    assert given == options


def test_where_nobody_can_be_reached_the_log_names_the_address_without_its_password(
    settings, unused_port, caplog
):
    address = f"http://ines:sesame-19@127.0.0.1:{unused_port}/v1"
    own = settings.with_changes(llm="openai:any", llm_base_url=address)

    reply = CiteChat(own, embedder=LetterCountEmbedder()).answer("When was the lighthouse built?")

    assert reply.reason == "model_unreachable"
    assert f"(CITECHAT_LLM_BASE_URL is http://…@127.0.0.1:{unused_port}/v1)" in caplog.text
    assert "sesame" not in caplog.text
