r"""Commands that stand for a character, and the characters that are written with them.

Sources: LaTeX's own `utf8enc.dfu`, `tuenc.def` and `fontmath.ltx`, `amssymb`, the symbol names of tipa, and Unicode's names for what
has a pattern (Greek, Cyrillic, the double-struck capitals, dingbats).
"""

import unicodedata
from functools import cache

# Letters with a command in T1 (ơ and ư: in T5), written and read.
LETTERS = dict(
    zip(
        "ßẞæÆœŒøØåÅłŁđĐðÐþÞŋŊıȷĳĲơƠưƯ",
        "ss SS ae AE oe OE o O aa AA l L dj DJ dh DH th TH ng NG i j ij IJ ohorn OHORN uhorn UHORN".split(),
        strict=True,
    )
)

# Signs of T1 and TS1 (textcomp), written and read.
_SIGNS = """
\\ textbackslash ^ textasciicircum ~ textasciitilde < textless > textgreater | textbar ` textasciigrave
¡ textexclamdown ¢ textcent £ textsterling ¤ textcurrency ¥ textyen ¦ textbrokenbar § textsection ¨ textasciidieresis
© textcopyright ª textordfeminine « guillemotleft ¬ textlnot ® textregistered ¯ textasciimacron ° textdegree ± textpm
² texttwosuperior ³ textthreesuperior ´ textasciiacute µ textmu ¶ textparagraph · textperiodcentered ¹ textonesuperior
º textordmasculine » guillemotright ¼ textonequarter ½ textonehalf ¾ textthreequarters ¿ textquestiondown × texttimes ÷ textdiv
ƒ textflorin ˇ textasciicaron ˘ textasciibreve ˝ textacutedbl ‖ textbardbl ‘ textquoteleft ’ textquoteright ‚ quotesinglbase
„ quotedblbase † textdagger ‡ textdaggerdbl • textbullet … ldots ‰ textperthousand ‱ textpertenthousand ‹ guilsinglleft
› guilsinglright ※ textreferencemark ‽ textinterrobang ⁄ textfractionsolidus ⁒ textdiscount ₡ textcolonmonetary ₤ textlira
₦ textnaira ₩ textwon ₫ textdong € texteuro ₱ textpeso ฿ textbaht ℃ textcelsius № textnumero ℗ textcircledP ℞ textrecipe
℠ textservicemark ™ texttrademark ℧ textmho ℮ textestimated ← textleftarrow ↑ textuparrow → textrightarrow ↓ textdownarrow
− textminus ⟨ textlangle ⟩ textrangle ␢ textblank ␣ textvisiblespace ◦ textopenbullet ◯ textbigcircle ♪ textmusicalnote
⁅ textlquill ⁆ textrquill ― texthorizontalbar ‒ textfiguredash ‑ textnonbreakinghyphen
"""

