"""One line of text, as every model wants it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

# an unknown name is an error, never dropped
STRICT = ConfigDict(extra="forbid")
# something to see, and no control character or line break, which would break every format that it is written to
_LINE = r"[^\p{Cc}\p{Zl}\p{Zp}]*"
Text = Annotated[str, StringConstraints(min_length=1, pattern=rf"^{_LINE}[^\s\p{{Cc}}\p{{Cf}}]{_LINE}$")]
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def check_composed(*texts: str | None) -> None:
    """Refuse text that is not in Unicode's composed form NFC.

    Raises:
        ValueError: names the text.
    """
    for text in texts:
        if text and not text.isascii() and not unicodedata.is_normalized("NFC", text):
            raise ValueError(f"not in Unicode form NFC: {text[:60]!r}")


def are_plain(texts: Sequence[str]) -> bool:
    """Tell texts of which each is ASCII with something to see, as most are: `check_line` takes them, and this looks at all at once.

    >>> are_plain(["arxiv-version", "2"]), are_plain(["note", " "]), are_plain(["note", "Søren"])
    (True, False, False)
    """
    joined = "".join(texts)
    return joined.isascii() and joined.isprintable() and all(texts) and not any(map(str.isspace, texts))


def check_line(text: str) -> None:
    """Refuse what `Text` refuses, where pydantic does not look.

    Raises:
        ValueError: blank, control characters, lone surrogates, or not in NFC.
    """
    if text.isascii() and text.isprintable() and text and not text.isspace():
        return
    if _REFUSED.search(text) or not any(unicodedata.category(char) not in _UNSEEN for char in text):
        raise ValueError(f"blank, or with control characters: {text[:60]!r}")
    check_composed(text)
