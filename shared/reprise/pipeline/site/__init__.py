"""
The site's own turn: what is due on the agenda in, pages, sitemaps and lists out.

``turn`` is the order of it, ``articles`` the articles' own pages, ``lists`` the pages that list
them, ``sitemaps`` what search engines read; ``desk`` is what all of these share.
"""
