"""Items of lists whose text goes on in indented lines, which no viewer shows as lines."""

import re

_BULLET = re.compile(r"([ \t]*)(?:[-+*•]|\d{1,3}[.)]|#\.)[ \t]+\S")
_SIGN = re.compile(r"^([ \t]*)([-+*•][ \t]+)(?=\S)", re.MULTILINE)
_HARD = re.compile(r"\\\\[ \t]*\Z|\|")


def join_items(text: str) -> str:
    r"""Put blanks for the line breaks within items.

    >>> join_items("- Heron, Craig Ramsay,\n  IFL 2023.\n- Cloaca, Craig\n  Ramsay\n\n  more\nand more")
    '- Heron, Craig Ramsay,   IFL 2023.\n- Cloaca, Craig   Ramsay\n\n  more\nand more'
    """
    first, *lines = text.split("\n")
    out = [first]
    indent, before = _indent(first), first  # of the bullet of the item that is open
    for line in lines:
        inner = len(line) - len(line.lstrip())
        goes_on = 0 <= indent < inner < len(line) and not _BULLET.match(line) and not _HARD.search(before)
        out += (" " if goes_on else "\n", line)
        indent, before = indent if goes_on else _indent(line), line
    return "".join(out)


def _indent(line: str) -> int:
    bullet = _BULLET.match(line)
    return len(bullet[1]) if bullet else -1


def part_items(text: str) -> str:
    r"""Put empty lines before each item instead of its bullet, for a reference has none.

    >>> part_items("- Heron\n  - Cloaca")
    '\n\nHeron\n  \n\nCloaca'
    """
    return _SIGN.sub(lambda sign: sign[1] + "\n" * len(sign[2]), text)
