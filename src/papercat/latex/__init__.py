"""LaTeX and Unicode: a field of BibTeX read as text and written again, and the TeX that stands in pasted text."""

from papercat.latex.decoding import Decoded, decode, to_unicode
from papercat.latex.encoding import to_latex
from papercat.latex.pasted import fix_tex

__all__ = ["Decoded", "decode", "fix_tex", "to_latex", "to_unicode"]
