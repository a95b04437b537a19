"""Licences, notices of copyright and records of grants: texts with names, years and addresses that hold no papers."""

import re
from functools import lru_cache

# Phrases of the MIT, BSD, ISC, Apache, Mozilla and GNU licences (https://spdx.org/licenses/), and the head of a Debian copyright file.
_PHRASE = re.compile(
    r"\bpermission\s+is\s+(?:hereby\s+)?granted|\bto\s+use,\s+copy,\s+modify|\bredistributions?\s+(?:and\s+use\s+)?(?:in|of)\s+source|"
    r"\bwithout\s+warrant(?:y|ies)|\bwithout\s+even\s+the\s+implied|\bwarrant(?:y|ies)\s+of\s+merchantability|"
    r"\bas\s+is[\"”'’]?\s+(?:and|basis|without)|\bGNU\s+(?:Lesser\s+|Library\s+|Affero\s+)?General\s+Public\s+Licen[cs]e|"
    r"\bsubject\s+to\s+the\s+terms\s+of\s+the|\bApache\s+License,\s+Version|\bliable\s+for\s+any\s+(?:claim|direct|special)|"
    r"^(?:研究課題[/／]領域番号|研究種目|研究代表者|配分額|応募区分|研究課題ステータス|研究期間\s?\(年度\))|"  # KAKEN, a record of a grant
    r"^Upstream-(?:Name|Contact):|^Files:\s\S|\bcopyright\s+notice\b",
    re.IGNORECASE | re.MULTILINE,
)
# A word of each, for most texts have none: to look for these takes a twentieth of the time.
_WORDS = (
    "permission", "modify", "redistribution", "warrant", "implied", "as is", "general public", "subject to", "apache", "liable",
    "upstream-", "files:", "copyright", "研究代表者",
)  # fmt: skip
_SAMPLE, _ENOUGH = 12_000, 3  # characters; so many different phrases: a page with a line of its licence has one or two
_OF_GRANT = "雑誌論文"  # what a grant has led to, which KAKEN lists: those are papers
# From the first phrase to the last is so much of a notice: in 616 of 618 licences of Python and Debian packages; of each of the two
# kinds one has less, and neither gives a paper. A licence of 900 characters in a page of 5,000 has less too.
_REACH = 0.2


def is_notice(text: str) -> bool:
    """Tell a licence, or the notices of a program, by the phrases that all of them have.

    >>> is_notice("Permission is hereby granted, free of charge, to use, copy, modify … WITHOUT WARRANTY OF ANY KIND")
    True
    >>> is_notice("Open Source Licences: A Study. J. Law 2019. Licensed under the GNU General Public License.")
    False
    """
    return _is_notice(text[:_SAMPLE])


@lru_cache(maxsize=1)  # each reader of text without marks asks
def _is_notice(sample: str) -> bool:
    words = " ".join(sample.lower().split())
    if _OF_GRANT in words:
        return False
    if not any(map(words.__contains__, _WORDS)):
        return False
    found = list(_PHRASE.finditer(sample))
    phrases = {" ".join(phrase[0].lower().split()) for phrase in found}
    return len(phrases) >= _ENOUGH and found[-1].end() - found[0].start() >= _REACH * len(sample.strip())
