"""
Where things are kept.

:mod:`ports` says what is promised, :mod:`memory` keeps the promise in memory, :mod:`aws` on AWS.
Both pass the same contract tests.
"""
