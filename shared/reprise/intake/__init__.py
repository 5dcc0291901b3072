"""
Bytes of a partner -> submissions: the item as stated, nothing decided yet (rows M1-B12, B20).

In: an upload's bytes, name and sidecar. Out: :class:`reprise.model.reading.Reading`. The format is
told by the content, never by the name; ``formats.py`` is the one table of formats, each a module
here. Hostile input costs bounded time and memory, and one bad item never costs the others.
"""
