"""
Licences other than Creative Commons that texts of the press and of governments come under.

One row each: what it is, how its address looks, what it is called. Addresses are matched without
scheme and ``www.``; in a name, ``-`` stands for any separator or none.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """
    A licence as a row of the table.

    Attributes:
        terms: Letters for what it asks: ``b`` attribution, ``s`` share alike, ``n`` no commercial
            use, ``d`` no derivatives, ``p`` public domain.
        address: Pattern of its own addresses.
        names: Pattern of its usual names and codes, beside *id* and *name*.
    """

    id: str
    name: str
    url: str
    family: str
    terms: str = "b"
    version: str | None = None
    jurisdiction: str | None = None
    address: str = ""
    names: str = ""


_OGL = r"nationalarchives\.gov\.uk/doc/open-government-licen[cs]e"
_OGL_UK_NAMES = r"(?:uk-)?open-government-licen[cs]e(?:-uk)?|ogl(?:-uk)?"


def _ogl(version: str) -> Known:
    major = version[0]
    return Known(
        f"OGL-UK-{version}",
        f"Open Government Licence v{version}",
        f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{major}/",
        "ogl-uk",
        version=version,
        jurisdiction="GB",
        address=rf"{_OGL}/version/{major}",
        names=rf"(?:{_OGL_UK_NAMES})-(?:\(-(?:uk|ogl)-\)-)?v?(?:ersion)?-{major}(?:\.0)?(?:-\(-uk-\))?",
    )


def _gfdl(version: str) -> Known:
    return Known(
        f"GFDL-{version}",
        f"GNU Free Documentation License {version}",
        f"https://www.gnu.org/licenses/old-licenses/fdl-{version}.html"
        if version != "1.3"
        else "https://www.gnu.org/licenses/fdl-1.3.html",
        "gfdl",
        "bs",
        version=version,
        address=rf"gnu\.org/licenses/(?:old-licenses/)?fdl-{version}"
        + (r"|gnu\.org/(?:copyleft|licenses)/fdl" if version == "1.3" else ""),
        names=rf"(?:gfdl|gnu-fdl|gnu-free-documentation-licen[cs]e)-v?(?:ersion)?-{version}(?:-only|-or-later)?",
    )


def _kogl(kind: int, terms: str, what: str) -> Known:
    return Known(
        f"LicenseRef-KOGL-{kind}",
        f"Korea Open Government License Type {kind} ({what})",
        f"https://www.kogl.or.kr/info/licenseType{kind}.do",
        "kogl",
        terms,
        jurisdiction="KR",
        address=rf"kogl\.or\.kr/info/licenseType{kind}",
        names=rf"kogl-type-{kind}|공공누리-제?{kind}유형|korea-open-government-licen[cs]e-type-{kind}",
    )


KNOWN: tuple[Known, ...] = (
    _ogl("1.0"),
    _ogl("2.0"),
    _ogl("3.0"),
    Known(
        "OPL-UK-3.0",
        "Open Parliament Licence v3.0",
        "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
        "opl-uk",
        version="3.0",
        jurisdiction="GB",
        address=r"parliament\.uk/site-information/copyright(?:-parliament)?/open-parliament-licence",
        names=r"open-parliament-licen[cs]e(?:-v?3(?:\.0)?)?",
    ),
    Known(
        "OGL-Canada-2.0",
        "Open Government Licence – Canada 2.0",
        "https://open.canada.ca/en/open-government-licence-canada",
        "ogl-ca",
        version="2.0",
        jurisdiction="CA",
        address=r"open\.canada\.ca/(?:en/open-government-licence-canada|fr/licence-du-gouvernement-ouvert-canada)",
        names=r"(?:open-government-licen[cs]e|licence-du-gouvernement-ouvert)-(?:\(-)?canada-\)?-(?:v?(?:ersion)?-2\.0)?",
    ),
    Known(
        "etalab-2.0",
        "Licence Ouverte / Open Licence 2.0 (Etalab)",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        "etalab",
        version="2.0",
        jurisdiction="FR",
        address=r"etalab\.gouv\.fr/(?:licence-ouverte|wp-content/uploads/2017/04/etalab-licence-ouverte-v2)"
        r"|github\.com/etalab/licence-ouverte",
        names=r"(?:etalab-)?licence-ouverte-(?:/-open-licen[cs]e-)?(?:\(?etalab\)?-)?v?(?:ersion)?-2(?:\.0)?(?:-\(?etalab\)?)?"
        r"|etalab-(?:open-licen[cs]e-)?v?2\.0",
    ),
    Known(
        "LicenseRef-etalab-1.0",
        "Licence Ouverte / Open Licence 1.0 (Etalab)",
        "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf",
        "etalab",
        version="1.0",
        jurisdiction="FR",
        address=r"etalab\.gouv\.fr/wp-content/uploads/2014/05/(?:licence|open)_",
        names=r"(?:etalab-)?licence-ouverte-(?:/-open-licen[cs]e-)?(?:\(?etalab\)?-)?v?(?:ersion)?-1(?:\.0)?",
    ),
    Known(
        "LicenseRef-etalab",
        "Licence Ouverte / Open Licence (Etalab)",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        "etalab",
        jurisdiction="FR",
        names=r"(?:etalab-)?licence-ouverte(?:-/-open-licen[cs]e)?(?:-\(?etalab\)?)?|etalab-open-licen[cs]e",
    ),
    Known(
        "DL-DE-BY-2.0",
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "dl-de-by",
        version="2.0",
        jurisdiction="DE",
        address=r"(?:govdata\.de/(?:web/guest/)?dl-de|dcat-ap\.de/def/licenses/dl)[/-]by-(?:de[/-])?2[-_./]0",
        names=r"(?:datenlizenz-deutschland|dl-de)-/?-(?:namensnennung|by)-(?:version-)?2[-.]0",
    ),
    Known(
        "DL-DE-ZERO-2.0",
        "Datenlizenz Deutschland – Zero – Version 2.0",
        "https://www.govdata.de/dl-de/zero-2-0",
        "dl-de-zero",
        "",
        version="2.0",
        jurisdiction="DE",
        address=r"(?:govdata\.de/(?:web/guest/)?dl-de|dcat-ap\.de/def/licenses/dl)[/-]zero-(?:de[/-])?2[-_./]0",
        names=r"(?:datenlizenz-deutschland|dl-de)-/?-zero-(?:version-)?2[-.]0",
    ),
    Known(
        "NLOD-1.0",
        "Norwegian Licence for Open Government Data 1.0",
        "https://data.norge.no/nlod/en/1.0",
        "nlod",
        version="1.0",
        jurisdiction="NO",
        address=r"data\.norge\.no/nlod/(?:en|no|nb)/1\.0",
        names=r"nlod-1(?:\.0)?",
    ),
    Known(
        "NLOD-2.0",
        "Norwegian Licence for Open Government Data 2.0",
        "https://data.norge.no/nlod/en/2.0",
        "nlod",
        version="2.0",
        jurisdiction="NO",
        address=r"data\.norge\.no/nlod/(?:en|no|nb)(?:/2\.0)?/?$",
        names=r"nlod(?:-2(?:\.0)?)?|(?:norsk-lisens-for-offentlige-data|norwegian-licen[cs]e-for-open-government-data)"
        r"-(?:\(-nlod-\))?-(?:2\.0)?",
    ),
    Known(
        "LicenseRef-IODL-1.0",
        "Italian Open Data License 1.0",
        "https://www.formez.it/iodl/",
        "iodl",
        "bs",
        version="1.0",
        jurisdiction="IT",
        address=r"(?:formez\.it/iodl|dati\.gov\.it/iodl/1\.0)",
        names=r"(?:iodl|italian-open-data-licen[cs]e)-v?1(?:\.0)?",
    ),
    Known(
        "LicenseRef-IODL-2.0",
        "Italian Open Data License 2.0",
        "https://www.dati.gov.it/iodl/2.0/",
        "iodl",
        version="2.0",
        jurisdiction="IT",
        address=r"dati\.gov\.it/(?:iodl/2\.0|content/italian-open-data-license-v20)",
        names=r"(?:iodl|italian-open-data-licen[cs]e)-v?2(?:\.0)?",
    ),
    Known(
        "LicenseRef-US-Government-Work",
        "Work of the United States Government (17 U.S.C. § 105)",
        "https://www.usa.gov/government-works",
        "us-gov",
        "p",
        jurisdiction="US",
        address=r"usa\.gov/(?:government-works|government-copyright|copyright)",
        names=r"(?:work-of-the-)?(?:u\.?s\.?|united-states)-(?:federal-)?government-works?|us-gov(?:-work)?"
        r"|17-u\.?-s\.?-c\.?-§?-105",
    ),
    Known(
        "LicenseRef-EU-2011-833",
        "Reuse of European Commission documents (Decision 2011/833/EU)",
        "https://eur-lex.europa.eu/eli/dec/2011/833/oj",
        "eu-reuse",
        jurisdiction="EU",
        address=r"(?:data|eur-lex)\.europa\.eu/eli/dec/2011/833|ec\.europa\.eu/info/legal-notice",
        names=r"(?:(?:european-)?commission-)?(?:reuse-)?decision-2011/833/eu|european-commission-reuse-(?:notice|decision)"
        r"|com_reuse",
    ),
    _gfdl("1.1"),
    _gfdl("1.2"),
    _gfdl("1.3"),
    Known(
        "ODC-By-1.0",
        "Open Data Commons Attribution License 1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
        "odc-by",
        version="1.0",
        address=r"opendatacommons\.org/licenses/by",
        names=r"odc-by(?:-1\.0)?|open-data-commons-attribution-licen[cs]e(?:-v?1\.0)?",
    ),
    Known(
        "ODbL-1.0",
        "Open Data Commons Open Database License 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
        "odbl",
        "bs",
        version="1.0",
        address=r"opendatacommons\.org/licenses/odbl",
        names=r"(?:odc-)?odbl(?:-v?1\.0)?|(?:open-data-commons-)?open-database-licen[cs]e(?:-v?1\.0)?",
    ),
    Known(
        "PDDL-1.0",
        "Open Data Commons Public Domain Dedication & License 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
        "pddl",
        "p",
        version="1.0",
        address=r"opendatacommons\.org/licenses/pddl",
        names=r"(?:odc-)?pddl(?:-1\.0)?",
    ),
    Known(
        "OGDL-Taiwan-1.0",
        "Taiwan Open Government Data License 1.0",
        "https://data.gov.tw/license",
        "ogdl-tw",
        version="1.0",
        jurisdiction="TW",
        address=r"data\.gov\.tw/(?:en/)?licen[cs]e",
        names=r"taiwan-open-government-data-licen[cs]e(?:-,?-version-1\.0)?|政府資料開放授權條款",
    ),
    Known(
        "LicenseRef-GODL-India",
        "Government Open Data License – India",
        "https://data.gov.in/government-open-data-license-india",
        "godl-in",
        jurisdiction="IN",
        address=r"data\.gov\.in/government-open-data-license-india",
        names=r"godl-\(?india\)?|government-open-data-licen[cs]e-india",
    ),
    Known(
        "LicenseRef-JP-Government-2.0",
        "Government of Japan Standard Terms of Use 2.0",
        "https://cio.go.jp/sites/default/files/uploads/documents/opendata_nijiriyou_betten1.pdf",
        "jp-gov",
        version="2.0",
        jurisdiction="JP",
        names=r"政府標準利用規約-[（(]?第?2\.0版?[)）]?|government-of-japan-standard-terms-of-use-\(?(?:version-)?2\.0\)?",
    ),
    _kogl(1, "b", "attribution"),
    _kogl(2, "bn", "no commercial use"),
    _kogl(3, "bd", "no changes"),
    _kogl(4, "bnd", "no commercial use, no changes"),
    Known(
        "LAL-1.3",
        "Licence Art Libre 1.3",
        "https://artlibre.org/licence/lal/en/",
        "lal",
        "bs",
        version="1.3",
        address=r"artlibre\.org/(?:licence/)?lal",
        names=r"(?:free-art-licen[cs]e|licence-art-libre)-(?:1\.3)?",
    ),
    Known(
        "CC-PDDC",
        "Creative Commons Public Domain Dedication and Certification",
        "https://creativecommons.org/licenses/publicdomain/",
        "cc-pddc",
        "p",
        address=r"creativecommons\.org/licen[cs]es/publicdomain",
        names=r"cc-pddc",
    ),
)
