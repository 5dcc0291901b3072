"""
The operator's file: read by the rules of YAML 1.2, wrong entries named by line.
"""

import json
from pathlib import Path

import jsonschema
import pytest

from reprise.configuration import json_schema, load
from reprise.errors import ConfigurationError
from reprise.model.permission import Use

ROOT = Path(__file__).parents[3]
OPERATORS_FILE = ROOT / "shared" / "reprise.yaml"

MINIMAL = """\
publication:
  name: The Bay
  base_url: https://bay.example
  language: en
partners:
  post:
    name: Post
channels:
  front:
    title: Front
"""


def complaint(text):
    """The message *text* is refused with."""
    with pytest.raises(ConfigurationError) as caught:
        load(text, name="site.yaml")
    return str(caught.value)


def test_a_short_file_is_enough():
    """
    Everything but names and addresses has a default.
    """
    configuration = load(MINIMAL, name="site.yaml")

    assert configuration.channels["front"].entries == 50
    assert configuration.partners["post"].agreement.uses == {}


def test_the_shipped_file_is_right_and_its_sample_partner_may_do_everything_in_feeds():
    """
    The file that is deployed loads, and its sample partner's agreement allows every use shown.
    """
    configuration = load(OPERATORS_FILE.read_text(encoding="utf-8"), name=OPERATORS_FILE.name)

    uses = configuration.partners["sample"].agreement.uses
    allowed = {use for use, terms in uses.items() if terms.allowed}
    assert {
        Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT, Use.INDEX, Use.GOOGLE_NEWS,
    } <= allowed  # fmt: skip
    assert len(configuration.channels) >= 4


WRONG = {
    # What is wrong: (replace, by, the line of the complaint)
    "unknown-entry": (
        "    title: Front", "    titel: Front",
        "site.yaml:10: channels.front.titel: no such entry; did you mean title?",
    ),
    "missing": ("  name: The Bay\n", "", "site.yaml:1: publication.name: nothing; this entry is required"),
    "missing-part": ("partners:\n  post:\n    name: Post\n", "", "partners: nothing; this entry is required"),
    "choice": (
        "    title: Front", "    title: Front\n    text: ful",
        "site.yaml:11: channels.front.text: 'ful'; did you mean full? allowed: full, excerpt",
    ),
    "choice-in-list": (
        "    title: Front", "    title: Front\n    formats: [rss, jsn]",
        "site.yaml:11: channels.front.formats[1]: 'jsn'; did you mean json?",
    ),
    "id": (
        "  post:", "  The Post:",
        "site.yaml:6: partners.The Post: 'The Post'; lower-case letters, digits and inner hyphens",
    ),
    "slash": (
        "https://bay.example", "https://bay.example/",
        "site.yaml:3: publication.base_url: no trailing slash",
    ),
    "number": (
        "    title: Front", "    title: Front\n    entries: many",
        "site.yaml:11: channels.front.entries: 'many'; a whole number",
    ),
    "taken-name": ("  front:", "  site:", "site.yaml:9: channels.site: this name is taken"),
    "no-such-partner": (
        "    title: Front", "    title: Front\n    select: {partners: [pots]}",
        "site.yaml:11: channels.front.select.partners: no partner 'pots'; known: post",
    ),
    "zone": (
        "    name: Post", "    name: Post\n    zone: Europe/Lodnon",
        "site.yaml:8: partners.post.zone: 'Europe/Lodnon'; did you mean Europe/London?",
    ),
    "date-without-offset": (
        "    name: Post", "    name: Post\n    agreement: {expires_at: 2026-01-01}",
        "site.yaml:8: partners.post.agreement.expires_at: '2026-01-01'; a date and time with an offset",
    ),
    "unknown-use": (
        "    name: Post", "    name: Post\n    agreement: {uses: {displya: {allowed: true}}}",
        "site.yaml:8: partners.post.agreement.uses.displya: 'displya'; did you mean display?",
    ),
    "senseless-agreement": (
        "    name: Post", "    name: Post\n    agreement: {territories: {allow: [UK]}}",
        "site.yaml:8: partners.post.agreement.territories.allow: 'UK';",
    ),
    "doubled": (
        "    title: Front", "    title: Front\n    title: Back",
        "site.yaml:11: channels.front.title: a second time; it stands on line 10 already",
    ),
    "not-yaml": ("    title: Front", "    title: [Front", "site.yaml:11: not YAML:"),
    "anchor-in-itself": ("    title: Front", "    title: &a [*a]", "site.yaml:10: not YAML: an anchor inside itself"),
}  # fmt: skip


