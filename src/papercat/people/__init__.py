"""Who is who across papers: one person under several names, several people under one. Evidence adds up in bits (log2)."""

from papercat.people.mentions import Mention
from papercat.people.person import People, Person
from papercat.people.relations import relate
from papercat.people.unifying import unify

__all__ = ["Mention", "People", "Person", "relate", "unify"]
