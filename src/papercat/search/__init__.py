"""Finding papers: by what a person types, by what their fields hold, and in what order."""

from papercat.search.conditions import conditions
from papercat.search.fields import group, in_order
from papercat.search.hit import Hit, Hits
from papercat.search.index import Index

__all__ = ["Hit", "Hits", "Index", "conditions", "group", "in_order"]
