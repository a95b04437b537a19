"""Cells of spreadsheets: a text that would be taken for a formula, and back.

What a cell may not begin with, https://owasp.org/www-community/attacks/CSV_Injection: = + - @, a tab, a carriage return.
"""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARDED = tuple(f"'{sign}" for sign in (*_FORMULA, "'"))


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate.

    >>> guarded("=HYPERLINK(A1)"), guarded("Sleeper Agents"), guarded("-omics")
    ("'=HYPERLINK(A1)", 'Sleeper Agents', "'-omics")
    """
    return f"'{text}" if text.startswith(_FORMULA) or text.startswith(_GUARDED) else text


def unguarded(text: str) -> str:
    """Take that apostrophe off.

    >>> [unguarded(guarded(text)) for text in ("=1", "'=1", "''", "’Tis", "'Tis")]
    ['=1', "'=1", "''", '’Tis', "'Tis"]
    """
    return text[1:] if text.startswith(_GUARDED) else text
