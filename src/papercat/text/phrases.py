"""Phrases that tables and messages are made of."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(1700, "paper"), counted(1, "paper"), counted(0, "paper")
    ('1,700 papers', '1 paper', '0 papers')
    """
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def shortened(text: str, most: int) -> str:
    """Cut a text that is longer than so many characters, and show it.

    >>> shortened("Discovering Language Model Behaviors", 13), shortened("Discovering", 12)
    ('Discovering…', 'Discovering')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def some(names: Sequence[str], most: int) -> str:
    """List the first names, and count the rest.

    >>> some(["Perez", "Ringer", "Lukošiūtė"], 2), some(["Perez"], 2)
    ('Perez, Ringer and 1 more', 'Perez')
    """
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
