"""The line in which a page says where a paper appeared."""

import re
from collections.abc import Iterator

from papercat.readers.page.venues import CITED
from papercat.text.months import MONTH

_DATE = rf"(?:\d{{1,2}}\s)?{MONTH}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PAGES = r"(?:pages?|pp?\.|article(?: number)?:?|págs?\.)\s?(?P<pages>[\w.]{1,12}(?:\s?[-–]\s?\w{1,12})?)"
_VOLUME = r"(?:volume|vol\.?|bd\.?|band|tome)\s?(?P<volume>\d{1,5})"
_ISSUE = r"(?:issue|no\.?|num\.?|núm\.?|number|heft)\s?(?P<issue>[\w-]{1,8})"
# Nature and Springer; Elsevier, ACM, Wiley; IEEE's head of a page; SciELO. What they share: venue, then volume, then what may follow.
_AFTER = rf"(?:[\s,]+{_ISSUE})?(?:[\s,]+(?:{_DATE}\s)?{_YEAR})?(?:[\s,]+{_PAGES})?(?:[\s,]+\(?{_YEAR.replace('year', 'later')}\)?)?"
_NLM = (
    rf"(?P<venue>[^\n.;\d]{{3,120}}?)[.,]?\s{_YEAR};\s?(?P<volume>\w{{1,8}})(?:\((?P<issue>[^()\n]{{1,20}})\))?"
    r"(?::\s?(?P<pages>[\w.]{1,12}(?:[-–]\w{1,12})?))?"
)
# As journals set it at the head of a page: Frontiers; Springer; Elsevier; the journals of APS, Kluwer and MNRAS.
_VENUE = r"(?P<venue>(?=[A-Z])[^\d\n()|]{3,80}?)"
_VOLUMED, _PAGED = r"(?P<volume>\d{1,4})", r"(?P<pages>[A-Z]?\d{1,7}(?:\s?[-–]\s?[A-Z]?\d{1,7})?)\s{0,3}"
_HEADS = (
    rf"{_VENUE},\s(?P<date>\d{{1,2}}\s{MONTH}\s(?:19|20)\d\d)(?=\s?(?:\||\Z))",
    (
        rf"(?:article|conference paper|chapter|preprint|technical report|working paper)(?:\sin\s(?P<venue>[^·\n]{{3,100}}?))?\s?·\s"
        rf"(?P<date>{MONTH}\s(?:19|20)\d\d)\s{{0,3}}\Z"
    ),  # ResearchGate
    rf"{_VENUE}\s\({_YEAR}\)\s{_VOLUMED}\s?[:,]\s?{_PAGED}\Z",
    rf"{_VENUE},?\s{_VOLUMED}\s\({_YEAR}\)[\s:,]{{1,3}}{_PAGED}\Z",
    rf"{_VENUE},?\s{_VOLUMED},\s{_PAGED}\({_YEAR}\)\s{{0,3}}\Z",
    rf"(?:published|accepted) as an? .{{0,20}}?paper (?:at|in) (?P<venue>[^\d\n]{{2,60}}?) {_YEAR}\s{{0,3}}\Z",  # ICLR
)
_IS_HEAD = tuple(re.compile(form, re.IGNORECASE) for form in _HEADS)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<venue>[^\d,]{{3,120}}?)[\s,]+{_VOLUME}{_AFTER}",
        rf"(?:{_DATE}\s(?:19|20)\d\d,\s)?{_VOLUME}{_AFTER}",
        _PAGES,
        *_HEADS,
        _NLM,
    )
)
_BELOW = re.compile(r"\.\s+(?:19|20)\d\d\b.*\d;|\.\s+(?:19|20)\d\d [A-Z][a-z]{2}\b")
_YEARED = re.compile(rf"(?P<venue>[^\n]{{3,150}}?)\.\s+{_YEAR}\b")
_ROLES = {"later": "year"}
_FINAL = re.compile(r".{0,60}published in final edited form as:\s*|source:\s*|(?:published in|appears in|in):?\s+", re.IGNORECASE)


def is_cited(text: str) -> bool:
    """Tell a line that begins with a volume: its venue stands on the line before.

    >>> is_cited("Volume 187, 26 April 2016, Pages 27-48"), is_cited(". 2020 Dec 31;383(27):2603-2615."), is_cited("Volume rendering")
    (True, True, False)
    """
    return _FORMS[1].match(text) is not None or _BELOW.match(text) is not None


def is_head(text: str) -> bool:
    """Tell the head of a page: a journal with volume, pages and year, or with the day of publication.

    >>> texts = ("Front. Bioeng. Biotechnol., 08 October 2020 | https://doi.org/10.3389/fbioe.2020.558247", "Mach Learn (2006) 63: 3–42")
    >>> [is_head(text) for text in (*texts, "PRL 116, 061102 (2016)", "Extremely randomized trees (2006)")]
    [True, True, True, False]
    """
    return any(form.match(text) for form in _IS_HEAD)


def cite(text: str) -> Iterator[tuple[str, int, int]]:
    """Give role, begin and end of each part of a citation; all of it as a venue where nothing more is known.

    >>> text = "Nature volume 596, pages 583–589 (2021)Cite this article"
    >>> [(role, text[start:end]) for role, start, end in cite(text)]
    [('venue', 'Nature'), ('volume', '596'), ('pages', '583–589'), ('year', '2021')]
    >>> text = "J Biomed Inform. 2015 Sep 10;57:436–445. doi: 10.1016/j.jbi.2015.09.003"
    >>> [(role, text[start:end]) for role, start, end in cite(text)]
    [('venue', 'J Biomed Inform'), ('date', '2015 Sep 10'), ('volume', '57'), ('pages', '436–445')]
    """
    lead = _FINAL.match(text)
    start = lead.end() if lead else 0
    if _BELOW.match(text) and (below := CITED.match("JJ" + text)):
        yield from ((role, begin - 2, end - 2) for role, begin, end in _given(below, ("date", "volume", "issue", "pages")))
        return
    if cited := CITED.match(text, start):
        yield from _given(cited, ("venue", "date", "volume", "issue", "pages"))
        return
    for form in _FORMS:
        if match := form.match(text, start):
            yield from _given(match, tuple(form.groupindex))
            return
    if yeared := _YEARED.match(text, start):
        yield from _given(yeared, ("venue", "year"))
        return
    end = len(text.rstrip())
    if start < end:
        yield "venue", start, end


def _given(match: re.Match[str], names: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    seen: set[str] = set()
    for name in names:
        role = _ROLES.get(name, name)
        if match[name] and role not in seen:
            seen.add(role)
            yield role, *match.span(name)
