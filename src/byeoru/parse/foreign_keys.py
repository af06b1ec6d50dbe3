"""Keys of front matter that other programs and their themes read, and Byeoru does not need.

In:  a key as written.
Out: whether some program is known to read it.
Must not: contain a key of Byeoru, or a misspelling of one.

A key that is missing here is reported as unknown, thousands of times in a folder of many posts. The sources are the
pages about front matter in the manual of each program; a key is listed once, under the first program that has it.
"""

import re

from byeoru.base.fields import normal_form

_BY_PROGRAM: dict[str, str] = {
    # jekyllrb.com/docs/front-matter and the READMEs of jekyll-seo-tag, -sitemap, -redirect-from, -feed, -toc,
    # just-the-docs.com/docs/navigation
    "Jekyll": """
        type excerpt_separator render_with_liquid sitemap seo canonical_url redirect_to robots pagination paginate
        collection order nav nav_order nav_exclude parent grand_parent has_children has_toc
        id guid uuid image_alt footer sidebar navigation related related_posts next prev previous links link
        math_engine use_math katex latex highlight share social adsense ads analytics time reading_time
        css js scripts styles stylesheet custom_css custom_js page_id lang_ref external_url original_url
        noindex meta main_nav wordpress_id blogger_id blogger_orig_url
    """,
    # mmistakes.github.io/minimal-mistakes/docs/layouts and docs/posts
    "Minimal Mistakes": """
        author_profile read_time show_date classes gallery feature_row entries_layout sort_by sort_order
        page_css after_footer_scripts head_scripts breadcrumbs tagline video intro caption
    """,
    # chirpy.cotes.page/posts/write-a-new-post
    "Chirpy": "img_path media_subpath panel lqip img_alt pv_prefix file icon",
    # github.com/daattali/beautiful-jekyll#parameters
    "Beautiful Jekyll": """
        full_width footer_extra after_content head_extra language_names gh_repo gh_badge nav_short
        show_avatar ext_css ext_js title_size
    """,
    # github.com/alshedivat/al-folio/blob/main/CUSTOMIZE.md
    "al-folio": """
        importance citation bibliography featured related_publications tabs chart pseudocode code_diff map tikzjax
        typograms inline nav_rank dropdown distill affiliations profile announcements
        selected_papers latest_posts github pretty_table horizontal display_categories authors_url
    """,
    # the front matter of huxpro.github.io and startbootstrap-clean-blog-jekyll, from which many themes come
    "Clean Blog": """
        header_style header_mask header_img header_bg_css catalog multilingual no_catalog iframe nav_style
        hide_in_nav background
    """,
    # hexo.io/docs/front-matter and the READMEs of hexo-abbrlink, hexo-blog-encrypt, hexo-wordcount
    "Hexo": """
        abbrlink disable_nunjucks abstract message wrong_pass_message wrong_hash_message theme photos
        post_asset_folder original translate reprint
    """,
    # theme-next.js.org/docs/theme-settings/posts
    "NexT": "toc_number toc_max_depth quicklink reward post_copyright creative_commons related_post_list home_hidden",
    # ppoffice.github.io/hexo-theme-icarus
    "Icarus": "article widgets licenses donates plugins",
    # butterfly.js.org/en/posts/butterfly-docs-en-page
    "Butterfly": """
        top_img aside aplayer highlight_shrink auto_open toc_style_simple noticeoutdate main_color random
        swiper_index orderby limit top_group_index flink_url
    """,
    # hexo.fluid-dev.com/docs/en/guide
    "Fluid": "banner_img_height banner_mask_alpha archive category_bar typing custom_html",
    # READMEs of hexo-theme-matery, volantis, shoka, redefine
    "Matery, Volantis, Redefine": "reprint_policy backup headimg poster short leftbar rightbar body_class quiz",
    # gohugo.io/content-management/front-matter
    "Hugo": """
        cascade is_cjk_language link_title menu menus outputs markup resources weight build params videos audio
        path taxonomies news_keywords groups event
    """,
    # github.com/adityatelange/hugo-PaperMod/wiki/Variables
    "PaperMod": """
        use_hugo_toc edit_post hidemeta hideSummary hideFooter robots_no_index canonical_link ogp
    """,
    # stack.jimmycai.com/writing/frontmatter
    "Stack": "lightgallery style license",
    # hugoloveit.com/theme-documentation-content, fixit.lruihao.cn/documentation/content-management/introduction
    "LoveIt, FixIt": """
        hidden_from_home_page hidden_from_rss hidden_from_feed hidden_from_related
        featured_image_preview twemoji ruby fraction fontawesome link_to_markdown link_to_source rss_full_text
        page_style mapbox library code auto_number expiration_reminder collections repost
    """,
    # blowfish.page/docs/front-matter, jpanther.github.io/congo/docs/front-matter
    "Blowfish, Congo": """
        author_badges edit_url edit_append_path heading_anchors invert_pagination related_content_limit hero_style
        card_view card_view_screen_width layout_background_blur layout_background_header_space group_by_year
        order_by_weight xml series_opened feature_alt cover_alt cover_caption
    """,
    # hugo-book, docsy, even, jane, hugoblox: the front matter in their example sites
    "other themes of Hugo": """
        content_copyright auto_collapse_toc post_meta_in_home_list flowchart_diagrams sequence_diagrams no_comment
        publication publication_types publication_short url_pdf url_code url_dataset url_poster url_project
        url_slides url_source url_video projects slides doi hidden_in_home_list simple_list
        manual_link manual_link_target upper_title
    """,
    # docs.astro.build, astro-paper.pages.dev/posts/adding-new-posts-in-astropaper-theme, fuwari.vercel.app
    "Astro, AstroPaper, Fuwari": """
        timezone setup components prev_title prev_slug next_title next_slug source_link license_name license_url
        table_of_contents minutes_read layouts prerender author_image
    """,
    # the posts of gatsby-starter-blog, -lumen, -bee, -hoodie, -netlify-cms
    "Gatsby": "template_key social_image_alt emoji lang_key featured_image_alt",
    # vercel/next.js/examples/blog-starter, tailwind-nextjs-starter-blog, nextra.site
    "Next, Nextra": "og_url avatar canonical display_name as_index_page timestamp read_next",
    # vuepress.vuejs.org/reference/frontmatter, theme-hope.vuejs.press/config/frontmatter,
    # vitepress.dev/reference/frontmatter-config
    "VuePress, VitePress": """
        head edit_link edit_links contributors page_class navbar outline home hero hero_text hero_alt hero_height
        hero_full_screen hero_image_style hero_image_dark actions action_text action_link features is_original page_info
        index dir timeline star shortcut_title word icon_size title_template markdown_styles bg_image
        bg_image_style auto_sidebar meta_title permalink_pattern feed containers changelog keys
    """,
    # docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter
    "Docusaurus": """
        pagination_label pagination_next pagination_prev displayed_sidebar custom_edit_url author_title author_url
        author_image_url author_email parse_number_prefixes title_meta format mdx wrapper_class_name
    """,
    # squidfunk.github.io/mkdocs-material/reference, plugins/blog, plugins/tags
    "MkDocs Material": "boost revision_date edit_uri page_title print_site",
    # quartz.jzhao.xyz/plugins/Frontmatter, docs.obsidian.md, dg-docs.ole.dev, breadcrumbs-wiki, longform, book search
    "Quartz, Obsidian": """
        social_description up down same child children parents siblings friends
        longform scene tasks tracker progress rating finished started due completed area topic topics moc context
        people attendees mood weather location locations coordinates zettel isbn isbn10 isbn13 total_page pages
        cover_url genre director year my_rate start_read_date finish_read_date comment_note quote question answer
        note notes remark memo reference references version revision review reviewed reviewer site clipped saved
        read_at highlights annotation_target pdf mindmap_plugin priority
    """,
    # what velog's API, Tistory backups, jekyll-exporter of WordPress, Notion, Ghost, dev.to and Hashnode write
    "exports": """
        url_slug is_markdown likes views short_link post_id post_name post_type post_parent menu_order comment_status
        ping_status post_mime_type comment_count dsq_thread_id author_login tistory_id naver_id notion_id
        icon_url ghost_id feature_image_alt devto_id hashnode_id medium_id qiita_id platform main_image cuid
        _edit_last _thumbnail_id _wp_old_slug
    """,
}
# First words of keys that a program or plugin uses for all of its own: `show_toc`, `HideMeta`, `og:image`, `dg-home`.
_FIRST_WORDS = {
    *("dg", "og", "twitter", "excalidraw", "kanban", "banner", "sitemap", "reward", "gitalk", "gitment", "disqus"),
    *("giscus", "utterances", "waline", "valine", "twikoo", "aplayer", "highlight", "mathjax", "katex", "mermaid"),
    *("sidebar", "navbar", "toc", "show", "hide", "disable", "enable", "wp", "yoast", "schema", "linter", "obsidian"),
    *("copyright", "license", "footer", "book", "overlay", "swiper", "seo"),
}
_FIRST_WORD = re.compile(r"_?([A-Za-z][a-z]*)(?=[_\-.: A-Z])")
_KEYS = frozenset(normal_form(key) for keys in _BY_PROGRAM.values() for key in keys.split())


def is_foreign(key: str) -> bool:
    """Tell whether another program reads *key*.

    >>> is_foreign("topImg"), is_foreign("ShowCodeCopyButtons"), is_foreign("titel"), is_foreign("seories")
    (True, True, False, False)
    """
    word = _FIRST_WORD.match(key)
    return normal_form(key) in _KEYS or (word is not None and word[1].lower() in _FIRST_WORDS)
