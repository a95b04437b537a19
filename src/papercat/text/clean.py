"""From a raw slice of a document to the text of a field, each repair a named step."""

import html
import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from papercat.text.tex import fix_tex

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u061c\u180e]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\ud800-\udfff\ufffe\uffff]")
# A control character of 80-9F is a byte of cp1252 that was read as latin-1: \x85 is an ellipsis, \x92 an apostrophe.
_CP1252 = {byte: char for byte in range(0x80, 0xA0) if (char := bytes((byte,)).decode("cp1252", "ignore"))}
_C1 = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_CID_HYPHEN = re.compile(r"\(cid:173\)\s?|\u00ad\s*")  # PDF's soft hyphen, with the line break or blank behind it
_CUT_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*(?:\r\n|[\r\n\v\f\u2028\u2029])\s*(?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 64  # characters on each side of a hyphen that are looked at
_ASCII_CONTROLS = bytes((*range(0x20), 0x7F))
# CJK text has no blanks, so a line break in it is nothing
_CJK_BREAK = re.compile("(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])\\s*[\r\n]+\\s*(?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])")


class Step(NamedTuple):
    """One repair of one field.

    Attributes:
        code: what kind of issue it is, as listed in docs/issues.md.
        message: what was done, for a person.
        raw: the text before, the shortest part that shows it.
    """

    code: str
    message: str
    raw: str


def clean(raw: str, words: Collection[str] = ()) -> tuple[str, list[Step]]:
    r"""Make one line of clean text: entities, invisible characters, ligatures, hyphenation, TeX accents, blanks, NFC.

    `words` are words of the same document: they decide whether a hyphen at a line's end belongs to the word.

    >>> clean("Ga&scaron;i&#263;, Milica")[0]
    'Gašić, Milica'
    >>> clean("recurrent neural pre-\ndictions of state-of-\nthe-art\u00a0models")[0]
    'recurrent neural predictions of state-of-the-art models'
    """
    if _is_clean(raw):
        return raw.strip(), []
    steps: list[Step] = []
    text = fix_entities(raw)
    _note(steps, "entity-decoded", _ENTITY, raw, text)
    text = _characters(text, steps)
    if "\n" in text or "\r" in text:
        joined = fix_hyphens(text, words)
        _note_joined(steps, text)
        text = _CJK_BREAK.sub("", joined)
    before = text = unicodedata.normalize("NFC", fix_blanks(text))
    text = fix_tex(text)
    if text != before:
        steps.append(Step("tex-decoded", f"TeX read as text: {_excerpt(before, text)}", before))
    return unicodedata.normalize("NFC", text), steps


def _is_clean(raw: str) -> bool:
    # printable ASCII with single blanks, no entity, no TeX, no debris, as most text is; bytes are the quickest to search
    if not raw.isascii() or "  " in raw or "&" in raw or "\\" in raw or "(cid:" in raw:
        return False
    return len(raw.encode("ascii").translate(None, _ASCII_CONTROLS)) == len(raw)


def fix_entities(text: str) -> str:
    """Replace HTML entities that end with a semicolon, twice where they were escaped twice.

    >>> fix_entities("I&ntilde;igo &amp;amp; Co; AT&T; R&D")
    'Iñigo & Co; AT&T; R&D'
    """
    for _ in range(2):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    return text


def fix_characters(text: str) -> str:
    r"""Remove invisible and control characters and open ligatures.

    >>> fix_characters("con\ufb01dence trans\u200bformer combi(cid:173) nées")
    'confidence transformer combinées'
    """
    if "(cid:" in text or "\u00ad" in text:
        text = _CID_HYPHEN.sub("", text)
    if not text.isprintable():
        text = text.translate(_CP1252) if _C1.search(text) else text
        text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return text.translate(_LIGATURES) if _LIGATURE.search(text) else text


def fix_hyphens(text: str, words: Collection[str] = ()) -> str:
    r"""Join words that were cut at the end of a line.

    The hyphen stays where the word is known with it, or where it cannot be a cut: before a capital, in a chain.

    >>> fix_hyphens("question answer-\ning in Hindi-\nEnglish state-of-\nthe-art")
    'question answering in Hindi-English state-of-the-art'
    """
    return _CUT_WORD.sub(lambda m: _hyphen(m, words), text)


def fix_blanks(text: str) -> str:
    r"""Make every run of blanks and line breaks one space.

    >>> fix_blanks(" Sharma,\u00a0Mrinank \r\n")
    'Sharma, Mrinank'
    """
    return " ".join(text.split())


def _hyphen(cut: re.Match[str], words: Collection[str]) -> str:
    """Say what stands between the two halves of a word: a hyphen or nothing."""
    text = cut.string
    before = _WORD_BEFORE.search(text[max(0, cut.start() - _LONGEST_WORD) : cut.start()])
    after = _WORD_AFTER.match(text, cut.end(), cut.end() + _LONGEST_WORD)
    left, right = (match[0] if match else "" for match in (before, after))
    whole, hyphened = left + right, f"{left}-{right}"
    if whole in words or whole.lower() in words:
        return ""
    return "-" if hyphened in words or "-" in left or not right[0].islower() or len(left) == 1 else ""


def _characters(text: str, steps: list[Step]) -> str:
    cleaned = fix_characters(text)
    if cleaned == text:
        return text
    removed = [
        ("soft hyphens", _CID_HYPHEN),
        ("invisible characters", _INVISIBLE),
        ("bytes of cp1252", _C1),
        ("control characters", _CONTROL),
        ("ligatures", _LIGATURE),
    ]
    counts = [(what, len(found)) for what, pattern in removed if (found := pattern.findall(text))]
    if counts:
        told = ", ".join(f"{count} {what if count > 1 else _SINGULAR[what]}" for what, count in counts)
        steps.append(Step("characters-normalized", f"took out or read as text: {told}", text))
    return cleaned


def _note_joined(steps: list[Step], before: str) -> None:
    cuts = _CUT_WORD.findall(before)
    if cuts:
        told = "1 word" if len(cuts) == 1 else f"{len(cuts)} words"
        first = _CUT_WORD.search(before)
        shown = before[max(0, first.start() - 12) : first.end() + 8] if first else ""
        steps.append(Step("words-joined", f"joined {told} that a line's end had cut, the first in {shown!r}", before))


_SINGULAR = {
    "bytes of cp1252": "byte of cp1252",
    "soft hyphens": "soft hyphen",
    "invisible characters": "invisible character",
    "control characters": "control character",
    "ligatures": "ligature",
}


def _note(steps: list[Step], code: str, pattern: re.Pattern[str], before: str, after: str) -> None:
    if before != after:
        found = pattern.findall(before)
        told = f"{found[0]} read as {html.unescape(found[0])}"
        steps.append(Step(code, told if len(found) == 1 else f"{told}, and {len(found) - 1} more", before))


def _excerpt(before: str, after: str) -> str:
    changed = next((pair for pair in zip(before.split(), after.split(), strict=False) if pair[0] != pair[1]), None)
    return f"{changed[0]} read as {changed[1]}" if changed else f"{before[:40]} read as {after[:40]}"
