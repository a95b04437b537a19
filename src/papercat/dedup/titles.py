"""Titles: what of them is said of a paper, and how much that is worth."""

import re
from functools import lru_cache

from papercat.dedup.kinds import ABOUT, LONGEST
from papercat.dedup.words import COLUMNS, COMMON, NULLS, STOPWORDS
from papercat.text.fold import fold_last

_OUTER = re.compile(r"^[\s\"']*\[(.*)\][\s.\"']*$", re.DOTALL)
_TRANSLATED = re.compile(r"^[\s\"']*\[([^\[\]]{40,})\]\W*\w")  # the title in its own language stands behind it
_NOTED = (
    r"(?:erratum|published erratum|multiple letters?|\d+ ref(?:s|erences)?\b|\d{1,2}\]|corrected|comment|see comment|summary|republish"
    r"|reprint|retract|review|abstract|poster|meeting|in process|letter|editorial|article in|author|withdrawn|original title)"
)
# What the programme of a meeting says of a paper, in brackets behind its title.
_FORM = (
    r"(?:(?:extended|invited|full|short|long|system|software|industrial|research|experience|demonstration|keynote|panel|demo|tutorial"
    r"|poster) )*"
    r"(?:abstract|paper|talk|panel|demonstration|demo|session|version|keynote|tutorial|address|lecture|poster|summary|description)s?"
)
_NOTE = re.compile(rf"\[{_NOTED}[^\]]*(?:\]|$)|\( ?{_NOTED}[^()]*\)|\( ?{_FORM} ?\)|<original>.*$", re.IGNORECASE | re.DOTALL)
_HEAD = re.compile(r"^\s*(?:erratum|corrigendum|correction|retraction)( to| for)?\s*:\s*", re.IGNORECASE)
_CODE = re.compile(r"<U\+[0-9A-F]{4,6}>")
_LOST = re.compile(r"(?<=[^\W\d_])\?+(?=[^\W\d_])")  # a letter that could not be written
# A letter of Latin-1 in UTF-8 that was read as Latin-1, then made small and cut into words: `thã © mis`.
_MOJIBAKE = re.compile(" ?ã ?([\u00a1-\u00bf]) ?")
# What is left of a quotation mark, a dash or an ellipsis in UTF-8 that was read as Latin-1, once or twice, and lost some bytes:
# `â??`, `Ã¢â?¬Å?`; a program that writes signs as words makes `ã cents â ? ¬ å?` of the latter.
_UNREADABLE = re.compile("[âãÂÃ] ?(?:(?:cents|¢) ?)?(?:[âÂ] ?)?\\? ?[?¦¬](?: ?[åâÅÂ] ?\\?(?: ?\\?)?)?")
_LANGUAGE = re.compile(
    r"[\[(](?:arabic|bulgarian|chinese|croatian|czech|danish|dutch|english|estonian|finnish|french|german|greek|hebrew|hungarian"
    r"|italian|japanese|korean|lithuanian|norwegian|persian|polish|portuguese|romanian|russian|serbian|slovak|slovenian|spanish|swedish"
    r"|turkish|ukrainian)(?:[ ,;/&-]+[a-z]+)*[\])]\.?\s*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^\s*(?:\[(?:PDF|HTML|DOC|PS|BOOK|CITATION|B|C)\]\s*)+")  # what a search engine prints before a title
_TAG = re.compile(r"</?[A-Za-z]{1,6}/?>")
_LONG = 12  # words; what is longer has a title behind its opening
_LONGEST = 1000  # characters; what is longer is no title
_MOST = 23  # bits; no title says more


def bare_title(title: str) -> str:
    """Fold a title without outer brackets, the language after it, notes in brackets and markup.

    >>> bare_title("[Paroxysmal nocturnal hemoglobinuria therapy with eculizumab: Spanish experience]. [Spanish]")
    'paroxysmal nocturnal hemoglobinuria therapy with eculizumab spanish experience'
    >>> bare_title("Ueber die Groesse der Molekuele") == bare_title("Über die Größe der Moleküle")
    True
    """
    title = title[:_LONGEST]
    if "<" in title:
        title = _CODE.sub(" ", _NOTE.sub("", title))
        title = _TAG.sub("", title)
    if "[" in title or "(" in title:
        title = _unbracketed(title)
    title = _without_end(_without_opening(title))
    if "?" in title or "ã" in title:
        title = _LOST.sub("", _UNREADABLE.sub(" ", _MOJIBAKE.sub(_letter, title)))
    folded = _folded(title.replace("&", " and ") if "&" in title else title)
    if "book review" in folded and (found := _REVIEWED.match(folded)):
        folded = found[1] or found[2]
    return "" if folded in NULLS else folded