# Signs of math mode (the kernel's and amssymb's), written as `$\leq$` and read with and without the dollars.
_MATH = """
ε varepsilon ϑ vartheta ϖ varpi ϱ varrho ς varsigma φ varphi ϰ varkappa ϝ digamma ℓ ell ℏ hbar ℘ wp ℜ Re ℑ Im ℵ aleph ℶ beth ℷ gimel
ℸ daleth ∀ forall ∁ complement ∂ partial ∃ exists ∄ nexists ∅ emptyset ∇ nabla ∈ in ∉ notin ∋ ni ∏ prod ∐ coprod ∑ sum ∓ mp ∔ dotplus
∖ setminus ∗ ast ∘ circ √ surd ∝ propto ∞ infty ∠ angle ∡ measuredangle ∢ sphericalangle ∣ mid ∤ nmid ∥ parallel ∦ nparallel
∧ wedge ∨ vee ∩ cap ∪ cup ∫ int  ∮ oint ∴ therefore ∵ because ∼ sim ∽ backsim ≀ wr ≃ simeq ≅ cong ≈ approx ≊ approxeq
≍ asymp ≎ Bumpeq ≏ bumpeq ≐ doteq ≑ doteqdot ≒ fallingdotseq ≓ risingdotseq ≖ eqcirc ≗ circeq ≜ triangleq ≠ neq ≡ equiv ≤ leq ≥ geq
≦ leqq ≧ geqq ≨ lneqq ≩ gneqq ≪ ll ≫ gg ≬ between ≲ lesssim ≳ gtrsim ≶ lessgtr ≷ gtrless ≺ prec ≻ succ ≼ preccurlyeq ≽ succcurlyeq
≾ precsim ≿ succsim ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ⊊ subsetneq ⊋ supsetneq ⊎ uplus ⊏ sqsubset ⊐ sqsupset ⊑ sqsubseteq
⊒ sqsupseteq ⊓ sqcap ⊔ sqcup ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊙ odot ⊚ circledcirc ⊛ circledast ⊝ circleddash ⊞ boxplus ⊟ boxminus
⊠ boxtimes ⊡ boxdot ⊢ vdash ⊣ dashv ⊤ top ⊥ bot ⊨ models ⊩ Vdash ⊪ Vvdash ⊲ lhd ⊳ rhd ⊴ unlhd ⊵ unrhd ⊸ multimap ⊺ intercal ⊻ veebar
⊼ barwedge ⋀ bigwedge ⋁ bigvee ⋂ bigcap ⋃ bigcup ⋄ diamond ⋅ cdot ⋆ star ⋇ divideontimes ⋈ bowtie ⋉ ltimes ⋊ rtimes ⋋ leftthreetimes
⋌ rightthreetimes ⋍ backsimeq ⋎ curlyvee ⋏ curlywedge ⋐ Subset ⋑ Supset ⋒ Cap ⋓ Cup ⋔ pitchfork ⋖ lessdot ⋗ gtrdot ⋘ lll ⋙ ggg
⋚ lesseqgtr ⋛ gtreqless ⋞ curlyeqprec ⋟ curlyeqsucc ⋦ lnsim ⋧ gnsim ⋨ precnsim ⋩ succnsim ⋮ vdots ⋯ cdots ⋱ ddots ⌈ lceil ⌉ rceil
⌊ lfloor ⌋ rfloor ⌜ ulcorner ⌝ urcorner ⌞ llcorner ⌟ lrcorner ⌢ frown ⌣ smile ↔ leftrightarrow ↕ updownarrow ↖ nwarrow ↗ nearrow
↘ searrow ↙ swarrow ↝ leadsto ↞ twoheadleftarrow ↠ twoheadrightarrow ↢ leftarrowtail ↣ rightarrowtail ↦ mapsto ↩ hookleftarrow
↪ hookrightarrow ↼ leftharpoonup ↽ leftharpoondown ⇀ rightharpoonup ⇁ rightharpoondown ⇄ rightleftarrows ⇆ leftrightarrows
⇇ leftleftarrows ⇉ rightrightarrows ⇋ leftrightharpoons ⇌ rightleftharpoons ⇐ Leftarrow ⇑ Uparrow ⇒ Rightarrow ⇓ Downarrow
⇔ Leftrightarrow ⇕ Updownarrow ⇝ rightsquigarrow ⟵ longleftarrow ⟶ longrightarrow ⟷ longleftrightarrow ⟸ Longleftarrow
⟹ Longrightarrow ⟺ Longleftrightarrow ⟼ longmapsto ′ prime ‵ backprime □ Box ■ blacksquare ▲ blacktriangle ▼ blacktriangledown
△ triangle ▽ triangledown ◁ triangleleft ▷ triangleright ★ bigstar ◊ lozenge ⧫ blacklozenge ♠ spadesuit ♡ heartsuit ♢ diamondsuit
♣ clubsuit ♭ flat ♮ natural ♯ sharp ✓ checkmark ✠ maltese ⨿ amalg ⪯ preceq ⪰ succeq ⩽ leqslant ⩾ geqslant
≮ nless ≯ ngtr ≰ nleq ≱ ngeq ⊀ nprec ⊁ nsucc ⊈ nsubseteq ⊉ nsupseteq ≁ nsim ≇ ncong ⊬ nvdash ⊭ nvDash ⊮ nVdash ⊯ nVDash
⋪ ntriangleleft ⋫ ntriangleright ⋬ ntrianglelefteq ⋭ ntrianglerighteq ↛ nrightarrow ↚ nleftarrow ↮ nleftrightarrow ⇏ nRightarrow
⇍ nLeftarrow ⇎ nLeftrightarrow
"""

