"""How arXiv's ids and subjects look in its own texts, whatever happened to them since."""

# The archive of an old id, then digits with a dot or without; a table program may have made many digits of five.
ID = r"(?:[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[A-Za-z]{2,5}(?:-[a-z]{2,5})?)?/)?[0-9][0-9.]{4,19}(?:v[0-9]{1,2})?"
# "cs.CL", "cond-mat.str-el", "hep-th"
SUBJECT = r"[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[A-Za-z]{2,8}(?:-[A-Za-z]{2,5})?)?"
# a subject that is sure to be one: "cs.CL", "hep-th", but not "deep"
TAG = (
    r"(?:[a-z]{2,8}(?:-[a-z]{2,4})?\.(?:[A-Z]{2}(?![a-z])|[a-z]{2,5}-[a-z]{2,5}(?=\s|\Z))|"
    r"(?:(?:hep|nucl|math|quant)-(?:ph|th|ex|lat)|gr-qc|cond-mat|astro-ph)(?=\s|\Z))"
)
# What a person or a program set before a record: "[3]", "(3)", "3."
NUMBER = r"(?:(?:\[[0-9]{1,5}\]|\([0-9]{1,5}\)|(?<![0-9.])[0-9]{1,5}[.)])[ \t\u00a0]{0,8})"
