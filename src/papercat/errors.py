"""The errors that papercat raises, in one tree.

* `PapercatError`
    * `InputError` (also `ValueError`): a file or text that cannot be read at all
        * `UnknownFormatError`: no reader knows the content, or no format has that name
    * `PaperNotFoundError` (also `KeyError`): a look-up by key or id found nothing
    * `MissingExtraError` (also `ImportError`): a library is wanted that is not installed
    * `OutputError` (also `ValueError`): no writer for that suffix or format, no style of that name, or a file that cannot be updated
    * `PatternError` (also `ValueError`): a pattern for citation keys that cannot be read

What is wrong *inside* a file is never raised: it is an `Issue` in `Catalog.issues`. A model built by hand from bad values
raises pydantic's `ValidationError`, and a missing file Python's own `FileNotFoundError`.
"""

from collections.abc import Mapping, Sequence


def no_text(taker: str, given: object) -> TypeError:
    """Make the error for what is given in the place of a text: None, or a number where a table has a gap.

    >>> no_text("fix", None)
    TypeError('fix() takes a text, not NoneType')
    """
    return TypeError(f"{taker}() takes a text, not {type(given).__name__}")


def no_attribute(owner: object, name: str, instead: Mapping[str, str]) -> AttributeError:
    """Make the error for an attribute that there is not; it says what has another name here.

    >>> no_attribute("a text", "length", {"length": "len(text)"})
    AttributeError("'str' object has no attribute 'length'; use len(text)")
    """
    if hasattr(type(owner), name):  # a property that failed: its own error says why
        object.__getattribute__(owner, name)
    hint = f"; use {instead[name]}" if name in instead else ""
    return AttributeError(f"{type(owner).__name__!r} object has no attribute {name!r}{hint}", name=name, obj=owner)


class PapercatError(Exception):
    """Stand above every error that papercat raises."""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy the finished message with the attributes; by default Python calls the class with the message alone.

        A pool of processes cannot go on after an error that does not come back from its pickle.
        """
        names = ("name", "msg") if isinstance(self, ImportError) else ()  # which stand in no __dict__
        return _restored, (type(self), self.args, {**vars(self), **{name: getattr(self, name) for name in names}})


def _restored(kind: type[PapercatError], args: tuple[object, ...], attributes: dict[str, object]) -> PapercatError:
    error = kind.__new__(kind, *args)
    for name, value in attributes.items():
        setattr(error, name, value)
    return error


class InputError(PapercatError, ValueError):
    """Refuse an input as a whole.

    Attributes:
        name: the file, or the name that was given to the text.
    """

    def __init__(self, message: str, *, name: str) -> None:
        """Keep the name beside the message."""
        super().__init__(message)
        self.name = name


class UnknownFormatError(InputError):
    """Say that no reader knows the content, or that no format has the name."""


class OutputError(PapercatError, ValueError):
    """Say that no writer is known for a suffix or a format, or that a file cannot be updated."""


class PatternError(PapercatError, ValueError):
    """Refuse a pattern for citation keys.

    Attributes:
        pattern: the pattern.
        place: the character where it goes wrong, from 0.
    """

    def __init__(self, message: str, *, pattern: str, place: int) -> None:
        """Keep the pattern and the place beside the message."""
        super().__init__(f"key pattern {pattern!r}, character {place + 1}: {message}")
        self.pattern, self.place = pattern, place


class PaperNotFoundError(PapercatError, KeyError):
    """Say that a catalog has no paper under a key, and what comes near.

    Attributes:
        key: what was asked for.
        suggestions: keys and ids of the catalog that look like it, best first.
    """

    def __init__(self, key: str, suggestions: Sequence[str] = ()) -> None:
        """Keep the key and the suggestions beside the message."""
        self.key, self.suggestions = key, tuple(suggestions)
        hint = f"; did you mean {' or '.join(self.suggestions)}?" if self.suggestions else ""
        super().__init__(f"no paper with key {key!r}{hint}")

    def __str__(self) -> str:
        # KeyError shows the repr of its message; a sentence reads better
        return str(self.args[0])


class MissingExtraError(PapercatError, ImportError):
    """Say which library is missing and how to get it.

    Attributes:
        name: the library.
        extra: the extra of papercat that brings it.

    >>> print(MissingExtraError("polars", "polars"))
    polars is not installed: pip install 'papercat[polars]'
    >>> print(MissingExtraError("citeproc-py", "styles", "a reference list"))
    a reference list wants citeproc-py, which is not installed: pip install 'papercat[styles]'
    """

    def __init__(self, name: str, extra: str, what: str = "") -> None:
        """Keep the name of the library and of the extra."""
        self.extra = extra
        super().__init__(f"{f'{what} wants {name}, which' if what else name} is not installed: pip install 'papercat[{extra}]'", name=name)
