"""How a list of names says that there are more."""

import re

# By language; before them a conjunction of the language may stand.
_OTHERS = (
    r"et\.?\s*al(?:ii|ia|\.?)\b\.?",
    r"(?:\b\d+\s+)?\bother(?:s|\s+authors)\b",
    r"\b\d+\s+more(?:\s+authors)?\b",
    r"[\[(]?\+\s?\d+\s(?:more\s|other\s)?(?:authors|others)\b[\])]?",
    r"\bco-?workers\b",
    r"\.\.\.|…",
    r"\bet\s(?:coll\.|autres\b)",
    r"\bu\.\s?a\.|\bund\s(?:andere|Mitarbeiter)\b",
    r"\b[ye]\s(?:otros|outros|cols\.)",
    r"\be\saltri\b",
    r"\bи\s(?:др\b\.?|другие\b|соавт\.)|\bта\sін\.",
    r"\bi\s(?:in\.|inni\b)|\ba\skol\.|\bm\.\s?fl\.|\bve\sark\.",
)
_OTHERS_END = re.compile(rf"[\s,;]*(?:\band\b|&|\+|\bet\b(?!\.?\s*al))?[\s,;]*({'|'.join(_OTHERS)})[\s.,;]*$", re.IGNORECASE)
# In Chinese, Japanese and Korean: 等 may be glued to the last name (GB/T 7714-2015, 8.1.2), the others can end a given name.
_EASTERN_OTHERS_END = re.compile(
    r"(?<=[\u3041-\u30ff\u3400-\u9fff々\uac00-\ud7af])"
    r"(?:[\s,;，、；．]*(等人?)|[\s,;，、；・]+((?:他|ほか|외|등)(?:\s?\d{1,3}\s?[名人명인])?)|((?:ほか|他|외)\s?\d{1,3}\s?[名人명인]))[\s.,;．。]*$"
)


def without_others(text: str) -> tuple[str, str]:
    """Part a list from the words at its end that stand for more names, "" if there are none.

    >>> without_others("Estrela, Pei et al."), without_others("王伟, 李娜, 等"), without_others("Hinton and Bengio")
    (('Estrela, Pei', 'et al.'), ('王伟, 李娜', '等'), ('Hinton and Bengio', ''))
    """
    tail = text[-40:]
    match = _OTHERS_END.search(tail) or (None if tail.isascii() else _EASTERN_OTHERS_END.search(tail))
    if not match:
        return text, ""
    return text[: len(text) - (len(tail) - match.start())], match[match.lastindex or 1]
