"""The renderer of each kind of output; `plan` names the kinds."""

from byeoru.render import feeds, machines, pages, styles

RENDERERS: dict[str, pages.Renderer] = {
    "page": pages.page,
    "posts": pages.posts,
    "tag": pages.group,
    "category": pages.group,
    "series": pages.group,
    "section": pages.section,
    "terms": pages.terms,
    "author": pages.group,
    "archive": pages.archive,
    "calendar": pages.calendar,
    "missing": pages.missing,
    "redirect": pages.redirect,
    "atom": feeds.atom,
    "rss": feeds.rss,
    "json-feed": feeds.json_feed,
    "tag-feed": feeds.group,
    "category-feed": feeds.group,
    "author-feed": feeds.group,
    "sitemap": machines.sitemap,
    "robots": machines.robots,
    "llms": machines.llms,
    "indexnow": machines.indexnow,
    "stylesheet": styles.stylesheet,
}
