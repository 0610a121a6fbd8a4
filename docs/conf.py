"""How Sphinx builds this documentation: Markdown in, pages that need no network out."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

from groundrules import __version__  # noqa: E402 - the path comes first

project = "groundrules"
author = "The groundrules authors"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx_copybutton",
    "sphinx_design",
    "lexers",
    "offline",
    "rule_pages",
]
exclude_patterns = ["_build", "_ext"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_title = "groundrules"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

# Only what is typed at a prompt is copied, without the prompt and without what comes back.
copybutton_prompt_text = "$ "
