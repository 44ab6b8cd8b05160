"""One root for all errors, and the built-in kinds that callers may expect beside it."""

import inspect

import pytest

from citechat import errors


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_can_be_caught_by_the_root(name):
    assert issubclass(getattr(errors, name), errors.CiteChatError)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (errors.CorpusError, ValueError),
        (errors.SettingsError, ValueError),
        (errors.MissingExtraError, ImportError),
        (errors.UnknownDocumentError, KeyError),
    ],
)
def test_an_error_is_also_the_builtin_of_its_kind(error, builtin):
    assert issubclass(error, builtin)


def test_the_root_itself_is_not_a_builtin_kind():
    assert errors.CiteChatError.__bases__ == (Exception,)


def test_every_error_of_the_module_is_exported():
    defined = {
        name
        for name, value in inspect.getmembers(errors, inspect.isclass)
        if issubclass(value, Exception)
    }

    assert set(errors.__all__) == defined


def test_an_unknown_document_shows_its_message_without_the_quotes_of_a_key_error():
    assert str(errors.UnknownDocumentError("no document 'x'")) == "no document 'x'"


def test_a_corpus_error_keeps_path_reason_and_cure_and_joins_them_on_one_line():
    error = errors.CorpusError("notes.md", "is empty", "write something into it")

    assert (error.path, error.reason, error.cure) == (
        "notes.md",
        "is empty",
        "write something into it",
    )
    assert str(error) == "notes.md: is empty; write something into it"
