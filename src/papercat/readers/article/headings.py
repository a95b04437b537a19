"""The words that part a paper: what heads an abstract, what stands within it, and what follows it, in sixteen languages."""

import re

# What keywords are called, and a first section; what follows them differs with what is asked.
KEYWORDS_WORDS = (
    r"keywords?(?: and phrases)?|key words(?: and phrases)?|index terms|palabras clave|palavras-chave|mots[ -]clés?|schlüsselwörter|"
    r"ключевые слова"
)
_KEYWORDS_CHINESE = "关键词|关键字|關鍵詞"
_KEYWORDS_EAST = f"{_KEYWORDS_CHINESE}|キーワード|키워드"  # the last two begin no text: records of grants have them
_FIRST_SECTION = "introduction|einleitung|einführung|introducci[óo]n|introdução|введение|引言"
_JEL = "jel (?:classifications?|codes?)"
# What an abstract is called, letters set apart included; the same word twice is a list of several papers.
ABSTRACT = re.compile(
    r"[\s:.#*_—–-]{0,4}(?P<word>abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|zusammenfassung|kurzfassung|résumé|resumen|resumo|"
    r"riassunto|sommario|"
    r"samenvatting|streszczenie|abstrakt|sammanfattning|özet|аннотация|реферат|摘\s?要|要旨|概要|초록|요약)[\s:.#*_—–-]{0,4}",
    re.IGNORECASE,
)
INLINE_HAN = re.compile(
    r"[【\[（(\s]{0,3}(?P<word>摘\s?要|要旨|概要|초록|요약|аннотация)[】\]）)\s]{0,2}\s?[：:.】]?\s{0,3}(?=\S{12})", re.IGNORECASE
)
NAMED = frozenset("abstract kurzfassung résumé abstrakt аннотация реферат 摘要 초록".split())
# … and how it begins within the first line of its text.
INLINE = re.compile(
    r"\W{0,3}(?P<word>abstract|ABSTRACT|Abstract|Summary|SUMMARY|Zusammenfassung|Résumé|Resumen|Resumo)(?:\s{0,4}[—–:.]\s{0,4}[—–-]{0,2}\s{0,4}|"
    r"\s{1,4}-{1,2}\s|\s{1,4}(?=[A-Z]))"
    r"(?=\S+\s\S+\s\S+\s)"
)
# What follows an abstract: keywords, the first section, what sites put there.
END = re.compile(
    r"\W{0,3}(?:(?:\d{1,2}|I)\s{0,2}[.:]?\s{1,4})?(?P<word>"
    + _FIRST_SECTION
    + r"|はじめに|서론|background and motivation|references|bibliography|literatur|similar (?:articles|content)\b.*|(?:"
    + f"{KEYWORDS_WORDS}|{_JEL})"
    + r"\b.*|(?:"
    + _KEYWORDS_EAST
    + r").*|(?:\d{4} )?.{0,40}\ball rights reserved\W?|ccs concepts\b.*|acm reference format\b.*|categories and subject descriptors\b.*|"
    r"general terms\b.*|subject (?:terms|classification)\b.*|"
    r"(?:graphical )?abstract|highlights|figures?|figures? \d.*|(?:full )?article(?: pdf)?|access (?:this|through)\b.*|cite this\b.*|"
    r"how to cite\b.*|citation:.*|"
    r"competing interests?\b.*|conflicts? of interest\b.*|funding statement\b.*|supplementary\b.*|supporting information|footnotes|notes|"
    r"publication types?|mesh terms|substances|related information|linkout.*|full text links?|trial registration:.*|"
    r"msc\b.{0,20}|pacs\b.*|(?:article )?(?:info|history|metrics)|"
    r"copyright\b.*|©.*|\(c\) \d{4}.*|received\b.*|editor:.*|data availability\b.*|get full access.*|view full[- ]text.*|author summary|"
    r"significance(?: statement)?|plain language summary|tl;?dr\b.*|contents|table of contents|\*?∗? ?corresponding author\b.*|"
    r"[∗*†‡] ?\S.*|"
    r"(?:this is a preview|instant access|log in|sign in|buy|rent|purchase|download|export)\b.*)\W{0,3}",
    re.IGNORECASE,
)
SECTION = re.compile(r"(?:\d{1,2}\.?|I\.?)\s{0,3}", re.IGNORECASE)  # its number alone, as PDFs set it
KEYWORDS = re.compile(
    rf"\W{{0,3}}(?:{KEYWORDS_WORDS}|author keywords|{_KEYWORDS_EAST})"
    r"[】\]]?\s?(?:[—–:：.-]{1,3}|\s|\Z|(?<=】))\s?",
    re.IGNORECASE,
)
OF_A_PAPER = re.compile(
    r"\W{0,3}(?:(?:\d{1,2}|I)\s{0,2}[.:]?\s{0,4})?"
    rf"(?:{_FIRST_SECTION}|{KEYWORDS_WORDS})\b|{_KEYWORDS_CHINESE}|引言|1\.?\Z",
    re.IGNORECASE,
)
# What begins the text of a paper that has no word for its abstract: keywords, a first section, alone on its line or run in.
BEGIN = re.compile(
    r"\W{0,3}(?:(?:\d{1,2}|I)\s{0,2}[.:]?\s{0,4})?(?:"
    rf"(?:{_FIRST_SECTION})(?:\W{{0,3}}\Z|[.:—–-]{{1,2}}\s?[—A-Z])|"
    rf"(?:{KEYWORDS_WORDS}|{_JEL})(?:\W|\Z)|{_KEYWORDS_CHINESE})",
    re.IGNORECASE,
)
JEL = re.compile(rf"\W{{0,3}}{_JEL}\b", re.IGNORECASE)  # of the Journal of Economic Literature: of papers alone
HISTORY = re.compile(
    r"\W{0,3}(?:article history|received\s?:?\s.{0,30}\d{4})\b", re.IGNORECASE
)  # beside an abstract, in the box of Elsevier
WORK = re.compile(r"[\s•*-]{0,6}Affiliations?:?\s")  # of each author, as PLOS sets it
ADDRESS = re.compile(WORK.pattern + r"|[\s•*-]{0,6}\(?[1-9]\d?\)?\s{0,2}[^\W\d_]")  # "1Cyrus Biotechnology, Seattle", "• 2 Department of …"
MARKED = re.compile(r"[^\W\d_]{2}\s?\d{1,2}(?:[\s,;*†‡&]|\Z)")  # "Ilya Sutskever 2, …": a name with the number of an address
LONG_NUMBER = re.compile(r"\d{3}|\(c\)|©|@|https?:", re.IGNORECASE)  # a year, a notice of rights, as no line of marked names has
BULLET = re.compile(r"\s{0,6}(?:[•*·-]|\d{1,3}[.)\s])")
MOST_ADDRESSES = 40  # lines
LEADER = ". . . ."  # of a table of contents
ASIDE = re.compile(r"(?:pacs|msc|jel|doi|udc|удк|usenix)\b.{0,120}|https?://\S+", re.IGNORECASE)
# The headings within an abstract (ANSI/NISO Z39.14; BMJ, JAMA, Cochrane).
WITHIN = re.compile(
    r"\W{0,2}(?:methods?\s?/\s?design|design\s?/\s?methods?|introducción|objetivos?|métodos?|metodología|resultados|conclusiones|"
    r"antecedentes|"
    r"introdução|objetivos|conclusões|hintergrund|methoden|ergebnisse|schlussfolgerung(?:en)?|contexte|méthodes|résultats|"
    r"background(?: and (?:aims?|purpose|objectives?))?|context|importance|objectives?|aims?(?: and objectives)?|purpose|"
    r"introduction|design(?:, .{3,40})?|"
    r"methods?|materials? and methods|patients and methods|methodology|methods? and (?:findings|results)|"
    r"settings?|participants|interventions?|main outcome.{0,30}|measurements?|exposures?|findings|results?|"
    r"conclusions?(?: and relevance)?|interpretation|discussion|"
    r"limitations|significance|implications|funding|data sources|study selection|data extraction|data synthesis|search methods|"
    r"selection criteria|"
    r"data collection and analysis|main results|authors[’'] conclusions|rationale|approach|registration|trial registration|"
    r"key ?points)\s?:?",
    re.IGNORECASE,
)
REFERENCES = re.compile(
    r"^\W{0,3}(?:\d{1,2}\.?\s{1,3})?(?:references(?: and notes)?|bibliography|literature cited|literatur(?:verzeichnis)?|références|"
    r"referencias|bibliograf[ií]a|参考文献|список литературы)\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
