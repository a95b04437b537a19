"""The errors that papercat raises, in one tree.

* `PapercatError`
    * `InputError` (also `ValueError`): a file or text that cannot be read at all
        * `UnknownFormatError`: no reader knows the content, or no format has that name
    * `PaperNotFoundError` (also `KeyError`): a look-up by key or id found nothing
    * `OutputError` (also `ValueError`): no writer for that suffix or format

What is wrong *inside* a file is never raised: it is an `Issue` in `Catalog.issues`. A model built by hand from bad values
raises pydantic's `ValidationError`, and a missing file Python's own `FileNotFoundError`.
"""

from collections.abc import Sequence


class PapercatError(Exception):
    """Stand above every error that papercat raises."""


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
    """Say that no writer is known for a suffix or a format."""


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
