"""What a line above an abstract is: what a site says, where the authors work, a date, a citation, names, or text that can be a title."""

import re

from papercat.identifiers import find_identifiers
from papercat.names.runs import split_run
from papercat.names.workplaces import placeness
from papercat.readers.article.bylines import marked_nameness
from papercat.readers.article.citation import is_cited, is_head
from papercat.readers.article.furniture import is_running, is_type
from papercat.readers.article.headings import WORK
from papercat.readers.page.interface import is_host, is_told
from papercat.readers.page.labels import is_button
from papercat.readers.page.names import PROSE_WORDS, known_share, nameness
from papercat.readers.page.venues import BEFORE_DATE, CITED, read_date, venueness

FURNITURE, PLACE, MAIL, VALUE, CITATION = "furniture", "place", "mail", "value", "citation"
ID, NAMES, TEXT, VENUE, PERHAPS = "id", "names", "text", "venue", "perhaps"
_COUNT = re.compile(
    r"[\d.,\s]{1,12}[kKmM]?\s?(?:accesses|citations?|altmetric|views?|downloads?|reads?|shares?|references?|comments?|"
    r"\W)*(?:[\d.,\s]{1,12}[kKmM]?\s?(?:downloads?|views?|citations?))?",
    re.IGNORECASE,
)
# What stands around title and authors on the pages of Springer, Nature, PMC, Elsevier, ACM, Wiley, Taylor & Francis, Oxford, PLOS, MDPI.
_SAID = re.compile(
    r"skip to (?:main )?content.*|\W*author manuscript\b.*|sciencedirect|springer(?: nature)? ?link|wiley online library|"
    r"acm digital library|"
    r"(?:ieee xplore|pubmed|jstor|elsevier|springer|oxford academic|taylor & francis online|sage journals|researchgate|"
    r"semantic scholar)\b.{0,20}|(?:metrics details|explore all metrics|aims and scope|submit manuscript|cite this article|"
    r"author information.*|"
    r"article notes|copyright and licen[sc]e.*|pmc copyright notice|disclaimer|new results|view orcid profile|orcid\b.*|"
    r"author links.*|show (?:more|all|less).*|"
    r"add to .*|get rights and content|authors? (?:info|info & (?:claims|affiliations)|and affiliations|affiliations).*|affiliations?|"
    r"filiaciones|"
    r"información y correspondencia|(?:corresponding|contributing) authors?.*|sections?|tools|follow|about|figures?(?: and tables)?|"
    r"related|peer review|media coverage|"
    r"reader comments|full (?:access|text)|peer-reviewed|essay|article ?type.*|search for more papers.*|first published.{0,3}|"
    r"home\b.*|.{0,60} logo\b.*|.{0,60}\blogolink\b.*|"
    r"abstract\s?full ?text.*|[a-z]{2}|published by.*|official journal of.*|an open access journal|permissions?|views|"
    r"check for updates?|crossmark.*|"
    r"special issue.*|open access.*|publication history.*|article (?:metrics|history)|versions?|received .{0,60}accepted.*|"
    r"journals? ?(?:home|list)?|"
    r"(?:this )?(?:article|preprint) (?:is|has been) .{0,50}|now published in .{0,60}|version (?:of record|\d+).*|keywords)",
    re.IGNORECASE,
)
# Labels of the date that counts; a paper is received and accepted as well.
PUBLISHED = (
    "published online|published|first published|available online|publication date|date of publication|issue date|online|epub|date|"
    "publicado|veröffentlicht"
)
_VALUE = re.compile(
    r"[\s•·]{0,4}\(?"
    r"(?P<label>" + PUBLISHED + r"|"
    r"received|revised|accepted|draft version|preprint|recibido|aceptado|eingegangen|angenommen|submitted|"
    r"received in revised form)\s?(?:on|:|：)?\s{0,2}(?=[\w(])"
    r"(?P<value>.{0,12}(?:19|20)\d\d.{0,6})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\.\w{2,}|[}\])]\s?@\s?\w|\be-?mails?\b", re.IGNORECASE)