# Read only: other names, other encodings, other packages.
_ALIASES = """
´ textasciiacute ¸ textasciicedilla ˆ textasciicircumflex ˵ textgravedbl ˷ texttildelow ♀ female ♂ male ⚭ textmarried ⚮ textdivorced
“ textquotedblleft ” textquotedblright – textendash — textemdash … textellipsis … dots … dotsc … dotso … dotsb « guillemetleft
» guillemetright ¬ textlogicalnot ¬ lnot ¬ neg ± pm × times ÷ div · cdotp · textcentereddot • bullet " textquotedbl ' textquotesingle
$ textdollar % textpercent & textampersand * textasteriskcentered = textequals _ textunderscore # textnumbersign / slash \\ backslash
{ textbraceleft } textbraceright { lbrace } rbrace [ lbrack ] rbrack | vert ‖ Vert : colon † dag ‡ ddag † dagger ‡ ddagger § S ¶ P
£ pounds © copyright ® circledR ¥ yen € euro € EUR € eurologo ™ trademark Ω textohm √ textsurd ∅ varnothing ∋ owns ≤ le ≥ ge ≠ ne → to
→ rightarrow ← leftarrow ← gets ↑ uparrow ↓ downarrow ∧ land ∨ lor ‾ textoverline ⟨ langle ⟩ rangle ° degree ℃ celsius µ micro Ω ohm
‽ interrobang ⸘ textinterrobangdown ∎ qed ε epsilon φ phi ð eth ı imath ȷ jmath ı dotlessi ȷ dotlessj „ glqq “ grqq ‚ glq ‘ grq « flqq
» frqq ‹ flq › frq « og » fg ○ bigcirc △ bigtriangleup ▽ bigtriangledown ⊲ vartriangleleft ⊳ vartriangleright □ square ∖ smallsetminus
∬ iint ∭ iiint ≔ coloneqq ≔ coloneq ∝ varpropto ∼ thicksim ≈ thickapprox ⊧ vDash ⟂ perp Þ Thorn þ textthorn đ textcrd Ħ textHbar ħ textcrh
ħ texthbar Ħ Hwithstroke ħ hwithstroke ĸ textkra ł textbarl Ŧ textTbar Ŧ textTstroke ŧ texttbar ŧ texttstroke ſ textlongs ƀ textcrb
Ɓ textBhook Ɔ textOopen Ƈ textChook ƈ textchook ƈ texthtc Ɖ textDafrican Ɗ textDhook Ǝ textEreversed Ə textSchwa Ɛ textEopen Ƒ textFhook
Ɣ textGammaafrican ƕ texthvlig ƕ hv Ɩ textIotaafrican Ƙ textKhook ƙ textkhook ƙ texthtk ƛ textcrlambda Ɲ textNhookleft Ƥ textPhook
ƥ textphook ƥ texthtp Ʃ textEsh Ʃ ESH ƪ textlooptoprevesh ƫ textpalhookbelowt Ƭ textThook ƭ textthook ƭ texthtt Ʈ textTretroflexhook
Ʋ textVhook Ƴ textYhook ƴ textyhook Ʒ textEzh ǝ texteturned ɐ textturna ɑ textscripta ɒ textturnscripta ɓ textbhook ɓ texthtb ɔ textoopen
ɔ textopeno ɕ textctc ɖ textdtail ɖ textrtaild ɗ textdhook ɗ texthtd ɘ textreve ə textschwa ɚ textrhookschwa ɛ texteopen ɜ textrevepsilon
ɝ textrhookrevepsilon ɞ textcloserevepsilon ɟ textbardotlessj ɠ texthtg ɡ textscriptg ɡ textg ɢ textscg ɣ textgammalatinsmall
ɤ textramshorns ɥ textturnh ɦ texthth ɧ texththeng ɨ textbari ɩ textiotalatin ɪ textsci ɫ textltilde ɬ textbeltl ɭ textrtaill
ɮ textlyoghlig ɯ textturnm ɰ textturnmrleg ɱ textltailm ɲ textltailn ɲ textnhookleft ɳ textrtailn ɴ textscn ɵ textbaro ɶ textscoelig
ɷ textcloseomega ɹ textturnr ɺ textturnlonglegr ɻ textturnrrtail ɼ textlonglegr ɽ textrtailr ɾ textfishhookr ɿ textlhti ʀ textscr
ʁ textinvscr ʂ textrtails ʃ textesh ʄ texthtbardotlessj ʅ textraisevibyi ʆ textctesh ʇ textturnt ʈ textrtailt ʈ texttretroflexhook
ʉ textbaru ʋ textscriptv ʋ textvhook ʌ textturnv ʍ textturnw ʎ textturny ʏ textscy ʐ textrtailz ʑ textctz ʒ textezh ʒ textyogh
ʓ textctyogh ʔ textglotstop ʕ textrevglotstop ʖ textinvglotstop ʗ textstretchc ʘ textbullseye ʙ textscb ʚ textcloseepsilon ʛ texthtscg
ʜ textsch ʝ textctj ʞ textturnk ʟ textscl ʠ texthtq ʡ textbarglotstop ʢ textbarrevglotstop ʣ textdzlig ʤ textdyoghlig ʥ textdctzlig
ʦ texttslig ʧ textteshlig ʧ texttesh ʨ texttctclig ʾ hamza ʿ ain ʿ ayn ˈ textprimstress ˌ textsecstress ː textlengthmark ˑ texthalflength
"""
# names of spaces and of nothing, which cannot stand in the lists above
_BLANKS = {
    "nobreakspace": "\u00a0", "space": " ", "thinspace": "\u2009", "enspace": "\u2002", "enskip": "\u2002", "quad": "\u2003",
    "qquad": "\u2003\u2003", "textcompwordmark": "\u200c", "par": "\n\n", "newline": "\n", "linebreak": "\n", "medspace": "\u205f",
    "thickspace": "\u2004", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX",
}  # fmt: skip
_WRITTEN_BLANKS = {
    "\u00a0": "~", "\u2002": r"{\enspace}", "\u2003": r"{\quad}", "\u2009": r"\,", "\u200b": r"{\hspace{0pt}}",
    "\u200c": r"{\textcompwordmark}",
    "¸": r"{\c{}}", "˛": r"{\k{}}", "˚": r"{\r{}}", "˙": r"{\.{}}",
    # U+00AD comes back as nothing: it is only where a word may be cut. U+2010 is a hyphen for TeX and all who drop braces.
    "\u00ad": r"\-", "\u2010": "{}-{}",
}  # fmt: skip
_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega".split()
)
# Greek letters that TeX has no command for, being letters of its own alphabet
_READ_ONLY = frozenset("Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu omicron Omicron Rho Tau Chi epsilon phi".split())
_CYRILLIC = ("a b v g d e zh z i ishrt k l m n o p r s t u f h c ch sh shch hrdsn ery sftsn erev yu ya").split()  # fmt: skip
_SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"
_SUBS = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_LOW = "0123456789+-=()ni"
RAISED = dict(zip(_LOW, _SUPERS, strict=True))
LOWERED = dict(zip(_LOW, _SUBS, strict=False))
# Zapf's dingbats stand in Unicode in their own order, but for those that Unicode had before
_DINGBATS = {
    0x25: 0x260E, 0x2A: 0x261B, 0x2B: 0x261E, 0x48: 0x2605, 0x6C: 0x25CF, 0x6E: 0x25A0, 0x73: 0x25B2, 0x74: 0x25BC, 0x75: 0x25C6,
    0x77: 0x25D7, 0xA8: 0x2663, 0xA9: 0x2666, 0xAA: 0x2665, 0xAB: 0x2660, 0xD5: 0x2192, 0xD6: 0x2194, 0xD7: 0x2195,
}  # fmt: skip


