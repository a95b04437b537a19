"""What people call the fields of a paper where they write `label: value`, in the languages that papers come in."""

from papercat.readers.tagged.format import words

_LABELS = {
    "title": (
        "title|titles|paper title|article title|document title|full title|titel|titre|título|titulo|titolo|titulek|název|tytuł|"
        "tittel|otsikko|cím|başlık|titlu|naslov|заголовок|название|назва|τίτλος|题目|题名|標題|标题|論文題目|論題|篇名|タイトル|"
        "題名|論文名|表題|제목|논문제목|العنوان|عنوان|כותרת|शीर्षक|tiêu đề|judul"
    ),
    "subtitle": "subtitle|sub-title|untertitel|sous-titre|subtítulo|sottotitolo|副题名|副標題|サブタイトル|부제",
    "authors": (
        "author|authors|author(s)|autor|autoren|autor(en)|auteur|auteurs|auteur(s)|autores|autor(es)|autore|autori|verfasser|"
        "verfasserin|autorzy|autoři|auteurs et autrices|forfatter|forfattere|författare|kirjoittaja|tekijät|szerző|szerzők|yazar|"
        "yazarlar|автор|авторы|автори|συγγραφέας|συγγραφείς|作者|著者|著者名|作成者|저자|저자명|المؤلف|المؤلفون|מחברים|लेखक|"
        "tác giả|penulis|by|von|creator|creators|writer|writers|written by|author name|author names|author-name|first author|"
        "name of authors|all authors|full author names"
    ),
    "year": (
        "year|publication year|pub year|year of publication|published year|jahr|erscheinungsjahr|publikationsjahr|année|annee|an|"
        "año|ano|anno|rok|år|vuosi|év|yıl|год|рік|έτος|年|年份|年代|出版年|出版年份|発行年|出版年月|発表年|연도|발행년|발행연도|"
        "السنة|שנה|वर्ष|năm|tahun|degree date"
    ),
    "date": (
        "date|publication date|published|pub date|date published|published on|date of publication|issue date|issued|submitted|"
        "submitted on|datum|veröffentlicht|erschienen|date de publication|fecha|fecha de publicación|data|data di pubblicazione|"
        "data de publicação|日期|出版日期|发表时间|発行日|公開日|날짜|발행일|creation-date|publication-date|online date|"
        "date created"
    ),
    "month": "month|monat|mois|mes|mese|mês|月",
    "abstract": (
        "abstract|abstract text|summary|zusammenfassung|kurzfassung|résumé|resume|resumé|resumen|resumo|riassunto|sommario|"
        "abstrakt|streszczenie|samenvatting|sammendrag|sammanfattning|tiivistelmä|összefoglalás|özet|rezumat|sažetak|аннотация|"
        "реферат|резюме|анотація|περίληψη|摘要|概要|抄録|要旨|要約|内容摘要|초록|요약|الملخص|ملخص|תקציר|सार|tóm tắt|abstrak|"
        "description"
    ),
    "venue": (
        "journal|journal title|journal name|venue|conference|published in|publication title|publication|appears in|appeared in|"
        "in|book title|booktitle|container title|source title|proceedings|zeitschrift|erschienen in|tagungsband|revue|périodique|"
        "publié dans|actes|conférence|revista|publicado en|publicado em|congreso|rivista|časopis|czasopismo|tijdschrift|"
        "tidskrift|tidsskrift|dergi|журнал|сборник|источник|περιοδικό|期刊|期刊名|刊名|来源|文献来源|來源|出处|出處|雑誌名|"
        "掲載誌|収録刊行物|会議名|誌名|저널|학술지|학회지|المجلة|כתב עת|पत्रिका|tạp chí|jurnal|conference title|meeting|"
        "secondary title"
    ),
    "volume": "volume|vol|vol.|band|bd.|tome|volumen|卷|巻|권|том|cilt",
    "issue": "issue|number|no|no.|issue number|issue/part|heft|ausgabe|numéro|número|numero|期|号|號|호|номер|выпуск|sayı|period",
    "pages": (
        "page|pages|page range|page(s)|pp|pp.|pagination|seite|seiten|páginas|pagine|strony|strany|sider|sidor|sayfa|страницы|с.|"
        "页|页码|頁|頁碼|ページ|쪽|면|페이지"
    ),
    "first-page": "first page|start page|starting page|page start|spage",
    "last-page": "last page|end page|ending page|page end|epage",
    "publisher": (
        "publisher|verlag|éditeur|editorial|editora|editore|wydawca|uitgever|förlag|forlag|yayıncı|издательство|出版社|出版者|"
        "出版商|발행처|출판사"
    ),
    "doi": "doi|doi number|doi name|doi link|digital object identifier|数字对象标识符|doi-doi",
    "arxiv": "arxiv|arxiv id|arxiv identifier|arxiv number|arxiv link|arxiv url|eprint|e-print|arxiv-id|arxiv no",
    "url": (
        "url|urls|link|links|web|website|web page|address|available at|available from|full text|pdf|paper|paper link|permalink|"
        "adresse|lien|enlace|ссылка|链接|網址|网址|リンク|링크|document url|file-url|persistent link|uri|online"
    ),
    "keywords": (
        "keyword|keywords|key words|keyword(s)|index terms|tags|subject terms|schlagworte|schlagwörter|schlüsselwörter|"
        "stichwörter|stichworte|mots-clés|mots clés|mots-clefs|palabras clave|palabras-clave|palavras-chave|palavras chave|"
        "parole chiave|słowa kluczowe|klíčová slova|trefwoorden|nyckelord|nøkkelord|avainsanat|kulcsszavak|anahtar kelimeler|"
        "cuvinte cheie|ključne riječi|ключевые слова|ключові слова|λέξεις-κλειδιά|λέξεις κλειδιά|关键词|關鍵詞|关键字|主题词|"
        "キーワード|키워드|주제어|الكلمات المفتاحية|מילות מפתח|từ khóa|kata kunci|author keywords|identifier / keyword|"
        "identifiers / keywords|classification-jel"
    ),
    "comment": (
        "comment|comments|note|notes|remark|remarks|anmerkung|bemerkung|remarque|nota|notas|commentaire|备注|備註|備考|비고|примечание"
    ),
    "type": (
        "type|document type|publication type|reference type|item type|entry type|template-type|dokumenttyp|type de document|"
        "tipo de documento|文献类型|资料类型|データ種別"
    ),
    "=editor": "editor|editors|editor(s)|edited by|herausgeber|éditeurs scientifiques|主编|編集者|编者|편집자",
    "=issn": "issn|e-issn|eissn|print issn|online issn|issn-国际标准刊号",
    "=isbn": "isbn|isbn-13|isbn-10|isbn/issn|print isbn|electronic isbn",
    "=language": "language|languages|sprache|langue|idioma|lingua|язык|语言|语种|言語|언어",
    "=affiliation": (
        "affiliation|affiliations|institution|institutions|organ|author affiliation|author affiliations|author address|school|"
        "university|university/institution|department|institut|organisation|organization|机构|单位|作者单位|所属|소속"
    ),
    "=pmid": "pmid|pubmed id|pubmed",
    "=pmcid": "pmcid|pmc id",
    "=source": "source",
    "=series": "series|reihe|serie|série|丛书|シリーズ",
    "=edition": "edition|auflage|édition|edición|版本",
    "=categories": "categories|category|subject|subjects|subject area|sujet|themen|classification|fachgebiet|sujets|"
    "primary category|分类号",
    "=key": "key|citation key|bibtex key|cite key|citekey|handle|label",
    "=code": "code|github|code link|source code|repository",
    "=license": "license|licence|rights|copyright",
    "id": "id|identifier|identifiers|identifier(s)",
}
_SECTIONS = (
    "background|context|introduction|rationale|objective|objectives|aim|aims|aims and objectives|purpose|purpose of review|"
    "hypothesis|scope|goal|goals|question|importance|significance|design|study design|setting|participants|patients|"
    "subjects and methods|patients and methods|materials and methods|material and methods|methods|method|methodology|"
    "methods and results|methodology/principal findings|approach|design/methodology/approach|data sources|data extraction|"
    "data synthesis|study selection|search methods|selection criteria|main outcome measures|main outcomes and measures|"
    "outcome measures|interventions|intervention|measurements|main results|results|result|findings|principal findings|"
    "recent findings|results and conclusions|observations|discussion|interpretation|conclusion|conclusions|"
    "conclusions and relevance|conclusions/significance|limitations|limitation|implications|practical implications|"
    "research limitations/implications|originality/value|originality|novelty|funding|trial registration|registration|"
    "availability|availability and implementation|motivation|contact|supplementary information|hintergrund|ziel|ziele|methoden|"
    "methode|ergebnisse|schlussfolgerung|schlussfolgerungen|diskussion|contexte|objectif|objectifs|méthodes|méthode|résultats|"
    "conclusions et perspectives|antecedentes|objetivo|objetivos|métodos|metodología|resultados|conclusiones|introdução|"
    "métodos e resultados|conclusão|conclusões|目的|方法|结果|结论|結果|結論|背景|考察|목적|방법|결과|결론|цель|методы|"
    "результаты|заключение|выводы"
)

