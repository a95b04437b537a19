"""The objects of a JSON text, cut one by one: a broken one costs itself, not the rest."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out

from papercat.text.document import Place, place_of

_STRING: Callable[[str, int, bool], tuple[str, int]] = scanstring  # which the decoder calls when it has found a quote
_BLANKS = " \t\r\n"
_BLANK = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r'[ \t\r\n]*"([^"\\\x00-\x1f]*)"[ \t\r\n]*:[ \t\r\n]*')
_LABELS = re.compile(r'(?:[ \t\r\n,\[\]{}]|"[^"\\\r\n]{0,200}"[ \t\r\n]*:)*')  # what stands between the objects in an object
_WINDOW = 16_384  # characters; few records are longer, and each costs a copy of as many
_NEAR_END = 16  # an error so near the end of a window comes of the cut
_DEEPEST = 8  # objects around a record
LONGEST = 4_194_304  # characters; what is longer is looked into before it is decoded as a whole
NOTHING = "[],\ufeff" + _BLANKS  # what stands between objects

# An object that holds records: says where, in a text and from the object's first character, its first record begins.
Opener = Callable[[object, str, int], int]


def objects(text: str, decoder: json.JSONDecoder, opener: Opener | None = None) -> Iterator[tuple[object, int, Place]]:
    """Cut a list or lines of JSON into its members; what is none is given as None, with its first character and its place.

    Args:
        text: all of it.
        decoder: makes the values.
        opener: is asked for each object, and for one that cannot be decoded with None, where the first record in it begins;
            a negative answer leaves the object whole. What stands before that record belongs to it.

    >>> list(objects('[{"title": "A"}, {"title": "B"}]', json.JSONDecoder()))
    [({'title': 'A'}, 1, Place(start=0, end=15)), ({'title': 'B'}, 17, Place(start=15, end=32))]
    """
    done, place, opened, is_opened = 0, text.find("{"), 0, False
    while 0 <= place < len(text):
        found = decode(text, place, decoder, LONGEST if opener else len(text))
        inner = opener(found and found[0], text, place) if opener and opened < _DEEPEST else -1
        if inner > place:
            place, opened, is_opened = inner, opened + 1, True
            continue
        opened = 0
        if found is None and opener and len(text) - place > LONGEST:
            found = decode(text, place, decoder, len(text))
        value, end = found or (None, _end_of_broken(text, place))
        following = text.find("{", end)
        # brackets and commas belong to the object that they stand beside, what opens an object around all to the first, its end to the last
        gap = text[done:place]
        begin = done if is_opened and (not done or _LABELS.fullmatch(gap)) else done + len(gap.rstrip(NOTHING))
        done = len(text) if following < 0 and (is_opened or not text[end:].strip(NOTHING)) else end
        yield value, place, Place(begin, done)
        place = following


def decode(text: str, place: int, decoder: json.JSONDecoder, limit: int) -> tuple[object, int] | None:
    """Decode the value that begins in a place, in a window that grows to a limit: an error costs as much as the text that is given.

    >>> decode('[{"title": "A"}]', 1, json.JSONDecoder(), 100)
    ({'title': 'A'}, 15)
    """
    size = _WINDOW
    while True:
        window = text[place : place + size]
        try:
            value, end = decoder.raw_decode(window)
        except json.JSONDecodeError as error:
            cut_off = error.msg.startswith("Unterminated") or error.pos > len(window) - _NEAR_END
            if not cut_off or place + size >= len(text) or size >= limit:
                return None
            size *= 4
        except (RecursionError, ValueError):  # too deep, or a number of more digits than Python reads
            return None
        else:
            return value, place + end


def _end_of_broken(text: str, place: int) -> int:
    """Find where to go on behind an object that is not whole: at the next one with the same indentation, else on the next line."""
    line = text.rfind("\n", 0, place) + 1
    indentation = text[line:place]
    end = text.find(f"\n{indentation}{{", place) if not indentation.strip() else text.find("\n", place)
    return len(text) if end < 0 else end


def members(text: str, decoder: json.JSONDecoder, begin: int = 0, limit: int = 0) -> Iterator[tuple[str, object, Place]]:
    """Give the names and values of an object, each with the place of its value, up to a break.

    Args:
        text: all of it, or the object alone.
        decoder: makes the values.
        begin: where the object begins.
        limit: characters; a value that is longer is a break. An error costs no more than these, where a limit is given.

    >>> list(members('{"title": "A", "year": 2022}', json.JSONDecoder()))
    [('title', 'A', Place(start=10, end=13)), ('year', 2022, Place(start=23, end=27))]
    """

    def value_at(place: int) -> tuple[object, int] | None:
        if limit:
            return decode(text, place, decoder, limit)
        try:
            if text[place : place + 1] == '"':  # most values are strings
                return _STRING(text, place + 1, decoder.strict)
            return decoder.raw_decode(text, place)
        except (RecursionError, ValueError):  # too deep, broken, or a number of more digits than Python reads
            return None

    at = begin
    while text[at : at + 1] in ("{", ","):
        plain = _NAME.match(text, at + 1)
        name, start = (plain[1], plain.end()) if plain else _name(text, value_at(_skip(text, at + 1)))
        if start < 0:
            return
        value = value_at(start)
        if value is None:
            yield name, None, Place(start, start)
            return
        yield name, value[0], place_of((start, value[1]))
        at = value[1]
        if text[at : at + 1] not in ("}", ","):
            at = _skip(text, at)


def value_places(text: str, begin: int, pairs: Sequence[tuple[str, object]], decoder: json.JSONDecoder) -> list[tuple[int, int]]:
    """Find where the values of an object stand that has been decoded, its numbers as texts: as `members` does, in half the time.

    Args:
        text: all of it.
        begin: where the object begins.
        pairs: its names and values, all of them and in their order.
        decoder: made the values.

    >>> value_places('{"title": "A", "year": 2022}', 0, [("title", "A"), ("year", "2022")], json.JSONDecoder())
    [(10, 13), (23, 27)]
    """
    places = []
    at = begin
    for name, value in pairs:
        usual = f' "{name}": '
        if text.startswith(usual, at + 1):
            start = at + 1 + len(usual)
            if text[start] in _BLANKS:  # a line break behind the blank
                start = _skip(text, start)
        else:
            plain = _NAME.match(text, at + 1)
            start = plain.end() if plain else _behind_name(text, _skip(text, at + 1), decoder)
        if type(value) is not str:
            end = start + 4 if value is None and text.startswith("null", start) else decoder.raw_decode(text, start)[1]
        elif text[start] != '"':
            end = start + len(value)
        elif text.startswith(value, start + 1) and text.startswith('"', start + 1 + len(value)):
            end = start + len(value) + 2  # nothing in it is escaped
        else:
            end = _STRING(text, start + 1, decoder.strict)[1]
        places.append((start, end))
        at = end if text[end] in "}," else _skip(text, end)
    return places


def _behind_name(text: str, at: int, decoder: json.JSONDecoder) -> int:
    """Find where the value begins behind a name with escapes."""
    return _skip(text, _skip(text, _STRING(text, at + 1, decoder.strict)[1]) + 1)


def _name(text: str, found: tuple[object, int] | None) -> tuple[str, int]:
    """Read a name with escapes, and where its value begins, before all if it has none."""
    if found is None or not isinstance(found[0], str):
        return "", -1
    colon = _skip(text, found[1])
    return found[0], _skip(text, colon + 1) if text[colon : colon + 1] == ":" else len(text)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def ends(text: str) -> int:
    """Say up to where a text holds whole objects: before the last that begins a line as the first one does.

    >>> ends('[\\n {"title": "A"},\\n {"title": "B"},\\n {"ti')
    35
    """
    first = text.find("{")
    line = text.rfind("\n", 0, first) + 1
    last = text.rfind(f"\n{text[line:first]}{{") if first >= 0 and not text[line:first].strip() else -1
    return max(last, 0)
