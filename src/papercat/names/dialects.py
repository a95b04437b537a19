"""The three dialects in which lists of names are written."""

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from papercat.names.bibtex import parse_bibtex_list
from papercat.names.human import parse_human
from papercat.names.messy import parse_messy
from papercat.names.name import NameList

Dialect: TypeAlias = Literal["bibtex", "human", "messy"]


def parse_names(text: str, dialect: Dialect = "messy") -> NameList:
    """Read names from a text.

    Args:
        text: one or more names.
        dialect: "bibtex", the grammar of BibTeX itself, with TeX and braces kept in the parts; "human", one name as a person
            writes it; "messy", a list in any format.

    Raises:
        KeyError: there is no such dialect.

    >>> parse_names("{OpenAI Team} and van der Berg, Jan", "bibtex").names[0].literal
    'OpenAI Team'
    >>> [name.family for name in parse_names("A. Kuhn 1, A . Basa 1 ,2, F. García -Alvarado 1 and J . Sanz 3").names]
    ['Kuhn', 'Basa', 'García-Alvarado', 'Sanz']
    """
    if dialect not in DIALECTS:
        raise KeyError(f"no dialect {dialect!r}; known are {', '.join(DIALECTS)}")
    return DIALECTS[dialect](text)


def _one(text: str) -> NameList:
    name = parse_human(text)
    return NameList((name,) if any(name[:5]) else ())


DIALECTS: Mapping[Dialect, Callable[[str], NameList]] = {"bibtex": parse_bibtex_list, "human": _one, "messy": parse_messy}
