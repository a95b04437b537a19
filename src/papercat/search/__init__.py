"""Finding papers by what a person types."""

from papercat.search.index import Hit, Index

__all__ = ["Hit", "Index"]
