"""What is found in a manuscript."""

import re
from typing import NamedTuple

EVERY = "*"  # \nocite{*}: every entry there is
# Entries by which REVTeX, achemso and IEEEtran set options of their styles; no paper has them.
_OPTIONS = re.compile(r"REVTEX\w*Control|(?:aps|aip|jmp)\w*Control|achemso-control|\S*:BSTcontrol", re.IGNORECASE)


class Citation(NamedTuple):
    """A key that is cited, and where it stands in the text.

    Attributes:
        key: as it is written; `*` for every entry.
        start: its first character.
        end: the place after its last.
    """

    key: str
    start: int
    end: int


class Inclusion(NamedTuple):
    """Another file that is a part of the manuscript.

    Attributes:
        name: as it is written.
        start: where it stands.
        end: the place after its last character.
    """

    name: str
    start: int
    end: int


def is_option(key: str) -> bool:
    """Say whether a key is an option of a style and no paper.

    >>> is_option("REVTEX42Control"), is_option("IEEEexample:BSTcontrol"), is_option("perez2022control")
    (True, True, False)
    """
    return _OPTIONS.fullmatch(key) is not None