def _rows(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[1::2], words[::2], strict=True))


def greek() -> dict[str, str]:
    """Name the Greek letters as TeX does.

    >>> greek()["lambda"], greek()["Omega"]
    ('λ', 'Ω')
    """
    unicode_names = {"lambda": "LAMDA"}
    both = ((name, unicode_names.get(name, name.upper())) for name in _GREEK)
    pairs = [
        (name, unicodedata.lookup(f"GREEK SMALL LETTER {long}"), unicodedata.lookup(f"GREEK CAPITAL LETTER {long}")) for name, long in both
    ]
    return {name: small for name, small, _ in pairs} | {name.capitalize(): capital for name, _, capital in pairs}


def _cyrillic() -> dict[str, str]:
    small = {f"cyr{name}": chr(0x430 + place) for place, name in enumerate(_CYRILLIC)} | {"cyryo": "ё"}
    return small | {name.upper(): char.upper() for name, char in small.items()}


@cache
def math_spellings() -> dict[str, str]:
    r"""Map characters to the commands of math mode.

    >>> [math_spellings()[char] for char in "αℝ≤"]
    ['\\alpha', '\\mathbb{R}', '\\leq']
    """
    names = {name: char for name, char in greek().items() if name not in _READ_ONLY} | _rows(_MATH)
    return {char: f"\\{name}" for name, char in names.items()} | {char: f"\\mathbb{{{name}}}" for name, char in double_struck().items()}


