"""Where a DOI ends: before prose, markup, and what a publisher's site adds to it in an address."""

import re

# SICIs of the 1990s (ANSI/NISO Z39.56) hold signs that end other DOIs, and tell their own end: ";2-" and a check sign.
# Journals of the American Meteorological Society have no check sign, those of BioOne square brackets.
_SICI = re.compile(
    r"[^<>\s]*(?:<[^<>:]{0,12}:[^<>]{0,40}>|\[[^\[\]:]{0,12}:[^\[\]]{0,40}\])[0-9]\.[0-9]\.CO;[0-9](?:-[0-9A-Z#])?", re.IGNORECASE
)
_STOP = re.compile(
    r"[?#<>]"  # the query or fragment of an address; markup
    r"|&(?=[\w.-]*=)|&(?=\Z)"
    r"|(?<!\.co)(?<!\.CO);"
    r"|,(?=10\.[0-9]{4}|https?:|[A-Za-z]{2}|(?:19|20)[0-9]{2}(?![0-9]))"
    r"|'(?=[,;)\]}:])|\*\*|\.{3}|%[0-9A-Fa-f]{2}"
    r"|https?://|(?<=[0-9a-z])(?:PMC?ID|PMC[0-9])|(?<=[0-9])[A-Z][a-z]{2,}(?=:)"  # the next label of a pasted page
)
_TAIL = ".,;:!?'*_~=&/"
_FOOTNOTE = re.compile(r"\[[0-9]{1,3}(?:[,-][0-9]{1,3})*\]\Z")
_PAIRS = {")": "(", "]": "["}
# A word of prose after a digit: 10.1038/nature14539Published, or after a full stop without its blank.
_GLUED = re.compile(r"(?<=[0-9])\.?[A-Z][a-z]{2,}\Z")
# What sites add in an address. Each was seen in addresses of publishers; none is registered as a part of DOIs.
_PAGE = re.compile(
    r"/(?:full(?:-?text)?(?:-xml)?|abstract|abs|e?pdf|pdfdirect|pdfplus|epub|html?|xml|meta|summary|references|citations?|citedby|cited-by|metrics|"
    r"comments|tables?|figures?|suppl_file|supplementary|supp?info|supporting-information|issuetoc|download|bibtex|ris)\Z",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"/(?:figures?|tables?|suppl_file|asset|-/dc\w*)(?:/.*)?\Z", re.IGNORECASE)
_FOLDERS = ("/figure", "/table", "/suppl_file", "/asset/", "/-/dc")  # one of these stands in every such end
_FILE = re.compile(r"\.(?:full|abstract|short|long|full-?text|pdf|pdf\+html|epub|html?|xml)\Z", re.IGNORECASE)
# bioRxiv and medRxiv add the version, 10.1101/2020.01.30.927871v2; Oxford University Press the number of the page.
_VERSIONED = re.compile(r"10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8}(?=v[0-9])")
_NUMBERED = re.compile(r"10\.1093/[a-z]+/[a-z]+[0-9]+(?=/[0-9]{5,}\Z)")
_LONGEST_END = 60  # characters of a page's name
_ROUNDS = 4  # /figures/1 behind /full behind a version; more is nonsense, and each costs time


def cut(head: str, suffix: str) -> str:
    """Cut a suffix where the DOI with this head ends.

    >>> cut("10.1016/", "S0140-6736(05)17705-4)."), cut("10.1080/", "01621459.2017.1285773?src=recsys")
    ('S0140-6736(05)17705-4', '01621459.2017.1285773')
    >>> cut("10.1101/", "2020.01.30.927871v2.full.pdf"), cut("10.1175/", "1520-0469(1996)053<0946:ASTFHH>2.0.CO;2.")
    ('2020.01.30.927871', '1520-0469(1996)053<0946:ASTFHH>2.0.CO;2')
    """
    sici = _SICI.match(suffix) if ".CO;" in suffix.upper() else None
    if sici:
        return sici[0]
    stop = _STOP.search(suffix)
    kept = _balanced(suffix[: stop.start()] if stop else suffix)
    for _ in range(_ROUNDS):
        shorter = _without_page(_trimmed(kept))
        if shorter == kept:
            break
        kept = shorter
    kept = _trimmed(_GLUED.sub("", kept))
    match = _VERSIONED.match(head + kept) or _NUMBERED.match(head + kept)
    return match[0][len(head) :] if match else kept


def _balanced(suffix: str) -> str:
    """Cut at the first bracket without its partner."""
    if not any(sign in suffix for sign in "()[]"):
        return suffix
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(suffix):
        if sign in "([":
            opened.append((sign, place))
        elif sign in _PAIRS:
            if not opened or opened[-1][0] != _PAIRS[sign]:
                return suffix[: opened[0][1] if opened else place]
            opened.pop()
    return suffix[: opened[0][1]] if opened else suffix


def _trimmed(suffix: str) -> str:
    end = len(suffix)
    while end and suffix[end - 1] in _TAIL:
        end -= 1
    return _FOOTNOTE.sub("", suffix[:end])


def _without_page(suffix: str) -> str:
    """Take off what a site adds, unless nothing would be left."""
    start = max(0, len(suffix) - _LONGEST_END)
    for pattern in (_PAGE, _FILE):
        if match := pattern.search(suffix, start):
            suffix = suffix[: match.start()] or suffix
    lowered = suffix.lower()
    if any(folder in lowered for folder in _FOLDERS) and (match := _FOLDER.search(suffix)):
        suffix = suffix[: match.start()] or suffix
    return suffix
