"""Sphinx's configuration; what depends on the language comes from `build.py`."""

from sphinx.search import languages

from hiddenlayers.site.search import SearchKorean

project = "Hidden Layers"
author = "Hidden Layers contributors"
copyright = "Hidden Layers contributors · CC BY 4.0"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx-mathjax-offline"]
nb_execution_mode = "off"  # hiddenlayers build --execute has done it
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "colon_fence"]
myst_heading_anchors = 3
nitpicky = True
autodoc_typehints = "description"
# Types from outside, of which no inventory can be fetched without a network
nitpick_ignore_regex = [("py:.*", r".*")]

html_theme = "sphinx_book_theme"
html_title = "Hidden Layers"
html_favicon = "static/icon.svg"
html_context = {"default_mode": "auto"}
html_show_sphinx = False
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_static_path = ["static"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
templates_path = ["templates"]
html_sidebars = {"**": ["home.html", "search-button-field.html", "sbt-sidebar-nav.html"]}
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "use_repository_button": False,
    "show_toc_level": 2,
    "navbar_persistent": [],
    "article_header_end": ["language.html", "article-header-buttons.html"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}

languages["ko"] = SearchKorean
