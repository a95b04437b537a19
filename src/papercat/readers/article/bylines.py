"""Names as title pages set them: with signs of footnotes, memberships and icons behind them, on several lines."""

import re
from collections.abc import Sequence

from papercat.names.workplaces import placeness
from papercat.readers.page.names import nameness

# What stands behind a name and is none of it. PLOS sets ORCID's icon as "ID", IEEE says who is a member, A&A how a name is written.
_ASIDE = re.compile(
    r"\[[\d∗*†‡§¶a-h,;\s–-]{1,16}\]|(?-i:(?<=[a-zà-ÿ])ID(?=[\d,☯*‡\s]|\Z))|\([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,8}\)|"
    r",?\s?(?:(?:graduate |senior |student |life )*member|(?:life )?fellow),?\s?IEEE\b|[☯★✉⁎⋆☆⋆♯ª]|\([^()]{0,20}(?:student|"
    r"candidate|professor)\)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<=[^\W\d_.])(?:\s?,)?\s?[\d⁰¹²³⁴-⁹](?:\s?(?:[,;]\s?)?[\d⁰¹²³⁴-⁹∗*†‡§¶?+]){0,40}(?![\w.])|(?<=\.)\s[1-9](?=\s\w|\s?,|\Z)"
)
_LETTERS = re.compile(r"(?:\s[a-h∗*†‡§¶ᵃ-ᵸ]\s?(?:,|(?=\s)|\Z))+|[ᵃᵇᶜᵈᵉᶠᵍʰ]")
_MARKED = re.compile(r"[\d⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰ∗*†‡§¶☯★]|\s[a-h]\s?,|IEEE")
_PLAIN = {"ª": "a", "ᵃ": "a", "ᵇ": "b", "ᶜ": "c", "ᵈ": "d", "ᵉ": "e"}
_SIGN = re.compile(r"(?:\A|(?<=[\s,;.]))([a-hªᵃᵇᶜᵈᵉ])\s?(?=[A-ZÀ-Þ])")  # that an address begins with
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{2})(?P<sign>[a-h])(?=\s*(?:[,;*∗⁎†‡]|\Z|\sand\s|\s&\s))")  # … and a name ends with
_COMMA = re.compile(r"[,;]|\sand\s|\s&\s")
_ALONE = re.compile(r"[^\W\d_][\w'’-]*\.?")
_LEADING = re.compile(
    r"[\s∗*†‡•●]{0,6}(?P<name>[A-ZÀ-Þ][\w'’.-]{0,30}(?: (?:[A-ZÀ-Þ][\w'’.-]{0,30}|d[aeiou]s?|v[ao]n|der|la|le)){1,4}?)"
    r"(?:\s?(?:\[[^\[\]]{1,6}\]|[\d⁰¹²³⁴-⁹∗*†‡§¶][\d⁰¹²³⁴-⁹∗*†‡§¶,]{0,5})(?:\s{1,8}[⁰¹²³⁴-⁹ᵃ-ᵸ,]{0,4})?\s{1,8}(?=[A-ZÀ-Þ])|"
    r"(?P<comma>,\s)|\s\((?=[A-ZÀ-Þ])|\s{1,120}(?P<mail>[\w.+-]{1,60}@))"
)
# A name of two words, or with an initial between them, where somebody works and a mail, with nothing between.
_MAILED = re.compile(
    r"\s{0,4}(?P<name>[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-Z]\.)? [A-ZÀ-Þ][\w'’-]{1,30}) (?=[A-ZÀ-Þ])[^@\n]{5,160}? "
    r"(?P<mail>[\w.+-]{1,60}@[\w.-]{3,60})\s{0,4}"
)
_TOLD = 3  # letters of a name that a mail repeats


def marked_nameness(text: str) -> float:
    """Weigh how much a line looks like names once the signs behind them are off it; -2 for one without any.

    >>> lines = ("Jean Cardinal ∗ , Sébastien Collette 1 , Stefan Langerman 2", "Maria Berti,1,3★ Marta Spinelli,4,5,6 and Matteo Viel1,2")
    >>> [marked_nameness(line) > 0.5 for line in lines]
    [True, True]
    >>> marked_nameness("Attention Is All You Need")
    -2.0
    """
    if not _MARKED.search(text):
        return -2.0
    return nameness(_LETTERS.sub(", ", _NUMBERS.sub(", ", _ASIDE.sub("", text))).strip(" ,"))


