"""Where people work: what such places are called, and how much a text looks like one.

The one table of these words; readers of pages and of articles ask it and weigh the answer for themselves.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from papercat.names.countries import is_country
from papercat.names.lexicon import plain

# What a whole place is called: the words that the universities of mimesis 22 (MIT, 45 locales) have in common, and those of 486
# affiliations of PubMed, Web of Science and Inspec. A star stands for what may go on before or behind.
_INSTITUTIONS = (
    "university universities institute institutes institut instituts institution college colleges academy polytechnic hospital hospitals "
    "infirmary observatory museum ministry conservatory"
)
_ABBREVIATED = "univ inst coll hosp"  # Coll is a family name as well
# The same in languages in which adjectives follow, and that join words.
_INSTITUTIONS_ABROAD = (
    "université universités universitaire hôpital hôpitaux académie ministère "
    "*universität *universitäten universitäts* *hochschule *institut *klinikum *krankenhaus *akademie polytechnikum *ministerium "
    "*forschungszentrum "
    "universidad universidade universitat universitatea instituto hospitalar academia politécnica politécnico ministerio ministério "
    "università istituto institutul ospedale policlinico politecnico accademia ateneo *universiteit hogeschool instituut ziekenhuis "
    "üniversitesi üniversite enstitüsü universiteti akademiyası hastanesi universitas جامعة الجامعة معهد المعهد كلية دانشگاه دانشکده مؤسسه"
)
# The same in languages that write them with a small letter inside a name: Nordic, Baltic and Slavic ones, Greek, Finnish, Hungarian.
_SMALL_INSTITUTIONS = (
    "*universitet *universitetet *højskole *høgskole *høgskolen *högskola *högskolan *sykehus *sjukhus *sjukhuset *háskóli *háskólinn "
    "*yliopisto *korkeakoulu *ülikool *ülikooli kolledž *akadeemia universitāte universitetas institūts institutas "
    "polytechnique univerzita univerzity uniwersytet *sveučilište univerza univerzitet politechnika akademia "
    "akademie ústav instytut nemocnice szpital "
    "*egyetem *egyetemi *főiskola *intézet "
    "*университет университеті универзитет *институт інститут институты академия академія академиясы "
    "πανεπιστήμιο πολυτεχνείο ινστιτούτο ίδρυμα"
)
# What a part of one is called, in the same affiliations; a place by itself before "of" and its field.
_UNITS = (
    "department departments dept depts faculty faculties fac school schools sch division div laboratory laboratories lab labs center "
    "centers ctr centre centres unit section "
    "département faculté école laboratoire unité équipe fakultät *lehrstuhl abteilung fachbereich *zentrum departamento facultad faculdade "
    "escuela escola cátedra laboratorio laboratório centro unidad unidade dipartimento dipto facoltà scuola "
    "afdeling vakgroep avdelning institutionen laitos wydział katedra fakulta факультет кафедра лаборатория"
)
_FIRMS = "inc ltd llc corp corporation gmbh ag plc pty limited bv srl"  # legal forms behind a name
# Words of places that titles have as well.
_SHARED = (
    "research technologies technology technical clinic foundation ai sciences society council agency bureau station campus group "
    "associates medical systems"
)
INSTITUTION_WORDS = frozenset(f"{_INSTITUTIONS} {_INSTITUTIONS_ABROAD} {_SMALL_INSTITUTIONS}".replace("*", "").split())
_ACRONYMS = frozenset("CNRS INSERM INRIA CSIC INFN KAIST EPFL ETH MIT CHU".split())
# Where words are not parted: all but 6 of 3,583 universities of China, Japan and Korea in mimesis 22 have one of these.
_UNPARTED = re.compile(
    "大学|大學|学院|學院|学校|研究所|研究院|研究中心|实验室|實驗室|公司|医院|醫院|病院|대학|연구소|연구원|과학기술원|병원|주식회사"
)
_KANA = re.compile("[ぁ-ん]")  # of what is said about a place; the names of places have none
# Words with small letters inside names of places; titles have them as well.
_JOINING = frozenset(
    "of and the for at in de la le les du des di del della degli da do das dos der die das für und fur im van voor et e y en och og i v w "
    "u с и і в та ім им імені имени".split()
)
_BEFORE_FIELDS = frozenset("of for de di der für fur des du da do del della degli d van voor och og".split())
_OF_TITLES = frozenset(
    "in on with from by to using under during among towards toward as into through between after before since how why what".split()
)
_VENUES = frozenset(
    (
        "press proceedings journal annals transactions bulletin conference "
        "thesis dissertation verlag review letters publications publishing publisher publishers"
    ).split()
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[&,;(/]")
_TAIL = re.compile(r"(?:[\s.,;(]*(?:electronic address|e-?mails?)?[:\s]*\S{1,60}@\S{1,60}|\s*\([^()]{1,80}\))?[\s.,;]*\Z", re.IGNORECASE)
# A postcode: E-28040, NJ 08544, 7000, OX1 3PU, H3A 2G4; a state: ", CA".
_POSTED = re.compile(
    r"(?<=[\s,])(?:[A-Z]{1,3}[- ]?\d{3,6}(?:-\d{4})?|\d{4,6}|[A-Z]{1,2}\d\w?\s\d[A-Z]{2}|[A-Z]\d[A-Z]\s\d[A-Z]\d)(?=,|\Z|\s[A-Z])"
)
_STATE = re.compile(r",\s[A-Z]{2}(?=,|\Z|\s\d)")
_NO_NAME = re.compile(r"[?!:]\Z|[:?](?:\s|[^\x00-\x7f])|@|['’]s\s(?!Univer|Hosp|Coll)|\b(?:19|20)\d\d\Z")
_LONGEST, _SHORTEST = 300, 8  # characters of a text; of a word, of which longer ones may be joined

# Bits against a title, set by hand on one half of 960 such affiliations and on the titles of the tests' papers. Above 0 are 91 % of
# either half and 93 % of mimesis' 6,789 universities; of 5,489 titles of other papers 0.3 %, firms and meetings for the most part.
_TITLE, _INSTITUTION, _FIELD, _UNIT, _FIRM, _SHARE = -3.0, 4.5, 4.0, 2.0, 4.0, 1.5
_INNER = 3.0  # behind one of English goes on what may be a title: Hospital Admissions
_COUNTRY, _OF_STATE, _POSTCODE, _FEW_WORDS = 3.5, 2.5, 1.5, 1.0
_LOWER, _PREPOSITION, _SENTENCE, _VENUE, _OPEN, _LONG_PART = -12.0, -3.5, -4.0, -5.0, -4.0, -4.0
_FEW, _LONG = 4, 12  # words, and words without a comma

INSTITUTION, ABROAD, SMALL, UNIT, FIRM, SHARED, PLAIN = "institution", "abroad", "small", "unit", "firm", "shared", ""


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Give the kind of each whole word, and of what words begin with and end with."""
    groups = (
        (SHARED, _SHARED),
        (FIRM, _FIRMS),
        (UNIT, _UNITS),
        (SMALL, _SMALL_INSTITUTIONS),
        (ABROAD, _INSTITUTIONS_ABROAD),
        (INSTITUTION, f"{_INSTITUTIONS} {_ABBREVIATED}"),
    )
    given = {plain(word): kind for kind, group in groups for word in group.split()}
    heads = {word[:-1]: kind for word, kind in given.items() if word.endswith("*")}
    tails = {word[1:]: kind for word, kind in given.items() if word.startswith("*")}
    return {word.strip("*"): kind for word, kind in given.items()}, heads, tails


