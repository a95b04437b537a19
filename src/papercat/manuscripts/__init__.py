"""What a manuscript cites: LaTeX with natbib or biblatex, its auxiliary files, and Pandoc's Markdown."""

from papercat.manuscripts.citation import EVERY, Citation, Inclusion
from papercat.manuscripts.following import Cited, cited
from papercat.manuscripts.scanning import citations, rename_citations

__all__ = ["EVERY", "Citation", "Cited", "Inclusion", "citations", "cited", "rename_citations"]
