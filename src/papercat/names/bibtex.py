r"""Names as BibTeX reads them: `First von Last`, `von Last, First` and `von Last, Jr, First`, joined by `and`.

The rules are those of bibtex.web (Oren Patashnik, 1988), procedures name_scan_for_and, x_format_name and von_token_found,
and the real program is asked in tests/bench/bibtex_names.py. A word belongs to the particle if its first letter outside of
braces is small; a special character, `{\'E}`, counts by its letter, any other group in braces has no case.

Four things are read as people mean them, not as BibTeX 0.99d does; each is read by both alike when it is spelled as BibTeX wants it:

* Letters and blanks are those of Unicode: BibTeX skips the bytes of É and takes `Émile` for a particle, as if it began with m.
* A hyphen parts no words: of `Hung-yi Lee` BibTeX makes the particle yi, of `al-Rfou` the particle al without its hyphen. 512 of
  the 104,132 names of the ACL Anthology have a small letter behind a hyphen of the given names.
* An accent outside of braces, `\'{A}ngel` or `\v{S}tefan`, counts by its letter: BibTeX skips {A} and reads on, or takes v for the letter.
* A tie or comma behind a backslash, `\~{a}` or `J.\,R.`, is TeX's, and ends no word.
"""

import re

from papercat.names.extended import UNNAMED, is_extended, parse_extended
from papercat.names.name import Name, NameList

BRACE_UNCLOSED = "a brace is never closed; closed at the end"
BRACE_UNOPENED = "a closing brace has no opening one; left out"
COMMA_AT_END = "a comma at the end; left out"
COMMAS_TOO_MANY = "more than two commas; those after the second read as blanks"
FAMILY_MISSING = "no family name"
NAME_EMPTY = "nothing stands where a name should"
AND_STRAY = "an 'and' with no name on one side; left out"

# What keeps a list from being read at a glance: TeX, and a hyphen that joins no letters or initials.
_SPECIAL = re.compile(r"[{}\\~-](?:(?<!-)|(?<![\w.]-)|(?!\w))")
# Most names with TeX have it in braces of no more than three layers. The patterns are unrolled, so that no text can be cut in two ways:
# possessive groups would say the same, but Python 3.11 before 3.11.5 matches them wrongly (CPython issue 106052).
_GROUP = r"\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}"
_LETTERS = r"[^\s,{}\\~-]"
_REST = rf"{_LETTERS}*(?:{_GROUP}{_LETTERS}*)*"
_COMPOUND = rf"(?=[^\s,}}\\~-]){_REST}(?:-(?=[^\s,}}\\~-]){_REST})*"
_PAIR = re.compile(rf"({_COMPOUND}), ({_COMPOUND}(?: {_COMPOUND})*)")  # one word of family name
_CAPITAL = rf"""(?:[A-ZÀ-ÖØ-Þ]|(?=\{{\\[`'^"~=.]\{{?[A-Z]){_GROUP}){_REST}(?:-(?=[^\s,}}\\~-]){_REST})*"""
_CAPITALS = re.compile(rf"({_CAPITAL}(?: {_CAPITAL})*) ({_COMPOUND})")
_BALANCED = re.compile(rf"[^{{}}]*(?:{_GROUP}[^{{}}]*)*")
_BRACE = re.compile(r"[{}]")
# A word or a comma. Blanks and ties end a word, outside of braces; a backslash takes the sign behind it along, save braces, which
# BibTeX counts wherever they stand, and blanks: "\ " is TeX's blank.
_TOKEN = re.compile(rf",|(?:[^\s,{{}}\\~]+|{_GROUP}|\\[^\s{{}}]|\\(?=[{{}}]))+")
_MARK = re.compile(r"[{}]|\\[^\s{}]|\\?\s|[~,]|\\\Z")  # the same, seen from between words, for more layers
_ENDS = frozenset({" ", "\\ ", "\\", "~", ","})
_AND = re.compile(r" and(?= )", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"[{}]| and(?= )", re.IGNORECASE)
_STRAY_BEGIN = re.compile(r"\A(?:and(?: |$))+")
_STRAY_END = re.compile(r"(?:(?:^| )and)+$")
# BibTeX's styles know "others" alone; the other spellings stand in files that people write
_OTHERS = re.compile(r"\{*(?:others|et[ ~.]*al)\.?\}*", re.IGNORECASE)
_BEHIND = re.compile(r"(?<=[^\s,~])[\s,~]+(et[ ~.]*al\.?)\Z", re.IGNORECASE)  # "Vaswani, A. et al."
# What decides the case of a word: a group, an accent that stands outside of braces before one, or a letter.
_DECIDING = re.compile(r"""\{|\\(?:[`'^"~=.]|[vuHcdbkrt])(?=\{)|[^\W\d_]""")
_ACCENTED = re.compile(r"""\{\\(?:[`'^"~=.]\{?|[vuHcdbkrt](?: |\{))([A-Za-z])""")  # the usual case of a group: {\'E}, {\v{S}}
_COMMAND = re.compile(r"\\([A-Za-z]*)")
_LETTER = re.compile(r"[^\W\d_]")
# The foreign letters that bibtex.web knows by name (control sequences of control_seq_ilk).
_FOREIGN = frozenset("i j oe OE ae AE aa AA o O l L ss".split())


