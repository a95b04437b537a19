"""What stands between the rows of a table and is none: records of other formats that someone pasted behind it."""

import re

_BLANKS = re.compile(r"[\s\ufeff\u200b]*")
_SIGNS = tuple("@TP%")
_BIBTEX = re.compile(r"@[A-Za-z]{3,20}\s{0,3}\{\s{0,3}[^\s,={}\"]{1,100}\s{0,3},")
_BRACES = re.compile(r"[{}]|\n(?P<next>[ \t]*(?=@[A-Za-z]{3,20}\s{0,3}\{))|\n(?=[ \t\r]*\n)")
_TAGGED = re.compile(r"(?:TY  - [A-Z]|%0 [A-Z]|PMID- ?\d)")
_TAGGED_END = re.compile(r"\nER  -[^\n]*|\n[ \t\r]*(?=\n|\Z)")


def stranger_end(text: str, start: int) -> int:
    r"""Give the place behind a record of BibTeX, RIS, EndNote or MEDLINE that begins where a row does; 0 where none does.

    >>> text = "Title,Year\nSleeper Agents,2024\n\n@misc{bai2022,\n  title = {Constitutional {AI}},\n}\nGoals,2022\n"
    >>> stranger_end(text, 31) == text.index("\nGoals"), stranger_end(text, 11)
    (True, 0)
    """
    begin = _BLANKS.match(text, start)
    place = begin.end() if begin else start
    if text[place : place + 1] not in _SIGNS:
        return 0  # nearly every row
    if _TAGGED.match(text, place):
        found = _TAGGED_END.search(text, place)
        return found.end() if found else len(text)
    return _brace_end(text, place) if _BIBTEX.match(text, place) else 0


def _brace_end(text: str, place: int) -> int:
    """Give the place behind the brace that closes an entry; one that nothing closes ends at an empty line, or before the next one."""
    depth = empty = 0
    for match in _BRACES.finditer(text, place):
        if match[0] not in "{}":
            if match["next"] is not None:
                return empty or match.end()
            empty = empty or match.end()
            continue
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return empty or len(text)
