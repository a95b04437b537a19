"""Checksums of keys, without a string for each of them."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from papercat.dedup.blocks import END, OPENING, PEOPLE, keys, longest
from papercat.dedup.titles import editors_column
from papercat.dedup.view import View


def checksums(keys: Sequence[str]) -> Iterator[int]:
    """Give 32 bits of each key, the same in every process.

    Where they are equal by chance, a pair too many is compared: of 200 pairs one, among a million records.
    """
    try:
        return map(crc32, [*map(str.encode, keys)])
    except UnicodeEncodeError:  # a lone surrogate in an id
        return map(crc32, [key.encode("utf-8", "surrogatepass") for key in keys])


def sums(view: View) -> list[int]:
    """Give the checksums of all `keys` of a record, in any order; in two thirds of the time, for most keys are never asked for.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> view = prep(Paper(title="Sleeper Agents", arxiv="2401.05566"))
    >>> set(sums(view)) == set(checksums(keys(view)))
    True
    """
    if not view.title.isascii():
        return [*checksums(keys(view))]
    try:
        return _sums(view)
    except UnicodeEncodeError:
        return [*checksums(keys(view))]


def _begun(words: str) -> list[int]:
    return [crc32(f"{word} ".encode()) for word in words.split()]


_HEAD, _TAIL, _ARXIV, _DOI, _TITLE = _begun("=head =tail =arxiv =doi =title")
_WORDS, _BEGIN, _END, _OPENING, _AUTHOR, _PAGE, _PEOPLE, _WRITER, _EDITOR = _begun(
    "~words ~begin ~end ~opening ~author ~page ~people ~writer ~editor"
)


def _sums(view: View) -> list[int]:
    title, _, people, year, _, volume, issue, page, _, doi, arxiv, head, tail, _ = view
    found = [crc32(head.encode(), _HEAD), crc32(tail.encode(), _TAIL)] if head else []
    families = [person.partition(":")[0] for person in people.split(";")] if people else []
    if arxiv:
        found.append(crc32(arxiv.encode(), _ARXIV))
    if doi:
        found.append(crc32(doi.encode(), _DOI))
    if title:
        found += _of_title(title, families[0] if families else None)
    if volume:
        if page:
            found.append(crc32(f"{volume} {page} {year}".encode(), _PAGE))
        if issue and editors_column(title) is not None:
            found.append(crc32(f"{volume} {issue}".encode(), _EDITOR))
        if families:
            families.sort()
            some = families[:PEOPLE]
            found.append(crc32(f"{volume} {' '.join(some)}".encode(), _PEOPLE))
            if issue and not page:
                writer = crc32(f"{volume} {issue} ".encode(), _WRITER)
                found += [crc32(family.encode(), writer) for family in dict.fromkeys(some)]
    return found


def _of_title(title: str, first: str | None) -> list[int]:
    words, letters = [*map(str.encode, longest(title))], title.encode().replace(b" ", b"")
    if len(words) == 3:  # nearly all; a checksum goes on from that of what stands before
        one, other, last = words
        begun = crc32(one + b" ", _WORDS)
        found = [crc32(letters, _TITLE), crc32(other, begun), crc32(last, begun), crc32(last, crc32(other + b" ", _WORDS))]
    else:
        found = [crc32(letters, _TITLE), *[crc32(other, crc32(one + b" ", _WORDS)) for one, other in combinations(words, 2)]]
    if len(letters) >= END:
        found += crc32(letters[:END], _BEGIN), crc32(letters[-END:], _END)
    if first is not None:
        family = f"{first} ".encode()
        author = crc32(family, _AUTHOR)
        found += crc32(letters[:OPENING], crc32(family, _OPENING)), *[crc32(word, author) for word in words[:2]]
    return found
