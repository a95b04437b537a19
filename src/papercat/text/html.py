"""Small self-contained HTML for notebooks: everything escaped, readable in light and dark."""

from collections.abc import Iterable, Sequence
from html import escape

_CELL = "text-align:left;vertical-align:top;padding:2px 10px 2px 0"


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make a table of plain texts.

    >>> "&lt;b&gt;" in table("1 paper", ["title"], [["<b>Bold</b>"]])
    True
    """
    cells = "".join(f'<th style="{_CELL}">{escape(text)}</th>' for text in head)
    body = "".join(f"<tr>{''.join(_cell(text) for text in row)}</tr>" for row in rows)
    caption = f'<caption style="caption-side:top;text-align:left">{escape(caption)}</caption>'
    return f"<table>{caption}<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def card(caption: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Make a table of names and values.

    >>> card("Paper", [("year", "2022")]).count("<tr>")
    1
    """
    body = "".join(f'<tr><th style="{_CELL}">{escape(name)}</th>{_cell(text)}</tr>' for name, text in pairs)
    caption = f'<caption style="caption-side:top;text-align:left"><b>{escape(caption)}</b></caption>'
    return f"<table>{caption}<tbody>{body}</tbody></table>"


def _cell(text: str) -> str:
    return f'<td style="{_CELL}">{escape(text)}</td>'