def _without_opening(title: str) -> str:
    """Leave out what stands before a title: authors and a year, that it corrects another paper."""
    if ("19" in title or "20" in title) and title[:1].isascii() and _GLUED.match(title):
        title = _GLUED.sub("", title) or title
    if title[:2] in ("et", "Et"):
        title = _OTHERS.sub("", title)
    return (_HEAD.sub("", title) or title) if ":" in title else title


def _without_end(title: str) -> str:
    """Leave out what stands behind a title: what a search engine says of it, the book, where it appeared."""
    if "..." in title:
        title = _without_about(title)
    if "(ed" in title or "(Ed" in title:
        title = _IN_BOOK.sub("", title)
    if "onf" in title or "http" in title or "n proc" in title or "Proc" in title or "' proc" in title or "orkshop" in title:
        found = _WHERE.search(title)
        if found and title.count(" ", 0, found.start()) >= _WHOLE - 1:
            title = title[: found.start()]
    return title


_REVIEWED = re.compile(r"(?:book review (\w+(?: \w+){3,})|(\w+(?: \w+){2,}) book review)$")
_TWICE = 16  # letters
# German without umlauts is written with an e behind the vowel (DIN 5007-2, RAK): `ueber`, where folding `über` gives `uber`.
_DIGRAPH = re.compile(r"(?<=[aou])e")
_GERMAN = re.compile(r"\b(?:und|der|die|das|des|dem|den|von|vom|zur|zum|fuer|fur|ueber|uber|eine[rsmn]?|mit|bei|aus|nach|durch|zwischen)\b")
_ISSUE = re.compile(r" volume \d+ iss(?:ue)? \d+$")
# The book that a citation goes on with: `Experiments with a new boosting algorithm, in Saitta L.(Ed.)`.
_IN_BOOK = re.compile(r"[.,;:?!]\s+[Ii]n:?\s[^?!:]{2,80}?\((?:[Ee]ds?|[Ee]ditors?)\.?\).*$", re.DOTALL)
# Where a paper stands, behind its title: `…, in Proc. of the 27th VLDB`, `… Full version. http://www-db…`.
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_APPEARED = r"(?:(?:to )?appear(?:s|ed|ing)? )?"
_WHERE = re.compile(
    rf"(?<=\w) ?(?:[.,;:] ?{_APPEARED}in\b\W{{0,4}}(?:the )?(?:proc(?:eedings?)?\b|{_NTH}\b)"
    rf"|[.,;:] ?{_NTH} (?:[a-z]+\W{{1,3}}){{0,3}}(?:conf|conference|symposium|workshop)\b"
    rf"|['’\"”]+[.,]? ?(?:in:? )?(?:the )?proc(?:eedings?)?\b| {_APPEARED}in:? (?:the )?proc ?\."
    r"|\W{1,3}(?:full version\W{1,3})?https?\b)",
    re.IGNORECASE,
)
_WHOLE = 3  # words
_OTHERS = re.compile(r"[Ee]t ?al\b ?[.,:;]+\s*")  # authors that were left out before it
# Authors and a year that stand before the title: `Schapire (1996), Experiments with a new boosting algorithm`.
_GLUED = re.compile(
    r"^\W*(?:[\w.'-]+[ ,]+(?:& )?){0,4}(?:\( ?(?:19|20)\d\d[a-z]? ?\)(?: ?[.,:])?|(?:(?<=[a-z.] )|^)(?:19|20)\d\d ?\.)"
    r"\s+['\"`‘“]*(?=\w)"
)


def _folded(title: str) -> str:
    """Fold a title, without the number of an issue behind it, umlauts as plain letters however they are written, and once."""
    folded = fold_last(title)
    if " volume " in folded:
        folded = _ISSUE.sub("", folded)
    if ("ae" in folded or "oe" in folded or "ue" in folded) and _GERMAN.search(folded):
        folded = _DIGRAPH.sub("", folded)
    half = len(folded) // 2
    if len(folded) > _TWICE and folded[:half] == folded[half + 1 :]:
        return folded[:half]  # given twice
    return folded


