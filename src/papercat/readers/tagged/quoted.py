r"""A tagged export inside a string of JSON or of a program, as the interfaces of databases answer: `{"export": "%R 2018…\n%T …"}`."""

import re
from dataclasses import dataclass

from papercat.text.document import Document, Place
from papercat.text.fix import Step
from papercat.text.lines import Line

_BREAK = re.compile(r"(?:\\r)?\\n|\\r|[\r\n]|(?<=[:=(\[,]\s)[\"']|(?<=[:=(\[,])[\"']")
_BREAKS = re.compile(r"(?:\\[nr]|\s)*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\n", "t": "\t"}
_LEAST = 4  # written line breaks; so many fields has every record


@dataclass(frozen=True)
class Quoted(Document):
    r"""A document whose lines end with a written `\n`; what is cleaned is read as a string is.

    >>> Quoted("a", "Fal\\'ko, Vladimir\\n").clean(Place(0, 20))[0]
    "Fal'ko, Vladimir"
    """

    def clean(self, *places: Place) -> tuple[str, list[Step]]:
        """Make clean text of pieces, as if each began a new line."""
        return self.clean_text("\n".join(unquoted(self.text[start:end]) for start, end in places))

    def with_breaks(self, place: Place) -> Place:
        """Take the written line breaks behind a place to it."""
        match = _BREAKS.match(self.text, place.end)
        return Place(place.start, match.end() if match else place.end)


def is_quoted(text: str) -> bool:
    r"""Tell a text with more written line breaks than real ones.

    >>> is_quoted('{"export": "TY  - JOUR\\nTI  - A\\nAU  - B\\nPY  - 2024\\nER  - "}'), is_quoted("TY  - JOUR\nTI  - \\nabla")
    (True, False)
    """
    count = text.count("\\n")
    return count >= _LEAST and count > text.count("\n") + text.count("\r")


def unquoted(text: str) -> str:
    r"""Read the escapes of a string.

    >>> unquoted("a\\nb \\u00e9 \\\\ast \\'")
    "a\nb é \\ast '"
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _SIGNS.get(found[2], found[2]), text)


def quoted_lines(text: str) -> list[Line]:
    r"""Cut a text into its lines that are not blank, at written line breaks too and where a string begins.

    >>> [line.text for line in quoted_lines('{"export": "%R 1\\n%T A"}')]
    ['{"export": ', '%R 1', '%T A"}']
    """
    lines, start = [], 0
    for end, after in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            lines.append(Line(start, end, text[start:end]))
        start = after
    return lines
