"""Countries and territories, as addresses name them: in English, in the languages of their own, and in short."""

from functools import cache

from papercat.names.lexicon import plain

# The inhabited territories of ISO 3166-1, by the names that Unicode CLDR (as in babel 2.18) has for them in English and in their official
# languages (Unicode License v3, `data/SOURCES.md`); behind those what affiliations of PubMed, Web of Science and Inspec write besides:
# USA, P.R. China, England.
_COUNTRIES = (
    "Andorra; United Arab Emirates/الإمارات العربية المتحدة/UAE; Afghanistan/افغانستان; Antigua and Barbuda; Albania/Shqipëri; "
    "Armenia/Հայաստան; Angola; Argentina; American Samoa; Austria/Österreich; Australia; Aruba; Azerbaijan/Azərbaycan/Азәрбајҹан; Bosnia "
    "and Herzegovina/Босна и Херцеговина/Bosna i Hercegovina; Barbados; Bangladesh/বাংলাদেশ; Belgium/België/Belgique/Belgien; Burkina "
    "Faso; Bulgaria/България; Bahrain/البحرين; Burundi/Uburundi; Benin/Bénin; Bermuda; Brunei/بروني; Bolivia; Brazil/Brasil; Bahamas; "
    "Bhutan/འབྲུག; Botswana; Belarus/Беларусь; Belize; Canada; Congo-Kinshasa/DR Congo/Democratic Republic of the Congo/Congo; Central "
    "African Republic/Ködörösêse tî Bêafrîka/République centrafricaine; Congo-Brazzaville; Switzerland/Schweiz/Suisse/Svizzera; Côte "
    "d’Ivoire/Ivory Coast; Chile; Cameroon/Cameroun; China/中国/P.R. China/P. R. China/PR China/PRC/People's Republic of China/中國; "
    "Colombia; Costa Rica; Cuba; Cape Verde/Cabo Verde; Curaçao; Cyprus/Κύπρος/Kıbrıs; Czechia/Česko/Czech Republic; Germany/Deutschland; "
    "Djibouti/جيبوتي; Denmark/Danmark; Dominica; Dominican Republic/República Dominicana; Algeria/الجزائر/Algérie; Ecuador; "
    "Estonia/Eesti; Egypt/مصر; Eritrea/إريتريا; Spain/España; Ethiopia/ኢትዮጵያ; Finland/Suomi; Fiji; Micronesia; Faroe Islands/Føroyar; "
    "France; Gabon; United Kingdom/UK/U.K/Great Britain/England/Scotland/Wales/Northern Ireland; Grenada; Georgia/საქართველო; French "
    "Guiana/Guyane française; Guernsey; Ghana; Gibraltar; Greenland/Kalaallit Nunaat; Gambia; Guinea/Guinée; Guadeloupe; Equatorial "
    "Guinea/Guinea Ecuatorial/Guinée équatoriale/Guiné Equatorial; Greece/Ελλάδα; Guatemala; Guam; Guinea-Bissau/Guiné-Bissau; Guyana; "
    "Hong Kong/香港; Honduras; Croatia/Hrvatska; Haiti/Haïti; Hungary/Magyarország; Indonesia; Ireland/Éire; Israel/ישראל/إسرائيل; Isle of "
    "Man/Ellan Vannin; India/भारत; Iraq/العراق; Iran/ایران/Islamic Republic of Iran; Iceland/Ísland; Italy/Italia; Jersey; Jamaica; "
    "Jordan/الأردن; Japan/日本; Kenya; Kyrgyzstan/Кыргызстан/Киргизия; Cambodia/កម្ពុជា; Kiribati; Comoros/جزر القمر/Comores; St. Kitts and "
    "Nevis; North Korea/북한; South Korea/대한민국/Korea/Republic of Korea/한국; Kuwait/الكويت; Kazakhstan/Казахстан/Қазақстан; Laos/ລາວ; "
    "Lebanon/لبنان; St. Lucia; Liechtenstein; Sri Lanka/ශ්‍රී ලංකාව/இலங்கை; Liberia; Lesotho; Lithuania/Lietuva; "
    "Luxembourg/Lëtzebuerg/Luxemburg; Latvia/Latvija; Libya/ليبيا; Morocco/المغرب/Meṛṛuk; Monaco; Moldova/Republica Moldova; "
    "Montenegro/Crna Gora; Madagascar/Madagasikara; Marshall Islands; North Macedonia/Северна Македонија/Macedonia; Mali; "
    "Myanmar/မြန်မာ/Burma; Mongolia/Монгол; Macao/Macau/澳門; Northern Mariana Islands; Martinique; Mauritania/موريتانيا; Malta; "
    "Mauritius/Maurice; Maldives/ދިވެހި ރާއްޖެ; Malawi; Mexico/México; Malaysia; Mozambique/Moçambique; Namibia; New Caledonia/Nouvelle-"
    "Calédonie; Niger; Nigeria/Nàìjíríà; Nicaragua; Netherlands/Nederland/The Netherlands/Holland; Norway/Norge/Noreg; Nepal/नेपाल; "
    "Nauru; New Zealand/Aotearoa; Oman/عُمان; Panama/Panamá; Peru/Perú; French Polynesia/Polynésie française; Papua New Guinea/Papua "
    "Niugini; Philippines/Pilipinas; Pakistan/پاکستان; Poland/Polska; Puerto Rico; Palestinian Territories/الأراضي الفلسطينية/Palestine; "
    "Portugal; Palau; Paraguay/Paraguai; Qatar/قطر; Réunion/La Réunion; Romania/România; Serbia/Srbija/Србија; Russia/Россия/Russian "
    "Federation; Rwanda/U Rwanda; Saudi Arabia/المملكة العربية السعودية/KSA; Solomon Islands; Seychelles; Sudan/السودان; Sweden/Sverige; "
    "Singapore/新加坡/Singapura/சிங்கப்பூர்; Slovenia/Slovenija; Slovakia/Slovensko/Slovak Republic; Sierra Leone; San Marino; "
    "Senegal/Sénégal; Somalia/Soomaaliya/الصومال; Suriname; South Sudan; São Tomé and Príncipe/São Tomé e Príncipe; El Salvador; "
    "Syria/سوريا/Syrian Arab Republic; Eswatini/eSwatini; Chad/تشاد/Tchad; Togo; Thailand/ไทย; Tajikistan/Тоҷикистон; Timor-Leste; "
    "Turkmenistan/Türkmenistan; Tunisia/تونس/Tunisie; Tonga; Türkiye/Turkey; Trinidad and Tobago; Tuvalu; Taiwan/台灣/R.O.C/臺灣; "
    "Tanzania/United Republic of Tanzania; Ukraine/Україна; Uganda; United States/United States of America/USA/US/U.S.A/U.S; Uruguay; "
    "Uzbekistan/Oʻzbekiston/Ўзбекистон; Vatican City; St. Vincent and Grenadines; Venezuela; U.S. Virgin Islands; Vietnam/Việt Nam/Viet "
    "Nam; Vanuatu; Samoa; Yemen/اليمن; South Africa; Zambia; Zimbabwe"
)


@cache
def _names() -> frozenset[str]:
    return frozenset(plain(name) for names in _COUNTRIES.split("; ") for name in names.split("/"))


def is_country(text: str) -> bool:
    """Tell the name of a country or territory, in any case, with or without accents and full stops.

    >>> [is_country(name) for name in ("U.S.A.", "The Netherlands", "Espana", "日本", "Česko", "California", "")]
    [True, True, True, True, True, False, False]
    """
    return plain(" ".join(text.split())) in _names()
