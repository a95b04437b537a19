"""The months as BibTeX names them."""

MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"  # a month in English, written out or cut: a pattern for small letters
