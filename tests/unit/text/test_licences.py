"""Licences are recognised from what partners really write, and never guessed (rows B27, C19)."""

from __future__ import annotations

import pytest

from reprise.text.licences import contradicts, find_licence, resolve
from tests.patience import patience


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa-3.0-de", "CC-BY-SA-3.0-DE"),
        ("cc by nc nd", "CC-BY-NC-ND"),
        ("CC BY 3.0 IGO", "CC-BY-3.0-IGO"),
        ("Creative Commons Attribution 4.0 International License", "CC-BY-4.0"),
        ("Attribution-NonCommercial Creative Commons license", "CC-BY-NC"),
        ("Creative Commons Namensnennung 4.0 International", "CC-BY-4.0"),
        ("Licence Creative Commons Attribution - Partage à l’identique 3.0", "CC-BY-SA-3.0"),
        ("クリエイティブ・コモンズ 表示 4.0 国際", "CC-BY-4.0"),
        ("知识共享署名-非商业性使用 4.0 国际许可协议", "CC-BY-NC-4.0"),
        ("Лицензия Creative Commons «С указанием авторства» 4.0 Международная", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc/3.0/de/deed.fr", "CC-BY-NC-3.0-DE"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"),
        ("CC0", "CC0-1.0"),
        ("public domain mark 1.0", "CC-PDM-1.0"),
        ("Public domain", "LicenseRef-public-domain"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("Licence Ouverte 2.0", "etalab-2.0"),
        ("dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("NLOD 2.0", "NLOD-2.0"),
        ("GFDL 1.3", "GFDL-1.3"),
    ],
)
def test_known_licence_is_recognised_by_address_id_and_usual_name(text, licence):
    """An address, an SPDX id and the names in several languages lead to one licence."""
    found = resolve(text)

    assert found is not None
    assert found.id == licence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Creative Commons",  # does not say which
        "All rights reserved",
        "CC BY-ND-SA 4.0",  # no such licence: what may not be changed cannot be shared alike
        "CC BY 4.1",
        "CC BY 4.0 DE",  # version 4.0 was never ported
        "CC BY 4.0, except for pictures",
        "CC BY-SA 4.0 (https://creativecommons.org/licenses/by/4.0/)",
        "Attribution 4.0 International (CC BY-NC 4.0)",
        "https://example.org/licenses/by/4.0/",
        "BY",
        "CC BY 4.0 " * 60,
    ],
)
def test_what_is_unknown_or_disagrees_with_itself_is_no_licence(text):
    """One unknown word, an impossible combination or two statements at odds give nothing."""
    assert resolve(text) is None


def test_elements_of_a_licence_follow_its_name():
    """What a Creative Commons licence asks is read from its elements."""
    licence = resolve("CC BY-NC-ND 4.0")

    assert licence is not None
    assert (licence.attribution, licence.commercial, licence.derivatives) == (True, False, False)
    assert not licence.share_alike


@pytest.mark.parametrize(
    ("text", "url", "answer"),
    [
        ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by/4.0/", True),
        ("CC BY 3.0", "https://creativecommons.org/licenses/by/4.0/", True),
        ("CC BY", "https://creativecommons.org/licenses/by/4.0/", False),
        ("Free to use under CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", False),
        ("Ask us first", "https://creativecommons.org/licenses/by/4.0/", False),
    ],
)
def test_a_name_contradicts_an_address_only_when_both_are_known(text, url, answer):
    """What one side leaves unsaid is no contradiction."""
    assert contradicts(text, url) is answer


@pytest.mark.parametrize(
    ("text", "words", "licence"),
    [
        ("It is under a CC BY 4.0 license and free.", "CC BY 4.0 license", "CC-BY-4.0"),
        ("It is under a Creative Commons licence.", "Creative Commons licence", None),
        ("Der Text steht unter CC-Lizenz BY-SA 4.0.", "CC-Lizenz BY-SA 4.0", "CC-BY-SA-4.0"),
        (
            "CC BY 4.0, see https://creativecommons.org/licenses/by-nc/4.0/",
            "CC BY 4.0",
            None,
        ),
    ],
)
def test_licence_is_found_in_running_text_with_its_words(text, words, licence):
    """The words are kept as they stand; several statements must agree."""
    found = find_licence(text)

    assert found is not None
    assert found.text == words
    assert text[found.start : found.end] == words
    assert (found.licence.id if found.licence else None) == licence


@pytest.mark.parametrize(
    "text",
    ["The commons were creative.", "By the river it was attributed to none.", "nc nd sa", "0.0"],
)
def test_ordinary_sentences_name_no_licence(text):
    """Words that licences are made of are words first."""
    assert find_licence(text) is None


@pytest.mark.parametrize("piece", ["x", "cc by ", "creative commons ", "(( ", "https://", "- "])
def test_hostile_text_is_read_in_linear_time(piece):
    """A hundred thousand characters of any one piece are read at once."""
    with patience():
        find_licence(piece * (100_000 // len(piece)))
