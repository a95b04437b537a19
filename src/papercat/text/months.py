"""The months as BibTeX names them."""

MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
