r"""Accents: which command puts which combining mark on a letter, and how a letter is taken apart for writing.

The marks are those of LaTeX's Unicode encoding (`tuenc.def`), of the Vietnamese T5 and of the phonetic tipa. Everything
else comes from Unicode's own decompositions: é is e and a mark, ế is e and two.
"""

import re
import unicodedata

# Commands that LaTeX itself defines for the encodings T1, T5 and TU, the only ones that are written.
_KERNEL = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
    "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "textcommabelow": "\u0326", "c": "\u0327",
    "k": "\u0328", "b": "\u0331",
}  # fmt: skip
MARKS = _KERNEL | {
    # other encodings and packages, read only
    "t": "\u0361", "textogonekcentered": "\u0328", "textpolhook": "\u0328", "horn": "\u031b", "G": "\u030f", "C": "\u030f", "f": "\u0311",
    "U": "\u030e", "|": "\u030d", "M": "\u0322", "B": "\u0335",
    "textdotacute": "\u0301\u0307", "textvbaraccent": "\u030d", "textdoublevbaraccent": "\u030e", "textdoublegrave": "\u030f",
    "textdotbreve": "\u0310", "textroundcap": "\u0311", "newtie": "\u0311", "textturncommaabove": "\u0312", "textcommaabove": "\u0313",
    "textrevcommaabove": "\u0314", "textcommaabover": "\u0315", "textsubgrave": "\u0316", "textsubacute": "\u0317",
    "textadvancing": "\u0318", "textretracting": "\u0319", "textlangleabove": "\u031a", "textrighthorn": "\u031b",
    "textsublhalfring": "\u031c", "textraising": "\u031d", "textlowering": "\u031e", "textsubplus": "\u031f", "textsubbar": "\u0331",
    "textsubminus": "\u0320", "textpalhookbelow": "\u0321", "textsubumlaut": "\u0324", "textsubring": "\u0325",
    "textsyllabic": "\u0329", "textsubbridge": "\u032a", "textsubw": "\u032b", "textsubwedge": "\u032c", "textsubcircnum": "\u032d",
    "textsubcircum": "\u032d", "textsubbreve": "\u032e", "textbottomtiebar": "\u032e", "textundertie": "\u032e", "textsubarch": "\u032f",
    "textsubtilde": "\u0330", "textsuperimposetilde": "\u0334", "textsubrhalfring": "\u0339", "textinvsubbridge": "\u033a",
    "textsubsquare": "\u033b", "textseagull": "\u033c", "textovercross": "\u033d", "texttoptiebar": "\u0361",
    "textcircumdot": "\u0302\u0307",
    "textdoublebreve": "\u035d", "textdoublemacron": "\u035e", "textdoublemacronbelow": "\u035f", "textdoubletilde": "\u0360",
}  # fmt: skip
# An accent over nothing, `\~{}`: the sign that stands by itself.
SPACING = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", "u": "˘", ".": "˙", '"': "¨", "r": "˚", "H": "˝", "v": "ˇ", "c": "¸", "k": "˛",
}  # fmt: skip
_COMMANDS = {mark: command for command, mark in _KERNEL.items()}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_DOT = "\u0307"
_HORN = "\u031b"
_COMBINING = re.compile("[\u0300-\u036f\u1dc4-\u1dff\u20d0-\u20ff]*")


def put(marks: str, text: str) -> str | None:
    r"""Put marks on the first letter of a text, the innermost first; None where there is no letter.

    >>> put("\u0302\u0301", "en"), put("\u0308", "\u0131"), put("\u0361", "oo"), put("\u0301", "1")
    ('ến', 'ï', 'o͡o', None)
    """
    text = text.lstrip(" \t\n")
    if not text[:1].isalpha():
        return None
    letter = _DOTLESS.get(text[0], text[0])
    if marks == _DOT and text[0] == "ı":
        marks = ""  # the dotless i with a dot is an i: Turkish names are written so
    match = _COMBINING.match(text, 1)
    end = match.end() if match else 1
    return unicodedata.normalize("NFC", letter + text[1:end] + marks) + text[end:]


def take_apart(cluster: str) -> tuple[str, list[str]] | None:
    r"""Say which commands, the outermost first, make a letter out of which simpler one; None where LaTeX has none for a mark.

    >>> take_apart("ế"), take_apart("ờ"), take_apart("ș"), take_apart("ǟ")
    (('e', ["'", '^']), ('ơ', ['`']), ('s', ['textcommabelow']), ('a', ['=', '"']))
    """
    letter, *marks = list(unicodedata.normalize("NFD", cluster))
    if _HORN in marks:
        marks.remove(_HORN)
        letter = unicodedata.normalize("NFC", letter + _HORN)
    if not marks or letter in _DOTLESS or not all(mark in _COMMANDS for mark in marks):
        return None
    return letter, [_COMMANDS[mark] for mark in reversed(marks)]
