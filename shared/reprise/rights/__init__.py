"""
Permission: what was granted, and may this use happen, here, now?

In: what each origin states (:class:`~reprise.model.permission.Stated`) and a
:class:`~reprise.model.ruling.Request`. Out: a :class:`~reprise.model.ruling.Ruling`, the terms
that may be passed on, and words that explain both. Answers to ODRL 2.2, RightsML, RSL 1.0 and
rows B27-B40. The rules in words: ``docs/permissions.md``.
"""
