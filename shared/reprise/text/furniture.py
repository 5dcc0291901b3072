"""
What plugins and services put into texts of feeds and exports, by the classes they give it: share
boxes, related stories, forms for newsletters. Their names are their own; no article is called so.
"""

from __future__ import annotations

_CLASSES = {
    "share": (
        "sharedaddy sd-sharing addtoany_share_save addtoany_share_save_container a2a_kit feedflare "
        "heateor_sss_sharing_container ssba essb_links swp_social_panel wp-block-jetpack-sharing-buttons "
        "jetpack-likes-widget-wrapper share-dialog captioned-button-wrap button-wrapper"
    ),
    "related-stories": (
        "jp-relatedposts yarpp yarpp-related crp_related rp4wp-related-posts relpost-thumb-wrapper "
        "wp-block-jetpack-related-posts post-embed embedded-post-wrap digest-post-embed OUTBRAIN"
    ),
    "newsletter": (
        "subscription-widget subscription-widget-wrap subscription-widget-wrap-editor kg-signup-card "
        "wp-block-jetpack-subscriptions jetpack_subscription_widget mc4wp-form mailpoet_form "
        "mailpoet_form_widget embedded-publication-wrap"
    ),
    "read-more": "more-link read-more-link wp-block-read-more",
}
_KINDS = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
LONGEST = 1500
"""Characters: a list of ten related stories; what is longer may hold the article itself."""


def furniture_of(classes: str) -> str:
    """
    The kind of furniture that an element with this ``class`` attribute is; empty for none.

    >>> furniture_of("sharedaddy sd-sharing-enabled"), furniture_of("story related")
    ('share', '')
    """
    return next((_KINDS[name] for name in classes.split() if name in _KINDS), "")