@lru_cache(maxsize=16_384)
def kind_of_word(word: str) -> str:
    """Say what a word is in the name of a place of work.

    >>> [kind_of_word(word) for word in ("University", "Dept", "Ruhr-Universität", "GmbH", "Research", "Purdue")]
    ['institution', 'unit', 'abroad', 'firm', 'shared', '']
    >>> kind_of_word("universitet"), kind_of_word("university"), kind_of_word("ETH"), kind_of_word("Eth")
    ('small', '', 'institution', '')
    """
    if word in _ACRONYMS:
        return INSTITUTION
    words, heads, tails = _table()
    key = plain(word)
    kind = words.get(key, PLAIN)
    if not kind and len(key) > _SHORTEST:
        kind = next((kind for tail, kind in tails.items() if key.endswith(tail)), PLAIN)
        kind = kind or next((kind for head, kind in heads.items() if key.startswith(head)), PLAIN)
    return kind if kind == SMALL or not word[:1].islower() else PLAIN


def placeness(text: str) -> float:
    """Weigh how much a text looks like a place of work, in bits against a title: above 0 it does.

    >>> placeness("Purdue University"), placeness("Dept. of Comput. Sci., Hamburg Univ., Germany"), placeness("Google Research")
    (2.5, 9.0, -0.5)
    >>> placeness("University Rankings as Seen by Students") < 0, placeness("Attention Is All You Need") < 0
    (True, True)
    >>> placeness("清华大学") > 0, placeness("Казанский федеральный университет") > 0
    (True, True)
    """
    bare = text[:_LONGEST].strip()
    unparted = not bare.isascii() and _UNPARTED.search(bare) is not None and not _KANA.search(bare)
    if not ("," in bare or unparted or any(map(kind_of_word, _WORD.findall(bare)))):
        return _TITLE
    tail = _TAIL.search(bare)
    bare = bare[: tail.start()] if tail else bare
    words = _WORD.findall(bare)
    kinds = [kind_of_word(word) for word in words]
    told = _of_kinds([*kinds, ABROAD] if unparted else kinds, words)
    return _TITLE + told + _of_address(bare) + _of_prose(bare, words, small=SMALL in kinds)


