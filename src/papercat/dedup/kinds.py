"""What a record is beside an article: by words of its title, its type, and marks in its issue and pages."""

import re
from functools import lru_cache

from papercat.dedup.standing import is_preprint_doi, is_server
from papercat.models import Paper
from papercat.text.fold import fold, fold_last

# What databases write behind the title of a letter or an erratum: the paper that it is about.
ABOUT = re.compile(
    r"\s*\((?:vol\.? ?\d+,? ?(?:pg|p|pp)\.? ?\w+,? ?(?:19|20)\d\d|[A-Z][^()]*\((?:19|20)\d\d\)[^()]*(?:\([^()]*\)[^()]*)*)\)\.?\s*$"
    r"|\.\.\. ?[A-Z][^.]{2,60}\. ?(?:19|20)\d\d\b.{0,40}$"
)
LONGEST = 300  # characters of a title's end that are looked at
# In this order; the first that is found counts. Of one paper all records are of one kind.
_TITLES = (
    (
        "erratum",
        (
            r"^(?:published |author |publisher )?(?:errat(?:um|a)|corrigend(?:um|a)|corrections?|addendum|correction notice)\b"
            r"(?= to| for| in|$| on| concerning| article)|^(?:erratum|corrigendum)\b"
            r"|\bvol \d+ pg [a-z]?\d+ (?:19|20)\d\d$|\b(?:erratum|corrigendum|an addendum)$"
        ),
    ),
    ("reprint", r"^(?:reprint|republication|republished) (?:of|article|from)\b"),
    (
        "retraction",
        (r"^(?:retraction|retracted|withdrawal of|withdrawn|expression of concern)\b|\bretraction (?:notice|of vol)\b"),
    ),
    (
        "reply",
        (
            r"^(?:(?:the )?authors?(?: s)? (?:reply|response)|(?:in )?(?:reply|response|rejoinder) (?:to|from)\b(?! (?:stress|exercise))"
            r"|rejoinder|reply$)|\b(?:reply|rejoinder|authors? response|author s reply|authors reply)$"
        ),
    ),
    (
        "comment",
        (
            r"^(?:(?:a )?comments? (?:on|to|about|re)|commentary (?:on|to)|letter (?:to the editor )?(?:on|re|regarding)|re"
            r"|discussion (?:of|on))\b|\ba comment$|\bcomment on vol \d+"
        ),
    ),
    (
        "review",
        (
            r"^(?:book review|review of the book|faculty of 1000|f1000|decision letter|peer review|review for|referee report"
            r"|review of [a-z ]{0,60}\bby\b)\b|\b(?:book review|pp [xvi]* ?\d+ (?:us|isbn)|evaluation for)\b"
        ),
    ),
    (
        "supplement",
        (
            r"^(?:additional file|supplementa(?:ry|l)|supplement to|supporting information|data from|dataset|table s?\d|figure s?\d"
            r"|fig s?\d)\b"
        ),
    ),
    ("editorial", r"^(?:guest )?editorial\b|^foreword\b|^preface\b"),
)
KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _TITLES)
# A piece of every pattern above, where it stands; one title in twelve has any. Looking for them takes 1 us, a regex of them all 5.
_OF_BEGIN, _OF_END = 3, 4  # letters that are looked at first, which takes a tenth of the time
_BEGINS = tuple(
    "errat,corrig,correction,addendum,published ,author,publisher ,reprint,republi,retract,withdraw,expression of,the author,in re,repl"
    ",respon,rejoin,re ,letter,a comment,comment,discuss,review,book review,faculty,f1000,decision,peer,referee,additional,suppl,support"
    ",data,table,fig,guest,editorial,foreword,preface".split(",")
)
_FIRST = frozenset(begin[:_OF_BEGIN] for begin in _BEGINS)
_WITHIN = "retraction ", "comment on vol", " pg ", "pp ", "book review", "evaluation for"
_ENDS = "erratum", "corrigendum", "an addendum", "reply", "rejoinder", "author response", "authors response", "a comment"
_LAST = frozenset(end[-_OF_END:] for end in _ENDS)
_TYPES = {
    "erratum": "erratum",
    "review": "review",
    "dataset": "supplement",
    "component": "supplement",
    "editorial": "editorial",
    "letter": "comment",
    "proceedings": "volume",
    "book": "book",
}
_FOOTNOTES = " 1", " 2"
_ERRATUM = re.compile(r"^\W*(?:erratum|corrigendum|corrections?|addendum)\s*:", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:tech(?:nical)? ?rep(?:ort)?s?|tr|working papers?|discussion papers?|unpublished|manuscript|to appear)\b")
_ABSTRACT = re.compile(r"meeting ?abstract|suppl|conference|congress|annual meeting|symposi|abstract|poster", re.IGNORECASE)


def kind_of(paper: Paper, note: str) -> str:
    """Name what a record is beside an article, "" for that.

    Args:
        paper: the record.
        note: what stands beside the numbers of its volume and issue.

    >>> kind_of(Paper(title="Corrigendum to Sleeper Agents"), ""), kind_of(Paper(title="Correction of myopia in children"), "")
    ('erratum', '')
    """
    title = paper.title or ""
    kind = kind_of_title(title) if title else ""
    if kind or (paper.type or "") in _TYPES:
        return kind or _TYPES[paper.type or ""]
    if note and _is_of_abstracts(note):
        return "abstract"
    is_bare = paper.arxiv and not paper.doi and not paper.volume
    return "preprint" if is_bare or is_preprint_doi(paper.doi) or _is_unprinted(paper.venue or "") else ""


@lru_cache(maxsize=65_536)
def _is_of_abstracts(note: str) -> bool:
    return _ABSTRACT.search(note) is not None


@lru_cache(maxsize=65_536)
def _is_unprinted(venue: str) -> bool:
    """Tell a server of preprints or a report from a journal or a meeting."""
    return bool(venue) and (is_server(venue) or _REPORT.search(fold(venue)) is not None)


def kind_of_title(title: str) -> str:
    """Name what a title says that its record is, "" where it says nothing.

    >>> kind_of_title("Hypertension in the elderly: authors' response"), kind_of_title("Response to stress in rats")
    ('reply', '')
    """
    if ("(" in title and _may_be_about(title) and ABOUT.search(title[-LONGEST:])) or (":" in title and _ERRATUM.match(title)):
        return "erratum"
    folded = fold_last(title)
    if folded.endswith(_FOOTNOTES):
        folded = folded[:-2]
    return next((kind for kind, pattern in KINDS if pattern.search(folded)), "") if _may_be_other(folded) else ""


def _may_be_other(folded: str) -> bool:
    """Tell a title that has a piece of a pattern where it belongs, without a look at the patterns."""
    if folded[:_OF_BEGIN] in _FIRST and folded.startswith(_BEGINS):
        return True
    return (folded[-_OF_END:] in _LAST and folded.endswith(_ENDS)) or any(map(folded.__contains__, _WITHIN))


def _may_be_about(title: str) -> bool:
    """Tell a title that ends as `ABOUT` does, without looking at all of it."""
    return title.rstrip().endswith((")", ").")) or "..." in title
