"""How much a piece of a page looks like where and when something appeared, and what can be read in it."""

import re

from papercat.readers.page.eastern import has_volume

_HEAD = re.compile(
    r"(?:in:?\s+|part of:?\s+)?(?:the\s+)?(?:(?:19|20)\d\d\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:annual\s+)?"
    r"(?:proceedings|proc\.|actes|findings|transactions|journal|advances in|annals|international|ieee|acm|conference|workshop|symposium|"
    r"arxiv(?:\.org)?|(?:bio|med|chem|psy|soc|eng)rxiv|"
    r"corr\b|lecture notes|preprint|springer|elsevier|nature\b|science\b|bulletin|revue|published\b|to appear|"
    r"under review|"
    r"submitted|accepted|phd thesis|master'?s thesis|technical report|tech report|doctoral|thèse|computational linguistics\b|pmlr\b|plos\b|"
    r"bmc\b|physical review|(?:phys|nucl|chem|math|appl|astrophys)\.\s|rapport|《)",
    re.IGNORECASE,
)
# by the first letter, for each alternative costs time at every word of a title
_WORD = re.compile(
    r"\b(?:a(?:nthology|nnual meeting|ctes|rchives?)|bulletin|conference|discussion papers?|elsevier|journal|l(?:etters|ong papers)|"
    r"magazine|oral|"
    r"p(?:roceedings|ress|ublish(?:ers?|ing)|reprint|oster)|quarterly|re(?:views?|vue|search paper (?:no|series))|"
    r"s(?:ymposium|pringer|potlight|hort papers)|"
    r"transactions|university press|verlag|w(?:ork(?:shop|ing papers?)|iley)|zeitschrift)\b",
    re.IGNORECASE,
)
_WORD_WITH_DIGITS = re.compile(r"\b(?:\w+'?(?:19|20)?\d\d|volume \d+|vol\.? ?\d+)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(
    r"\b(?:pages?|pp?\.?)\s?\d+|\b\d+\s?\(\d+(?:[-–]\d+)?\)|\b\d+\s?[-–]{1,2}\s?\d+\b|\bvol(?:ume|\.)?\s?\d+", re.IGNORECASE
)
# What only venues have: a volume behind a comma, or a volume with its issue and what follows it; "in" or "In:" before a capital.
_VOLUME = re.compile(
    r"(?:\A|,\s)(?:volume|vol\.?)\s?\d|\b\d{1,4}\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)\s?[,:]\s?(?:pp?\.?\s?)?\w?\d", re.IGNORECASE
)
_WITHIN = re.compile(r"(?:in\s+|[Ii]n:\s*)[A-ZÀ-Þ]")
_ACRONYM = re.compile(
    r"(?:[Ii]n:?\s+)?(?:@\s?)?[A-Z][A-Za-z&/*+-]{1,14}(?:\s[A-Z][\w&-]{1,14}){0,2}[\s,]?\s?['’-]?\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
)
_YEAR_END = re.compile(r"(?:19|20)\d\d[a-z]?\)?\.?\Z")
_YEAR = re.compile(r"(?<![\d.])(?:1[89]|20)\d\d(?![\d.]*\d)")
_DATE = re.compile(
    r"[\[(]?(?:(?:article|chapter|conference paper|journal article|book|review|published(?: online| on)?|posted(?: on)?|date):?\s+)?"
    r"(?P<date>(?:1[89]|20)\d\d(?:[-/.]\d{1,2}){0,2}|(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?,?\s+(?:1[89]|20)\d\d|"
    r"(?:1[89]|20)\d\d\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?)[\])]?[a-z]?"
    r"(?P<pages>:\s*[\w.]{1,12}(?:\s?[-–]\s?[\w.]{1,12})?)?[.,;:]?",
    re.IGNORECASE,
)
# As PubMed cites: "Nature. 2020 Jan 5;12(3):45-67. doi: 10.1038/x. Epub 2019 Dec 1."
CITED = re.compile(
    r"(?P<venue>[^\n.;]{2,120}(?:\.[^\n.;\d]{2,60})?)\.\s+(?P<date>(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?:\s\d{1,2})?)"
    r"(?:;(?P<volume>\w{1,8})?(?:\((?P<issue>[^()\n]{1,30})\))?(?::(?P<pages>[\w.]{1,12}(?:[-–]\w{1,12})?))?)?\.",
)
_NUMBERED = re.compile(r"\b(?:\d{4}-\d{3}[\dXx]|97[89](?:-?\d){10})\b")  # ISSN and ISBN
_ALONE = re.compile(r"(?:[,;(]|\A)\s*((?:1[89]|20)\d\d)(?=\s*(?:[,;).:]|\Z))")
YEARS = range(1900, 2031)  # numbers that stand alone and can be a year
_LONGEST = 330  # characters; of the ACL Anthology's volumes the longest title has 289
_FEW = 12  # words


def venueness(text: str) -> float:
    """Weigh how much a text looks like a venue, in bits against a title: above 0 it does.

    >>> venueness("Proceedings of the 10th Workshop on Storytelling") > 1, venueness("NeurIPS 2022") > 1
    (True, True)
    >>> venueness("Constitutional AI: Harmlessness from AI Feedback") < 0
    True
    """
    if len(text) > _LONGEST:
        return -4.0
    has_digits = _DIGIT.search(text) is not None
    if has_digits and CITED.match(text):
        return 6.0
    score = -2.0
    if _HEAD.match(text):
        score += 4.0
    elif _WORD.search(text) or (has_digits and _WORD_WITH_DIGITS.search(text)):
        score += 1.5
    score += 2.5 * has_volume(text)
    score += 3.5 * (_WITHIN.match(text) is not None)
    if has_digits:
        few = text.count(" ") < _FEW
        score += (
            1.0 * bool(_NUMBERS.search(text)) + 2.5 * bool(_VOLUME.search(text)) + 1.5 * bool(_YEAR_END.search(text, max(len(text) - 8, 0)))
        )
        score += 3.0 * (few and bool(_ACRONYM.match(text)) and text.count(" ") < 6)
    return score - 1.0 * text[:1].islower() - 1.5 * text.endswith("?")


def read_date(text: str) -> tuple[str, str] | None:
    """Read a text that is a date and perhaps pages, and nothing else: the date, and the pages or "".

    >>> read_date("2011: 1-9"), read_date("May 2020"), read_date("2023.7"), read_date("1-9")
    (('2011', '1-9'), ('May 2020', ''), ('2023.7', ''), None)
    """
    match = _DATE.fullmatch(text)
    if not match:
        return None
    return match["date"], (match["pages"] or "").lstrip(": ")


def years_in(text: str) -> list[str]:
    """List the different years in a text; where one stands by itself between signs, that one.

    >>> years_in("Proceedings of SemEval-2017, 2017"), years_in("pages 1999-2010 of 12")
    (['2017'], ['1999', '2010'])
    >>> years_in("EMNLP 2021, ISSN 2016-9112, 2022, pp. 1-9")
    ['2022']
    """
    if "IS" in text:
        text = _NUMBERED.sub(" ", text)
    years = list(dict.fromkeys(_YEAR.findall(text)))
    alone = set(_ALONE.findall(text)) if len(years) > 1 else set[str]()
    return [year for year in years if year in alone] if len(alone) == 1 else years
