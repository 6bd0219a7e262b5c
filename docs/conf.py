"""The documentation's site: ./run sphinx-build -W -b html docs docs/_build/html (no network is asked)."""

from importlib.metadata import version as installed

project = "Briefing"
author = "The Briefing authors"
version = release = installed("briefing")
language = "en"

extensions = ["myst_parser"]
exclude_patterns = ["_build", "generators"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4

highlight_language = "none"  # a block says its language where it has one
html_theme = "furo"
html_title = "Briefing"
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