def split_bibtex(text: str) -> list[str]:
    r"""Cut the value of an author field at each `and` that stands between blanks and outside of braces, in any case.

    >>> split_bibtex("Perez, Ethan AND {Barnes and Noble, Inc.}\n and Luko{\\v s}i{\\=u}t{\\.e}, Kamil{\\.e}")
    ['Perez, Ethan', '{Barnes and Noble, Inc.}', 'Luko{\\v s}i{\\=u}t{\\.e}, Kamil{\\.e}']
    >>> split_bibtex("and Perez, Ethan~and Sam and and Ringer")  # as BibTeX has it: an empty name between two
    ['and Perez, Ethan~and Sam', '', 'Ringer']
    """
    text = " ".join(text.split())
    small = text.lower()
    is_usual = " and and " not in small and small.count(" and ") == text.count(" and ")
    names = text.split(" and ") if is_usual else [name.strip() for name in _AND.split(text)]
    if "{" in text and not (_BALANCED.fullmatch(text) and all(name.count("{") == name.count("}") for name in names)):
        return _split_outside_braces(text)
    return names if text else []


def _split_outside_braces(text: str) -> list[str]:
    names, depth, begin = list[str](), 0, 0
    for mark in _AND_OR_BRACE.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= depth > 0
        elif not depth:
            names.append(text[begin : mark.start()].strip())
            begin = mark.end()
    return [*names, text[begin:].strip()]


def parse_bibtex_list(text: str) -> NameList:
    """Read the value of an author field; what is wrong with it stands in the notes of the list and of its names.

    >>> found = parse_bibtex_list("Rudolf, Carsten and van den Oord, A{\\"a}ron and {OpenAI Team} and others")
    >>> [name.family or name.literal for name in found.names], found.others
    (['Rudolf', 'Oord', 'OpenAI Team'], 'and others')
    >>> found = parse_bibtex_list("Vaswani, A. et al.")
    >>> found.names[0][:2], found.others
    (('Vaswani', 'A.'), 'et al.')
    >>> parse_bibtex_list("Perez, Ethan and and Ringer, Sam and").notes
    ('nothing stands where a name should', "an 'and' with no name on one side; left out")
    """
    pieces, stray = _without_stray_and(split_bibtex(text))
    others = f"and {pieces.pop()}" if pieces and _OTHERS.fullmatch(pieces[-1]) else ""
    if pieces and (behind := _BEHIND.search(pieces[-1])):
        pieces[-1], others = pieces[-1][: behind.start()], behind[1]
    read = _named if "=" in text else _parse if _SPECIAL.search(text) else _glance
    names = [read(piece) for piece in pieces if piece]
    notes = (NAME_EMPTY,) * (len(names) < len(pieces)) + (AND_STRAY,) * stray
    return NameList(tuple(names), others, notes)


