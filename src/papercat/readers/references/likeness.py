"""Telling references from prose, from headings and from other formats, by what costs little to see."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress, islice, pairwise

from papercat.readers.layout import Row, lay_out
from papercat.readers.references.bibitems import Bibliography
from papercat.readers.references.bracketed import find_brackets
from papercat.readers.references.lines import weigh
from papercat.readers.references.outline import LEAD, find_headings
from papercat.readers.references.splitting import BEGINNING, HEADING, YEAR, Piece, pieces
from papercat.text.document import Document, Place

_NUMBERS = re.compile(
    r"\d\s?\(\d+(?:[-–/]\d+)?\)|\bpp?\.\s?[\dA-Z]|\b(?:vol|no|nr|Bd|t|S|n°)\b\.?\s?\d|\d+\s?[-‐‑–]{1,2}\s?\d+|[:;,]\s?[eE]?\d+\.?\s*\Z|"
    r"\bpages? \d",
    re.IGNORECASE,
)
_IDS = re.compile(r"\bdoi\b|10\.\d{4,}/|https?://|\barXiv\b|\bISBN\b|\bPMID\b", re.IGNORECASE)
_WORDS = re.compile(
    r"\b[Ii]n:?\s[A-ZÀ-Þ“«]|\b(?:Proceedings|Proc|Journal|Trans(?:actions)?|Press|Verlag|Univ|University|Conference|Revue|Revista|Review|Rev|"
    r"Zeitschrift|Publishers?|Éditions|Editions|Springer|Elsevier|Thesis|thesis|Thèse|Dissertation|Report|eds?\.|Hrsg|trans\.)\b|"
    r"[“«„][^”»“]+[”»“]|\b[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)?\s?:\s[A-ZÀ-Þ]"
)
_YEAR_MARKED = re.compile(r"[(,.:]\s?(?:1[5-9]|20)\d\d[a-z]?(?:[),.;:]|\s*\Z)")
# what stands for the year of a paper that has none yet
_UNDATED = re.compile(r"\b(?:[Ss]ubmitted to|[Ii]n preparation|[Tt]o appear|[Ii]n press|[Ff]orthcoming|[Uu]nder review|n\.d\.)(?!\w)")
_QUOTED_TITLE = re.compile(r"[“«„\"][^”»“\"\s]{1,40}\s[^”»“\"]{8,400}[”»“\"]")
_STRUCTURE = re.compile(r"[.,:;]\s+(?=[^\W_])")
# Signs of other formats: brackets and marks at the very start; lines with tags, labels alone (dblp's pages), several cells.
_FOREIGN = re.compile(r"[\s\ufeff]*(?:[{<@%]|\[\s*[{\"\]]|---\s)")
_NO_CELL, _CELL_END = r"(?:[^\t\n]|(?<=\d[.)])\t|(?<=\])\t)", r"(?<!\d[.)])(?<!\])\t"  # behind the number of a reference no cell ends
_FOREIGN_LINE = re.compile(
    r"^(?:[A-Z][A-Z0-9](?: {1,2}- |: )|%[A-Z0] |PMID- |FN |(?:\[\d+\] |\d+\. |\(\d+\) )?\[[a-z]{1,3}\d+\]\s*$"
    rf"|(?:{_NO_CELL}*{_CELL_END}){{2}}"
    r"|.*\",\"|(?:[^,\n]*,(?=\S)){5}|[^\s,]+,[^\s,]+,[^\s,]*$|(?:[^;\n]*;(?=\S)){3}).*",
    re.MULTILINE,
)
_QUOTED = re.compile(r"[.,] [“\"«„][^“”\"«»„]{15,300}[.,?!][”\"»“](?!\w)")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\dA-Fa-f]{2,6}|[A-Za-z]{2,8}\d{0,2});")
_FEW = 2
_LABELLED = re.compile(r"\s*(?:Abstract|Comments?|Keywords?|Titles?|Authors?|Subjects?|Résumé|Zusammenfassung)\b\s?:", re.IGNORECASE)
_HAS_LABEL = re.compile(rf"[\n\r]{_LABELLED.pattern}", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:we|our|is|are|was|were|have|has|that|this|which|can|they|such|nous|sont|est|wir|sind|ist)\b", re.IGNORECASE)
_CITED = re.compile(r"\bet al\.?,? \(?\d{4}")
_ENOUGH, _WORTH_A_LOOK = 3.0, 1.0
_MARKED = 1.0
_LONGEST_TITLE = 60  # words; of 102,797 titles in the ACL Anthology 2 have more
_SAMPLE = 100  # pieces
_LOOKED_AT = 12  # pieces, by their parts
_FEW_ARE = 0.38  # where a piece or two are references by their parts alone; a listing of one record has 0.4
_FEW_NUMBERED = 0.6  # behind a number in brackets; as a page such a line has 0.52
_SHORTEST, _LONGEST = 25, 1500  # characters
SHORT = 80  # characters of a heading, or of a remark
# in a list of publications a degree and its subject are lines of the curriculum around it
_DEGREE = re.compile(
    r"(?:(?:Education|Degrees|Academic degrees|Ausbildung|Formation)\W{1,4})?"
    r"(?:Ph\.?\s?D|[MB]\.?\s?(?:Sc|S|A|Eng|Phil)|Dr|Dipl|D\.?Phil|Doctorate|Doctor|Master|Bachelor|Licen[cs]e|Diploma)"
    r"\b\.?(?:\s(?:degree|of \w+))?\s(?:in|en)\s"
)
_SURE = 0.6  # of the pieces are references
# What pieces have whose lines are fields: a reader that knows the lines comes first.
_IN_LINES = 0.45
_CROSSING = 0.3  # of the pieces reach over two blocks of a rendered page, which no reference does
_FIELDS = 0.6  # of the breaks within pieces part fields
_GOES_ON = (",", ";", ":", "-", "–", "&", "and")


def is_reference(document: Document, piece: Piece) -> bool:
    """Tell whether a piece is a reference; where its look leaves doubt, its parts decide.

    >>> from papercat.text.document import Place
    >>> page = Document("r.txt", "Rusert, J. (2024). VertAttack. Proceedings of NAACL, 12(3), 1–20.")
    >>> is_reference(page, Piece(Place(0, len(page.text))))
    True
    >>> page = Document("r.txt", "We show in 2024 that models of language, which are large, can be attacked.")
    >>> is_reference(page, Piece(Place(0, len(page.text))))
    False
    """
    if isinstance(document, Bibliography) and piece.number:
        return True
    text = document.show(*piece.place)
    told = _told(text, is_numbered=piece.number is not None)
    if told is not None:
        return told
    return _has_parts(document, piece, text)


def _has_parts(document: Document, piece: Piece, text: str) -> bool:
    """Tell a reference by its parts; names and a title are enough behind a number, or where quotes show the title."""
    labels = weigh(document, piece.place).labels
    if has_parts(labels):
        return True
    is_short = labels[:1] == "A" and "T" in labels and BEGINNING.match(text)
    return bool(is_short and (piece.number or _QUOTED.search(text)))


def judge(document: Document, found: Sequence[Piece]) -> list[bool]:
    """Tell which pieces of a document are references: each by its look and its parts, or as one of its list."""
    told = [is_reference(document, piece) for piece in found]
    long = [number for number, piece in enumerate(found) if piece.place.end - piece.place.start >= _SHORTEST]
    brackets = find_brackets([document.show(*found[number].place)[:_LONGEST] for number in long])
    for number, inside in zip(long, brackets, strict=True):
        told[number] = told[number] or inside is not None
    sections = _sections(found)
    marked = Counter(sections[found[number]] for number in long if found[number].number)
    likes = Counter(sections[found[number]] for number in long if found[number].number and told[number])
    is_list = likes.total() > _SURE * marked.total()
    of_lists = {section for section, count in marked.items() if is_list or likes[section] > _SURE * count}
    for number in long if sum(likes[section] for section in of_lists) > _FEW else ():
        if found[number].number is None or sections[found[number]] in of_lists:
            told[number] = _is_titled(document, found[number], is_one=told[number])
    return told


def _is_titled(document: Document, piece: Piece, *, is_one: bool) -> bool:
    """Tell an entry where others with marks are: with a mark also one without a year, without a mark only one with names and a title."""
    if is_one and piece.number is not None:
        return True
    text = document.show(*piece.place)
    if not is_one and (piece.number is None or _told(text, is_numbered=True) is False):
        return False
    labels = weigh(document, piece.place).labels
    if is_one:
        return "Aa" in labels and "Tt" in labels  # `Keynote, Swiss Text Analytics Conference, Lugano, June 2022` has a word for a name
    is_quoted = _QUOTED_TITLE.search(text[:_LONGEST]) is not None and "T" in labels
    return is_quoted or (labels[:1] == "A" and {"T", "C"} <= set(labels))


def _told(text: str, *, is_numbered: bool) -> bool | None:
    """Say by its look whether a text is a reference; None where that leaves doubt."""
    if LEAD.fullmatch(text) or _DEGREE.match(text):
        return False
    bits = weight(text) + (_MARKED if is_numbered else 0.0)
    if bits >= _ENOUGH and (YEAR.search(text[:_LONGEST]) or _UNDATED.search(text[:_LONGEST])):
        return True
    return None if bits >= _WORTH_A_LOOK else False


def has_parts(labels: str) -> bool:
    """Tell whether the labels of a line are those of a reference: names at its head and more than one part, or many parts.

    >>> has_parts("AaaDTttC"), has_parts("Tttttttt")
    (True, False)
    """
    found = set(labels.upper())
    is_named = labels[:1] in ("A", "E") and not found.isdisjoint("TC") and (not found.isdisjoint("DPXV") or len(found & set("LUC")) > 1)
    is_full = "T" in found and not found.isdisjoint("DPXVU") and len(found & set("DLUPXVIAE")) > 1
    return labels.upper().count("T") < _LONGEST_TITLE and (is_named or is_full)


def weight(text: str) -> float:
    """Weigh how much a piece looks like a reference."""
    return _weight(text[:_LONGEST]) - 4.0 * (len(text) > _LONGEST) if len(text) >= _SHORTEST else 0.0


@lru_cache(maxsize=256)  # what is weighed to say what a page is will be weighed again where it is read
def _weight(head: str) -> float:
    begins = BEGINNING.match(head) is not None
    bits = 2.0 * begins - 1.0 * (head[:1].islower() and not begins)
    bits += 1.0 * bool(YEAR.search(head)) + 0.5 * bool(_YEAR_MARKED.search(head)) + 1.0 * bool(_NUMBERS.search(head))
    bits += 0.5 * bool(_IDS.search(head)) + 1.0 * bool(_WORDS.search(head)) + 0.5 * (len(_STRUCTURE.findall(head)) > 2)
    bits -= 1.5 * max(0, len(_PROSE.findall(head)) - 2) + 4.0 * (len(_CITED.findall(head)) > 1)
    return bits - 3.0 * bool(_LABELLED.match(head))


def share(document: Document, *, is_shown: bool = False) -> float:
    """Say how likely a document is a list of references: by the share of its pieces that look like one.

    Args:
        document: the text.
        is_shown: it is a source that is shown as a viewer does, so that empty lines part its blocks.
    """
    text = document.text
    lines = (_ENTITY.sub("", text) if "&" in text else text).replace("\r", "\n")
    if _FOREIGN.match(text) or sum(1 for _ in islice(_FOREIGN_LINE.finditer(lines), _FEW)) == _FEW:
        return 0.0
    layout = document.once(lay_out)
    found = pieces(document, layout)[:_SAMPLE]
    is_marked = sum(piece.number is not None for piece in found) > _FEW
    sections = _sections(found)
    headings = {layout.rows[number].place.start for number in find_headings(layout.rows)}
    found = [piece for piece in found if piece.number is not None or piece.place.start not in headings]
    long = [piece for piece in found if _counts(text, piece, is_marked=is_marked)]
    if not long or (len(long) > _FEW and not YEAR.search(text)):
        return 0.0
    weights = [weight(document.show(*piece.place)) for piece in long]
    brackets = find_brackets([document.show(*piece.place)[:_LONGEST] for piece in long])
    likes = [bits >= _ENOUGH or one is not None for bits, one in zip(weights, brackets, strict=True)]
    if is_marked and likes.count(True) > _FEW:
        sizes = Counter(sections[piece] for piece in long)
        of_lists = {sections[piece] for piece, is_like in zip(long, likes, strict=True) if is_like}
        of_lists = of_lists if max(map(sizes.__getitem__, of_lists)) > _FEW else set(sizes)  # one entry with its remarks is no list
        is_kept = [sections[piece] in of_lists for piece in long]
        long, likes = list(compress(long, is_kept)), list(compress(likes, is_kept))
    like = sum(likes) / len(long)
    if sum(_HAS_LABEL.search(text, *piece.place) is not None for piece in long) > _CROSSING * len(long):
        return 0.0
    if is_shown and sum(map(partial(_crosses, text), long)) > _CROSSING * len(long):
        return 0.0
    if like > _SURE and YEAR.search(text):
        return round(0.35 + 0.57 * like, 2) if not _are_fields(layout.rows, long) else _IN_LINES
    # prose between the entries of a list with marks is about them
    entries = [piece for piece in long if piece.number is not None or not is_marked]
    looked = entries[:_LOOKED_AT] if max(weights) >= _WORTH_A_LOOK else []
    like = _like(document, looked)
    if len(long) <= _FEW:
        is_cited = all(piece.number and text.startswith("[", piece.number.start) for piece in long)
        return (_FEW_NUMBERED if is_cited else _FEW_ARE) if like == 1 else 0.0
    return round(0.3 + 0.15 * like, 2) if like else 0.0


def _sections(found: Sequence[Piece]) -> dict[Piece, int]:
    """Number the parts of a document with marks: in a curriculum talks and teaching have bullets too, below headings of their own."""
    return dict(zip(found, accumulate(piece.number is None for piece in found), strict=True))


def _counts(text: str, piece: Piece, *, is_marked: bool) -> bool:
    """Tell a piece that says what a document is; headings do not, and between entries with marks short lines are headings and remarks."""
    size = piece.place.end - piece.place.start
    if is_marked and piece.number is None and size < SHORT:
        return False
    return size >= _SHORTEST and not HEADING.fullmatch(text, *piece.place)


def _like(document: Document, looked: Sequence[Piece]) -> float:
    """Measure how many pieces are references, 0.0 for `_SURE` and less: then no more parts are looked at, which cost much."""
    texts = [document.show(*piece.place) for piece in looked]
    told = [_told(text, is_numbered=piece.number is not None) for text, piece in zip(texts, looked, strict=True)]
    likely, count = len(looked) - told.count(False), max(len(looked), 1)
    for piece, text in ((piece, text) for piece, text, one in zip(looked, texts, told, strict=True) if one is None):
        if likely <= _SURE * count:
            return 0.0
        # names and a title may stand in any list of papers, but not many words more than one reference is
        likely -= not (_has_parts(document, piece, text) if len(looked) <= _FEW else has_parts(weigh(document, piece.place).labels))
    return likely / count if likely > _SURE * count else 0.0


def _crosses(text: str, piece: Piece) -> bool:
    return "\n\n" in text[slice(*piece.place)]


def _are_fields(rows: Sequence[Row], found: Sequence[Piece]) -> bool:
    """Tell pieces whose lines are their fields, as on a page or under labels, from references that were wrapped or stand on one line."""
    starts = [piece.place.start for piece in found]
    inner = [(before, row) for before, row in pairwise(rows) if not row.after_blank and _is_within(found, starts, row.place)]
    fields = sum(not row.wrapped and not row.text[:1].islower() and not before.text.endswith(_GOES_ON) for before, row in inner)
    return len(inner) >= len(found) and fields > _FIELDS * len(inner)


def _is_within(found: Sequence[Piece], starts: Sequence[int], row: Place) -> bool:
    """Tell a row in a piece that does not begin with it."""
    piece = found[max(bisect_right(starts, row.start) - 1, 0)].place
    return piece.start < row.start < piece.end
