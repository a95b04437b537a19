"""Words of pages that are no text of a paper: labels with what they stand before, and buttons."""

import re
from functools import lru_cache

from papercat.readers.page.eastern import is_eastern_button
from papercat.readers.page.interface import is_pressed

# A label -> the role of its value (papercat.readers.record), "" for one that has none; "page" is what tells of the page only.
# From ACL Anthology, arXiv, OpenReview, IEEE Xplore, ACM DL, SpringerLink, PubMed, Semantic Scholar, SSRN, HAL, Zotero's notes;
# CNKI, Wanfang, J-STAGE, KCI.
ROLES = {
    "abstract": "abstract", "summary": "abstract", "résumé": "abstract", "zusammenfassung": "abstract", "resumen": "abstract",
    "title": "title", "titre": "title", "titel": "title", "paper title": "title",
    "authors": "authors", "author": "authors", "author(s)": "authors", "by": "authors", "auteurs": "authors", "autoren": "authors",
    "contributors": "authors", "contributor(s)": "authors", "speakers": "authors", "presenters": "authors", "autores": "authors",
    "verfasser": "authors",
    "doi": "doi", "arxiv id": "arxiv", "arxiv": "arxiv", "eprint": "arxiv", "e-print": "arxiv", "cite as": "id", "pmid": "", "pmcid": "",
    "isbn": "", "issn": "",
    "url": "url", "link": "url", "paper url": "url", "permalink": "url",
    "year": "year", "publication year": "year", "year of publication": "year", "month": "month",
    "date": "date", "published": "date", "publication date": "date", "date of conference": "", "date added to ieee xplore": "",
    "submitted": "", "submitted on": "", "last modified": "", "modified": "", "first published": "date", "available online": "",
    "venue": "venue", "journal": "venue", "published in": "venue", "conference": "venue", "booktitle": "venue", "proceedings": "venue",
    "publication": "venue", "source": "venue", "in": "venue", "journal reference": "venue", "book title": "venue",
    "publication title": "venue",
    "volume": "volume", "vol": "volume", "issue": "issue", "number": "issue", "no": "issue", "pages": "pages",
    "page(s)": "pages", "pp": "pages",
    "publisher": "publisher", "comments": "comment", "comment": "comment",
    "keywords": "keywords", "key words": "keywords", "index terms": "keywords", "author keywords": "keywords", "subjects": "keywords",
    "tl;dr": "", "tldr": "", "anthology id": "", "bibkey": "", "address": "", "editors": "", "editor": "", "edited by": "",
    "sig": "", "language": "", "cites": "", "name change policy": "page",
    "pdf": "url", "video": "", "code": "", "data": "", "software": "", "dataset": "", "note": "",
    "notes": "", "license": "", "primary area": "", "supplementary material": "", "submission number": "",
    "one-sentence summary": "", "code of ethics": "", "reviewed version (pdf)": "", "student paper": "", "subject areas": "keywords",
    "affiliations": "", "affiliation": "",
    "item type": "", "date added": "", "accessed": "", "library catalog": "", "type": "", "series": "", "location": "",
    "conference location": "",
    "electronic isbn": "", "print isbn": "", "online isbn": "", "msc class": "", "acm class": "", "report number": "", "award id(s)": "",
    "checklist": "", "poster": "", "slides": "", "chair": "page", "session chair": "page", "readers": "page",
    "track": "page", "room": "page",
    "advisor": "", "adviser": "", "advisors": "", "supervisor": "", "supervisors": "", "discussant": "", "discussants": "",
    "copy citation": "page", "award": "", "number of pages": "", "posted": "date", "cited by": "page", "last revised": "", "received": "",
    "accepted": "", "area": "", "decision": "", "published online": "date", "publication type": "", "page range": "pages", "extra": "",
    "short title": "", "rights": "", "place": "", "archive": "", "url source": "", "submission date": "",
    "corpus id": "", "date published": "date",
    "标题": "title", "题名": "title", "篇名": "title", "作者": "authors", "摘要": "abstract", "关键词": "keywords", "刊名": "venue",
    "来源": "venue", "期刊": "venue", "出处": "venue", "机构": "", "基金": "", "发表时间": "date", "年份": "year",
    "タイトル": "title", "著者": "authors", "抄録": "abstract", "要旨": "abstract", "キーワード": "keywords", "掲載誌": "venue",
    "제목": "title", "저자": "authors", "초록": "abstract", "키워드": "keywords", "학술지": "venue",
}  # fmt: skip
# Labels that a whole reference stands under: ACL Anthology, arXiv, HAL, SSRN, Springer, Taylor & Francis, bepress, repositories.
CITATIONS = frozenset(
    (
        "cite (acl)|cite (informal)|cite (apa)|cite (mla)|cite as|cite this as|cite this paper|cite this paper as|cite this article|"
        "cite this article as|cite this work|citation|full citation|reference|full reference|preferred citation|recommended citation|"
        "suggested citation|bibliographic citation|bibliographic reference|how to cite|how to cite this article|how to cite this paper|"
        "to cite this paper|to cite this article|to cite this version|to cite this work|please cite|please cite as|please cite this as|"
        "please cite this paper as|please cite this article as|please cite this work as|pour citer cet article|pour citer ce document|"
        "zitiervorschlag|zitierweise|cómo citar|cómo citar este artículo|referência|referência bibliográfica|como citar|referencia|"
        "referencia bibliográfica|référence|référence bibliographique|riferimento bibliografico|come citare"
    ).split("|")
)
ROLES |= dict.fromkeys(CITATIONS - ROLES.keys(), "")
# Words that stand alone on a page and are pressed, not read; counts and what stands beside them.
_BUTTON_WORDS = (
    "abs|abstract|show abstract|hide abstract|view abstract|bib|bibtex|pdf|html|ps|eps|doi|url|link|links|web|page|project|"
    "project page|paper|code|github|data|dataset|datasets|video|videos|talk|slides|poster|posters|blog|website|site|homepage|supp|"
    "supplementary|supplemental|supplementary material|supplementary materials|appendix|arxiv|openreview|semantic scholar|"
    "google scholar|pubmed|crossref|full text|free pmc article|free article|fulltext|download|view|details|first page|preview|buy|"
    "purchase|pdf/epub|epub|xml|mods xml|endnote|ris|more|export|cite|cite as|save|saved|share|print|email|alert|read|read more|"
    "related articles|related papers|related|similar articles|cited by|web of science|expand|collapse|select|bookmark|like|comment|"
    "comments|reviews|review|references|figures|metrics|rss|correct metadata for|oral|spotlight|fields of study|date range|"
    "journals & conferences|author|full-text available|recommend|citations|case report|everyone|revisions|cc by 4.0|withdrawn|"
    "show more detail|title|year|filters|home|search|login|next|previous|prev|back to top|table of contents|contents|article|tl;dr|"
    "tldr|citation|pdf bib|pdf abs|pdf bib abs|bibtex pdf|new|book|chapter|metadata|authorfeedback|metareview|twitter|linkedin|"
    "facebook|name change policy|(edited)|back|cite all|claim|reference search|results per page|sorted by relevance|"
    "在线阅读|下载|引用|收藏|导出|查看全文|全文|导出题录"
)
_COUNT = (
    r"(?:cited by|citations?:?|cited|views?|downloads?|likes?|citation count|times cited|total citations?)"
    r"[:\s]*[\d,.]+k?\*?(?:\s\([\d,.]+\))?|"
    r"[\d,.]+k?\s(?:citations?|views?|reads?|downloads?|recommendations?|likes?|stars?|replies|comments?|references|"
    r"highly influential citations?|"
    r"influential citations?|excerpts?|pages)|"
    r"all \d+ versions?|page \d+(?: of \d+)?|showing .{0,60}|viewing:?\s[\d,.]+\s?[-–].{0,60}|results? \d+.{0,60}|"
    r"about [\d,.]+ results.{0,30}|"
    r"(?:\d+\s?[-–]\s?\d+\sof\s)?[\d,.]+\s(?:results?|hits|matches|documents?|records?)(?:\s(?:for|found|in|matching|from)\b.{0,80})?|"
    r"[\d,.]+ (?:members?|reply)|last reply .{0,30}|:[a-z0-9_+-]{1,30}:(?:\s?\d{1,4}\b)?|"
    r"[<>«»‹›←→↑↓▲▼★☆♡⧉📄🔗💻]+"
)


