"""What a piece of a page can be, weighed by what it looks like, in bits."""

import re
from math import log2

from papercat.readers.layout import ends_sentence
from papercat.readers.page.eastern import blanks, is_heading
from papercat.readers.page.names import PROSE_WORDS, nameness
from papercat.readers.page.pieces import BLANK, BREAKS, WRAP, Piece
from papercat.readers.page.separators import QUOTED, YEAR
from papercat.readers.page.venues import read_date, venueness

# The states of the pattern. A small letter continues the capital one; what stands aside is no part of a paper.
STATES = "TtAaBbVvYHF"
TITLE, AUTHORS, ABSTRACT, VENUE, DATE, HEADING, OTHER = "TABVYHF"
NEVER = -1e9
_SENTENCE_BREAK = re.compile(r"[a-zà-ÿ)][.!?]\s+[A-ZÀ-Þ]")
_HEADING = re.compile(
    r"(?:(?:oral|poster|plenary|parallel|keynote|invited|demo|industry|special|opening|closing) )?"
    r"(?:session|track|keynote|invited talk|tutorial|workshop program|coffee|lunch|break|welcome|opening|closing|registration|panel|"
    r"banquet|reception)\b|day \d|(?:week|lecture|class|unit|module|block|theme|woche|semaine|semana) \d{1,2}\b(?=\s?[(:.–—-]|\Z)|"
    r"(?:(?:selected|recent|all|my|journal|conference|refereed|peer-reviewed|accepted|main|long|short|workshop|working|other) )*"
    r"(?:publications?|papers|preprints|articles|manuscripts|books|theses|patents)\b[^.]{0,30}\Z|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:table of )?contents?\b|proceedings\Z|references\Z|bibliography|about\Z|"
    r"contact\Z|awesome\b|a curated list|verified email|professor of|part [ivx\d]+\b|chapter \d|section \d",
    re.IGNORECASE,
)
# What asks and goes on is a title, and no heading: "Keynote Abstract: Too soon? The limitations of AI for event data"
_ASKS = re.compile(r"[?!]\s")
_VERB = re.compile(r"\b(?:we|our|is|are|was|were|has|have|this (?:paper|work|article|study)|nous|est|sont|cet article)\b", re.IGNORECASE)
_WORDY = 24  # words: of the ACL Anthology's titles 1 in 100 has more
_LONG, _BRIEF, _SHORT = 250, 150, 60  # characters: of 102,797 titles in the ACL Anthology 102 are longer than the first
_LABELLED = {"title": TITLE, "authors": AUTHORS, "abstract": ABSTRACT}
_SURE = 12.0
# Of what stands aside: what nothing tells of, what comes again whatever its numbers, a word or two, a small letter or number first.
_ASIDE, _REPEATED, _BRIEFLY, _SMALL = -3.0, 1.5, 1.0, 0.5
_OFTEN, _WORDS, _WIDE = 3, 3, 90  # times; words; characters
_TOLD = 0.6  # of `nameness`: at least so much has what may be names and stands where the page has them
_QUOTED = 6.0  # between quotation marks behind names
_SNIPPED = 5.0  # what begins with an ellipsis is a piece of a text


def evidence(piece: Piece, after: str) -> list[float]:
    """Weigh each state for a piece; `after` is how the next piece is parted from it.

    >>> from papercat.text.document import Place
    >>> bits = evidence(Piece(Place(0, 19), "S Mille, R Carlini.", "line"), "line")
    >>> STATES[max(range(len(STATES)), key=bits.__getitem__)]
    'A'
    """
    forced = _LABELLED.get(piece.role) if piece.fixed == "value" else None
    if forced:
        return [_SURE if state == forced else NEVER for state in STATES]
    if piece.is_text:
        return [0.0 if state == "b" else -_SURE for state in STATES]
    text = piece.text
    if read_date(text):
        #       T     t     A      a      B     b     V     v     Y    H                                                       F
        return [-5.0, -2.0, -12.0, -12.0, -9.0, -2.0, -4.0, -1.5, 4.0, -1.0 - 2.0 * (piece.before not in (BLANK, WRAP)), 0.0]
    names, venue = max(nameness(text), _TOLD) if piece.named else nameness(text), venueness(text) + 2.5 * (after == YEAR)
    ended, broken, size = ends_sentence(text), _SENTENCE_BREAK.search(text) is not None, max(len(text), piece.size)
    named, placed = 3.0 * max(names, 0.0), max(venue, 0.0)
    few = blanks(text)
    heads = piece.before in BREAKS and ((_HEADING.match(text) is not None and not _ASKS.search(text)) or is_heading(text))
    title = (
        0.5
        - named
        - 0.6 * placed
        - 3.0 * (broken and (size > _BRIEF or not _ASKS.search(text)))
        - 4.0 * (size > _LONG)
        - 1.5 * text[:1].islower()
        - (2.0 if few < 1 else 0.5 * (few < 2))
    )
    title, venue = (title - 3.0, venue - 2.0) if text.endswith("。") else (title, venue)
    snipped = _SNIPPED * text.startswith("…")
    title -= snipped
    leads = text.endswith(":") and size == len(text)
    title -= 4.0 * heads + 4.0 * leads + 2.0 * text.endswith((",", ";")) + 0.5 * (ended and text.endswith("."))
    prose = -named - 0.5 * placed + ended + 1.5 * broken + (2.5 if size > _LONG else -1.5 * (size < _BRIEF)) - 2.5 * (size < _SHORT)
    wordy = 1.5 * (few > _WORDY) + 0.8 * (_VERB.search(text) is not None) + text.endswith("…")
    title, prose = title - 0.8 * wordy, prose + wordy
    more = -named - 0.3 * placed + 0.5 * ended + 0.5 * broken + 0.5 * (size > _LONG)
    title += _QUOTED * (piece.before == QUOTED)
    linked = 2.0 * (piece.url is not None and "," not in text)
    onward = names if names > 0 or "," not in text else max(names, -0.5)
    set_as_head = piece.form[:1] == "h" and piece.form[1:2].isdigit()
    headed = -3.5 + 5.0 * heads + 4.5 * set_as_head - 2.0 * (size > 90) - named
    return [
        title + linked,
        -named - 0.5 * placed - 1.5 * broken - 1.0 * (size > _LONG) - 2.0 * heads,
        6.0 * names - 3.0 * (venue > 1) - 3.0 * text.endswith("?") - 2.0 * heads - linked - 3.0 * set_as_head,
        5.0 * onward - 1.0,
        prose - 2.0 * heads,
        more,
        venue - named - 2.0 * heads - snipped,
        0.5 * venue - named,
        NEVER,
        headed + 4.5 * leads + 0.5 * _is_loose(text),
        _aside(piece, few, size) - named - 0.5 * placed - 2.0 * broken - linked,
    ]


def _aside(piece: Piece, few: int, size: int) -> float:
    """Weigh how much a piece is like what pages say beside their papers: buttons, counts, states."""
    again = log2(piece.times) if piece.times >= _OFTEN else 0.0
    return _ASIDE + _REPEATED * again + _BRIEFLY * (few < _WORDS) + _SMALL * (not piece.text[:1].isupper()) - 3.0 * (size > _WIDE)


def _is_loose(text: str) -> bool:
    """Tell prose that speaks to the reader of a page."""
    words = text.lower().split(None, 4)
    return len(words) > 3 and words[0] in PROSE_WORDS
