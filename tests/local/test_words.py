"""
What the local run tells at its end.
"""

from reprise.local.words import address_lines
from reprise.model.configuration import Configuration


def test_addresses_of_a_channel_under_its_former_name_are_told_apart():
    """
    HTTP-12: they are no channel of their own, and lead to one.
    """
    here = Configuration.model_validate(
        {
            "publication": {"name": "Bay", "base_url": "https://bay.example", "language": "en"},
            "partners": {},
            "channels": {"shore": {"title": "The shore", "formerly": ["sea"]}},
        }
    )
    keys = ["channels/sea/feed.rss", "channels/shore/feed.rss", "index.html"]

    assert list(address_lines(keys, here, {})) == [
        "Channel shore: The shore",
        "    https://bay.example/channels/shore/feed.rss",
        "Moved to channel shore",
        "    https://bay.example/channels/sea/feed.rss",
        "The site",
        "    https://bay.example/",
    ]