@cache
def symbols() -> dict[str, str]:
    r"""Map every command that stands for a character, without its backslash.

    >>> [symbols()[name] for name in ("texteuro", "ss", "leq", "textalpha", "cyrzh")]
    ['€', 'ß', '≤', 'α', 'ж']
    """
    letters = greek()
    marked = {"upsilon": "υ", "varupsilon": "υ"} | {
        f"{kind}{name}": char for kind in ("text", "up", "var") for name, char in letters.items()
    }
    written = {name: char for char, name in LETTERS.items()}
    return marked | letters | _cyrillic() | _rows(_ALIASES) | _rows(_MATH) | _rows(_SIGNS) | written | _BLANKS


@cache
def spellings() -> dict[str, str]:
    r"""Map characters to the LaTeX that a field of BibTeX bears: one group each, in ASCII.

    >>> [spellings()[char] for char in "ß€Δ≤ℝ₂&"]
    ['{\\ss}', '{\\texteuro}', '{$\\Delta$}', '$\\leq$', '{$\\mathbb{R}$}', '{\\textsubscript{2}}', '\\&']
    """
    math = {char: in_math(latex) for char, latex in math_spellings().items()}
    raised = {char: rf"{{\textsuperscript{{{low}}}}}" for low, char in RAISED.items()}
    raised |= {char: rf"{{\textsubscript{{{low}}}}}" for low, char in LOWERED.items()}
    signs = {char: rf"{{\{name}}}" for name, char in _rows(_SIGNS).items()} | {char: rf"{{\{name}}}" for char, name in LETTERS.items()}
    # the quotation mark in braces does not end a value that stands in quotation marks, and is read by all clients
    ascii_signs = {char: f"\\{char}" for char in "&%#_$"} | {'"': '{"}', "{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
    return math | raised | signs | ascii_signs | _WRITTEN_BLANKS | {"“": "``", "”": "''", "–": "--", "—": "---"}


def in_math(latex: str) -> str:
    r"""Put a symbol between dollars, and in braces where bibtex would lower a capital: `$\Delta$` would become `$\delta$`."""
    return f"{{${latex}$}}" if any(char.isupper() for char in latex) else f"${latex}$"


@cache
def double_struck() -> dict[str, str]:
    r"""Map capitals to those of `\mathbb`.

    >>> double_struck()["R"], double_struck()["F"]
    ('ℝ', '𝔽')
    """
    return {letter: _struck(letter) for letter in map(chr, range(ord("A"), ord("Z") + 1))}


def _struck(letter: str) -> str:
    try:
        return unicodedata.lookup(f"DOUBLE-STRUCK CAPITAL {letter}")
    except KeyError:
        return unicodedata.lookup(f"MATHEMATICAL DOUBLE-STRUCK CAPITAL {letter}")


def dingbat(number: int) -> str | None:
    r"""Give the sign of `\ding{51}`.

    >>> dingbat(51), dingbat(72), dingbat(172), dingbat(3)
    ('✓', '★', '①', None)
    """
    if number in _DINGBATS:
        return chr(_DINGBATS[number])
    if 0x21 <= number <= 0x7E:
        return chr(0x2700 + number - 0x20)
    if 0xAC <= number <= 0xB5:
        return chr(0x2460 + number - 0xAC)
    return chr(0x2700 + number - 0x40) if 0xA1 <= number <= 0xFE else None
