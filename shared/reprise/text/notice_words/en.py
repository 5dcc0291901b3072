"""English."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="en",
    gate="publish|printed|reprint|repost|posted|permission|courtesy|appear|syndicat|reproduc|"
    "rights reserved|translat|original|licen|photo|image|credit|source:|consent|"
    "arrangement|authoriz|authoris|contributed|excerpt|adapted|crosspost|republi|reus|"
    "abridged|version of|ran in|ran on|creative commons|cc by|provided|featured|"
    "comes from|welcome to|feel free|allow|source|produced by|distributed by|via|"
    "copyright|from the archive|reported by|licens|released|our partner|our friends|"
    "our colleagues|our sister",
    text="article|articles|story|stories|post|piece|essay|interview|column|blog post|blogpost|"
    "blog entry|commentary|op ed|opinion piece|opinion article|text|excerpt|entry|"
    "tutorial|review|editorial|dispatch|analysis|news item|news article|q a|feature|item|"
    "guest post|guest column|guest essay|guest article",
    this="this|the following|the above|the preceding|the present|these",
    pub="published|appeared|appears|appear|posted|ran|printed|released|featured|produced|"
    "aired|carried|issued|comes|come|shared|reported|co published|copublished|"
    "distributed|was written for|written for|been written for|hosted|provided|"
    "made available|supplied|went live|broadcast|syndicated|went out|premiered|debuted|"
    "co produced|coproduced|commissioned",
    first="originally|first|initially|previously|earlier|formerly|original|at first|"
    "for the first time|elsewhere|before|in its original form|at the time",
    rep="republished|reprinted|reposted|re posted|re published|re printed|cross posted|"
    "crossposted|cross published|syndicated|reproduced|reblogged|re blogged|repurposed|"
    "reshared|republication|reprint|repost|cross post|crosspost|republishing|reprinting|"
    "republishes|reprints|excerpted|re shared|x posted|cross posting|we republish|"
    "are republishing|is republishing|reused|re used|co published with|copublished with|"
    "published jointly with|mirrored|mirrored from|recirculated|carried here|rerun|"
    "re run|reran|syndicated by|republished here",
    feed="appeared first on|first appeared on the post",
    piece="report|work|chapter|paper|series|poem|speech|letter|podcast|video|transcript|guide|"
    "conversation|briefing|investigation|obituary|contribution|version|reporting|"
    "material|content|column|project|research|press release|statement|webcast|newsletter|"
    "preview|q a|talk|lecture|diary|explainer|roundup|profile|thread|lines|materials|"
    "contents",
    it="it|they",
    grant="permission|permissions|consent|authorization|authorisation|approval|allowing us|"
    "letting us|allowing us to|letting us to|agreeing to let us|permitting us|granting us",
    with_="with|having obtained|obtained|received|secured",
    perm="by arrangement with|by arrangement|by special arrangement|permission granted|"
    "by kind permission|in agreement with|in partnership with|used under licence|"
    "used under license|with the blessing of|with kind permission|under licence from|"
    "under license from|under agreement with|under an agreement with|by agreement with|"
    "through an arrangement with|via an arrangement with|thanks to a partnership with|"
    "with full permission|in collaboration with|under a content sharing agreement|"
    "under a sharing agreement|through a partnership with|as part of a partnership with|"
    "as part of a content sharing agreement with|as part of an agreement with|"
    "used with permission|used by permission|used with the permission|"
    "used with kind permission|used with the kind permission|used by kind permission|"
    "used with their permission|with their blessing|with his blessing|with her blessing|"
    "with its blessing",
    courtesy="courtesy of|courtesy|through the courtesy of|by courtesy of|licensed from|"
    "with thanks to the editors of|with compliments of",
    contributed="kindly contributed|generously contributed|generously provided|kindly provided|"
    "kindly supplied|graciously contributed|kindly shared|generously shared|"
    "kindly made available|donated|kindly lent",
    written="written by|authored by|was written by|penned by|words by|by author|reported by|"
    "story by|article by|post by|essay by|text by|column by|was authored by",
    person="author|authors|author s|writer|writers|publisher|publishers|editor|editors|creator|"
    "owner|copyright holder|copyright owner|rights holder|their|his|her|its|"
    "original author|the original author|original publisher|estate",
    at="on|in|at|over at|through",
    by="by",
    of="of",
    from_="from",
    outlet="blog|website|site|web site|magazine|newspaper|journal|newsletter|portal|weblog|page|"
    "platform|publication|daily|weekly|news site|substack|homepage|webpage|section|"
    "column of|network|news service|news agency|book|print edition|online edition|"
    "personal blog|company blog|engineering blog|tech blog|anthology|outlet|media outlet|"
    "news outlet|nonprofit newsroom|newsroom|vlog|archive of|archives of|the archives|"
    "pages of|zine|newswire|wire service|radio show|podcast|broadcaster|forum|"
    "mailing list|think tank|student newspaper|student paper|local paper|print magazine|"
    "press agency|organisation|organization|nonprofit|non profit|quarterly journal|"
    "monthly magazine",
    issue="issue|edition|volume|number|print issue|no",
    transl="translated|translation|translates|translated into english|transl|translated from|"
    "original translation|english translation|translation by",
    derived="an earlier version|earlier version|a version|an edited version|an abridged version|"
    "a shorter version|a longer version|a modified version|an updated version|"
    "an expanded version|a previous version|a slightly different version|adapted from|"
    "is adapted|based on|derived from|condensed from|adaptation of|is an adaptation|"
    "a revised version|an extended version|a condensed version|parts of this|"
    "portions of this|a draft of|inspired by|was adapted|been adapted|adapted|"
    "an adapted version|a different version",
    original="original article|original post|original story|original version|the original|"
    "original text|original piece|original source|original publication|original essay|"
    "full article|original blog post|original column|original interview",
    read="read the original|read original|view the original|see the original|original here|"
    "find the original|canonically located|read the full|see original|view original|"
    "click here for the original|visit the original|be read here|be found here|"
    "read it here|original can be found|canonical url|available at|read the article on|"
    "read the story at|link to the original|read more at|read the full article|"
    "read the whole story",
    source="source|sources|original source|article source|story source|via|h t|hat tip|found at|"
    "copied from|taken from|story from|story by|article from|post from|text from|"
    "syndicated via|from our partners at",
    reserved="all rights reserved|rights reserved|may not be|can not be|cannot be|must not be|"
    "no part of|no reproduction|no unauthorized|no unauthorised|any reproduction|"
    "any unauthorized|do not|any use|any republication|copyrighted material|"
    "except as permitted|unauthorized|unauthorised",
    forbid="prohibited|forbidden|not permitted|not allowed|strictly|infringement|illegal",
    without="without|no",
    only="only|prior|requires|required|subject to|needs|need",
    offer="feel free|free to|happy to|you may|you can|are welcome|welcome to|we encourage|"
    "we invite|want to|wish to|would like to|may be republished|can be republished|"
    "may be reproduced|can be reproduced|may be reprinted|can be reprinted|may be freely|"
    "can be freely|be shared freely|be reused|permission is granted|"
    "permission is hereby granted|permission is given|for free|free of charge|"
    "available to republish|available for republication|available for reprint|"
    "please republish|steal our|help yourself|can republish|may republish|may reprint|"
    "can reprint|may reproduce|anyone may|you re free|may share|please feel|"
    "encouraged to|others may|news organizations may|news outlets may|publications may|"
    "media may|like to republish|want to republish|interested in republishing|"
    "free republication|permitted to|as long as|provided that|available for free",
    ask="for permission|permission to|to request permission|to obtain permission|"
    "for permissions|permission requests|permissions inquiries|reprint requests|"
    "request permission|reprint permission|to license|licensing inquiries|"
    "obtain permission|seek permission|to request|for reprints|for reprint rights|"
    "for rights",
    thanks="thanks to|thank|with thanks to|grateful to|thanks|our thanks to|many thanks to|"
    "we thank|gratitude to",
    use="republish|reprint|repost|reproduce|share|use|copy|redistribute|distribute|"
    "republishing|republication|reproduction|copying|reuse|redistribution|publish|"
    "distribution|rewritten|broadcast|duplication|duplicated|copied|transmitted|"
    "redistributed|stored",
    terms="you agree|i agree|by posting|by submitting|by commenting|terms of service|"
    "terms of use|privacy policy|right to republish|you grant|reserves the right|"
    "reserve the right",
    under="under|licensed under|pursuant to",
    licence="licence|license|licenses|licences|creative commons|cc",
    licensed="licensed|licenced|is licensed|available under|released under|governed by",
    content="this site|this website|this blog|our content|all content|content on|our articles|"
    "site content|our stories|the contents|this work|text on this|website content|"
    "all text|all articles|our journalism|all material|our site|all posts|its content|"
    "contents of|website|all work|articles are|text is|text of this",
    except_="except where|except as|unless otherwise|unless noted|unless stated|"
    "where otherwise noted|otherwise noted|otherwise stated|otherwise indicated",
    photo="photo|photos|image|images|picture|pictures|photograph|photographs|photo credit|"
    "image credit|illustration|illustrations|featured image|feature image|header image|"
    "cover image|photo by|photography|lead image|banner image|graphic|graphics|thumbnail|"
    "screenshot|screenshots|cartoon|video|photo courtesy|pics|cover photo|header photo|"
    "top image|main image|image source|photo source|figure|map|still|screengrab|artwork|"
    "infographic|chart|image digitally|footage|painting|drawing|portrait",
    here="here|on this site|on this website|on this blog|at this site|below|above|in full",
    ours="our|we|us|ours|my|i|this newspaper|this magazine|this newsletter|this publication",
    label="editor s note|editors note|ed note|editor note|note|n b|nb|disclaimer|disclosure|"
    "author s note|notice|publisher s note|update|about this article|ed|ps|"
    "acknowledgement|acknowledgements|credit|credits|attribution|note from the editor|"
    "a note from the editors|please note|note to readers|information",
    language="spanish|french|german|italian|portuguese|russian|chinese|japanese|arabic|dutch|"
    "polish|swedish|danish|norwegian|ukrainian|hebrew|turkish|english|greek|korean|"
    "persian|hindi|czech|hungarian|romanian|finnish|catalan|farsi|urdu|bengali|"
    "vietnamese|indonesian|thai|serbian|croatian|bulgarian|slovak|georgian|armenian|"
    "afrikaans|swahili|bangla|mandarin|malay|tamil|latin",
    link="of|for|the|and|on",
    month="january|february|march|april|may|june|july|august|september|october|november|"
    "december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|"
    "thursday|friday|saturday|sunday|spring|summer|autumn|fall|winter|mon|tue|wed|thu|"
    "fri|sat|sun|tues|thurs|gmt|utc|bst|est|cet|edt|pm|am",
    where="where",
    and_="and|or|but|then",
    the="the|a|an|their|its",
    glue="is|was|has|been|be|are|were|being|have|had|also|can|kind|kindly|express|full|"
    "explicit|written|generous|gracious|special|with|that|which|who|as|part|now|s|and|"
    "slightly|minor|edits|edited|lightly|online|news|all|will|gladly|gratefully|very|"
    "under|exclusive|exclusively|both|then|since|subsequently|today|again|recently|"
    "collaboratively|jointly|later|initially|wholly|entirely|unaltered|unedited|"
    "unchanged|without changes|with minor edits|with minor changes|length|clarity|style|"
    "more|in full|in its entirety|prior|advance|kindness",
    for_="for|on behalf of",
    aided="edited by|illustrated by|introduced by|fact checked by|compiled by|reviewed by|"
    "photographed by|curated by|copy edited by|narrated by|photographs by|"
    "additional reporting by|with reporting by",
    partner="partner|partners|partnership with|friends|colleagues|sister site|sister publication|"
    "sister paper|sister title|media partner|media partners|content partner|"
    "publishing partner|partner site|partner publication|syndication partner|affiliate",
)
