"""Messages of `blog init`."""

MESSAGES = {
    "help.init": ("새 블로그를 만듭니다", "Make a new blog"),
    "help.init.title": ("블로그 제목", "Title of the blog"),
    "help.init.author": ("글쓴이", "Author"),
    "help.init.repository": (
        "펴낼 저장소: hong/blog, 주소, 또는 경로",
        "Repository to publish to: kim/blog, a URL or a path",
    ),
    "help.init.address": ("블로그 주소 (기본은 저장소의 GitHub Pages 주소)", "Address (default: that of GitHub Pages)"),
    "help.init.git": ("git 저장소로 만듭니다 (기본)", "Make it a git repository (default)"),
    "help.init.yes": ("묻지 않고 기본값을 씁니다", "Ask nothing, use the defaults"),
    "ask.title": ("블로그 제목", "Title of the blog"),
    "ask.repository": (
        "펴낼 GitHub 저장소, 예: hong/blog (아직 없으면 그냥 Enter)",
        "GitHub repository to publish to, such as kim/blog (press Enter if there is none yet)",
    ),
    "ask.address": ("블로그 주소 (아직 없으면 그냥 Enter)", "Address of the blog (press Enter if there is none yet)"),
    "ask.author": ("글쓴이", "Author"),
    "ask.git": ("이 폴더를 git 저장소로 만들까요?", "Make this folder a git repository?"),
    "default.title": ("내 블로그", "My blog"),
    "init.done": ("`{folder}`에 블로그를 만들었습니다\n\n{files}\n", "Made a blog in `{folder}`\n\n{files}\n"),
    "init.next": ("\n이제 이렇게 해 보세요\n\n{steps}", "\nNext\n\n{steps}"),
    "init.step-serve": (
        "  blog serve --open      고치는 대로 보이는 미리보기",
        "  blog serve --open      preview that follows every save",
    ),
    "init.step-deploy": ("  blog deploy            펴내기", "  blog deploy            publish it"),
    "init.no-repository": (
        "\n펴내기 전에 `blog.yml`의 `deploy:`에 저장소를 적으세요",
        "\nBefore you publish, name your repository under `deploy:` in `blog.yml`",
    ),
    "init.git": ("git 저장소로 만들었습니다 (브랜치 {branch})", "Made it a git repository (branch {branch})"),
    "init.git-origin": (
        "git 저장소로 만들었습니다 (브랜치 {branch}, origin {remote})",
        "Made it a git repository (branch {branch}, origin {remote})",
    ),
    "init.git-inside": (
        "이미 git 저장소 안이라서 저장소를 새로 만들지 않았습니다",
        "It is inside a git repository already, so no new one was made",
    ),
    "init.exists": ("`{path}`에 이미 블로그가 있습니다", "there is a blog in `{path}` already"),
    "init.exists-hint": (
        "다른 폴더 이름을 주거나 `blog.yml`을 고치세요",
        "choose another folder, or edit its `blog.yml`",
    ),
    "init.bad-repository": ("`{text}`{text:-은/는} 저장소 이름이 아닙니다", "`{text}` does not name a repository"),
    "init.bad-repository-hint": (
        "`hong/blog`이나 `https://github.com/hong/blog`처럼 적으세요",
        "write it like `kim/blog` or `https://github.com/kim/blog`",
    ),
    "metavar.folder": ("[폴더]", "[FOLDER]"),
}