def _letter(found: re.Match[str]) -> str:
    begin = " " if found[0][0] == " " and found.start() == 0 else ""
    return begin + chr(ord(found[1]) + 0x40)


def _unbracketed(title: str) -> str:
    bare = _without_about(_LANGUAGE.sub("", _MARKS.sub("", title)))
    bare = _NOTE.sub(" ", bare)
    inner = _OUTER.match(bare) or _TRANSLATED.match(bare)
    bare = inner[1] if inner else bare
    return bare if bare.strip(" .[]()") else title


def _without_about(title: str) -> str:
    return title[:-LONGEST] + ABOUT.sub("", title[-LONGEST:])


COLUMN = re.compile(
    r"^(?:(?:guest )?editorial(?: notes?| introduction| comments?)?|editors? (?:s )?(?:notes?|comments?|introduction|remarks|column|corner"
    r"|perspective)|from the (?:guest )?editors?"
    r"|letters? to the editors?|book reviews?|in this issue|remarks from .* editor"
    r"|(?:chair|chairman|president|secretary|treasurer|director)s? (?:s )?(?:message|report|letter|column|corner|notes|address)"
    r")(?: |$)"
)
# Over what a person writes for one issue or one meeting, and not for the next.
GUEST = re.compile(
    r"\bguest\b|^(?:preface|foreword|keynote(?: address| talk| speech)?)$|introduction to (?:the )?special (?:issue|section)"
)
COLUMN_END = re.compile(r" editor s (?:comments?|notes?|remarks|introduction)$")
_SPECIAL = re.compile(r"special (?:issue|section)\b")
_OPENING = re.compile(
    r"(?:introduction|editorial|preface|foreword|welcome|message)\b.*"
    r"\b(?:minitrack|mini track|track|special issue|special section|workshop|issue|volume|conference|session|symposium)\b"
)

# what titles begin with that any of these patterns finds; most begin otherwise
STARTS = frozenset("gues,edit,from,lett,book,in t,rema,chai,pres,secr,trea,dire,intr,pref,fore,welc,mess,spec".split(","))


@lru_cache(maxsize=4096)  # asked of the records that share a key, several times each
def information(title: str) -> int:
    """Say how many bits it is worth that two records have this title.

    >>> information("editorial"), information("towards understanding sycophancy in language models")
    (2, 16)
    """
    if not title or title in COLUMNS:
        return 2
    base = 4
    if title[:4] in STARTS or " editor s " in title:
        column = without_column(title)
        if column in COLUMNS or editors_column(title) == "":
            return 2
        if column != title:
            base, title = 3, column
        elif _OPENING.match(title) or (title.count(" ") < _LONG and _SPECIAL.match(title)):
            return 9
    return min(_MOST, base + round(sum(map(_worth, title.split()))))


# What journals and databases call the editor's column, one as well as another; an editorial comment stands beside a paper of the issue.
_EDITOR = re.compile(
    r"^(?:editorial(?: notes?)?(?! comments?\b)|editors? (?:s )?(?:notes?|comments?|remarks|column|corner)|from the editors?"
    r"|remarks from .*?editor)(?: |$)"
)


def editors_column(title: str) -> str | None:
    """Give what a title says behind the name of the editor's column, "" if nothing; None if it has no such name.

    >>> editors_column("editor s comments the rhetoric of positivism"), editors_column("remarks from mis quarterly editor")
    ('the rhetoric of positivism', '')
    >>> editors_column("guest editorial")
    """
    rest = title
    while rest[:4] in _EDITORS and (found := _EDITOR.match(rest)):
        rest = rest[found.end() :]
    return rest if rest != title else None


_EDITORS = frozenset(("edit", "from", "rema"))


def without_column(title: str) -> str:
    """Leave out the name of a column.

    >>> without_column("editorial notes on digital work")
    'on digital work'
    """
    found = COLUMN.match(title)
    rest = title[found.end() :] if found else title
    return COLUMN_END.sub("", rest) if " editor s " in rest else rest


class _Worths(dict[str, float]):
    """How many bits a word of a title is worth: a rare one more. Filled as words are met; twice as quick as a cache of calls."""

    def __missing__(self, word: str) -> float:
        if len(self) >= _MAX_CACHED:
            self.clear()
        self[word] = worth = 0.3 if word in STOPWORDS else 1.5 if word in COMMON or len(word) < 3 else 3.0 if len(word) < 7 else 4.0
        return worth


_MAX_CACHED = 65_536
_worth = _Worths().__getitem__
