"""Elements of HTML as text, everything in them escaped."""

from collections.abc import Iterable
from html import escape


def tag(name: str, *inner: str, **attributes: object) -> str:
    """Make an element of markup; attributes are escaped, an underscore at the end of a name is left out.

    >>> tag("p", text("a < b"), class_="note")
    '<p class="note">a &lt; b</p>'
    """
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(inner)}</{name}>"


def text(plain: object) -> str:
    """Make markup of plain text.

    >>> text("<script>")
    '&lt;script&gt;'
    """
    return escape(str(plain))


def row(cells: Iterable[str], kind: str = "td") -> str:
    """Make a row of a table of cells that are markup."""
    return tag("tr", *(tag(kind, cell) for cell in cells))
