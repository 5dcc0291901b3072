"""
An article's life: who it is, which version counts, where it belongs.

In: submissions and version records. Out: ids, merged records, the state they add up to.
Answers to invariants 4, 6 and 7: any order, any number of times; gone means gone; ids never change.
"""
