"""What publishers and archives print around a paper: running heads, what kind of article it is, and notes of several lines."""

import re
from collections.abc import Sequence

from papercat.readers.article.headings import KEYWORDS_WORDS
from papercat.text.document import Place
from papercat.text.lines import Line, has_blank_line

# Elsevier, MNRAS, A&A, AASTeX, HAL, PLOS, MDPI, IEEE, SciELO, Scribd and what viewers of documents add.
_RUNNING = re.compile(
    r"compiled using .{0,60}|typeset (?:using|with|by|in) .{0,80}|preprint submitted to .{0,120}|contents lists? available at .{0,60}|"
    r"j ?ournal ?homepage\b.{0,120}|.{0,60}\bmanuscript no\..{0,40}|(?:©|\(c\)|\$?\\?copyright\b|copyright ©).{0,160}|"
    r"(?:article number, )?page \d{1,4}(?: of \d{1,4})?|\d{0,4} ?(?:of|/) ?\d{1,4}|a\s?r\s?t\s?i\s?c\s?l\s?e\s{1,20}i\s?n\s?f\s?o|"
    r"open(?: access)?|you are on page .*|transcript of .*|download\b.{0,80}|hal (?:id\b.*|open science|authorization)|"
    r"h\w{1,3}l open science|"
    r"(?:academic |handling |guest |associate )?editors?\s?:.{0,120}|(?:edited|reviewed|communicated) by\b.{0,120}|loading metrics|"
    r"manuscript (?:received|id)\b.*|downloaded (?:from|by)\b.*|this content downloaded .*|www\.\S+|impact factor .*|more on impact\W*|"
    r"under review as a (?:conference|workshop) paper .*|submitted on .*|distributed under .*|issn\b.{0,60}|"
    r"(?:print|on-?line|printed|versi[óo]n (?:impresa|on-line)|printversion|e-?)\s?(?:version\s)?issn.{0,80}|"
    r"\d{1,3} authors?,?(?: including)?:|[\d,.\s]{1,12}publications [\d,.\s]{1,12}citations|see profile|citations\s{1,9}reads|"
    r"see discussions, stats.*|"
    r"all content following .*|the user has requested .*|springer science.{0,80}|.{0,40}business media.{0,40}|stable url:.*|accessed:.*|"
    r"all use subject to .*|.{3,60} is collaborating with jstor .*|electronic copy available at.*|advance access publication .*|"
    r"this article is part of the .*|(?:bio|med|chem)rxiv preprint\b.*|.{0,40}copyright holder for this preprint\b.*|"
    r"a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|scielo\b.*|services on demand|servicios personalizados|compartir|art[íi]culo|indicador(?:es|s)|"
    r"links relacionados|"
    r"home pagelista .*|aucun résultat trouvé|texte intégral|partager .*|copied!|protected|n/a|academic year:.*|total page:.*|file type:.*|"
    # PLOS tells what each author did in the words of CRediT (ANSI/NISO Z39.104).
    r"roles? (?:conceptuali[sz]ation|data curation|formal analysis|funding acquisition|investigation|methodology|project administration|"
    r"resources|software|supervision|validation|visuali[sz]ation|writing)\b.{0,400}|"
    r"[\W\d_]{0,12}|\S",
    re.IGNORECASE,
)
_KIND = (
    r"articles?|papers?|research|reviews?|communications?|letters?|reports?|contributions?|investigations?|stud(?:y|ies)|notes?|surveys?|"
    r"protocols?|perspectives?|editorials?|commentar(?:y|ies)|methods?|opinions?"
)
_TYPE = re.compile(
    rf"(?:(?:original|full[ -]length|full|short|brief|rapid|regular|systematic|scientific|invited|research|review|case|technical|"
    rf"study|mini|"
    rf"working|methods?|editorial|perspective|opinion|data)[ -])*(?:{_KIND})|"
    r"art[íi]culos? (?:originales|original|cient[íi]ficos?|de revisi[óo]n|de investigaci[óo]n)|artigos? (?:originais|original|de revisão)|"
    r"article (?:original|de recherche|de synthèse)|articolo originale|originalarbeit|originalien|übersichtsarbeit|"
    r"(?:научная|оригинальная|обзорная) статья(?:\s+удк.{0,30})?|[·•]?\s?综\s?述\s?[·•]?|[·•]?\s?论\s?著\s?[·•]?|研究论文|"
    r"原著(?:論文)?|総説",
    re.IGNORECASE,
)
# Notes that go on over lines: the sidebars of MDPI, the boxes of Elsevier and ACM, the cover of HAL.
_NOTE = re.compile(
    r"(?:citation|(?:academic |handling )editors?|how to cite|cite (?:this|as)\b.{0,30}|to cite this (?:article|paper|version)|copyright|"
    r"correspond(?:ence|ing)\b.{0,40}|"
    r"funding|competing interests?|(?:declaration of |conflicts? of )(?:competing )?interests?|disclosure statement|license|licence|"
    r"data availability\b.{0,20}|publisher[’']s note|article history|editorial committee)\s?:|"
    r"(?:hal is a multi-disciplinary|l[’']archive ouverte pluridisciplinaire|permission to make digital|this (?:is an open access|work is "
    r"licensed|article belongs)|bis working papers are|jstor is a not-for-profit|your use of the jstor|the views expressed|"
    r"the copyright holder|\$?\\?copyright\b)",
    re.IGNORECASE,
)
_LONGEST = 16  # lines of a note
_BROKEN_ID = re.compile(r"(?:doi\.org/|10\.\d{4,9}/)\s?\Z|\bhttps?://\s?\Z|https?://\S{0,60}/\s?\Z", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][A-Za-z’' ]{2,40}\s?:")
_KEYWORDS = re.compile(rf"\W{{0,3}}(?:{KEYWORDS_WORDS})\s?:\s{{0,3}}", re.IGNORECASE)
_LONG_WORD = 70  # characters of a line of keywords that stand one below the other


def keywords_end(lines: Sequence[Line], start: int) -> int:
    r"""Give the line behind keywords that stand above an abstract, as Elsevier sets them; the line itself where none do.

    >>> from papercat.text.lines import split_lines
    >>> keywords_end(split_lines("Keywords:\nMach disk\nWENO schemes\nArticle"), 0), keywords_end(split_lines("Mach disk\nWENO"), 0)
    (3, 0)
    """
    if not _KEYWORDS.match(lines[start].text):
        return start
    end = start + 1
    while end < min(len(lines), start + _LONGEST) and len(lines[end].text) < _LONG_WORD and not is_type(lines[end].text):
        end += 1
    return end


def keywords_place(raw: str, place: Place) -> Place:
    """Give where the keywords of a line begin, behind their label.

    >>> keywords_place("Keywords: Mach disk", Place(100, 119))
    Place(start=110, end=119)
    """
    label = _KEYWORDS.match(raw)
    return Place(place.start + label.end(), place.end) if label else place


def is_running(text: str) -> bool:
    """Tell a line that a publisher, a style of LaTeX or a viewer sets on a page.

    >>> texts = ("journal homepage: www.elsevier.com/locate/he", "Compiled using MNRAS LATEX style file", "© 2024 The Authors", "Polymer")
    >>> [is_running(text) for text in texts]
    [True, True, True, False]
    """
    return _RUNNING.fullmatch(text) is not None


def is_type(text: str) -> bool:
    """Tell what kind of article it is, as journals print it above the title.

    >>> [is_type(text) for text in ("RESEARCH ARTICLE", "Artículo original", "METHODS article", "A Survey of Semantic Segmentation")]
    [True, True, True, False]
    """
    return _TYPE.fullmatch(text.strip(" :.|•")) is not None


def note_end(text: str, lines: Sequence[Line], start: int) -> int:
    r"""Give the line behind a note that begins at a line; the line itself where none does.

    It ends with a full stop, before an empty line or the next label; an address that is broken goes on.

    >>> from papercat.text.lines import split_lines
    >>> page = "Citation: Chen, C.; Hua, Y. Photovoltaic Hosting\nCapacity. Energies 2025, 18, 2134.\nhttps://doi.org/10.3390/\nen18082134\nArticle"
    >>> note_end(page, split_lines(page), 0)
    4
    """
    if not _NOTE.match(lines[start].text.strip()):
        return start
    for number in range(start + 1, min(len(lines), start + _LONGEST)):
        before, here = lines[number - 1], lines[number].text.strip()
        if _BROKEN_ID.search(before.text) or here.startswith(("http", "doi:", "licenses/")):
            continue
        is_over = before.text.rstrip().endswith((".", ").", "/).")) and not here[:1].islower()
        if is_over or has_blank_line(text[before.end : lines[number].start]) or _LABELLED.match(here) or is_type(here):
            return number
    return min(len(lines), start + _LONGEST)