_AT_WORK = -1.0  # of `placeness`
_FEW = 4  # words of an address without a sign of one, and of a name
_VENUE = 2.0  # of `venueness`
_LEAD = re.compile(r"(?:authors?(?:\(s\))?|by|autor(?:en|es)?|auteurs?|verfasser)\s?:?\s", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:authors? info.*|show (?:more|less).*|\+ ?show.*|authors? & affiliations.*|\bview (?:all|profile).*)\Z", re.IGNORECASE
)
# Behind Chinese names: who wrote the review, who revised it, who translated it, who guided it.
_PART_IN = re.compile(r"\s?(?:综述|审校|審校|审阅|编译|翻译|译|指导)(?=\s*(?:[,，;；]|\Z))")
_ORCID = re.compile(r"\s*(?:view )?orcid (?:profile|logo|icon)?\s?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\(?[\da-z*∗†‡§¶#]\)?|[¹²³⁴⁵⁶⁷⁸⁹])\s?(?=[A-ZÀ-Þ]\S*\s|\{)")
# What stands behind a name, apart from it: "Hong Yu 1,2", "Yanming Guo a c".
_AFFILIATED = re.compile(
    r"(?<=[^\W\d_]) ?(?:\d{1,2}|[a-h]|[*∗†‡§¶#✉])(?:[ ,]{1,2}(?:\d{1,2}|[a-h]|[*∗†‡§¶#✉]))*(?=\s*(?:[,;·|]|and\b|&|\Z))"
)
_OTHERS = re.compile(r"[A-ZÀ-Þ][^\s\d]{0,30}(?: [^\s\d]{1,30}){1,3},? et al\.?[\s*†‡\d,]{0,8}")
# A house in the countries of English, which has the number first and no word of a place of work.
_STREET = re.compile(
    r"\d{1,5}[A-Z]?,?(?:\s[A-Z][\w.'’-]{0,30}){1,4}\s(?:street|st|avenue|ave|road|rd|parkway|pkwy|drive|boulevard|blvd|lane|highway|square|plaza)\.?",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\s[·•|]\s")
_NAMES, _SURE = 0.3, 0.5  # of `nameness`
_SEPARATOR = re.compile(r"\s*[,;|]\s*(?:and\s)?|\s+(?:and|&)\s+")
_NO_NAME, _MOSTLY = -0.9, 0.7  # of `nameness`; of the parts of a list
_SEVERAL, _LEAST, _MOST, _KNOWN = 4, 2, 40, 0.5  # words of names with nothing between them, and how many of them the lists of names know


def is_furniture(text: str) -> bool:
    """Tell what a site says around a paper.

    >>> [is_furniture(text) for text in ("Metrics details", "17k Citations", "Attention Is All You Need")]
    [True, True, False]
    """
    bare = text.strip(" \t\u00a0·•|-–*")
    return is_button(bare) or is_told(bare) or is_host(bare) or _SAID.fullmatch(bare) is not None or _COUNT.fullmatch(bare) is not None


def kind_of(text: str) -> str:
    """Say what a line above an abstract is by itself.

    >>> [kind_of(text) for text in ("Google Research", "noam@google.com", "Published: 15 July 2021", "Hong Yu 1, Nadya Frid 1")]
    ['place', 'mail', 'value', 'names']
    >>> [kind_of(text) for text in ("Nature volume 596, pages 583–589 (2021)", "doi: 10.1101/678672", "Support-vector networks")]
    ['citation', 'id', 'text']
    """
    bare = text.strip(" \t\u00a0•●")
    if is_furniture(bare) or is_running(bare) or is_type(bare) or _is_menu(bare):
        return FURNITURE
    if _MAIL.search(bare):
        return MAIL
    if _VALUE.match(bare) or read_date(bare):
        return VALUE
    if _is_id(bare):
        return CITATION if is_head(bare) else ID
    names = max(_nameness(told := names_of(bare)), marked_nameness(told))
    if names > _SURE:
        return PLACE if placeness(bare) >= 0 or _STREET.fullmatch(bare) else NAMES
    if _is_citation(bare):
        return CITATION
    if is_team(bare) or _OTHERS.fullmatch(bare):
        return NAMES
    if _is_place(bare):
        return PLACE
    if _is_venue(bare):
        return VENUE
    return NAMES if names > _NAMES else PERHAPS if names > 0 and may_be_name(bare) else TEXT


def _is_menu(text: str) -> bool:
    """Tell links side by side from names that are set so: "Source PDF · Publisher page"."""
    parts = _LINKED.split(text)
    return len(parts) > 1 and all(part.count(" ") < _FEW - 1 for part in parts) and _nameness(text) <= _NAMES


def may_be_name(text: str) -> bool:
    """Tell two to four words with capitals.

    >>> may_be_name("Noam Shazeer∗"), may_be_name("Marta Degl'Innocenti"), may_be_name("Reading Data in zoo")
    (True, True, False)
    """
    words = text.strip("*∗†‡§¶# ,0123456789⁰¹²³⁴⁵⁶⁷⁸⁹").split()
    return 1 < len(words) <= _FEW and all(
        (word[:1].isupper() and word.strip(".").replace("'", "").replace("’", "").isalpha()) or "-" in word for word in words
    )


def is_team(text: str) -> bool:
    """Tell an author that is a group.

    >>> is_team("zoo Development Team"), is_team("What Makes a Team Work: Evidence from a Survey")
    (True, False)
    """
    words = text.strip("() *").split()
    return 1 < len(words) <= _FEW + 4 and words[-1] in ("Team", "Group", "Consortium", "Collaboration", "Initiative", "Investigators")


def names_of(text: str) -> str:
    """Give a list of names without what a site puts before and behind it.

    >>> names_of("Authors: Nitish Srivastava, Geoffrey HintonAuthors Info & Claims")
    'Nitish Srivastava, Geoffrey Hinton'
    """
    bare = text.strip(" \t\u00a0•●")
    lead = _LEAD.match(bare)
    bare = _PART_IN.sub("", _AFTER.sub("", bare[lead.end() :] if lead else bare))
    return _ORCID.sub("", bare) if "rcid" in bare or "RCID" in bare else bare


def value_of(text: str) -> re.Match[str] | None:
    """Match a label with a date behind it.

    >>> value_of("First published: 05 March 2014")["value"]
    '05 March 2014'
    """
    return _VALUE.match(text)


def _is_id(text: str) -> bool:
    """Tell a line of ids and what names them: "PMCID: PMC3003334  NIHMSID: NIHMS161098"."""
    found = list(find_identifiers(text))
    return bool(found) and sum(one.end - one.start for one in found) > len(text) / 3


def _is_citation(text: str) -> bool:
    if (BEFORE_DATE.search(text) and CITED.search(text)) or is_cited(text) or is_head(text):
        return True
    return venueness(text) > 1 and any(map(str.isdigit, text))


def _is_venue(text: str) -> bool:
    """Tell the name of a journal, alone on its line."""
    return venueness(text) >= _VENUE and text.count(" ") < 2 * _FEW and not text.endswith(("?", ":"))


def _is_place(text: str) -> bool:
    """Tell where somebody works, whatever marks the place."""
    return _STREET.fullmatch(text) is not None or placeness(_NUMBERED.sub("", WORK.sub("", text, count=1), count=1)) > _AT_WORK


def _nameness(text: str) -> float:
    """Weigh how much a line looks like names with their marks, or like several with nothing between them."""
    bare = _AFFILIATED.sub("", text)
    names, words = nameness(bare), bare.split()
    parts = [part for part in _SEPARATOR.split(bare) if part]
    if names > _SURE:
        return names
    if len(parts) >= _SEVERAL:  # one odd name, or a group behind the people
        people = [part for part in parts if nameness(part) > _NO_NAME]
        return max(names, nameness(", ".join(people))) if len(parts) > len(people) > _MOSTLY * len(parts) else names
    if len(parts) > 1 or not _SEVERAL <= len(words) <= _MOST or not all(word[:1].isupper() for word in words):
        return names
    run = split_run(words).names
    if len(run) < _LEAST or known_share([bare]) <= _KNOWN or not PROSE_WORDS.isdisjoint(map(str.lower, words)):
        return names
    return nameness(", ".join(" ".join(name) for name in run))