def parse_bibtex(name: str) -> Name:
    r"""Read one name; its parts keep their TeX and braces, save a name that is one group in braces, which is a literal.

    >>> parse_bibtex("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin")[:3]
    ("Vall{\\'e}e Poussin", 'Charles Louis Xavier Joseph', 'de la')
    >>> parse_bibtex("{\\'E}mile Victor")[:2], parse_bibtex("King, Jr., Martin Luther").suffix
    (('Victor', "{\\'E}mile"), 'Jr.')
    >>> parse_bibtex("{Barnes and Noble, Inc.}").literal, parse_bibtex("Smith, Jr., John, ").notes
    ('Barnes and Noble, Inc.', ('a comma at the end; left out',))
    """
    text = " ".join(name.split())
    return _named(text) if "=" in text else _parse(text) if _SPECIAL.search(text) else _glance(text)


def _named(name: str) -> Name:
    """Read a name whose parts may have their names, as biblatex has it."""
    if not is_extended(name):
        return _parse(name)
    found = parse_extended(name)
    return found or _parse(name)._replace(notes=(UNNAMED,))


def _glance(name: str) -> Name:
    """Read the name at once if it has one word of family name before the only comma, or none but capitals before the last word."""
    family, _, given = name.partition(", ")
    if family and given and " " not in family and name.count(",") == 1:
        return Name(family, given)
    given, _, family = name.rpartition(" ")
    return Name(family, given) if given.istitle() and "," not in name else _parse(name)


def _parse(name: str) -> Name:
    if pair := _PAIR.fullmatch(name):
        return Name(pair[1], pair[2])
    if capitals := _CAPITALS.fullmatch(name):
        return Name(capitals[2], capitals[1])
    notes: tuple[str, ...] = ()
    if _BALANCED.fullmatch(name):
        tokens = _TOKEN.findall(name)
    else:
        text, notes = _balance(name)
        tokens = _tokens(text)
    if len(tokens) == 1 and (inner := _inner(tokens[0])) is not None:
        return Name(literal=inner or None, notes=notes if inner else (*notes, NAME_EMPTY))
    segments = _segments(tokens) if "," in tokens else [tokens]
    if "-" in name:
        segments = [[word for word in segment if word.strip("-")] for segment in segments]
    if not segments[-1] or len(segments) > 3:
        segments, more = _usual(segments)
        notes += more
    return _name(segments, notes)


def _name(segments: list[list[str]], notes: tuple[str, ...]) -> Name:
    if len(segments) == 1:
        given, particle, family = _natural(segments[0])
    else:
        given = segments[-1]
        particle, family = _part_family(segments[0])
    suffix = segments[1] if len(segments) == 3 else []
    if not family:
        notes = (*notes, FAMILY_MISSING if given or suffix else NAME_EMPTY)
    family_, given_, particle_, suffix_ = (" ".join(words) or None for words in (family, given, particle, suffix))
    return Name(family_, given_, particle_, suffix_, notes=notes)


