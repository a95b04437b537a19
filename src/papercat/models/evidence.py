"""What one field says for or against a judgement, in bits."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """What one field says.

    Attributes:
        field: its name.
        told: what agreed or not, for a person.
        bits: how much more likely that is for one than for two, log2; below 0 it speaks against.
    """

    field: str
    told: str
    bits: float
