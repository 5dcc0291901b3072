"""
Reprise: republished articles in, feeds, sitemaps and pages for news aggregators out.

``Upload -> Submission -> Article -> Entry -> Document``. The rooms and who may import whom
are drawn in the README; ``tests/test_architecture.py`` holds the house to it.
"""

__version__ = "0.1.0"
