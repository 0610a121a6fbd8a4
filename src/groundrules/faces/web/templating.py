"""Templates: what a page's answer looks like. Everything in them is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from groundrules import __version__
from groundrules.faces.web import languages
from groundrules.faces.web.filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("groundrules.faces.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        auto_reload=False,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        languages.gettext, languages.ngettext, newstyle=True
    )
    made.filters.update(FILTERS)
    made.globals.update(
        version=__version__, language=languages.chosen, LANGUAGES=languages.LANGUAGES
    )
    return made


def rendered(template: str, values: Mapping[str, Any]) -> str:
    """Return a page, or a part of one.

    Args:
        template: its file in `templates`.
        values: what stands in it.
    """
    return _environment().get_template(template).render(values)
