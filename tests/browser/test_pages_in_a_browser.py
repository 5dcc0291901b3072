"""The pages as a person meets them: at any width, in the dark, by keyboard, aloud, on paper."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

TAB, ENTER = "\ue004", "\ue007"
PAGES = [
    "/index.html",
    "/articles/ferry.html",
    "/articles/arabic.html",
    "/articles/gone.html",
    "/channels/top/",
    "/channels/arabic/",
    "/sections/coast.html",
    "/days/2026-05-02.html",
    "/errors/404.html",
]
every_page = pytest.mark.parametrize("path", PAGES)
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@every_page
@both_schemes
def test_an_accessibility_checker_finds_nothing(browser, site, axe, path, scheme):
    """
    axe-core, all its rules: landmarks, names, contrast, order, languages; light and dark.
    """
    browser.open(site + path, prefers_color_scheme=scheme)

    assert violations(browser, axe) == []


def test_the_accessibility_checker_can_find_something(browser, site, axe):
    """
    Pale words and a picture without text, planted, are found.
    """
    browser.open(site + "/articles/ferry.html")
    browser.run(
        "document.querySelector('main img').removeAttribute('alt');"
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('.meta { color: #ccc }');"
        "document.adoptedStyleSheets = [sheet]"
    )

    assert {rule for rule, _, _ in violations(browser, axe)} == {"image-alt", "color-contrast"}


def violations(browser, axe):
    """What axe-core finds on the page that is shown: rule, element, what to do."""
    browser.run(axe)
    found = browser.run_async(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(arguments[0])"
    )
    return [
        (rule["id"], node["html"], node["failureSummary"])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@every_page
def test_a_page_loads_nothing_but_pictures_and_complains_of_nothing(browser, site, path):
    """
    The content security policy holds for our own style and structured data, too.
    """
    browser.open(site + path)
    loaded = browser.run(
        "return performance.getEntriesByType('resource').map(r => [r.initiatorType, r.name])"
    )

    assert {kind for kind, _ in loaded} <= {"img"}
    assert browser.complaints() == []
    assert browser.run("return getComputedStyle(document.body).margin") == "0px"


@every_page
@pytest.mark.parametrize("width", [320, 768, 1600])
def test_nothing_is_cut_off_or_scrolls_sideways(browser, site, path, width):
    """
    WCAG 1.4.10: at 320 pixels, too, which is 1,280 at four times the size.
    """
    browser.open(site + path, width=width)

    assert browser.run("return document.documentElement.scrollWidth") <= width


@both_schemes
def test_colours_follow_the_readers_system(browser, site, scheme):
    """
    Dark in the dark, light in the light.
    """
    browser.open(site + "/articles/ferry.html", prefers_color_scheme=scheme)
    colour = browser.run("return getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in colour.strip("rgb()").split(",")) / 3

    assert brightness < 60 if scheme == "dark" else brightness > 200


def test_a_keyboard_user_skips_to_the_text(browser, site):
    """
    The first stop is a link that shows itself and leads past the navigation.
    """
    browser.open(site + "/articles/ferry.html")
    browser.press(TAB)
    top = browser.run("return document.activeElement.getBoundingClientRect().top")
    name = browser.run("return document.activeElement.className")
    browser.press(ENTER)
    browser.press(TAB)
    after = browser.run("return document.querySelector('main').contains(document.activeElement)")

    assert name == "skip"
    assert top >= 0
    assert after


@every_page
def test_where_the_keyboard_is_can_always_be_seen(browser, site, path):
    """
    WCAG 2.4.7: every stop has an outline of its own.
    """
    browser.open(site + path)
    stops = browser.run("return document.querySelectorAll('a[href], summary').length")
    outlines = []
    for _ in range(min(stops, 30)):
        browser.press(TAB)
        outlines.append(
            browser.run(
                "const s = getComputedStyle(document.activeElement);"
                "return [document.activeElement.tagName, s.outlineStyle, parseFloat(s.outlineWidth)]"
            )
        )

    for tag, style, width in outlines:
        assert tag in {"A", "VIDEO"}
        assert style == "solid"
        assert width >= 2


def test_an_arabic_page_runs_from_right_to_left(browser, site):
    """
    The headline ends at the right edge of its column, the site's name stands on the right.
    """
    browser.open(site + "/articles/arabic.html")
    sides = browser.run(
        "const range = document.createRange(); range.selectNodeContents("
        "document.querySelector('h1')); const text = range.getBoundingClientRect();"
        "const box = document.querySelector('h1').getBoundingClientRect();"
        "const name = document.querySelector('.name').getBoundingClientRect();"
        "const nav = document.querySelector('nav').getBoundingClientRect();"
        "return [box.right - text.right, text.left - box.left, name.left - nav.right]"
    )

    assert sides[0] < 2
    assert sides[1] > 20
    assert sides[2] > 0


def test_one_click_selects_the_address_of_a_feed(browser, site):
    """
    HU-03: copyable without a script.
    """
    browser.open(site + "/channels/top/")
    browser.click(".feeds code")

    assert browser.run("return getSelection().toString()") == f"{site}/channels/top/feed.rss"


def test_motion_stops_for_who_asks(browser, site):
    """
    prefers-reduced-motion: nothing moves.
    """
    browser.open(site + "/index.html", prefers_reduced_motion="reduce")
    still = browser.run("return getComputedStyle(document.querySelector('a')).transitionDuration")

    assert still == "0s"


def test_a_printed_article_is_the_article(browser, site):
    """
    No navigation on paper, black on white even in the dark, and the source's address in full.
    """
    browser.open(site + "/articles/ferry.html", type="print", prefers_color_scheme="dark")
    hidden = browser.run("return getComputedStyle(document.querySelector('nav')).display")
    ink = browser.run("return getComputedStyle(document.body).color")
    shown = browser.run(
        "return getComputedStyle(document.querySelector('.about a'), '::after').content"
    )

    assert (hidden, ink) == ("none", "rgb(0, 0, 0)")
    assert "https://" in shown
    assert browser.pdf().startswith(b"%PDF")


def test_pictures_keep_their_place_while_they_load(browser, site):
    """
    Width and height are known, so the text does not jump.
    """
    browser.open(site + "/articles/ferry.html", width=400)
    size = browser.run(
        "const i = document.querySelector('figure img');"
        "return [i.complete, i.clientWidth / i.clientHeight, i.clientWidth]"
    )

    assert size[0]
    assert abs(size[1] - 1200 / 675) < 0.02
    assert size[2] <= 400


SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "landing": ("/channels/top/", {"height": 1100}),
    "article": ("/articles/ferry.html", {"height": 1250}),
    "front": ("/index.html", {"height": 1100}),
    "article-dark-phone": ("/articles/ferry.html", {"width": 420, "prefers_color_scheme": "dark"}),
    "article-arabic": ("/articles/arabic.html", {"width": 800, "height": 1150}),
    "article-narrow": ("/articles/ferry.html", {"width": 320, "height": 2900}),
    "front-dark": ("/index.html", {"height": 900, "prefers_color_scheme": "dark"}),
    "section": ("/sections/coast.html", {"width": 800}),
    "landing-arabic-phone": ("/channels/arabic/", {"width": 420, "height": 1300}),
    "gone": ("/articles/gone.html", {"height": 700}),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_page_can_be_looked_at(browser, site, tmp_path, name):
    """
    A picture of it, not blank. ``SHOTS=folder`` keeps it there for people.
    """
    path, view = SHOTS[name]
    browser.open(site + path, **view)
    picture = browser.picture()
    folder = Path(os.environ.get("SHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.png").write_bytes(picture)

    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 8_000
