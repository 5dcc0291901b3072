"""
The shell: fetch, ask the rooms, store, announce.

In: messages. Out: receipts and published documents, through the promises of
:mod:`reprise.stores.ports`. Knows the order of things and nothing about news.
"""
