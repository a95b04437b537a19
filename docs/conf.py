# ruff: noqa: INP001  Sphinx runs this file by its path
"""How Sphinx builds the pages: `make docs`."""

import re
from typing import Any

import papercat

_LINK = re.compile(r"\[([^\]]+)\]\(\.\./([\w/-]+)\.md\)")  # of a docstring to a page, as Markdown writes it

project = "papercat"
author = "the papercat authors"
copyright = author  # noqa: A001  Sphinx's name for it
version = release = papercat.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
nb_execution_mode = "off"  # the tests run the notebooks, and hold them to what they say
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

# docstrings are Google style, with `code` in single backticks and attributes in the class docstring
default_role = "literal"
highlight_language = "none"  # a fence names its language
napoleon_numpy_docstring = False
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 100

html_theme = "furo"
html_title = f"papercat {release}"
html_copy_source = False


def setup(app: Any) -> None:  # noqa: ANN401  Sphinx is no dependency of the checks
    """Let docstrings link as the pages do."""
    app.connect("autodoc-process-docstring", _link)


def _link(*given: Any) -> None:  # noqa: ANN401  as Sphinx calls it, the lines of a docstring last
    lines: list[str] = given[-1]
    lines[:] = [_LINK.sub(r":doc:`\1 </\2>`", line) for line in lines]
