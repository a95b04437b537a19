"""A `.bib` that a person keeps by hand, brought up to date: what changed is written, and everything else stays to the byte."""

from papercat.updating.update import Update, update

__all__ = ["Update", "update"]
