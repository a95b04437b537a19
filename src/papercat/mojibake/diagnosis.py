"""What is found out about a damaged text."""

from typing import NamedTuple

UTF8 = "utf-8"


class Damage(NamedTuple):
    """How a document was damaged.

    Attributes:
        codec: the one that its bytes were wrongly read with; "ascii" where bytes stand as surrogates, or as marks.
        layers: how many times that happened.
        bits: the evidence, log2.
        wrote: the one that its bytes were written with; "" where nobody knows, because marks are all that is left.
        mixed: whether most of the words are healthy, so that each has to speak for itself.
    """

    codec: str
    layers: int
    bits: float
    wrote: str = UTF8
    mixed: bool = False

    @property
    def story(self) -> str:
        """What happened, for a person.

        >>> Damage("cp1252", 1, 9.0, "cp1250").story
        'cp1250 that had been read as cp1252'
        """
        if not self.wrote:
            return "letters that had been replaced by marks"
        times = "" if self.layers == 1 else f", {self.layers} times"
        return f"{self.wrote.upper() if self.wrote == UTF8 else self.wrote} that had been read as {self.codec}{times}"
