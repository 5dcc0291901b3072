"""
Submission -> Article: one module per field, listed in ``chain.py``.

In: a submission as its partner stated it. Out: an article fit to be ruled on and rendered, with
where each value came from, what was taken out, and what is wrong. ``ed_note`` and ``slugline`` have
no field here, so nothing downstream can show them (NJ-05).
"""
