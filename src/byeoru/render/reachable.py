"""The attributes that templates may read, by type.

In:  a type.
Out: the attribute names; a type that is not listed here has none.
Must not: list an attribute that leads to a module, a file, the clock, or anything mutable.

`tests/attack/test_sandbox.py` walks everything that templates are given and checks that nothing else can be reached.
"""

from datetime import date, datetime, time, timedelta

from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from byeoru.model.services import Analytics, Comments
from byeoru.render import folder_views, listings, plain_views, property_views, site_view, versions, views
from byeoru.render.shell import LibraryMacro

VIEWS: dict[type, str] = {  # with their variable names in templates, "" where these differ
    views.PageView: "page",
    views.SummaryView: "",
    views.BacklinksView: "page.backlinks",
    views.BacklinkView: "",
    views.SentenceView: "",
    plain_views.TermView: "",
    views.SeriesView: "page.series",
    plain_views.SourceView: "page.source",
    site_view.SiteView: "site",
    site_view.ThemeView: "theme",
    site_view.AuthorView: "site.author",
    site_view.IconView: "",
    site_view.MenuItem: "",
    site_view.SearchView: "",
    listings.GraphView: "graph",
    listings.ListingView: "listing",
    listings.YearView: "",
    listings.MonthView: "",
    listings.DayView: "",
    listings.CalendarMonth: "",
    folder_views.FolderView: "",
    folder_views.CrumbView: "",
    property_views.PropertyView: "",
    versions.VersionView: "",
    plain_views.HeadingView: "",
    Comments: "page.comments",
    Analytics: "site.analytics",
}
_TEXT = frozenset(
    {
        *("capitalize", "casefold", "center", "count", "endswith", "expandtabs", "find", "format", "format_map"),
        *("index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace"),
        *("istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
        *("replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines"),
        *("startswith", "strip", "swapcase", "title", "upper", "zfill"),
    }
)
_NUMBER = frozenset({"bit_length", "real", "imag", "numerator", "denominator"})
_DAY = frozenset({"year", "month", "day", "weekday", "isoweekday", "isocalendar", "isoformat", "strftime", "toordinal"})
_CLOCK = frozenset({"hour", "minute", "second", "microsecond", "isoformat", "strftime", "utcoffset", "tzname"})
NAMES: dict[type, frozenset[str]] = {
    str: _TEXT,
    Markup: _TEXT | {"striptags", "unescape"},
    int: _NUMBER,
    bool: _NUMBER,
    float: frozenset({"is_integer", "real", "imag"}),
    list: frozenset({"count", "index", "copy"}),
    tuple: frozenset({"count", "index"}),
    dict: frozenset({"copy", "get", "items", "keys", "values"}),
    range: frozenset({"count", "index", "start", "stop", "step"}),
    datetime: _DAY | _CLOCK | {"date", "time", "timestamp"},
    date: _DAY,
    time: _CLOCK,
    timedelta: frozenset({"days", "seconds", "microseconds", "total_seconds"}),
    Cycler: frozenset({"current", "next", "reset"}),
    Macro: frozenset({"arguments", "caller", "catch_kwargs", "catch_varargs", "name"}),
    BlockReference: frozenset({"super"}),
    LoopContext: frozenset(name for name in dir(LoopContext) if not name.startswith("_")) | {"depth0"},
}
NAMES[LibraryMacro] = NAMES[Macro]
# Types with attribute names that authors choose: any name without a leading underscore.
OPEN = (Namespace, TemplateModule, site_view.ThemeView)
NAMES |= {kind: frozenset(name for name in dir(kind) if not name.startswith("_")) for kind in VIEWS.keys() - set(OPEN)}
# The attributes that compiled templates read themselves, with the types that list them. `format` of a text is replaced
# when it is read (``sandbox``).
READABLE = {
    name: frozenset(kind for kind, names in NAMES.items() if name in names)
    for name in frozenset[str]().union(*NAMES.values()) - {"format", "format_map"}
}
# What can be called besides functions and methods: `super()`, `loop()`, macros, and constructors that Jinja offers.
CALLABLE: tuple[type, ...] = (Macro, LibraryMacro, BlockReference, LoopContext, Joiner)
MAKERS = (dict, Cycler, Joiner, Namespace)
