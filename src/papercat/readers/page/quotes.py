"""Quotation marks around a title: what stands between them is one field, and they are no part of it."""

import re

# What closes each mark that opens: English, German, French, Swedish, Polish, Japanese, and typewriters.
_PAIRS = {"“": '”"“', '"': '"”', "„": '“”"', "«": "»", "»": "«", "‘": "’'", "'": "'’", "「": "」", "『": "』", "”": "”"}
_LEAST, _LONGEST = 5, 300  # characters of a title between them
# What can stand behind the mark that closes: an apostrophe has a letter there, or a word that it belongs to.
_BEHIND = re.compile(r"[.,;:)\]]*(?:\s+(?:[Bb]y:?\s|[-–—|(\[]|[Ii]n:?\s)|\s*\Z|[.,;:]\s|[—–](?=[A-ZÀ-Þ]))")
_BLANKS = " \u00a0\u202f"
_BLANK_INSIDE = "«»“"  # French sets a blank between its marks and the title, and before others it slips in
_SENTENCE = ".,"  # signs of what is around the title, where they stand before or behind the mark that closes

ADVISOR, PORTION = "advisor", "portion"  # labels of what stands behind a title
# Who helped, in brackets behind a talk or a thesis: "(Paul Barclay, advisor)".
_ADVISED = re.compile(
    r"[^()]{3,120}, (?:thesis |faculty )?(?:advis[eo]rs?|supervisors?|mentors?|directors?|hosts?|discussants?|moderators?|chairs?)",
    re.IGNORECASE,
)
# What of a book is read: "“The Logic of Scientific Discovery”, chapter 1, section 5 to 7".
_PORTION = re.compile(r"(?:chapters?|chs?\.|sections?|§{1,2}|pp?\.|pages?|parts?)\s?[\divx]{1,5}\b.{0,40}", re.IGNORECASE)


def behind_title(text: str, *, is_closed: bool = False) -> str:
    """Name what stands behind a title and is none of its record: who advised, and where quotation marks closed it what of it is read.

    >>> behind_title("Paul Barclay, advisor"), behind_title("chapter 1, section 5", is_closed=True), behind_title("Part 1")
    ('advisor', 'portion', '')
    """
    if _ADVISED.fullmatch(text):
        return ADVISOR
    return PORTION if is_closed and _PORTION.fullmatch(text) else ""


def quoted_end(text: str, start: int, end: int) -> int:
    """Give the place behind the mark that closes what one opens at the start; the start itself where there is none.

    >>> line = "'Do role models increase student hope?' by Prateek Bhan"
    >>> line[: quoted_end(line, 0, len(line))], quoted_end("Sleeper Agents", 0, 14)
    ("'Do role models increase student hope?'", 0)
    """
    closing = _PAIRS.get(text[start : start + 1], "")
    if not closing:
        return start
    limit = min(end, start + _LONGEST)
    for place in range(start + _LEAST, limit):
        if (
            text[place] in closing
            and (text[start] in _BLANK_INSIDE or not text[place - 1].isspace())
            and _BEHIND.match(text, place + 1, end)
        ):
            return place + 1
    return start


def is_quoted(title: str) -> bool:
    """Tell a title between two marks.

    >>> is_quoted("“Sleeper Agents”"), is_quoted("“Agents” and “AI”"), is_quoted("Trust “You”")
    (True, False, False)
    """
    bare = title.strip().rstrip(_SENTENCE)
    closing = _PAIRS.get(bare[:1], "")
    return (
        len(bare) > _LEAST and bool(closing) and bare[-1] in closing and not any(sign in bare[1:-1] for sign in closing if sign not in "'’")
    )


def within_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the place of a title without the marks around it, and without the full stop or comma that is theirs; as it was without any.

    >>> "“Sleeper Agents,”"[slice(*within_quotes("“Sleeper Agents,”", 0, 17))]
    'Sleeper Agents'
    """
    if not is_quoted(text[start:end]):
        return start, end
    last = len(text[start:end].rstrip(_SENTENCE)) + start - 1
    inner = text[start + 1 : last].rstrip(_SENTENCE + _BLANKS)
    return start + 1 + len(inner) - len(inner.lstrip(_BLANKS)), start + 1 + len(inner)