def _natural(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Part the words of a name without commas: given names, particle, family name."""
    last = len(words) - 1
    for place in range(last):
        if _is_small(words[place]):
            return (words[:place], *_part_family(words[place:]))
    while last > 0 and words[last - 1][-1] == "-":  # "Smith- Jones" is one family name
        last -= 1
    return words[: max(last, 0)], [], words[max(last, 0) :]


def _part_family(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the words before the first comma: the particle ends with the last small word but the very last one."""
    end = len(words) - 1
    while end > 0 and not _is_small(words[end - 1]):
        end -= 1
    return words[: max(end, 0)], words[max(end, 0) :]


def _usual(segments: list[list[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    """Bring the parts between commas to one, two or three."""
    size, notes = len(segments), list[str]()
    while size > 1 and not segments[size - 1]:
        size -= 1
    if size < len(segments):
        notes.append(COMMA_AT_END)
    if size > 3:
        notes.append(COMMAS_TOO_MANY)
    given = [word for segment in segments[2:size] for word in segment]
    return [*segments[: min(size, 2)], *([given] if size > 2 else ())], tuple(notes)


def _is_small(word: str) -> bool:
    """Tell whether the first letter that counts is a small one."""
    first = word[0]
    if first.isascii() and first.isalpha():
        return first >= "a"
    if accented := _ACCENTED.match(word):
        return accented[1] >= "a"
    place = 0
    while found := _DECIDING.search(word, place):
        if found[0] == "{":
            # three characters at least after the brace, as in {\o}, or BibTeX sees no special character
            if word.startswith("\\", found.end()) and found.end() + 2 < len(word):
                return _is_small_group(word, found.end())
            place = _close(word, found.start())
        elif found[0][0] == "\\":
            return _is_small_group(word, found.end() + 1)
        elif _is_cased(found[0]):
            return found[0].islower()
        else:
            place = found.end()
    return False


def _is_small_group(word: str, begin: int) -> bool:
    """Tell whether a special character is small, of what stands in its braces: {\\'e}, {\\aa}, {\\relax van}."""
    end = _close(word, begin - 1)
    if command := _COMMAND.match(word, begin, end):
        if command[1] in _FOREIGN:
            return command[1][0].islower()
        begin = command.end()
    letter = next((letter[0] for letter in _LETTER.finditer(word, begin, end) if _is_cased(letter[0])), "")
    return letter.islower()


def _is_cased(letter: str) -> bool:
    # Georgian letters are small in Unicode, but names are written with no others: they are their own title case
    return letter.isupper() or (letter.islower() and letter.title() != letter)


def _close(text: str, begin: int) -> int:
    """Give the place behind the brace that closes the one at `begin`."""
    depth = 0
    for brace in _BRACE.finditer(text, begin):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


def _balance(text: str) -> tuple[str, tuple[str, ...]]:
    """Close what is left open and leave out what closes nothing (BibTeX does both), and say so."""
    depth, begin, kept = 0, 0, []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            depth += 1
        elif depth:
            depth -= 1
        else:
            kept.append(text[begin : brace.start()])
            begin = brace.end()
    notes = (BRACE_UNOPENED,) * bool(kept) + (BRACE_UNCLOSED,) * bool(depth)
    return ("".join((*kept, text[begin:], "}" * depth)), notes) if notes else (text, ())


def _tokens(text: str) -> list[str]:
    """Cut a name into words and commas, however deep its braces are nested."""
    tokens: list[str] = []
    depth, begin = 0, 0
    for mark in _MARK.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif not depth and mark[0] in _ENDS:
            tokens += (text[begin : mark.start()], "," * (mark[0] == ","))
            begin = mark.end()
    return [token for token in (*tokens, text[begin:]) if token]


def _segments(tokens: list[str]) -> list[list[str]]:
    """Part words at the commas."""
    segments: list[list[str]] = [[]]
    for token in tokens:
        if token != ",":  # noqa: S105  a word, not a password
            segments[-1].append(token)
        else:
            segments.append([])
    return segments


def _inner(word: str) -> str | None:
    """Take off the braces that hold a whole word, {{OpenAI}} too; None if it is not in braces from end to end."""
    begin, end = len(word) - len(word.lstrip("{")), len(word.rstrip("}"))
    layers = depth = begin
    for brace in _BRACE.finditer(word, begin, end):
        depth += 1 if brace[0] == "{" else -1
        layers = min(layers, depth)
    return word[layers : len(word) - layers].strip() if layers else None


def _without_stray_and(names: list[str]) -> tuple[list[str], bool]:
    """Take an `and` off the ends of a list; in small letters only, for And is a family name (And, Metin)."""
    if not names or not (names[0].startswith("and") or names[-1].endswith("and")):
        return names, False
    first = _STRAY_BEGIN.sub("", names[0], count=1)
    rest = [first, *names[1:]]
    rest[-1] = _STRAY_END.sub("", rest[-1])
    found = rest != names
    kept = slice(int(found and not rest[0]), len(rest) - (found and not rest[-1]))
    return rest[kept], found
