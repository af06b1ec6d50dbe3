"""Messages of `blog init`."""

MESSAGES = {
    "help.init": ("새 블로그를 만듭니다", "Create a new blog"),
    "help.init.title": ("블로그 제목", "Title of the blog"),
    "help.init.author": ("글쓴이", "Author"),
    "help.init.repository": (
        "배포할 저장소: hong/blog, URL 또는 경로",
        "Repository to deploy to: kim/blog, a URL or a path",
    ),
    "help.init.address": (
        "블로그 주소 (기본: 저장소의 GitHub Pages 주소)",
        "URL of the blog (default: the repository's GitHub Pages URL)",
    ),
    "help.init.git": ("git 저장소로 초기화합니다 (기본)", "Initialize a git repository (default)"),
    "help.init.yes": ("질문 없이 기본값을 사용합니다", "Use the defaults without asking"),
    "ask.title": ("블로그 제목", "Title of the blog"),
    "ask.repository": (
        "배포할 GitHub 저장소, 예: hong/blog (없으면 Enter)",
        "GitHub repository to deploy to, e.g. kim/blog (Enter to skip)",
    ),
    "ask.address": ("블로그 주소 (없으면 Enter)", "URL of the blog (Enter to skip)"),
    "ask.author": ("글쓴이", "Author"),
    "ask.git": ("이 폴더를 git 저장소로 초기화할까요?", "Initialize a git repository in this folder?"),
    "default.title": ("내 블로그", "My blog"),
    "init.done": (
        """`{folder}`에 블로그를 만들었습니다

{files}
""",
        """Created a blog in `{folder}`

{files}
""",
    ),
    "init.next": (
        """
다음 단계

{steps}""",
        """
Next steps

{steps}""",
    ),
    "init.step-serve": (
        "  blog serve --open      실시간 미리보기",
        "  blog serve --open      preview with live reload",
    ),
    "init.step-deploy": ("  blog deploy            배포", "  blog deploy            deploy the site"),
    "init.no-repository": (
        "\n배포하기 전에 `blog.yml`의 `deploy:`에 저장소를 적으세요",
        "\nBefore deploying, set your repository under `deploy:` in `blog.yml`",
    ),
    "init.git": ("git 저장소를 초기화했습니다 (브랜치 {branch})", "Initialized a git repository (branch {branch})"),
    "init.git-origin": (
        "git 저장소를 초기화했습니다 (브랜치 {branch}, origin {remote})",
        "Initialized a git repository (branch {branch}, origin {remote})",
    ),
    "init.git-inside": (
        "이미 git 저장소 안이므로 새로 초기화하지 않았습니다",
        "Already inside a git repository; no new one was created",
    ),
    "init.exists": ("`{path}`에 이미 블로그가 있습니다", "`{path}` already contains a blog"),
    "init.exists-hint": (
        "다른 폴더를 지정하거나 `blog.yml`을 수정하세요",
        "choose another folder, or edit its `blog.yml`",
    ),
    "init.bad-repository": ("`{text}`{text:-은/는} 올바른 저장소가 아닙니다", "invalid repository `{text}`"),
    "init.bad-repository-hint": (
        "`hong/blog`이나 `https://github.com/hong/blog`처럼 적으세요",
        "use `kim/blog` or `https://github.com/kim/blog`",
    ),
    "metavar.folder": ("[폴더]", "[FOLDER]"),
}
