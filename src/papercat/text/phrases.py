"""Phrases that tables and messages are made of."""

from collections.abc import Sequence


def plural(number: int, noun: str) -> str:
    """Give a noun as it stands behind a number.

    >>> [f"{number} {plural(number, 'paper')}" for number in (0, 1, 2)]
    ['0 papers', '1 paper', '2 papers']
    """
    return noun if number == 1 else f"{noun}s"


def counted(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(17, "paper"), counted(1, "paper")
    ('17 papers', '1 paper')
    """
    return f"{number} {plural(number, noun)}"


def shortened(text: str, most: int) -> str:
    """Cut a text that is longer than so many characters, and show it.

    >>> shortened("Discovering Language Model Behaviors", 12), shortened("Discovering", 12)
    ('Discovering…', 'Discovering')
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def some(names: Sequence[str], most: int) -> str:
    """List the first names, and count the rest.

    >>> some(["Perez", "Ringer", "Lukošiūtė"], 2), some(["Perez"], 2)
    ('Perez, Ringer and 1 more', 'Perez')
    """
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
