"""Repair of damaged text: a table of named steps, applied in order until nothing changes."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from string import ascii_letters, digits
from typing import Any, NamedTuple

from papercat.errors import no_text
from papercat.mojibake.damage import Change, diagnose, repair, vocabulary
from papercat.mojibake.diagnosis import Damage
from papercat.text.accents import ACCENTS, accent_order, fix_accents
from papercat.text.characters import (
    CHARACTERS,
    CJK,
    LATIN,
    NO_BREAK,
    QUOTES,
    REMOVED,
    SURROGATES,
    TWINS,
    WIDE,
    fix_characters,
    fix_look_alikes,
    fix_no_break,
    fix_quotes,
    fix_wide_forms,
    signs_in,
)  # fmt: skip
from papercat.text.entities import fix_entities
from papercat.text.escapes import fix_backslashes, fix_code_points, fix_percent
from papercat.text.mail import fix_encoded_words, fix_quoted_printable, fix_utf7

Arguments = tuple[Any, ...]
Verdicts = Mapping[str, Arguments | None]

_ALL = frozenset[str]()
_NO_SIGNS = (ascii_letters + digits).encode()
# Text that was really damaged is done after two or three passes; what is not after ten was made to go on for ever, and
# then only the characters are put right.
MOST_PASSES = 10


class Step(NamedTuple):
    """One repair, told.

    Attributes:
        code: what kind of issue it is, as listed in docs/issues.md.
        message: what was done, for a person.
        raw: the text before, the shortest part that shows it.
    """

    code: str
    message: str
    raw: str


class Applied(NamedTuple):
    """One step of a plan.

    Attributes:
        name: which repair it was, a name in `REPAIRS`.
        arguments: what the repair had to know, such as a codec; it is decided once and can be used for other text.
        steps: what it changed in this text.
    """

    name: str
    arguments: Arguments
    steps: tuple[Step, ...]


class Fixed(NamedTuple):
    """A repaired text.

    Attributes:
        text: the text.
        plan: what was done; `apply_plan` does it again.
    """

    text: str
    plan: tuple[Applied, ...]


class Repair(NamedTuple):
    """One row of the table.

    Attributes:
        name: its stable name.
        code: the issue code of its steps; "" if it is not told.
        what: what its messages begin with.
        signs: characters of which there must be one; empty for any text beyond ASCII.
        make: gives the repaired text from a text and the arguments.
        decide: finds the arguments, None if there is nothing to repair.
        tell: gives the steps, where the first changed word says too little.
    """

    name: str
    code: str
    what: str
    signs: frozenset[str]
    make: Callable[..., str]
    decide: Callable[[str], Arguments | None] | None = None
    tell: Callable[..., Iterable[Step]] | None = None


def fix(text: str) -> str:
    r"""Repair a text that was damaged on its way: wrong codecs, escapes, entities, detached accents, invisible characters.

    Total and idempotent; healthy text comes back as it is, in Unicode's form NFC. Line breaks and TeX stay.

    Raises:
        TypeError: it is no text.

    >>> fix("Stanis\\u0142aw Jastrz&#281;bski, P´erez, =?utf-8?q?Mu=C3=B1oz?="), fix("S&Atilde;&para;ren Mindermann")
    ('Stanisław Jastrzębski, Pérez, Muñoz', 'Sören Mindermann')
    >>> fix(r"AT&T, 100%20 and $\upsilon$ in https://example.org/?a=%C3%A9&copy=2")
    'AT&T, 100%20 and $\\upsilon$ in https://example.org/?a=%C3%A9&copy=2'
    """
    if not isinstance(text, str):
        raise no_text("fix", text)
    return text if is_plain(text) or (is_unsuspicious(text) and diagnose(text) is None) else settle(text, REPAIRS).text


def fix_and_explain(text: str) -> Fixed:
    """Repair a text and say how.

    Raises:
        TypeError: it is no text.

    >>> fixed = fix_and_explain("Gr&uuml;n and S%C3%B6ren")
    >>> fixed.text, [(one.name, one.steps[0].message) for one in fixed.plan]
    ('Grün and Sören', [('entities', "entity read: 'Gr&uuml;n' as 'Grün'"), ('percent', "escape read: 'S%C3%B6ren' as 'Sören'")])
    """
    if not isinstance(text, str):
        raise no_text("fix_and_explain", text)
    return Fixed(text, ()) if is_plain(text) else settle(text, REPAIRS)


def apply_plan(text: str, plan: Iterable[Applied]) -> str:
    """Do again what was done to a text, to the same or another of the same damage, without deciding anything.

    >>> apply_plan("P´erez", fix_and_explain("Katerina Hlav´aˇckov´a, Mari´n").plan)
    'Pérez'

    Raises:
        KeyError: for a step with a name that is not in `REPAIRS`.
    """
    rows = {row.name: row for row in REPAIRS}
    for step in plan:
        text = rows[step.name].make(text, *step.arguments)
    return text


def is_plain(text: str) -> bool:
    """Tell ASCII text that has nothing to repair, as most text is, as fast as bytes can be searched.

    >>> is_plain("Constitutional AI: Harmlessness from AI Feedback"), is_plain("R&D"), is_plain("Sören")
    (True, False, False)
    """
    if not text.isascii() or ("<" in text and "<U+" in text) or "(cid:" in text:
        return False
    return len(text.encode("ascii").translate(None, _ASCII_SIGNS)) == len(text)


def is_plain_line(text: str, signs: bytes | None = None) -> bool:
    """Tell plain text in which nothing ends a line and nothing is a control character: `is_plain` and `str.isprintable` at one go.

    A reader to which more signs mean something gives them beside `SIGNS_OF_A_LINE`.

    >>> is_plain_line("Constitutional AI"), is_plain_line("Constitutional\\nAI"), is_plain_line("Sören")
    (True, False, False)
    """
    if not text.isascii() or ("<" in text and "<U+" in text) or "(cid:" in text:
        return False
    return len(text.encode("ascii").translate(None, signs or SIGNS_OF_A_LINE)) == len(text)


def is_unsuspicious(text: str) -> bool:
    """Tell text in which no repair but that of bytes finds anything.

    >>> is_unsuspicious("Sören, Иван"), is_unsuspicious("P´erez"), is_unsuspicious("Ivаn")
    (True, False, False)
    """
    suspicious = _SUSPICIOUS_IN_ASCII if text.isascii() else _SUSPICIOUS
    return not (suspicious.search(text) or "<U+" in text or "(cid:" in text) and unicodedata.is_normalized("NFC", text)


def fix_notations(text: str) -> str:
    """Read what stands in entities and escapes, and nothing else.

    >>> fix_notations("S&Atilde;&para;ren P´erez")
    'SÃ¶ren P´erez'
    """
    return text if is_plain(text) else settle(text, REPAIRS[:_NOTATIONS]).text


def settle(text: str, table: Sequence[Repair], verdicts: Verdicts | None = None) -> Fixed:
    """Apply the rows of a table in order until nothing changes.

    Args:
        text: Any text.
        table: The repairs.
        verdicts: What was decided for all of a document, by the names of repairs; each is used once.
    """
    given = verdicts or {}
    plan: list[Applied] = []
    current, letters = text, signs_in(text, _NO_SIGNS)
    for _ in range(MOST_PASSES):
        before = current
        for row in table:
            if row.signs.isdisjoint(letters) and (row.signs or current.isascii()):
                continue
            after = _apply(row, current, given, plan)
            if after != current:
                current, letters = after, signs_in(after, _NO_SIGNS)
        if current == before:
            return Fixed(current, tuple(plan))
        given = dict.fromkeys(given)
    return settle(text, [row for row in table if row.name in _SAFE])


def _apply(row: Repair, text: str, given: Verdicts, plan: list[Applied]) -> str:
    """Apply one repair and put it into the plan."""
    arguments = given[row.name] if row.name in given else row.decide(text) if row.decide else ()
    if arguments is None:
        return text
    after = row.make(text, *arguments)
    if after == text and not row.tell:
        return text
    steps = tuple(row.tell(row, text, after, *arguments)) if row.tell else tuple(told(row.code, row.what, text, after))
    done = Applied(row.name, arguments, steps)
    if after != text or (steps and done not in plan):
        plan.append(done)
    return after


def told(code: str, what: str, before: str, after: str) -> Iterable[Step]:
    """Say what changed by the first word that did.

    >>> [step.message for step in told("entity-decoded", "read", "a &lt; b &gt; c", "a < b > c")]
    ["read: '&lt;' as '<', and 1 more"]
    """
    if before == after or not code:
        return
    old, new = before.split(), after.split()
    if len(old) == len(new):
        changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        first = changed[0] if changed else (before, after)
        more = f", and {len(changed) - 1} more" if len(changed) > 1 else ""
    else:
        first, more = _middle(old, new), ""
    yield Step(code, f"{what}: {_short(first[0])} as {_short(first[1])}{more}", before)


def _middle(old: list[str], new: list[str]) -> tuple[str, str]:
    """Cut the words that two texts begin and end with."""
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _decide_bytes(text: str) -> Arguments | None:
    damage = diagnose(text)
    return (damage,) if damage else None


def _restore(text: str, damage: Damage, known: frozenset[str] | None = None) -> str:
    return repair(text, damage, vocabulary(text, damage) if known is None else known)[0]


def _tell_bytes(row: Repair, before: str, after: str, damage: Damage, known: frozenset[str] | None = None) -> Iterable[Step]:
    del row, after
    changes = repair(before, damage, vocabulary(before, damage) if known is None else known)[1]
    return (_told_change(change, damage) for change in changes)


def _told_change(change: Change, damage: Damage) -> Step:
    other = f"{change.runner_up!r}" if change.runner_up else ""
    if change.kind == "restored":
        message = f"{change.before!r} read as {change.after!r}: {damage.story}"
        return Step("bytes-restored", message, change.before)
    lost = f"{change.before!r} has lost a byte"
    if change.kind == "inferred":
        message = f"{lost}; inferred {change.after!r} with probability {change.probability:.2f}{other and f'; next best {other}'}"
        return Step("bytes-inferred", message, change.before)
    message = f"{lost} and is kept: {change.after!r} ({change.probability:.2f}){other and f' or {other}'} is too uncertain"
    return Step("bytes-lost", message, change.before)


def _tell_characters(row: Repair, before: str, after: str) -> Iterable[Step]:
    counts = [(one, len(found)) for one in REMOVED if before != after and (found := one.pattern.findall(before))]
    if counts:
        parts = ", ".join(f"{count} {one.many if count > 1 else one.one}" for one, count in counts)
        yield Step(row.code, f"took out or read as text: {parts}", before)


def _decide_accents(text: str) -> Arguments | None:
    order = accent_order(text)
    return (order,) if order else None


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_ESCAPE = ("escape-decoded", "escape read")
# Notations first, for what they hold can be damaged in turn: `&Atilde;&copy;` is Ã© is é. Then accents, for a text
# with ´ and ¨ beside its letters looks like bytes read with another table; then the bytes, before anything takes out a control
# character, a soft hyphen or a no-break space that is one of them. Letters come last.
REPAIRS: tuple[Repair, ...] = (
    Repair("encoded-words", *_ESCAPE, frozenset("="), fix_encoded_words),
    Repair("quoted-printable", *_ESCAPE, frozenset("="), fix_quoted_printable),
    Repair("entities", "entity-decoded", "entity read", frozenset("&"), fix_entities),
    Repair("percent", *_ESCAPE, frozenset("%"), fix_percent),
    Repair("backslashes", *_ESCAPE, frozenset("\\"), fix_backslashes),
    Repair("code-points", *_ESCAPE, frozenset("<"), fix_code_points),
    Repair("utf-7", *_ESCAPE, frozenset("+"), fix_utf7),
    Repair("accents", "accents-joined", "accents joined with their letters", ACCENTS | {"`"}, fix_accents, _decide_accents),
    Repair("quotes", "characters-normalized", "", QUOTES, fix_quotes, tell=_tell_characters),
    Repair("bytes", "", "", _ALL, _restore, _decide_bytes, _tell_bytes),
    Repair("characters", "characters-normalized", "", CHARACTERS | SURROGATES, fix_characters, tell=_tell_characters),
    Repair("no-break-spaces", "", "", NO_BREAK, fix_no_break),
    Repair("compose", "", "", _ALL, _compose),
    Repair("wide-forms", "characters-normalized", "wide forms read", WIDE, fix_wide_forms),
    Repair("look-alikes", "characters-normalized", "Cyrillic letters in Latin words read", TWINS, fix_look_alikes),
)
_NOTATIONS = next(i for i, row in enumerate(REPAIRS) if row.name == "accents")
# Repairs that come to an end by themselves, whatever the text
_SAFE = frozenset({"characters", "no-break-spaces", "compose"})
# What the rows begin with, once more, to be searched for at one go. Some are common in healthy text, and suspicious only in
# company: "%" before digits of an escape, "<" and "(" as the beginning of <U+0144> and (cid:173), Cyrillic letters beside Latin
# ones, wide signs that no Chinese or Japanese letter stands before.
_SIGNS = frozenset[str]().union(*(row.signs for row in REPAIRS)) - SURROGATES - {"<", "("}
_ASCII_SIGNS = "".join(filter(str.isascii, _SIGNS)).encode("ascii")
SIGNS_OF_A_LINE = _ASCII_SIGNS + b"\t\n\v\f\r"  # all other control characters are signs
_ANY, _TWIN, _WIDE = "".join(map(re.escape, sorted(_SIGNS))) + "\ud800-\udfff", "".join(sorted(TWINS)), "\uff01-\uff5e"
_BEGINS = "|".join(
    (
        f"(?<![%=&+{_TWIN}{_WIDE}])",
        r"(?<=%)(?=[0-9A-Fa-f]{2}|u)",
        r"(?<==)(?=[0-9A-F]{2}|[ \t]{0,4}\r?\n|\?)",
        r"(?<=&)(?=[A-Za-z#])",
        r"(?<=\+)(?=[A-Za-z0-9+/]{3})",
        f"(?<=[{_TWIN}])(?:(?<={LATIN}[{_TWIN}])|(?={LATIN}))",
        f"(?<=[{_WIDE}])(?<!{CJK}[{_WIDE}])",
    )
)
_SUSPICIOUS = re.compile(f"[{_ANY}](?:{_BEGINS})")
_SUSPICIOUS_IN_ASCII = re.compile(f"[{re.escape(_ASCII_SIGNS.decode('ascii'))}](?:{_BEGINS})")  # in half the time
