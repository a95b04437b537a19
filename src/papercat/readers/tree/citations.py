"""Whole citations as values of YAML, which homepages keep in their data: they are references, in whatever style."""

import re
from collections.abc import Iterator

from papercat.readers import references
from papercat.text.document import Document, Place
from papercat.text.lines import blanked

_NAMES = "citation|cite|reference|ref|apa|formatted"
_CITED = re.compile(
    rf"^([ \t]*(?:-[ \t]+)?)[\"']?(?:{_NAMES})[\"']?[ \t]*:[ \t]+(?:[>|][-+]?[ \t]*(?=[\r\n]|\Z)|(?=\S))", re.MULTILINE | re.IGNORECASE
)
_TITLE = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?title[\"']?[ \t]*:", re.MULTILINE | re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?")
_SAMPLE = 20_000
_SEVERAL = 2
_SURE = 0.3  # of what is left that it is a list of references, as of any text: prose under these names has none
_SHORTEST = 30  # characters of a citation


def is_list(text: str) -> bool:
    r"""Tell entries of YAML that have no title but a citation.

    >>> said = 'Rusert, J. (2024). VertAttack. Proceedings of NAACL, 12(3), 1-20.'
    >>> is_list(f'- year: 2024\n  citation: "{said}"\n- citation: "{said}"\n'), is_list(f'- title: A\n  citation: "{said}"\n')
    (True, False)
    """
    text = text[:_SAMPLE]
    if _TITLE.search(text) or len(places(text)) < _SEVERAL:
        return False
    return references.sniff(alone(Document("", text))) >= _SURE


def places(text: str) -> list[Place]:
    """Find where the citations stand, without their quotes."""
    return [place for found in _CITED.finditer(text) if (place := _value(text, found)).end - place.start >= _SHORTEST]


def alone(document: Document) -> Document:
    """Write blanks for all that is no citation: every place stays what it was."""
    return Document(document.name, "".join(_pieces(document.text)))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for place in places(text):
        yield blanked(text[done : place.start])
        yield text[slice(*place)]
        done = place.end
    yield blanked(text[done:])


def _value(text: str, found: re.Match[str]) -> Place:
    """Take the rest of the line, and lines that stand deeper than the name."""
    margin = len(found[1])
    end = _end_of_line(text, found.end())
    while end < len(text) and text[end : end + margin + 1].isspace() and text[end : (after := _end_of_line(text, end))].strip():
        end = after
    said = text[found.end() : end]
    begin = found.end() + len(said) - len(said.lstrip())
    said = said.strip()
    is_quoted = said[:1] in ("'", '"') and said[:1] == said[-1:]
    return Place(begin + is_quoted, begin + len(said) - is_quoted)


def _end_of_line(text: str, at: int) -> int:
    found = _LINE.match(text, at)
    return found.end() if found else at
