"""A page for a person who must decide: papers, duplicates side by side, issues, and two drawings, in one file without a network."""

from papercat.report.page import render

__all__ = ["render"]
