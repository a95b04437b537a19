"""Entry types and fields: which type a paper is written as, in BibTeX and in biblatex, and what each type wants.

Sources: btxdoc (Oren Patashnik, 1988), section 3.1; the biblatex manual 3.19, sections 2.1 and 2.2; and biber's data model.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from papercat.models import Paper

# One of the names in a pair is enough.
NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author",), ("title",), ("journal",), ("year",)),
    "book": (("author", "editor"), ("title",), ("publisher",), ("year",)),
    "inbook": (("author", "editor"), ("title",), ("chapter", "pages"), ("publisher",), ("year",)),
    "incollection": (("author",), ("title",), ("booktitle",), ("publisher",), ("year",)),
    "inproceedings": (("author",), ("title",), ("booktitle",), ("year",)),
    "manual": (("title",),),
    "mastersthesis": (("author",), ("title",), ("school",), ("year",)),
    "misc": (),
    "phdthesis": (("author",), ("title",), ("school",), ("year",)),
    "proceedings": (("title",), ("year",)),
    "techreport": (("author",), ("title",), ("institution",), ("year",)),
    "unpublished": (("author",), ("title",), ("note",)),
    "booklet": (("title",),),
    # of biblatex alone
    "online": (("title",), ("url", "doi", "eprint")),
    "thesis": (("author",), ("title",), ("type",), ("institution",), ("year",)),
    "report": (("author",), ("title",), ("type",), ("institution",), ("year",)),
}
CLASSIC = frozenset("article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis".split())
CLASSIC |= frozenset("proceedings techreport unpublished".split())
IN_BOOKS = frozenset(("inproceedings", "incollection", "inbook", "conference"))
# Words of other programs and of biblatex, as types of BibTeX; what has none of its own is misc.
_TO_CLASSIC = {
    "thesis": "phdthesis", "report": "techreport", "mvbook": "book", "bookinbook": "inbook", "suppbook": "inbook", "mvproceedings":
    "proceedings", "collection": "book", "mvcollection": "book", "reference": "book", "inreference": "incollection", "suppcollection":
    "incollection", "periodical": "misc", "suppperiodical": "article", "conference": "inproceedings", "chapter": "incollection", "journal":
    "article", "preprint": "misc", "dissertation": "phdthesis", "phd": "phdthesis", "masters": "mastersthesis",
}  # fmt: skip
_TO_BIBLATEX = {
    "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "conference": "inproceedings", "electronic": "online",
    "www": "online", "chapter": "incollection", "journal": "article", "preprint": "online", "dissertation": "thesis", "phd": "thesis",
    "masters": "thesis",
}  # fmt: skip
THESIS_TYPES = {
    "phdthesis": "phdthesis",
    "mastersthesis": "mathesis",
    "phd": "phdthesis",
    "masters": "mathesis",
    "techreport": "techreport",
}
# biblatex's words for a type of thesis or report: as bibtex's entry type, and as what its styles are to print where that says another thing
_WORDS = {"phdthesis": "phdthesis", "mathesis": "mastersthesis", "bathesis": "mastersthesis", "techreport": "techreport"}
_PRINTED = {
    "phdthesis": "",
    "mathesis": "",
    "techreport": "",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "resreport": "Research report",
}
# biblatex's name of a field where it is another; its institution is also that of a report, which is no school
_RENAMED = {
    "journal": "journaltitle", "address": "location", "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "annote": "annotation",
}  # fmt: skip
BIBLATEX_FIELDS = {**_RENAMED, "school": "institution"}
CLASSIC_FIELDS = {new: old for old, new in _RENAMED.items()}
# Words of a venue that tell what it is, of any language that the ACL Anthology, DBLP and Crossref have in quantity.
_PROCEEDINGS = re.compile(r"\b(?:proceedings|proc\.|conference|workshop|symposium|congress|annual meeting|actes)\b", re.IGNORECASE)


def kind_of(paper: Paper, preprint: str, *, biblatex: bool) -> str:
    """Say which entry type a paper is written as: its own, or one that follows from what is known.

    >>> kind_of(Paper(venue="Nature", volume="3"), "misc", biblatex=False), kind_of(Paper(arxiv="2212.09251"), "misc", biblatex=True)
    ('article', 'online')
    >>> kind_of(Paper(type="thesis"), "misc", biblatex=False), kind_of(Paper(type="phdthesis"), "misc", biblatex=True)
    ('phdthesis', 'thesis')
    """
    stated = paper.type or ""
    if is_preprint(paper):
        if preprint in ("misc", "eprint"):
            return "online" if biblatex else "misc"
        return preprint
    if biblatex:
        return _TO_BIBLATEX.get(stated, stated) or _concluded(paper)
    if stated in CLASSIC and stated != "conference":
        return stated
    if stated in ("thesis", "report"):
        return _WORDS.get(paper.extra.get("type", ""), _TO_CLASSIC[stated])
    return _TO_CLASSIC.get(stated, "misc") if stated else _concluded(paper)


def printed_type(paper: Paper) -> str:
    """Give what bibtex prints as the type of a thesis or a report; "" where the entry type says it.

    >>> [printed_type(Paper(type="thesis", extra={"type": word})) for word in ("mathesis", "bathesis", "Habilitation")]
    ['', "Bachelor's thesis", 'Habilitation']
    """
    word = paper.extra.get("type", "")
    return _PRINTED.get(word, word)


def is_preprint(paper: Paper) -> bool:
    """Say whether a paper is known from arXiv alone: nothing tells that it came out elsewhere."""
    if not paper.arxiv or paper.type not in (None, "misc", "online", "unpublished", "preprint", "electronic", "www"):
        return False
    return not (paper.venue and (paper.volume or paper.pages)) and not _is_proceedings(paper.venue)


def _concluded(paper: Paper) -> str:
    if _is_proceedings(paper.venue):
        return "inproceedings"
    if paper.venue and (paper.volume or paper.issue):
        return "article"
    return "misc"


@lru_cache(maxsize=4096)
def _is_proceedings(venue: str | None) -> bool:
    return venue is not None and _PROCEEDINGS.search(venue) is not None


def missing(kind: str, fields: Mapping[str, object]) -> list[str]:
    """Name the fields that an entry of a type wants and does not have; `author or editor` where one of two is enough.

    >>> missing("book", {"title": "", "year": ""}), missing("misc", {})
    (['author or editor', 'publisher'], [])
    """
    return [" or ".join(names) for names in NEEDS.get(kind, ()) if not any(name in fields for name in names)]
