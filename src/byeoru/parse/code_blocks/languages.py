"""Map language names, as people write them after the backticks, to lexers of Pygments.

In:  a name in lower case.
Out: an alias that Pygments knows, "" for text without highlighting, None for an unknown name.
Must not: import Pygments for a name listed here (an edit whose blocks are all cached does not need it), or search
installed packages for lexers.
"""

from functools import lru_cache

# Not highlighted: names for "no language", program output, and formats without a lexer in Pygments. The lexer of XQuery
# remembers the state at the end of a block for the next one, so its tokens would depend on other documents.
_NO_LEXER = """
    txt text plain plaintext plain-text none no no-highlight nohighlight nohl raw ascii ansi
    output out stdout stderr log logs result results error input expected actual repl
    csv tsv tree filetree directory gitignore dockerignore npmignore gitattributes hosts crontab cron
    mermaid plantuml puml d2 ditaa wavedrom vega vega-lite flowchart math katex
    asciidoc adoc hjson srt vtt webvtt url uri regex regexp jq haproxy xquery xqy xq xql xqm
"""

# Aliases of Pygments that are common in blogs; looking up others means importing its list, which takes 3 ms.
_COMMON = """
    asm bash bat batch c c# c++ clojure cmake console cpp cs csharp css cuda dart diff django docker dockerfile
    elixir erlang f# fish fsharp go golang graphql groovy haskell hcl html http ini java javascript jinja js json
    json5 jsx julia kotlin latex less lua make makefile markdown matlab md mysql nasm nginx nim nix objc objective-c
    ocaml perl php postgresql powershell properties proto protobuf ps1 pwsh py py3 pycon python python3 r rb rs ruby
    rust sass scala scss sh shell shell-session solidity sql swift terraform tex tf toml ts tsx typescript verilog
    vhdl vim vue xml yaml yml zig zsh
"""

# Aliases that older versions of Pygments lack, and a similar lexer for them.
_FALLBACKS = {"json5": "javascript", "jsx": "javascript", "tsx": "typescript", "vue": "html"}

# Alias of a lexer -> other names of the language, and similar languages.
_ALIASES = {
    "apacheconf": "htaccess apache2",
    "applescript": "osascript",
    "arduino": "ino",
    "aspx-cs": "aspx asp asp.net razor cshtml",
    "bash": "env dotenv bashrc zshrc profile curl pkgbuild bats nu nushell",  # .env has quotes and `export`
    "bat": "cmd dos",
    "c": "h opencl bpf ebpf",
    "clojure": "edn cljc",
    "console": "terminal term shellsession bash-session sh-session zsh-session",
    "cpp": "cc cxx hpp hxx hh metal",  # Metal is C++ with attributes
    "csharp": "csx c-sharp dotnet .net net",
    "css": "postcss pcss",
    "cuda": "hip rocm",
    "cypher": "neo4j",
    "d": "dlang",
    "diff": "patch unidiff",
    "docker": "containerfile",
    "erb": "eruby",
    "fsharp": "fs fsx",
    "gas": "x86asm x86 x86_64 arm arm64 aarch64 armasm riscv assembly",
    "glsl": "vert frag shader",
    "graphql": "gql",
    "groovy": "gradle jenkinsfile nextflow",
    "haskell": "dhall",
    "hcl": "nomad packer opentofu",
    "hlsl": "shaderlab",
    "html": "svelte astro angular htm html5 xhtml vue-html thymeleaf ftl freemarker",  # and their scripts
    "html+django": "jinja2 j2 njk nunjucks",
    "html+erb": "ejs eex heex leex",  # `<% %>` around another language
    "html+handlebars": "hbs mustache glimmer",
    "html+php": "blade",
    "html+velocity": "vm",
    "http": "https",
    "ini": "conf config editorconfig gitconfig npmrc tmux ssh-config sshd_config sshconfig inf desktop-entry",
    "java": "processing pde",
    "javascript": "mjs cjs node nodejs es6 ecmascript gs",
    "json": "jsonc jsonl ndjson geojson webmanifest ipynb avsc",
    "kotlin": "kt kts",
    "latex": "tikz",
    "llvm": "ll mlir",
    "make": "mk mak just justfile ninja",
    "markdown": "mdx mkd rmd rmarkdown qmd quarto mdc commonmark gfm",
    "matlab": "m",  # Octave reads the same; Objective-C has `objc`
    "nasm": "masm yasm fasm",
    "nginx": "nginxconf",
    "objective-c": "mm",
    "ocaml": "ml mli",
    "perl": "perl5",
    "php": "php7 php8 phtml",
    "postgresql": "pgsql pg redshift",
    "powershell": "psd1",
    "ps1con": "powershell-session",
    "pycon": "python-repl doctest",
    "python": "ipython ipython3 jupyter micropython triton numba tilelang",
    "pytb": "traceback pyerr",
    "r": "rscript rlang",
    "reason": "rescript",
    "ruby": "gemfile rakefile podfile vagrantfile brewfile fastfile gemspec rake",
    "rust": "ron",
    "sass": "stylus styl",  # both know their blocks by indentation
    "solidity": "sol",
    "sql": "plsql oracle mariadb sqlite duckdb bigquery snowflake hive hiveql sparksql clickhouse ddl dml",
    "systemd": "service",
    "systemverilog": "svh",
    "tcl": "expect",
    "tsql": "mssql sqlserver",
    "typescript": "mts cts deno",
    "vbnet": "vb vba vb6 vbs",
    "vhdl": "vhd",
    "vim": "viml vimscript vim-script vim9 vimrc neovim nvim",
    "wat": "wasm",
    "xml": "svg plist rss atom xsl xsd wsdl rng rdf xaml csproj pom mathml kml gpx storyboard",
    "yaml": "docker-compose compose eyaml ansible k8s kubernetes openapi swagger cloudformation github-actions",
    "zone": "bind dns",
}


def lexer_name(language: str) -> str | None:
    """Return the alias of the lexer of a language.

    >>> lexer_name("golang"), lexer_name("viml"), lexer_name("txt"), lexer_name("klingon")
    ('golang', 'vim', '', None)
    """
    names = _names()
    if language not in names and language in lexers():
        return language
    return names.get(language)


@lru_cache(maxsize=1)
def lexers() -> dict[str, tuple[str, str]]:
    """Map each alias to the module and class of its lexer, for the lexers that are part of Pygments."""
    from pygments.lexers import LEXERS  # imported late: see above

    lexer_of = {alias: (module, cls) for cls, (module, _, aliases, *_rest) in LEXERS.items() for alias in aliases}
    return {name: lexer_of[near] for name, near in _FALLBACKS.items()} | lexer_of


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    near = {name: alias for alias, names in _ALIASES.items() for name in names.split()}
    return near | {name: name for name in _COMMON.split()} | dict.fromkeys(_NO_LEXER.split(), "")