def _by_letter(words: str) -> str:
    """Write alternatives by their first letter, for each of them costs time where none matches."""
    found: dict[str, list[str]] = {}
    for word in words.split("|"):
        found.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]).replace(r"\ ", " "))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in found.items())


_WORDS = _by_letter(_BUTTON_WORDS)
_PLACE = re.compile(r"(?:poster|oral|spotlight|hall|room|board|booth|ballroom)\b.{0,20}#?\s?\d{1,4}", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:{_WORDS}|{_COUNT})(?:[\s|·•,]|\Z)", re.IGNORECASE)
_BUTTON = re.compile(rf"[\[(]?\s*(?:{_WORDS}|{_COUNT})\s*[\])]?:?", re.IGNORECASE)
_SPLIT_BUTTONS = re.compile(r"\]\s*\[|\s*[|·•/,]\s*|\s{2,}|\t|\]\s+|\s+\[")
_LONGEST_BUTTON = 90  # characters
_MOST_WORDS, _BEGINNING = 6, 2  # of one button, and of the first of several: Research article, Sort by
# What a link says that leads to the text of a paper; without a link such words may be a venue or a publisher.
_LEADING = re.compile(
    r"(?:the |on |at |in |via |from |see |link to |link )?"
    r"(?:(?:full|extended|longer|long|short|journal|conference|workshop|arxiv|published|final|official|publisher'?s?|author'?s?|"
    r"accepted|local|draft|preliminary|tech(?:nical)?|camera[- ]ready|free|open|online|pre-?print|pdf) ){0,2}"
    r"(?:version|pre-?print|copy|draft|manuscript|report|supplement|errat(?:a|um)|hal|arxiv|acm(?: dl)?|ieee(?: ?xplore)?|"
    r"springer(?:link)?|sciencedirect|elsevier|wiley|pubmed|mr|zbl|ads|youtube|publisher|journal|e-?print|press|news|software|media|thesis|webpage|"
    r"postscript|online|file|pdf|paper)|(?:\w+ ){0,3}available (?:from|at|on|in|here|online)\b.{0,60}",
    re.IGNORECASE,
)
ABSTRACT = re.compile(
    r"(?:Abstract|ABSTRACT|Résumé|Zusammenfassung|Summary)(?:\s?[—–]\s?|\s?[:.]\s?|(?=[A-ZÀ-Þ][a-zà-ÿ]|[AIÀ] [a-z]|[\"“(¿¡]))"
)


