"""
A channel's turn: a channel and a moment in, its feeds, landing page and history out.

``turn`` is the order of it, ``selection`` what may be shown, ``press`` the documents, ``history``
the closed volumes (RFC 5005), ``chronicle`` what the ledger and the CDN are told.
"""
