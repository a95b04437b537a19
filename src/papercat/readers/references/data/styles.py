"""References written in the styles of the manuals, to fit the weights on: real titles, names and venues, numbers made up.

A style is a row of `STYLES`. In its templates `{A}` is the piece with that label, `{C:In }` one with words before it, `{D^ %m}` one with
words behind it, `%m` a month, and of `<a|b>` one is taken by chance.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Piece = tuple[str, str]  # a label, "" for signs between the parts; its text
PUBLISHERS = (
    "Springer; Elsevier; Oxford University Press; Cambridge University Press; MIT Press; Association for "
    "Computational Linguistics; ACM; IEEE; "
    "Wiley; John Wiley & Sons; Routledge; Springer-Verlag; Academic Press; Morgan Kaufmann; Addison-Wesley; De Gruyter; Mohr Siebeck; "
    "Suhrkamp; Gallimard; Presses Universitaires de France; L'Harmattan; Editorial Gredos; Einaudi; BIOS Scientific "
    "Publishers; AAAI Press; "
    "PMLR; Curran Associates, Inc.; European Language Resources Association; ELRA; Harvard University Press; University of Chicago Press; "
    "Penguin Books; Il Mulino; Editora Vozes; Brill; Hachette; Elsevier Masson"
).split("; ")
PLACES = (
    "New York; New York, NY; Berlin; Berlin, Heidelberg; Cham; Dordrecht; Amsterdam; Cambridge, MA; Cambridge; "
    "Oxford; London; Paris; Madrid; "
    "Roma; Torino; Tübingen; Frankfurt am Main; München; Hoboken, NJ; San Francisco, CA, USA; Stroudsburg, PA; New York, NY, USA; Boston; "
    "Chicago; Leiden; Rio de Janeiro; São Paulo; Petrópolis; Lisboa; Wien; Online; Marseille, France; Florence, Italy; Dublin, Ireland; "
    "Punta Cana, Dominican Republic; Beijing, China"
).split("; ")
MONTHS = "Jan.; Feb.; March; April; May; Jun.; July; August; Sept.; October; Nov.; December; Apr; Oct; Dec".split("; ")
IDS = (
    "https://doi.org/%n; https://doi.org/%n; doi:%n; doi: %n; DOI: %n; http://dx.doi.org/%n; arXiv:%a; arXiv preprint arXiv:%a; "
    "https://example.org/%u; URL https://example.org/%u; Available: https://example.org/%u; Retrieved from https://example.org/%u"
).split("; ")


class Work(NamedTuple):
    """What a reference tells of."""

    title: str
    names: Sequence[tuple[str, str]]  # given, family
    venue: str
    year: str
    is_journal: bool


def initials(given: str, sign: str = ". ") -> str:
    """Shorten given names."""
    words = [word for word in given.replace(".", " ").split() if word[:1].isalpha()]
    stop = "." if "." in sign else ""
    shown = ["-".join(part[0].upper() + stop for part in word.split("-") if part[:1].isalpha()) for word in words]
    return (" " if sign.endswith(" ") else "").join(shown)


Form = Callable[[str, str], str]
FORMS: dict[str, Form] = {
    "J. Smith": lambda given, family: f"{initials(given)} {family}".strip(),
    "Smith, J.": lambda given, family: f"{family}, {initials(given)}",
    "Smith, J.P.": lambda given, family: f"{family}, {initials(given, '.')}",
    "Smith JP": lambda given, family: f"{family} {initials(given, '')}".strip(),
    "Smith J.P.": lambda given, family: f"{family} {initials(given, '.')}".strip(),
    "Jan Smith": lambda given, family: f"{given} {family}".strip(),
    "Smith, Jan": lambda given, family: f"{family}, {given}" if given else family,
    "SMITH, Jan": lambda given, family: f"{family.upper()}, {given}" if given else family.upper(),
    "SMITH Jan": lambda given, family: f"{family.upper()} {given}".strip(),
}
# The form of the first name, of the others; the sign between, before the last of two, before the last of more; how many are shown.
LISTS = (
    ("Smith, J.", "Smith, J.", ", ", ", & ", ", & ", 20),
    ("Jan Smith", "Jan Smith", ", ", " and ", ", and ", 99),
    ("Smith JP", "Smith JP", ", ", ", ", ", ", 6),
    ("J. Smith", "J. Smith", ", ", " and ", ", and ", 6),
    ("Smith, Jan", "Jan Smith", ", ", ", and ", ", and ", 3),
    ("Smith, Jan", "Jan Smith", ", ", " and ", ", and ", 9),
    ("Smith, J.P.", "Smith, J.P.", ", ", ", ", ", ", 99),
    ("Smith, J.P.", "Smith, J.P.", ", ", " and ", " and ", 99),
    ("Smith, J.", "Smith, J.", ", ", " & ", " & ", 5),
    ("J. Smith", "J. Smith", ", ", ", ", ", ", 99),
    ("J. Smith", "J. Smith", ", ", " and ", ", and ", 99),
    ("SMITH, Jan", "SMITH, Jan", "; ", "; ", "; ", 3),
    ("SMITH, Jan", "SMITH, Jan", ", ", " et ", " et ", 4),
    ("SMITH Jan", "SMITH Jan", ", ", ", ", ", ", 4),
    ("Smith, Jan", "Smith, Jan", "; ", "; ", "; ", 99),
    ("Smith J.P.", "Smith J.P.", ", ", ", ", ", ", 99),
    ("Smith J.P.", "Smith J.P.", ", ", " and ", " and ", 99),
    ("Smith, J.", "J. Smith", ", ", ", and ", ", and ", 9),
    ("Smith, Jan", "Smith, Jan", " and ", " and ", " and ", 99),
    ("Jan Smith", "Jan Smith", ", ", " und ", " und ", 99),
    ("Jan Smith", "Jan Smith", ", ", ", ", ", ", 99),
    ("Jan Smith", "Jan Smith", ", ", " & ", " & ", 99),
)
OTHERS = (" et al.", ", et al.", " et al", ", et al", ", ...", " and others", " u. a.")


class Style(NamedTuple):
    """How references are written.

    Attributes:
        name: of the manual.
        share: of the references written.
        lists: places in `LISTS`.
        journal: the template for a paper in a journal.
        meeting: for one of a meeting.
    """

    name: str
    share: int
    lists: tuple[int, ...]
    journal: str
    meeting: str


STYLES = (
    Style("apa", 2, (0,), "{A} ({D}). {T}. {C}<, {V}({I}), {P}|, {V}({I}), {P}|, {V}, {P}>.{X}",
     "{A} ({D}). {T}. <{C:In } ({P:pp. }). {U}.|{C:In } ({P:pp. }). {U}.|{C}, {V}({I}), {P}.|{C}, {V}({I}), "
      "{P}.|{C}, {V}, {P}.|{U}.|{U}, {V}({I}), {P}.>{X}"),
    Style("acm", 2, (1,), "{A}. {D}. {T}. <{C} {V}, {I} ({D:%m }), {P}|{C} {V}, {I} ({D:%m }), {P}|{C:In }, {P}>.{X}",
     "{A}. {D}. {T}. {C:In }<. {U}|. {U}, {L}|>, {P:<pages |pp. ||>}.{X}"),
    Style("vancouver", 2, (2,), "{A}. {T}. {C}<. |. | >{D^<| %m|>}<;|;|; |, >{V}<({I})|({I})|><:|: >{P}.{X}",
     "{A}. {T}. <{C:In: }. {D};{V}({I}):{P}|{C}. {D};{V}({I}):{P}|{C}. {D};{V}:{P}|{C:In: }. {L}: {U}; {D}. {P:p. }|{L}: {U}; {D}>.{X}"),
    Style("ieee", 1, (3,), '{A}, <“{T},” |"{T}," |“{T}”, |"{T}", >{C}, {V:vol. }, {I:no. }, {P:pp. }, {D:<|%m >}.{X}',
     '{A}, <“{T},” |"{T}," |“{T}”, |"{T}", >{C:in }<|, {L}|>, {D:<|%m >}, {P:pp. }.{X}'),
    Style("mla", 1, (4,), '{A}. <“{T}.” |"{T}." >{C}<, {V:vol. }, {I:no. }| {V}.{I}>, {D}, {P:pp. }.{X}',
     '{A}. <“{T}.” |"{T}." >{C}, {U}, {D}, {P:pp. }.{X}'),
    Style("chicago, notes", 1, (5, 1), '{A}<.|,> <“{T},” |"{T}," |“{T}.” |"{T}." >{C} {V}, {I:no. } ({D}): {P}.{X}',
     '{A}<.|,> <“{T},” |"{T}." |“{T}.” >{C:<In |in >}, {P}. {L}: {U}, {D}.{X}'),
    Style("chicago, dates", 1, (5,), '{A}. {D}. <“{T}.” |"{T}." |{T}. >{C} {V}< ({I})|, {I:no. }|>: {P}.{X}',
     '{A}. {D}. <“{T}.” |"{T}." |{T}. >{C:In }, {P}. {L}: {U}.{X}'),
    Style("harvard", 2, (7, 8, 15, 16),
     "{A}< ({D}) | ({D}) | ({D}). |, {D}. |, {D}, | {D}: ><‘{T}’, |'{T}', |{T}, |{T}. >{C}, {V:<|vol. >}<({I})|"
     ", {I:no. }|>, {P:<pp. |pp.|p. |>}.{X}",
     "{A}< ({D}) | ({D}) |, {D}. |, {D}, ><‘{T}’, |'{T}', |{T}, |{T}. >{C:in }, <{U}, {L}|{L}: {U}|{U}>, {P:pp. }.{X}"),
    Style("springer", 2, (6, 2, 15), "{A}<: {T}. {C}. {V}, {P} ({D}).| ({D}) {T}. {C} {V}<:|, |: >{P}.| {T}. {C}. {D};{V}:{P}.>{X}",
     "{A}: {T}. {C:In: }, {P:pp. }. {U}, {L} ({D}).{X}"),
    Style("nature", 1, (8,), "{A}< | |. >{T}. {C} {V}, {P} ({D}).{X}",
     "{A}< | |. >{T}. <{C:in } {P} ({U}, {D})|{C} {V}, {P} ({D})|{C:in } {V}, {P} "
     "({D})>.{X}"),
    Style("ams", 1, (10, 3, 1), "{A}, {T}, {C} {V} ({D}), {I:no. }, {P}.{X}", "{A}, {T}, {C}, {U}, {L}, {D}, {P:pp. }.{X}"),
    Style("elsevier", 1, (9, 6), "{A}, {T}, {C} {V}< ({I})|> ({D}) {P}.{X}", "{A}, {T}, {C:in: }, {U}, {L}, {D}, {P:pp. }.{X}"),
    Style("iso", 1, (11, 12, 13), "{A}<. |, >{T}. {C}. {D}, {V:<vol. |Bd. |v. |>}, {I:<no. |n° |Nr. |n. >}, {P:<p. |pp. |S. >}.{X}",
     "{A}<. |, >{T}. <{C:<In: |In : |Dans : >}. {L}: {U}, {D}, {P:<p. |S. >}.|{C:<In: |In : >}. {L}: {U}, {D}, "
      "{P:<p. |S. >}.|{L}<: | : >{U}, {D}<.|, {P^ p.}>>{X}"),
    Style("acl", 1, (1,), "{A}. {D}. {T}. {C}, {V}({I}):{P}.{X}", "{A}. {D}. {T}. {C:In }, {P:pages }<, {L}|, {L}|><. {U}|. {U}|>.{X}"),
    Style("plain", 1, (1, 10, 17, 18, 14), "{A}. {T}. {C}, {V}({I}):{P}, {D:<|%m >}.{X}", "{A}. {T}. {C:In }, {P:pages }, {D:<|%m >}.{X}"),
    Style("gost", 1, (15,), "{A} {T} // {C}. <– |>{D}. <– |>{V:<Т. |Vol. >}. <– |>{I:<№ |No. >}. <– |>{P:<С. |P. >}.{X}",
     "{A} {T} // {C}. <– |>{L}: {U}, {D}. <– |>{P:<С. |P. >}.{X}"),
    Style("page", 1, (1, 3, 19, 20, 21),
     "<{T}. {A}<. |, >{C}<, {D}.| ({D})| {D}>|{A}<: |, |. >{T}<. |, >{C}<. |, >{D}<|.| (oral)>|{A}. {T}. {C}, "
     "{D}.{X}>",
     "<{T}. {A}<. |, >{C:<|In >}<, {D}.| ({D})| {D}>|{A}<: |, |. >{T}<. |, >{C:<|In >}<. |, >{D}<|.| (oral)>|"
      "{A}. {T}. {C:<|In >}, {D}.{X}>"),
)  # fmt: skip
# A style that no manual has: any order, any signs.
FREE_SHARE = 0.12
FREE = ("ADTC", "ATCD", "TACD", "DATC", "ATDC", "TADC", "TACD", "DTAC")
SIGNS = (". ", ". ", ", ", "; ", " – ", " — ", " - ", " / ", " // ", ": ", " | ")
QUOTES = (("", ""), ("", ""), ("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("„", "“"), ("*", "*"))
_CHOICE = re.compile(r"<([^<>]*)>")
_PIECE = re.compile(r"\{(\w)(?::([^{}^]*))?(?:\^([^{}]*))?\}|([^{}]+)")


def names(work: Work, number: int, rng: random.Random) -> str:
    """Write the names."""
    first, other, comma, two, last, most = LISTS[number]
    shown = [FORMS[other if i else first](*name) for i, name in enumerate(work.names)]
    if len(shown) > most:
        return comma.join(shown[: 1 if most < 5 else most]) + rng.choice(OTHERS)
    return shown[0] if len(shown) == 1 else comma.join(shown[:-1]) + (two if len(shown) == 2 else last) + shown[-1]


def references(works: Sequence[Work], rng: random.Random) -> Iterator[list[Piece]]:
    """Write each work in a style taken by chance."""
    shares = [style.share for style in STYLES]
    for work in works:
        if rng.random() < FREE_SHARE:
            yield written(work, rng.randrange(len(LISTS)), free(rng), rng)
            continue
        style = rng.choices(STYLES, shares)[0]
        yield written(work, rng.choice(style.lists), style.journal if work.is_journal else style.meeting, rng)


def free(rng: random.Random) -> str:
    """Make up a template."""
    sign, (opened, closed), (left, right) = rng.choice(SIGNS), rng.choice(QUOTES), rng.choice((("", ""), ("(", ")"), ("[", "]")))
    shown = {"T": f"{opened}{{T}}{closed}", "D": f"{left}{{D}}{right}", "C": rng.choice(("{C}", "{C}", "{C:In }", "{C:in: }"))}
    pieces = [shown.get(label, f"{{{label}}}") for label in rng.choice(FREE)]
    between = [sign if rng.random() < 0.8 else rng.choice((". ", ", ", ": ")) for _ in pieces[1:]] + [""]
    return "".join(piece + sign for piece, sign in zip(pieces, between, strict=True)) + "<|, {P:<pp. |p. ||S. |С. >}><.|>{X}"


def written(work: Work, number: int, template: str, rng: random.Random) -> list[Piece]:
    """Fill a template."""
    while match := _CHOICE.search(template):
        template = template[: match.start()] + rng.choice(match[1].split("|")) + template[match.end() :]
    first = rng.randrange(1, 2500)
    dash = rng.choice(("-", "–", "–", "--"))
    values = {
        "A": names(work, number, rng), "D": work.year, "T": work.title, "C": work.venue,
        "V": str(rng.randrange(1, 150)), "I": str(rng.randrange(1, 13)),
        "P": f"{first}{dash}{first + rng.randrange(1, 30)}" if rng.random() < 0.9 else rng.choice((f"e{first}", f"{first}")),
        "U": rng.choice(PUBLISHERS), "L": rng.choice(PLACES), "X": "" if rng.random() < 0.6 else _id(rng),
    }  # fmt: skip
    found: list[Piece] = []
    for label, before, behind, sign in _PIECE.findall(template):
        text = sign or f"{before}{values[label]}{behind}"
        if sign.startswith(".") and found and found[-1][1][-1:] in ("?", "!", ".") and rng.random() < 0.6:
            text = sign[1:]
        text = text.replace("%m", rng.choice(MONTHS))
        found += [("", " " if label == "X" and text else ""), (label, text)]
    return [piece for piece in found if piece[1]]


def _id(rng: random.Random) -> str:
    doi = f"10.{rng.randrange(1000, 60000)}/{rng.choice(('s', 'j.cell.', 'abc-', ''))}{rng.randrange(10**4, 10**7)}"
    arxiv = f"{rng.randrange(10, 24)}{rng.randrange(1, 13):02}.{rng.randrange(10000):05}"
    return rng.choice(IDS).replace("%n", doi).replace("%a", arxiv).replace("%u", str(rng.randrange(10**5)))
