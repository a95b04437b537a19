"""The parts of a paper's text: what stands above its abstract, the abstract, what follows it, and the text itself."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.readers.article.lines import is_furniture
from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line, split_lines

# What an abstract is called, letters set apart included; the same word twice is a list of several papers.
_ABSTRACT = re.compile(
    r"[\s:.#*_—–-]{0,4}(?P<word>abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|zusammenfassung|kurzfassung|résumé|resumen|resumo|"
    r"riassunto|sommario|"
    r"samenvatting|streszczenie|abstrakt|sammanfattning|özet|аннотация|реферат|摘\s?要|要旨|概要|초록|요약)[\s:.#*_—–-]{0,4}",
    re.IGNORECASE,
)
_NAMED = frozenset("abstract kurzfassung résumé abstrakt аннотация реферат 摘要 초록".split())
# … and how it begins within the first line of its text.
_INLINE = re.compile(
    r"\W{0,3}(?P<word>abstract|ABSTRACT|Abstract|Summary|SUMMARY|Zusammenfassung|Résumé|Resumen|Resumo)(?:\s?[—–:.]\s?[—–-]{0,2}\s?|"
    r"\s-{1,2}\s|\s(?=[A-Z]))"
    r"(?=\S+\s\S+\s\S+\s)"
)
# What follows an abstract: keywords, the first section, what sites put there.
_END = re.compile(
    r"\W{0,3}(?:(?:\d{1,2}|I)\s{0,2}[.:]?\s{1,4})?(?P<word>introduction|einleitung|einführung|introducción|introdução|введение|はじめに|"
    r"引言|서론|background and motivation|"
    r"references|bibliography|literatur|similar (?:articles|content)\b.*|keywords?\b.*|key words\b.*|index terms\b.*|"
    r"schlüsselwörter\b.*|mots[ -]clés?\b.*|"
    r"palabras clave\b.*|palavras-chave\b.*|ccs concepts\b.*|acm reference format\b.*|categories and subject descriptors\b.*|"
    r"general terms\b.*|subject (?:terms|classification)\b.*|"
    r"(?:graphical )?abstract|highlights|figures?|figures? \d.*|(?:full )?article(?: pdf)?|access (?:this|through)\b.*|cite this\b.*|"
    r"how to cite\b.*|citation:.*|"
    r"competing interests?\b.*|conflicts? of interest\b.*|funding statement\b.*|supplementary\b.*|supporting information|footnotes|notes|"
    r"publication types?|mesh terms|substances|related information|linkout.*|full text links?|trial registration:.*|"
    r"jel classification\b.*|"
    r"jel codes?\b.*|msc\b.{0,20}|pacs\b.*|(?:article )?(?:info|history|metrics)|"
    r"copyright\b.*|©.*|\(c\) \d{4}.*|received\b.*|editor:.*|data availability\b.*|get full access.*|view full[- ]text.*|author summary|"
    r"significance(?: statement)?|plain language summary|tl;?dr\b.*|contents|table of contents|\*?∗? ?corresponding author\b.*|"
    r"[∗*†‡] ?\S.*|"
    r"(?:this is a preview|instant access|log in|sign in|buy|rent|purchase|download|export)\b.*)\W{0,3}",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:\d{1,2}\.?|I\.?)\s{0,3}", re.IGNORECASE)  # its number alone, as PDFs set it
_KEYWORDS = re.compile(
    r"\W{0,3}(?:keywords?(?: and phrases)?|key words(?: and phrases)?|index terms|schlüsselwörter|mots[ -]clés?|palabras clave|"
    r"palavras-chave|author keywords)\s?(?:[—–:.-]{1,3}|\s|\Z)\s?",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\W{0,3}(?:(?:\d{1,2}|I)\s{0,2}[.:]?\s{0,4})?(?:introduction|einleitung|introducci[óo]n|keywords?|key words|index terms)\b|1\.?\Z",
    re.IGNORECASE,
)
# The headings within an abstract (ANSI/NISO Z39.14; BMJ, JAMA, Cochrane).
_WITHIN = re.compile(
    r"\W{0,2}(?:background|context|importance|objectives?|aims?(?: and objectives)?|purpose|introduction|design(?:, .{3,40})?|"
    r"methods?|materials? and methods|patients and methods|methodology|methods? and (?:findings|results)|"
    r"settings?|participants|interventions?|main outcome.{0,30}|measurements?|exposures?|findings|results?|"
    r"conclusions?(?: and relevance)?|interpretation|discussion|"
    r"limitations|significance|implications|funding|data sources|study selection|data extraction|data synthesis|search methods|"
    r"selection criteria|"
    r"data collection and analysis|main results|authors[’'] conclusions|rationale|approach|registration|trial registration|"
    r"key ?points)\s?:?",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"^\W{0,3}(?:\d{1,2}\.?\s{1,3})?(?:references(?: and notes)?|bibliography|literature cited|literatur(?:verzeichnis)?|références|"
    r"referencias|bibliograf[ií]a|参考文献|список литературы)\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_SAMPLE = 30_000  # characters; the abstract of one paper stands at its beginning
_MOST_ABOVE = 90  # lines
_LEAST, _PROSE = 80, 60  # characters of an abstract; of a line of text that is no heading
_MOST = 12_000  # characters of an abstract
_LONG_KEYWORDS, _BEHIND, _LONG = 4, 6, 200  # lines; lines behind the keywords, and characters of one


class Zones(NamedTuple):
    """Where the parts of a paper's text stand.

    Attributes:
        head: the lines above the abstract.
        heading: the word for the abstract.
        abstract: the lines of it.
        values: what follows it and has a role: role, label, places.
        text: what follows these, up to the list of references; None if nothing does.
        is_sure: keywords or a first section follow the abstract, as in no list.
        is_named: the word is one that heads abstracts alone, unlike "Summary".
    """

    head: Sequence[Line]
    heading: Place
    abstract: list[Place]
    values: list[tuple[str, str, list[Place]]]
    text: Place | None
    is_sure: bool
    is_named: bool


def find_zones(document: Document) -> Zones | None:
    r"""Find the parts of a paper's text; None where a document is none.

    >>> text = "Sleeper Agents\nEvan Hubinger\nAbstract\nHumans are capable of strategically deceptive behavior: behaving "
    >>> zones = find_zones(Document("a.txt", text + "helpfully in most situations.\nKeywords: backdoors\n1 Introduction\nMore."))
    >>> [line.text for line in zones.head], zones.values[0][:2], zones.text is not None
    (['Sleeper Agents', 'Evan Hubinger'], ('keywords', 'keywords'), True)
    """
    text = document.text[:_SAMPLE]
    lines = split_lines(text)
    found = _headings(lines)
    if not found:
        return None
    at, begin, called = found[0]
    heading = Place(lines[at].start, lines[at].start + begin)
    first = at if begin < len(lines[at].text) else at + 1
    while first < len(lines) - 1 and (is_furniture(lines[first].text) or _ABSTRACT.fullmatch(lines[first].text.strip())):
        first += 1
    end = _abstract_end(text, lines, first)
    places = [Place(max(line.start, heading.end if number == at else 0), line.end) for number, line in enumerate(lines[first:end], first)]
    if not 0 < at <= _MOST_ABOVE or sum(place.end - place.start for place in places) < _LEAST:
        return None
    if sum(word == called for _, _, word in found) > 1:
        return None  # an abstract of each of several papers
    is_sure = end < len(lines) and _OF_A_PAPER.match(lines[end].text) is not None
    values, end = _keywords(lines, end)
    return Zones(lines[:at], heading, places, [*values, *_ids(lines[end:])], _rest(document.text, lines, end), is_sure, called in _NAMED)


def _headings(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """List where an abstract begins: the line, how many of its characters are the heading, and the word."""
    found: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines):
        bare = line.text.strip()
        if len(bare) < 24 and (match := _ABSTRACT.fullmatch(bare)):
            found.append((number, len(line.text), "".join(match["word"].casefold().split())))
        elif match := _INLINE.match(line.text):
            found.append((number, match.end(), match["word"].casefold()))
    return [one for place, one in enumerate(found) if not place or one[0] > found[place - 1][0] + 1]  # "Abstract" above "Summary"


def _abstract_end(text: str, lines: Sequence[Line], first: int) -> int:
    """Find the line behind an abstract: the first that is no prose and no heading within it."""
    if first >= len(lines):
        return first
    begin = lines[first].start
    for number in range(first, len(lines)):
        line, bare = lines[number], lines[number].text.strip()
        if line.end - begin > _MOST:
            return number
        if number == first or (
            _WITHIN.fullmatch(bare) and number + 1 < len(lines) and not _SECTION.match(bare) and _has_prose(lines, number + 1)
        ):
            continue
        if _END.fullmatch(bare) or (
            _SECTION.fullmatch(bare) and number + 1 < len(lines) and _END.fullmatch(lines[number + 1].text.strip())
        ):
            return number
        is_set_off = has_blank_line(text[lines[number - 1].end : line.start])
        if is_furniture(bare) or (is_set_off and len(bare) < _PROSE):
            return number
    return len(lines)


def _has_prose(lines: Sequence[Line], number: int) -> bool:
    return len(lines[number].text) > _PROSE


def _keywords(lines: Sequence[Line], at: int) -> tuple[list[tuple[str, str, list[Place]]], int]:
    """Take the keywords behind an abstract, and give the line behind them."""
    match = _KEYWORDS.match(lines[at].text) if at < len(lines) else None
    if not match:
        return [], at
    start, end = lines[at].start + match.end(), at + 1
    places = [Place(start, lines[at].end)] if start < lines[at].end else []
    while end < min(len(lines), at + _LONG_KEYWORDS) and _goes_on(places, lines, end):
        places.append(Place(lines[end].start, lines[end].end))
        end += 1
    return [("keywords", "keywords", places)] if places else [], end


def _ids(lines: Sequence[Line]) -> Iterator[tuple[str, str, list[Place]]]:
    """Find the DOI that stands behind an abstract, before the text begins."""
    for line in lines[:_BEHIND]:
        if len(line.text) > _LONG or _END.fullmatch(line.text.strip()):
            return
        for one in find_identifiers(line.text):
            if one.kind == "doi":
                yield "doi", "doi", [Place(line.start + one.start, line.start + one.end)]
                return


def _goes_on(places: Sequence[Place], lines: Sequence[Line], number: int) -> bool:
    bare = lines[number].text.strip()
    if _END.fullmatch(bare) or _SECTION.fullmatch(bare):
        return False
    return not places or lines[number - 1].text.rstrip().endswith((",", ";", "-", "·")) or bare[:1].islower()


def _rest(text: str, lines: Sequence[Line], end: int) -> Place | None:
    """Give the place of the text itself, up to what it cites."""
    if end >= len(lines):
        return None
    start = lines[end].start
    references = _REFERENCES.search(text, start)
    stop = references.start() if references else len(text.rstrip())
    return Place(start, stop) if stop > start else None