def leading_name(text: str) -> tuple[int, int] | None:
    """Find a name that its own line goes on with an address: behind a sign, before a mail, or before a comma and where the person works.

    >>> for line in ("Bohua Sun1 Cape Peninsula University of Technology", "YUANTIAN DING, Purdue University, USA", "1 Google Research"):
    ...     span = leading_name(line)
    ...     print(span and line[slice(*span)])
    Bohua Sun
    YUANTIAN DING
    None
    >>> line = "Zhihao Jia Carnegie Mellon University Pittsburgh, PA, USA zhihao@cmu.edu"
    >>> line[slice(*leading_name(line))]
    'Zhihao Jia'
    """
    if mailed := _MAILED.fullmatch(text):
        return mailed.span("name") if placeness(text[mailed.end("name") : mailed.start("mail")]) > 0 and _is_mail_of(mailed) else None
    match = _LEADING.match(text)
    if not match or (match["comma"] and not match["name"].isupper()) or nameness(match["name"].title()) < 0:
        return None  # in capitals, as the journals of ACM set names; without them it may be where somebody works
    return match.span("name") if match["mail"] or placeness(text[match.end() :]) > 0 else None


def part_letters(names: str, places: Sequence[str]) -> str:
    """Part names from the letters of their addresses, which a program has glued to them.

    The letters at the ends of the names are those that the addresses begin with, all of them; a single one has to stand apart somewhere.

    >>> part_letters("H. Dastourania, M.R. Jahannamab, A. Eslami-Majdc", ["a Aerospace Research Institute", "b Sprays", "c Electrical"])
    'H. Dastourani a, M.R. Jahannama b, A. Eslami-Majd c'
    >>> part_letters("Maria Costa, Ana Silva", ["a University of Lisbon", "b University of Porto"])
    'Maria Costa, Ana Silva'
    """
    signs = {_PLAIN.get(sign, sign) for place in places for sign in _SIGN.findall(place)}
    glued = [match["sign"] for match in _GLUED.finditer(names)]
    is_apart = any(_PLAIN.get(sign) in signs for sign in names)
    names_in = len([part for part in _COMMA.split(names) if len(part.strip(" *∗⁎†‡")) > 1])
    marked = sum(sign in _PLAIN for sign in names)
    if set(glued) != signs or not glued or (len(signs) == 1 and not is_apart) or len(glued) + marked < names_in:
        return names
    return _GLUED.sub(r" \g<sign>", names)


def _is_mail_of(match: re.Match[str]) -> bool:
    """Tell whether an address of mail has a word of the name."""
    local = match["mail"].partition("@")[0].casefold()
    return any(len(word) >= _TOLD and word.casefold() in local for word in match["name"].split())


def continues(text: str) -> bool:
    """Tell a line that goes on with names behind a comma, where an icon has parted it from the first one, as in AASTeX.

    >>> continues(",1 Chris S. Hanson ,2 and Shravan Hanasoge"), continues(", as was shown by Hanasoge")
    (True, False)
    """
    return text.lstrip().startswith(",") and max(nameness(bare := text.lstrip(" ,*0123456789")), marked_nameness(bare)) > 0


def join_lines(lines: Sequence[str]) -> str:
    """Make one list of the lines of names; a name that is cut at the end of a line is whole again.

    >>> join_lines(["T. L. Wilson1 , A. Wootten4 , A.", "Brunthaler1 , J. S. Zhang5"])
    'T. L. Wilson1 , A. Wootten4 , A. Brunthaler1 , J. S. Zhang5'
    >>> join_lines(["Ashish Vaswani∗", "Noam Shazeer∗"])
    'Ashish Vaswani∗; Noam Shazeer∗'
    """
    whole = ""
    for line in (_ASIDE.sub("", line).strip() for line in lines):
        last, first = whole.rpartition(",")[2].strip(), line.partition(",")[0].strip()
        is_cut = "," in whole and _ALONE.fullmatch(last) is not None and " " not in first.strip("0123456789 ∗*†‡")
        whole = f"{whole} {line}" if is_cut or line.startswith(",") else f"{whole}; {line.strip(' ,;')}"
        whole = whole.rstrip(" ,;") if not is_cut else whole
    return whole.strip(" ,;")
