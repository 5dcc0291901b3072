"""
Which of the Latin code pages a text is in: its language knows which letters it has.

Code pages of Europe differ in a few letters (``ñ`` in one is ``ń`` in the next), too few for a
detector that looks at bytes; but the words without accents tell the language, and that the letters.
"""

from __future__ import annotations

from reprise.text.languages import detect_language

CODE_PAGES = ("cp1252", "cp1250", "cp1254", "iso8859_2", "cp1257")
"""In the order in which they are believed when they spell a text alike."""

# Letters beyond ASCII that a text of the language has, in lower case.
_ALPHABETS = {
    "ca": "àçéèíïóòúü·", "cs": "áčďéěíňóřšťúůýž", "da": "æøåéöä", "de": "äöüß", "es": "áéíóúüñ",
    "et": "äõöüšž", "fi": "åäöéšž", "fr": "àâæçéèêëîïôœùûüÿ", "hr": "čćđšž", "hu": "áéíóöőúüű",
    "is": "áéíóúýþæöð", "it": "àèéìíòóùú", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "nb": "æøåéö",
    "nl": "áéëèïóöüíâê", "no": "æøåéö", "pl": "ąćęłńóśźż", "pt": "áâãàçéêíóôõúü", "ro": "ăâîșțşţ",
    "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "sv": "åäöéà", "tr": "çğıöşüâîû",
}  # fmt: skip


def code_page_of(data: bytes) -> str | None:
    """
    The code page in which *data* spells the letters of its language best; ``None`` when unknown.

    Example:
        >>> code_page_of("El niño llegó tarde a la estación del ferrocarril.".encode("cp1252"))
        'cp1252'
    """
    scores = {page: _spelled(data.decode(page, "replace")) for page in CODE_PAGES}
    best = max(scores, key=lambda page: scores[page])
    return best if scores[best] else None


def _spelled(text: str) -> float:
    """
    How surely *text* is of a language, times the share of its accented letters that this has.

    Letters alone: quotation marks stand in the same places of those of Windows, and are controls in
    the one that is not.
    """
    if any("\x80" <= one <= "\x9f" for one in text):
        return 0.0
    language, sure = detect_language(text)
    alphabet = _ALPHABETS.get(language.split("-")[0], "")
    letters = [one for one in text.lower() if one > "\x7f" and (one.isalpha() or one == "\ufffd")]
    return sure * sum(one in alphabet for one in letters) / len(letters) if letters else 0.0
