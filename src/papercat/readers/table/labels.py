"""The headers of columns and what stands under them: one table for every exporter and language.

Sources: the headers that Scopus, Web of Science, IEEE Xplore, PubMed, Zotero, Publish or Perish, Dimensions, Lens, OpenAlex, EBSCO,
ProQuest, Springer Link, Cochrane, Rayyan, Covidence, EasyChair, CMT, OpenReview, miniconf, JabRef and arXiv's snapshot write, and
their words in other languages.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A role of readers.record, or one of these, which several columns make together:
FULL_NAMES = "full-names"  # a list of authors that counts before another
GIVEN, FAMILY = "given", "family"  # a part of a name, or of each name of a list
NOTES = "notes"  # kept in extra, but arXiv's id is written there, as Zotero does
NAME = "name"  # alone it is a title or an author: the content tells


class Label(NamedTuple):
    """What a header says.

    Attributes:
        role: a role of `readers.record`, or one of this module's; "" if nobody knows it.
        rank: 0 if it is the field's own column, 1 if it counts in a row where that is empty, 2 if only in a table that has no other.
        number: of several columns for one thing each, as in "Author 2", else None.
    """

    role: str
    rank: int = 0
    number: int | None = None


_UNKNOWN = Label("")

# Folded as `fold_label` does. First the field's own; behind "/" those that count in a row where it is empty, behind a second "/" those
# that count in a table that has no other.
_ROWS = {
    "title": """
        title titles papertitle articletitle documenttitle itemtitle papername worktitle displayname primarytitle titleofpaper
        titleofthepaper titleofarticle titleofdocument fulltitle maintitle originaltitle talktitle presentationtitle postertitle
        submissiontitle thesistitle booktitleorarticletitle citationtitle reftitle titel titelderarbeit titeldespapers dokumenttitel
        aufsatztitel beitragstitel artikeltitel titre titredelarticle titredudocument titrearticle titulo titulodelarticulo
        titulodeldocumento titulodoartigo titulodotrabalho titulodeltrabajo tituloarticulo titoloarticolo titolo titolodellarticolo
        titelvanhetartikel tytuł tytul tytułartykułu tytulartykulu название заглавие названиестатьи заголовок назва názevčlánku nazev
        nazevclanku nazov naslov naslovrada cim baslik makalebasligi makaleadi otsikko rubrik tittel titlu titluarticol τιτλος العنوان
        عنوان عنوانالبحث عنوانالمقال عنوانالمقالة عنوانالدراسة عنوانمقاله
        כותרת 标题 题名 论文题目 论文标题 題名 標題 篇名 论文名称 文章标题 タイトル 論題 論文名 表題 論文タイトル 제목 논문제목
        논문명 tieude judul
        / paper papers article articles work shorttitle translatedtitle alternatetitle titletranslated englishtitle
        """,
    "subtitle": "subtitle untertitel soustitre subtitulo sottotitolo ondertitel podtytul podtytuł подзаголовок 副标题 副題 부제",
    "authors": """
        authors author authorlist listofauthors authornames authorsnames authorname paperauthors allauthors authorsraw firstauthors
        leadauthors
        creators creator dccreator dccontributorauthor writtenby authorsdisplayname authorshipsauthordisplayname authorshipsrawauthorname
        authorsstring authorstring autor autoren autorinnen autorin verfasser verfasserin verfasserinnen urheber auteur auteurs autores
        autoras autora autordelarticulo autori autore auteurvanhetartikel autorzy автор авторы автори avtor avtorji autory autoři szerzo
        szerzok yazar yazarlar tekijat tekija forfattare forfatter forfattere συγγραφεας συγγραφεις المؤلف المؤلفون مؤلف
        الباحث الباحثون اسمالباحث اسمالمؤلف نویسنده نویسندگان מחבר מחברים 作者
        著者 著者名 作者名 作者姓名 全部作者 完整作者 所有作者 作者列表 执笔者 著作者 저자 저자명 지은이 tacgia penulis pengarang
        / speakers presenters contributors speaker presenter byline اسمالتدريسي التدريسي
        """,
    FULL_NAMES: "authorfullnames authorsfullnames authorfullname authorsfullname fullauthornames fullauthorname authorsfull fullnames",
    "orcids": """
        orcid orcids orcidid orcidids orcidnumber orcidnumbers authororcid authororcids authorsorcid authorsorcids authorshipsauthororcid
        creatororcid creatororcids
        """,
    "short-author": "firstauthor firstauthorname leadauthor erstautor premierauteur primerautor primeiroautor primoautore",
    FAMILY: """
        lastname lastnames surname surnames familyname familynames authorlastname authorlastnames authorsurname authorsurnames
        authorfamilyname authorslastname authorlast authorslastnames authorfamily lnames lname nachname nachnamen familienname nom
        nomdefamille noms apellido apellidos cognome cognomi sobrenome sobrenomes achternaam nazwisko nazwiska фамилия фамилии 姓 성
        """,
    GIVEN: """
        firstname firstnames forename forenames givenname givennames authorfirstname authorfirstnames authorforename authorforenames
        authorgivenname authorsfirstname authorfirst authorsfirstnames authorgiven fname vorname vornamen prenom prenoms nombre nombres
        nomebatismo voornaam imie imię imiona имя имена 名
        """,
    NAME: "name names label bezeichnung nome наименование 名称 名前 이름",
    NOTES: "extra",
    "abstract": """
        abstract abstracts summary summaries abstractnote abstracttext paperabstract articleabstract abstractsummary abstractdisplay
        abstractinformation dcdescriptionabstract zusammenfassung kurzfassung kurzbeschreibung abstrakt resume resumen resumo riassunto
        sommario samenvatting streszczenie abstrakta аннотация реферат резюме анотація анотация absztrakt osszefoglalo ozet oz tiivistelma
        sammanfattning sammendrag sazetak souhrn περιληψη الملخص ملخص תקציר 摘要 文摘 内容摘要 中文摘要 要旨 抄録 概要 アブストラクト 초록
        요약 tomtat abstrak
        / description descripcion descrizione beschreibung abstractpreview
        """,
    "year": """
        year years pubyear publicationyear publishedyear yearpublished yearofpublication publishyear dateyear issueyear paperyear yr jahr
        erscheinungsjahr publikationsjahr veroffentlichungsjahr annee anneedepublication anneepublication ano anodepublicacion
        anopublicacion anodepublicacao anno annodipubblicazione annopubblicazione jaar jaarvanpublicatie publicatiejaar rok rokwydania
        rokpublikacji год годпубликации годиздания рік godina leto rokvydani yil yayinyili vuosi utgivningsar anul ετος السنة سنة
        سنةالنشر سال שנה 年 年份 出版年 发表年份 出版年份 発行年 刊行年 연도 발행연도 출판연도 nam namxuatban tahun
        / conferenceyear
        """,
    "month": "month pubmonth publicationmonth publishedmonth monat mois mes mese maand miesiac miesiąc месяц 月 월",
    "date": """
        date publicationdate pubdate datepublished publisheddate publishdate published dateofpublication pubdatestring issued issueddate
        dcdateissued dcdate publicationdateprint datum erscheinungsdatum publikationsdatum veroffentlichungsdatum datedepublication fecha
        fechadepublicacion data datadepublicacao datadipubblicazione publicatiedatum datapublikacji datawydania дата датапубликации
        出版日期 发表时间 发表日期 日期 発行日 出版日 公開日 날짜 발행일 출판일
        / publicationdateonline publicationdateyyyymmdd coverdate coverdisplaydate onlinedate issuedate earlyaccessdate date1
        firstpublished submissiondate datesubmitted
        """,
    "doi": """
        doi dois doinumber doilink doiurl digitalobjectidentifier digitalobjectidentifierdoi itemdoi articledoi paperdoi publicationdoi
        doicode dcidentifierdoi identifierdoi linkdoi doiid prismdoi
        """,
    "arxiv": """
        arxiv arxivid arxivids arxividentifier arxivnumber arxivno eprint eprintid arxivlink arxivurl arxiveprint arxivpreprint
        externalidsarxiv preprintarxiv
        """,
    "id": "id ids identifier identifiers paperid dcidentifier externalid documentidentifier",
    "venue": """
        sourcetitle sourcetitles journal journalname journaltitle journaltitles publicationtitle journalbook journalorbook
        publicationvenue publicationname venue venues containertitle booktitle publication publishedin publications journalorpublication
        proceedings proceedingstitle conferencetitle periodical periodicaltitle hostvenue pubtitle journalconference journalorconference
        conferencejournal venuename primarylocationsourcedisplayname hostvenuedisplayname prismpublicationname sourcetitlejournal magazine
        serial zeitschrift zeitschriftentitel journalzeitschrift tagungsband veroffentlichtin erschienenin revue titredelarevue titrerevue
        titredelapublication journalrevue publiedans revista revistas tituloderevista titulodelarevista nombredelarevista titulodarevista
        periodico nomedarevista rivista titolorivista tijdschrift tijdschriftnaam czasopismo tytułczasopisma журнал названиежурнала
        издание сборник журналсборник casopis dergi lehti tidskrift tidsskrift 期刊 刊名 期刊名称 来源出版物 出版物 雑誌 雑誌名 掲載誌
        収録誌 誌名 収録刊行物 학술지 학술지명 저널 게재지 tapchi jurnal المجلة اسمالمجلة مجله
        / conference conferencename conferences anthologytitle booktitles event meeting journalref journalreference tagung konferenz
        congres congreso conferencia convegno conferentie konferencja конференция 会议 会议名称 会議名 学会 학회
        / source sources sourcename publicationsource quelle fuente fonte bron źródło источник 来源 文献来源 出典 출처 journalabbrev
        bookseriestitle seriestitle series
        """,
    "volume": """
        volume volumes vol journalvolume volumenumber volno volumeno bibliovolume prismvolume band jahrgang bd volumen tomo tome jaargang
        deel tom wolumin том объём cilt 卷 卷号 卷次 巻 巻号 巻数 권 권호
        """,
    "issue": """
        issue issues issuenumber issueno journalissue issueidentifier biblioissue prismnumber heft ausgabe heftnummer fascicolo fasciculo
        fascicule aflevering zeszyt выпуск 期 期号 호 // number numbers num no nr numero numeros nummer numer номер sayi 号
        """,
    "pages": """
        pages page pagerange pagination pp pageranges pagesrange pagenumbers pg startpageendpage bibliopages prismpagerange seiten seite
        seitenzahlen seitenbereich paginas pagina pagine paginazione intervallodipagine pagesdebutfin paginasinicialfinal bladzijden
        paginanummers strony stron strona страницы страница стр sayfa 页码 页 页数范围 起止页码 页码或文章号 ページ 頁 掲載ページ 페이지 쪽
        / articlenumber artno artnr article articleno articlenumberpages elocationid
        """,
    "first-page": """
        firstpage startpage pagestart startingpage beginningpage pagefirst spage startpagenumber pagefrom frompage initialpage
        bibliofirstpage prismstartingpage ersteseite anfangsseite seitevon premierepage pagedebut paginainicial primerapagina
        primeirapagina paginainiziale primapagina eerstepagina beginpagina stronapoczatkowa pierwszastrona начальнаястраница
        перваястраница 首页 起始页 起始页码 開始ページ 初頁 시작페이지
        """,
    "last-page": """
        lastpage endpage pageend endingpage pagelast epage endpagenumber pageto topage finalpage bibliolastpage prismendingpage
        letzteseite endseite seitebis dernierepage pagefin paginafinal ultimapagina paginafinale laatstepagina eindpagina stronakoncowa
        ostatniastrona конечнаястраница 末页 结束页 结束页码 終了ページ 終頁 끝페이지
        """,
    "publisher": """
        publisher publishers publishername publishinghouse verlag herausgeberverlag editeur maisondedition maisonedition editorial editora
        editore uitgever uitgeverij wydawca wydawnictwo издатель издательство yayinci kustantaja forlag 出版社 出版者 出版商 発行者 출판사
        발행기관
        """,
    "keywords": """
        keywords keyword authorkeywords authorskeywords keywordsauthor indexkeywords indexterms ieeeterms keywordsplus manualtags
        automatictags tags tag meshterms meshkeywords meshheadings inspeccontrolledterms inspecnoncontrolledterms subjectterms subjects
        dcsubject fieldsofstudy topics topic stichworter schlagworter schlagwort schlusselworter stichworte motscles motcle motsclefs
        motsclesauteur palabrasclave palavraschave parolechiave trefwoorden sleutelwoorden słowakluczowe slowakluczowe ключевыеслова
        ключовiслова kljucnerijeci klicovaslova kulcsszavak anahtarkelimeler avainsanat nyckelord nøkkelord nokkelord λεξειςκλειδια 关键词
        关键字 关键词作者 關鍵詞 キーワード 索引語 키워드 주제어 tukhoa katakunci
        """,
    "url": """
        url urls link links weblink website webpage articleurl paperurl permalink plink documenturl scopuslink externalurl sourceurl
        landingpage landingpageurl bestlink articlelink paperlink absurl abstracturl urllink adresse lien enlace enlaces ligacao
        collegamento indirizzo koppeling odnosnik odnośnik ссылка адрес baglanti 链接 网址 全文链接 リンク 링크 주소
        / pdfurl pdf pdflink pdfurls fulltexturl dimensionsurl citationurl sourceurls openreviewurl openreview forum oaurl fulltextlink
        virtualsiteurl dcidentifieruri
        """,
    "comment": """
        comment comments note notes anmerkung anmerkungen bemerkung notiz notizen commentaire commentaires nota notas commento opmerking
        opmerkingen uwagi примечание примечания 备注 備考 비고
        """,
    "type": """
        type documenttype itemtype publicationtype entrytype bibliographytype articletype typeofreference referencetype doctype
        contenttype publicationtypes typeofdocument dctype reftype resourcetype genre category dokumenttyp publikationstyp dokumentart
        typededocument tipodedocumento tipodocumento tipodidocumento documentsoort typdokumentu типдокумента тип 文献类型 文档类型 種別
        資料種別 문헌유형 유형
        """,
    "editor": "editor editors bookeditors secondaryauthors herausgeber editeurscientifique redakteur redaktor 编者 編者 편집자",
}  # fmt: skip

# The two letters of Web of Science's tab-delimited export; they count where most of a header are such.
# https://webofscience.help.clarivate.com/Content/export-records.htm, field tags
_TAGS = {
    "PT": "type 1", "AU": "authors", "AF": FULL_NAMES, "TI": "title", "SO": "venue",
    "DT": "type", "DE": "keywords", "ID": "keywords", "AB": "abstract",
    "PU": "publisher", "PD": "date 1", "PY": "year", "VL": "volume", "IS": "issue", "BP": "first-page", "EP": "last-page", "AR": "pages 1",
    "DI": "doi", "OI": "orcids", "CA": "authors 1", "BE": "editor", "ED": "editor", "CT": "venue 1", "SE": "venue 1",
}  # fmt: skip
_ALL_TAGS = frozenset(
    """PT AU BA BE GP AF BF CA TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU FP FX CR NR TC Z9 U1 U2 PU
    PI PA SN EI BN J9 JI
    PD PY VL IS PN SU SI MA BP EP AR DI DL D2 EA PG WC WE SC GA UT PM OA HC HP DA ED LP""".split()
)
_MOST = 0.7  # of a header's labels are such tags

# What they write as a type, folded, and BibTeX's entry type for it; behind "/" what says more than that, and is kept beside it.
_TYPE_ROWS = {
    "article": """
        article articles journalarticle journalarticles jour articlejournal research researcharticle originalarticle academicjournal
        scholarlyjournals zeitschriftenaufsatz aufsatz articulo artigo articolo artykul статья 期刊论文 雑誌論文 学術論文 학술논문 j
        / review reviewarticle articleinpress letter note shortsurvey editorial erratum datapaper magazine magazinearticle magazines
        shortcommunication newspaperarticle retracted
        """,
    "inproceedings": """
        inproceedings conferencepaper conferencepapers conferencepublication proceedingspaper proceedingsarticle conf cpaper conference
        paperconference konferenzbeitrag conferenceproceeding 会议论文 会議論文 c
        / workshoppaper conferences
        """,
    "proceedings": "proceedings conferenceproceedings / conferencereview editedproceedings",
    "book": "book books ebook buch livre libro livro ksiazka книга 图书 図書 단행본 b / monograph editedbook",
    "incollection": "incollection bookchapter bookchapters chapter chap booksection buchkapitel chapitre capitulo capitolo",
    "inbook": "inbook",
    "phdthesis": """
        phdthesis doctoralthesis 博士论文 博士論文
        / thesis thes dissertation dissertationthesis dissertationsthesis 学位论文 학위논문
        """,
    "mastersthesis": "mastersthesis masterthesis 硕士论文 修士論文",
    "techreport": "techreport report rprt technicalreport / workingpaper reports",
    "unpublished": "unpublished unpb manuscript",
    "misc": "misc gen / preprint preprints postedcontent webpage website dataset software patent standard",
}  # fmt: skip

# Entry types of BibTeX and biblatex that are their own, as papercat and JabRef write them; elsewhere the word is another program's.
_OWN_TYPES = frozenset(
    """booklet manual online thesis report dataset software patent collection mvcollection suppcollection reference mvreference inreference
    periodical suppperiodical mvbook bookinbook suppbook mvproceedings""".split()
)

_SIGNS = re.compile(r"[\s_\-./:()#*'’\"&\u200b\u2060\ufeff（）]+")
_COUNTED = frozenset({"authors", "short-author", FAMILY, GIVEN, NAME, "keywords", "editor"})
_NUMBER = re.compile(r"[0-9]{1,3}")
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,60}[)\]）]\s*")
# a column of something that belongs to the field: Authors (Raw Affiliation)
_ASIDE = re.compile(r"[(\[（].*(?:affil|id\b|e-?mail|orcid|count|raw|url|address|机构|所属)", re.IGNORECASE)
# a byte order mark that did not survive stands before the first header as a question mark
_EDGES = re.compile(r"\A[\W_]+|[\W_]+\Z")
# what exporters put around the word that counts: content.title.value, paper_title_en, metadata/abstract
_AROUND = re.compile(
    r"^(?:content|metadata|bibtex|bib|paper|article|publication|document|record|item|field|dc|prism)"
    r"|(?:value|text|en|eng|english|field|string)$"
)
_LONGEST = 60  # characters; a header is a few words


def fold_label(text: str) -> str:
    """Make one spelling of a header: small letters, no accents, no signs, no blanks.

    >>> fold_label("Source_Title"), fold_label(" Título"), fold_label("Author(s)"), fold_label("Ключевые слова")
    ('sourcetitle', 'titulo', 'authors', 'ключевыеслова')
    """
    text = _EDGES.sub("", text[:_LONGEST]).casefold()
    if not text.isascii():
        # the accents of Latin and Greek letters go, й stays й
        parts = (unicodedata.normalize("NFKD", char) if char < "\u0400" or "\u1e00" <= char < "\u2000" else char for char in text)
        text = "".join(char for char in "".join(parts) if not unicodedata.combining(char))
    return _SIGNS.sub("", text)


def _table(rows: dict[str, str]) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for role, words in rows.items():
        for rank, some in enumerate(words.split("/")):
            for word in some.split():
                found.setdefault(fold_label(word), Label(role, rank))
    return found


@lru_cache(maxsize=1)
def _labels() -> dict[str, Label]:
    return _table(_ROWS)


@lru_cache(maxsize=1)
def _types() -> dict[str, Label]:
    return _table(_TYPE_ROWS)


@lru_cache(maxsize=4096)
def read_label(text: str) -> Label:
    """Say what stands under a header.

    >>> read_label("Publication Year").role, read_label("Título").role, read_label("content.title.value").role, read_label("UID").role
    ('year', 'title', 'title', '')
    >>> read_label("Author 2 Last Name"), read_label("著者名").role
    (Label(role='family', rank=0, number=2), 'authors')
    """
    if len(text) > _LONGEST:
        return _UNKNOWN
    bare = _BRACKETS.sub(" ", text) if not _ASIDE.search(text) else text
    for spelling in (fold_label(text), fold_label(bare)):
        if found := _whole(spelling):
            return found
    number = _NUMBER.search(bare)
    if number and (found := _whole(fold_label(bare[: number.start()] + bare[number.end() :]))) and found.role in _COUNTED:
        return found._replace(number=int(number[0]))
    return _UNKNOWN


def _whole(spelling: str) -> Label | None:
    if found := _labels().get(spelling):
        return found
    shorter = _AROUND.sub("", spelling)
    return _labels().get(shorter) if shorter != spelling else None


def read_labels(texts: list[str]) -> list[Label]:
    """Say what stands under each header of a table.

    >>> [label.role for label in read_labels(["PT", "AU", "AF", "TI", "SO", "C1"])]
    ['type', 'authors', 'full-names', 'title', 'venue', '']
    """
    named = [text for text in texts if text]
    if len(named) > 2 and sum(text in _ALL_TAGS for text in named) >= _MOST * len(named):
        return [_tag(text) for text in texts]
    return [read_label(text) for text in texts]


def _tag(text: str) -> Label:
    role, _, rank = _TAGS.get(text, "").partition(" ")
    return Label(role, int(rank or 0))


def read_type(text: str) -> Label:
    """Give BibTeX's entry type for what an export calls one; it has the rank 1 if the export says more than that.

    >>> [tuple(read_type(text)[:2]) for text in ("Conference Paper", "Review", "Long")]
    [('inproceedings', 0), ('article', 1), ('', 0)]
    >>> [tuple(read_type(text)[:2]) for text in ("thesis", "Thesis", "THES")]
    [('thesis', 0), ('phdthesis', 1), ('phdthesis', 1)]
    """
    if text in _OWN_TYPES:
        return Label(text)
    return _types().get(fold_label(text), _UNKNOWN)
