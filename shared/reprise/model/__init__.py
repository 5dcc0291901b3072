"""
The values everything else speaks in: an upload's submission, the article, its permission, channels.

No behaviour beyond checking themselves; all frozen, all instants aware and in UTC.
"""
