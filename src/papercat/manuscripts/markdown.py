r"""Citations in Pandoc's Markdown: `[see @bai22, p. 3; -@perez22]`, `@{10.1000/x}`, in the text and in `nocite`; and `\cite{...}` in it.

What is code, a comment or an address is no citation. Source: Pandoc User's Guide 3.1, "Citation syntax".
"""

import re
from collections.abc import Iterator

from papercat.manuscripts.citation import Citation

_KEY = r"@(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*|\*))"
_TEX = r"\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\[\]\n]{0,200}\]){0,2}\{(?P<keys>[^{}]{0,2000})\}"
_SIGN = re.compile(
    rf"(?P<fence>^[ ]{{0,3}}(?:`{{3,}}|~{{3,}})(?=[^`\n]*$))|(?P<code>`+)|(?P<comment><!--)|(?P<indent>^(?:[ ]{{4}}|\t)[^\n]*$)"
    rf"|<[A-Za-z][A-Za-z0-9+.-]{{0,30}}:[^\s<>]*>|\]\([^()\s]*\)|{_TEX}|\\.|(?<![^\W_]){_KEY}",
    re.MULTILINE | re.IGNORECASE,
)
_FENCE_ENDS = {sign: re.compile(rf"^[ ]{{0,3}}({re.escape(sign)}{{3,}})[ \t]*$", re.MULTILINE) for sign in "`~"}
_LISTED = re.compile(r"^[ ]{0,3}(?:[-+*]|\(?[0-9A-Za-z#]{1,3}[.)]|\[\^[^\]\n]{1,60}\]:|:|~)[ \t]")  # what an indented line can go on with
_LONGEST_CODE = 5000  # characters of code in a line of text; it does not go over a blank line
_TEX_KEY = re.compile(r"[^\s,#\\%]+")


def scan(text: str) -> Iterator[Citation]:
    """Give what a Markdown text cites, in its order.

    >>> [one.key for one in scan("As @bai22 [p. 3] says [see @perez22, pp. 3-5; -@{10.1000/x}]; write to ethan@example.org, `@code`.")]
    ['bai22', 'perez22', '10.1000/x']
    """
    indented = _indented(text)
    place, is_closed = 0, True
    while found := _SIGN.search(text, place):
        place = found.end()
        if found["fence"]:
            place = _behind_fence(text, found)
        elif found["code"]:
            place = _behind_code(text, found)
        elif found["comment"] and is_closed:
            end = text.find("-->", place)
            is_closed, place = end >= 0, max(place, end)
        elif found["indent"]:
            place = place if found.start() in indented else found.start() + len(found[0]) - len(found[0].lstrip())
        elif found["keys"]:
            start = found.start("keys")
            yield from (Citation(key[0], start + key.start(), start + key.end()) for key in _TEX_KEY.finditer(found["keys"]))
        elif found["braced"] or found["key"]:
            group = "braced" if found["braced"] else "key"
            yield Citation(found[group], *found.span(group))


def _behind_fence(text: str, opening: re.Match[str]) -> int:
    fence = opening[0].strip()
    for closing in _FENCE_ENDS[fence[0]].finditer(text, text.find("\n", opening.end()) + 1 or len(text)):
        if len(closing[1]) >= len(fence):
            return closing.end()
    return len(text)


def _behind_code(text: str, opening: re.Match[str]) -> int:
    """Give the place behind the code that a run of backticks opens; behind the run, if no other run of that length closes it."""
    stop = text.find("\n\n", opening.end(), opening.end() + _LONGEST_CODE)
    stop = min(opening.end() + _LONGEST_CODE, len(text)) if stop < 0 else stop
    runs = re.compile("`+").finditer(text, opening.end(), stop)
    return next((run.end() for run in runs if len(run[0]) == len(opening[0])), opening.end())


def _indented(text: str) -> set[int]:
    """Give where lines begin that are code by their indent: behind a blank line or another such one, and no part of a list."""
    found, place = set[int](), 0
    is_listed, is_after_blank, is_code = False, True, False
    for line in text.split("\n"):
        is_blank = not line.strip()
        is_indented = line.startswith(("    ", "\t"))
        if _LISTED.match(line):
            is_listed = True
        elif is_after_blank and not is_blank and not line.startswith((" ", "\t")):
            is_listed = False
        is_code = is_indented and not is_listed and (is_after_blank or is_code) and not is_blank
        if is_code:
            found.add(place)
        is_after_blank = is_blank
        place += len(line) + 1
    return found