ROLES = {name.casefold(): role for role, names in _LABELS.items() for name in names.split("|")}
# Labels of the parts of an abstract, which go on with it.
SECTIONS = frozenset(_SECTIONS.split("|"))
# What a record needs to be one, and may come but once.
CORE = words("title authors abstract year date doi arxiv")

TYPES = {
    "journal article": "article",
    "journal-article": "article",
    "article": "article",
    "journal": "article",
    "review": "article",
    "scholarly journals": "article",
    "magazine article": "article",
    "newspaper article": "article",
    "期刊": "article",
    "期刊论文": "article",
    "book": "book",
    "monograph": "book",
    "图书": "book",
    "book section": "incollection",
    "book chapter": "incollection",
    "chapter": "incollection",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "inproceedings": "inproceedings",
    "proceedings paper": "inproceedings",
    "会议": "inproceedings",
    "会议论文": "inproceedings",
    "dissertation/thesis": "phdthesis",
    "dissertation": "phdthesis",
    "dissertations & theses": "phdthesis",
    "thesis": "phdthesis",
    "phd thesis": "phdthesis",
    "博士": "phdthesis",
    "硕士": "mastersthesis",
    "master's thesis": "mastersthesis",
    "report": "techreport",
    "technical report": "techreport",
    "redif-paper 1.0": "techreport",
    "redif-article 1.0": "article",
    "working paper": "techreport",
    "patent": "patent",
    "dataset": "dataset",
    "preprint": "misc",
    "web page": "online",
}