@lru_cache(maxsize=8_192)  # rows and pieces are asked for, and the same buttons stand below each record
def is_button(text: str) -> bool:
    """Tell what is pressed on a page, or counts, from what is read.

    >>> [is_button(text) for text in ("Cited by 12", "[pdf] [bib]", "Show abstract", "Constitutional AI", "PDF | Code")]
    [True, True, True, False, True]
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_BUTTON:
        return False
    if _BUTTON.fullmatch(text) or _PLACE.fullmatch(text) or is_pressed(text) or is_eastern_button(text):
        return True
    words = text.split()
    if len(words) > 1 and (_BEGINS.match(text) or is_pressed(" ".join(words[:_BEGINNING]))) and _is_run(words):
        return True
    parts = [bare for part in _SPLIT_BUTTONS.split(text) if (bare := part.strip(" []()|·"))]
    return len(parts) > 1 and all(_BUTTON.fullmatch(part) or is_pressed(part) for part in parts)


def is_leading(text: str) -> bool:
    """Tell a link that leads to the text of a paper, or a button, from one whose words are a part of what is told of it.

    >>> [is_leading(text) for text in ("full version", "on HAL", "Available from the Royal Society", "Sleeper Agents", "PLDI 2019")]
    [True, True, True, False, False]
    """
    return is_button(text) or _LEADING.fullmatch(text.strip(" []().")) is not None


def _is_run(words: list[str]) -> bool:
    """Tell several buttons side by side, with no sign between them: "Save Cite Cited by 12 Related articles View as HTML"."""
    ends = {0}
    for begin in range(len(words)):
        if begin in ends:
            parts = {end: " ".join(words[begin:end]) for end in range(begin + 1, min(begin + _MOST_WORDS, len(words)) + 1)}
            ends |= {end for end, part in parts.items() if _BUTTON.fullmatch(part.strip("|·•,")) or is_pressed(part)}
    return len(words) in ends


def role_of(label: str) -> str:
    """Give the role of a known label.

    >>> role_of("Anthology  ID"), role_of("Index Terms")
    ('', 'keywords')
    """
    return ROLES[" ".join(label.lower().split())]