def _of_kinds(kinds: Sequence[str], words: Sequence[str]) -> float:
    """Weigh what words of places a text has."""
    followers = list(zip(kinds, [*words[1:], ","], [*kinds[1:], PLAIN], strict=False))
    score = _FIRM * (kinds[-1:] == [FIRM])
    if ABROAD in kinds or SMALL in kinds or any(kind == INSTITUTION and not _goes_on(word, after) for kind, word, after in followers):
        score += _INSTITUTION
    elif INSTITUTION in kinds:
        score += _INNER
    if UNIT in kinds:
        score += _FIELD if any(kind == UNIT and word in _BEFORE_FIELDS for kind, word, _ in followers) else _UNIT
    return score or _SHARE * (SHARED in kinds)


def _goes_on(word: str, kind: str) -> bool:
    """Tell what stands behind an institution and can be of a title: in "Hospital Admissions", not in "Hospital of Padua"."""
    return word[0].isupper() and not kind


def _of_address(bare: str) -> float:
    """Weigh what a text has of an address: a country or a state at its end, a postcode."""
    _, comma, last = bare.rpartition(",")
    country = comma and is_country(last)
    return (_COUNTRY if country else _OF_STATE if _STATE.search(bare) else 0.0) + _POSTCODE * (_POSTED.search(bare) is not None)


def _of_prose(bare: str, words: Sequence[str], *, small: bool) -> float:
    """Weigh what a text has of titles, venues and prose, and how short it is; small letters only where its language has them not."""
    lower = 0 if small else sum(word[0].islower() and word not in _JOINING for word in words)
    score = _LOWER * lower / max(len(words), 1) + _PREPOSITION * (not _OF_TITLES.isdisjoint([*words[1:], *map(str.lower, words[:1])]))
    score += _SENTENCE * (_NO_NAME.search(bare) is not None) + _VENUE * (not _VENUES.isdisjoint(map(str.lower, words)))
    score += _OPEN * (not _JOINING.isdisjoint(words[-1:])) + _LONG_PART * (max(len(part.split()) for part in bare.split(",")) > _LONG)
    return score + _FEW_WORDS * (len(words) <= _FEW)
