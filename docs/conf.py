# ruff: noqa: INP001  Sphinx runs this file by its path
"""How Sphinx builds the pages: `make docs`."""

import papercat

project = "papercat"
author = "the papercat authors"
copyright = author  # noqa: A001  Sphinx's name for it
version = release = papercat.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
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
