"""Text with markup as plain text: emphasis goes, mathematics stays as TeX, headings become labels.

The elements are those of JATS (which Crossref and PubMed use in abstracts), HTML, MathML 3 and the ACL Anthology.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.xml import tokens, unescape
from papercat.text.document import Place

_INLINE = frozenset(
    "i b em strong sub sup u tt sc italic bold underline monospace scp span fixedcase style roman sansserif strike s small font a br "
    "ref url "
    "inlineformula dispformula alternatives texmath math mrow mi mo mn msub msup msubsup mfrac msqrt mtext mover munder munderover mstyle "
    "mspace mtable mtr mtd mfenced mpadded mphantom mroot menclose mmultiscripts mprescripts semantics annotation annotationxml extlink "
    "xref "
    "inlinegraphic namedcontent styledcontent p sec title list listitem abstract div ul ol li h1 h2 h3 h4 h5 h6 label blockquote section "
    "inf emph bibcit overline object objectid".split()
)
# A tag has attributes with values or none, so that `if x<i and i>j` has no tag.
_TAG = re.compile(r"</?(?:[a-z]+:)?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>=]*=[^<>]*)?\s*/?>")
_BLOCKS = frozenset("p sec br title list listitem div ul ol li h1 h2 h3 h4 h5 h6 label blockquote section abstract dispformula".split())
_HEADINGS = frozenset("title h1 h2 h3 h4 h5 h6".split())
_LOWERED = frozenset({"sub", "sup", "inf"})
_OWN_NAMES = frozenset({"abstract", "summary", "résumé", "resumen", "resumo", "zusammenfassung", "riassunto"})
_SILENT = frozenset({"annotation", "annotationxml", "inlinegraphic", "objectid"})
_DOCUMENT = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)


def unmarked(text: str) -> str:
    r"""Take the markup out of a text, and its entities; what looks like a tag but is none of a known markup stays.

    >>> unmarked("<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O &lt; 1 and <unk> tokens</jats:p>")
    'H2O < 1 and <unk> tokens'
    >>> unmarked("<b>if</b> x<i and i>j")
    'if x<i and i>j'
    >>> unmarked("<jats:p>at <jats:tex-math>$$\\sqrt{s}$$</jats:tex-math> TeV</jats:p>")
    'at $$\\sqrt{s}$$ TeV'
    """
    if "<" not in text or not any(key_of(match[1]) in _INLINE for match in _TAG.finditer(text)):
        return text
    return flat(_fragment(text))


def _fragment(text: str) -> Node:
    """Make a node of a text with markup."""
    stack: list[tuple[str, list[Node]]] = [("", [])]
    nowhere = Place(0, 0)
    for token in tokens(text):
        key = key_of(token.name) if token.name else ""
        if token.kind == "cdata":
            stack[-1][1].append(Node("", "", nowhere, text[token.start + 9 : token.end - 3]))
        elif not key or key not in _INLINE or len(stack) > 50 or not _TAG.fullmatch(text, token.start, token.end):
            stack[-1][1].append(Node("", "", nowhere, unescape(text[token.start : token.end])))
        elif token.kind == "open" and key != "br":
            stack.append((key, []))
        elif token.kind in ("alone", "open"):
            stack[-1][1].append(Node(key, key, nowhere, ""))
        elif any(name == key for name, _ in stack):
            _close(stack, key)
    _close(stack, "")
    return Node("", "", nowhere, None, tuple(stack[0][1]))


def _close(stack: list[tuple[str, list[Node]]], key: str) -> None:
    while len(stack) > 1:
        name, parts = stack.pop()
        stack[-1][1].append(Node(name, name, Place(0, 0), None, tuple(parts)))
        if name == key:
            return


def flat(node: Node) -> str:
    """Write a node with text and markup as plain text.

    >>> here = Place(0, 0)
    >>> parts = (Node("", "", here, "A "), Node("fixedcase", "fixed-case", here, "BERT"), Node("", "", here, " for all"))
    >>> flat(Node("title", "title", here, None, parts))
    'A BERT for all'
    """
    text = node.text if node.text is not None and node.key != "texmath" else "".join(_pieces(node))
    return " ".join(text.split())


def _pieces(node: Node) -> Iterator[str]:
    if node.text is not None:
        yield _math(node.text) if node.key == "texmath" else node.text
        return
    parts = [part for part in node.parts if not part.key.startswith("@")]
    if node.key == "texmath":
        yield _math("".join(part.text or "" for part in parts))
        return
    tex = _tex(node, parts)
    if tex:
        yield tex
        return
    for part, after in zip_longest(parts, parts[1:]):
        if part.key in _SILENT:
            continue
        inner = "".join(_pieces(part))
        if after is not None and after.key in _LOWERED and "\n" in inner[len(inner.rstrip()) :]:
            inner = inner.rstrip()  # a program has set the element on a line of its own: CO\n  <sub>2</sub>
        if part.key in _HEADINGS and len(parts) > 1:
            heading = " ".join(inner.split()).rstrip(":.")
            yield "" if heading.lower() in _OWN_NAMES else f" {heading}: " if heading else ""
        else:
            yield f" {inner} " if part.key in _BLOCKS else inner


def _tex(node: Node, parts: Sequence[Node]) -> str:
    """Choose TeX where a formula stands in several notations."""
    if node.key == "alternatives":
        return next(("".join(_pieces(part)) for part in parts if part.key == "texmath"), "")
    if node.key not in ("math", "semantics"):
        return ""
    inner = [part for part in parts if part.key == "annotation"]
    text = " ".join("".join(_pieces(part)) for part in inner).strip()
    return f"${text}$" if text else ""


def _math(text: str) -> str:
    """Delimit TeX, taken out of the document that some publishers wrap around each formula."""
    inner = _DOCUMENT.search(text)
    tex = unescape(inner[1] if inner else text).strip()
    return tex if "$" in tex or tex.startswith((r"\(", r"\[")) else f"${tex}$" if tex else ""