@pytest.mark.parametrize(("found", "instead", "expected"), WRONG.values(), ids=WRONG)
def test_a_wrong_entry_names_its_line_what_was_found_and_what_is_allowed(found, instead, expected):
    """
    Every kind of mistake is reported where it stands, with what may stand there.
    """
    assert expected in complaint(MINIMAL.replace(found, instead))


def test_all_wrong_entries_are_reported_at_once():
    """
    Each mistake makes a line, in the order of the file.
    """
    text = MINIMAL.replace("language: en", "language: 7").replace("title: Front", "titel: Front")

    fields = [line.split(": ")[1] for line in complaint(text).splitlines()]

    assert fields == ["publication.language", "channels.front.title", "channels.front.titel"]


def test_norway_is_a_country_and_a_date_is_text():
    """
    YAML 1.2: NO, on and 12:30 are words, not booleans and not numbers in base 60.
    """
    text = MINIMAL.replace(
        "    name: Post",
        "    name: Post\n    agreement: {territories: {allow: [NO, SE]}, contact: on, price: 12:30}",
    )

    agreement = load(text, name="site.yaml").partners["post"].agreement

    assert agreement.territories.allow == {"NO", "SE"}
    assert (agreement.contact, agreement.price) == ("on", "12:30")


@pytest.mark.parametrize("text", ["", "# nothing\n", "[]", "just words", "- a\n- b", "\x00"])
def test_what_is_no_configuration_at_all_is_refused_in_one_error(text):
    """
    An empty, wrongly shaped or unreadable file ends in a ConfigurationError, nothing else.
    """
    assert complaint(text).startswith("site.yaml:1: ")


def test_the_schema_for_editors_is_up_to_date():
    """
    docs/schemas/reprise.schema.json is what the models export (`reprise schema --write`).
    """
    exported = json.loads((ROOT / "docs/schemas/reprise.schema.json").read_text(encoding="utf-8"))

    assert exported == json_schema()


def test_the_schema_accepts_the_shipped_file_and_refuses_a_wrong_one():
    """
    What an editor says agrees with what the loader says.
    """
    configuration = load(OPERATORS_FILE.read_text(encoding="utf-8"), name=OPERATORS_FILE.name)
    shipped = json.loads(configuration.model_dump_json(exclude_unset=True))

    jsonschema.validate(shipped, json_schema())
    shipped["channels"]["front"]["titel"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(shipped, json_schema())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("profile: msm", "channels.front.profile: 'msm'; allowed: flipboard, google, msn"),
        ("profile: msn\n    entries: 31", "channels.front.entries: '31'; at most 30"),
        ("profile: newsbreak\n    text: excerpt", "channels.front.text: 'excerpt'; full"),
        ("profile: msn\n    formats: [json]", "channels.front.formats: 'json'; one that it reads"),
        ("profile: smartnews\n    hold_minutes: 60", "channels.front.hold_minutes: '60'; ≤ 15"),
        ("profile: msn\n    history: true", "channels.front.history: 'true'; false"),
    ],
    ids=["unknown", "too-long", "excerpts", "another-format", "held-too-long", "history"],
)
def test_a_channel_its_destination_would_refuse_is_named_with_its_line(lines, expected):
    """
    A bad profile is found before anything is published.
    """
    told = complaint(MINIMAL + f"    {lines}\n")

    assert expected in told
    assert told.startswith(f"site.yaml:{len(MINIMAL.splitlines()) + lines.count(chr(10)) + 1}: ")


def test_one_line_gives_each_language_its_channel():
    """
    B76: the same channel, in one language each; titles are made, or stated.
    """
    entry = MINIMAL + "    profile: msn\n    per_language: "
    listed = load(entry + "[de, pt-BR]\n", name="site.yaml").channels
    titled = load(entry + "{de: Alles, pt-BR: Tudo}\n", name="site.yaml").channels

    assert list(listed) == list(titled) == ["front", "front-de", "front-pt-br"]
    assert [channel.title for channel in listed.values()] == [
        "Front",
        "Front (de)",
        "Front (pt-BR)",
    ]
    assert [channel.title for channel in titled.values()] == ["Front", "Alles", "Tudo"]
    german = titled["front-de"]
    assert (german.language, german.profile) == ("de", "msn")
    assert german.select.languages == frozenset({"de"})


def test_a_channel_of_a_language_that_is_there_already_is_named():
    """
    Nothing that the operator wrote is overwritten by what one line makes.
    """
    said = complaint(MINIMAL + "    per_language: [de]\n  front-de:\n    title: Other\n")

    assert "site.yaml:11: channels.front.per_language: de makes channel 'front-de'" in said


