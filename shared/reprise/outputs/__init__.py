"""
From :class:`~reprise.model.document.Entry` to bytes: feeds, sitemaps, pages and what announces them.

In come entries (or the short lines that lists need), already ruled on; out come
:class:`~reprise.model.document.Document` values, the same bytes for the same entries. Nothing here
asks whether something may be shown: what may not be shown never arrives.
"""