def test_what_is_made_is_not_made_twice():
    """
    A configuration written out and read again is the same.
    """
    configuration = load(MINIMAL + "    per_language: [de]\n", name="site.yaml")

    assert type(configuration).model_validate(configuration.model_dump()) == configuration


def test_a_destination_that_takes_https_only_is_told_before_anything_is_published():
    """
    MS-01: the site's own addresses are what it would refuse.
    """
    said = complaint(MINIMAL.replace("https:", "http:") + "    profile: msn\n")

    assert said.startswith("site.yaml:11: channels.front.profile: 'msn'; it takes https only")


def test_a_channel_that_states_no_length_takes_that_of_its_destination():
    """
    Only what the operator wrote can be wrong.
    """
    configuration = load(MINIMAL + "    profile: msn\n", name="site.yaml")

    assert configuration.channels["front"].profile == "msn"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("formerly: [front]", "formerly: 'front' is a channel still"),
        ("formerly: [past]\n  two:\n    title: Two\n    formerly: [past]", "two.formerly: 'past' is 'front' now"),
        ("formerly: [site]", "formerly: 'site' is 'site' now"),
        ("formerly: [Past]", "formerly[0]: 'Past'; lower-case letters"),
        ("formerly: past", "formerly: 'past'; a list, e.g. [a, b]"),
    ],
    ids=["still there", "twice", "the site's", "no name", "no list"],
)  # fmt: skip
def test_a_former_name_that_leads_nowhere_is_named(lines, expected):
    """
    HTTP-12: an address answers one thing.
    """
    assert expected in complaint(MINIMAL + f"    {lines}\n")


UNSEEN = {
    "blank": ("'   '", "'   '; text that can be seen"),
    "marks only": ('"\\u200f\\u202e"', "text that can be seen"),
    "a control": ('"Top\\bstories"', "text without control characters"),
    "a lone surrogate": ('"Top\\uD800"', "text of whole characters"),
    "two lines": ('"Top\\nstories"', "one line"),
    "an override left open": ('"Top\\u202estories"', "closes its marks of direction"),
}


@pytest.mark.parametrize("entry", ["channel", "partner", "publication"])
@pytest.mark.parametrize(("text", "expected"), UNSEEN.values(), ids=UNSEEN)
def test_a_name_that_readers_could_not_see_is_no_name(entry, text, expected):
    """
    X-02, RS-02: what stands in every feed and page is looked at before anything is published.
    """
    stated = {"channel": "title: Front", "partner": "name: Post", "publication": "name: The Bay"}
    old = stated[entry]
    key = old.partition(":")[0]

    told = complaint(MINIMAL.replace(f"{old}\n", f"{key}: {text}\n"))

    assert expected in told
    assert f".{key}: " in told


@pytest.mark.parametrize(
    ("lines", "expected"),
    {
        "no format": ("formats: []", "formats: none; at least one of rss, atom, json, ninjs"),
        "a format twice": ("formats: [rss, rss]", "formats: rss, rss; each once"),
        "nobody": ("territories: []", "territories: none; at least one; leave the entry out"),
        "no country": ("territories: [UK]", "territories: 'UK'; send GB"),
        "no section": ("select: {sections: []}", "select.sections: none; at least one"),
        "a blank": ("select: {keywords: [' ']}", "select.keywords: a blank; text"),
        "a blank name": ("recipients: ['']", "recipients: a blank; names"),
        "no partner": ("select: {partners: [past]}", "select.partners: no partner 'past'"),
        "a mistyped list": ("select: {section: [Sea]}", "did you mean sections?"),
        "no entries": ("entries: 0", "entries: 0; "),
        "no minutes": ("hold_minutes: 0", "hold_minutes: 0; "),
        "another word": ("text: all", "text: 'all'; allowed: full, excerpt"),
    }.values(),
)
def test_a_channel_that_cannot_be_meant_is_named(lines, expected):
    """
    M100, invariant 1: an empty list is no "all", and an audience of nobody no permission.
    """
    told = complaint(MINIMAL + f"    {lines}\n")

    assert told.startswith(f"site.yaml:{len(MINIMAL.splitlines()) + 1}: channels.front.")
    assert expected in told


def test_an_audience_of_nobody_is_named_for_the_publication_too():
    """
    It would be covered by any permission.
    """
    told = complaint(MINIMAL.replace("  language: en\n", "  language: en\n  territories: []\n"))

    assert "publication.territories: none" in told
