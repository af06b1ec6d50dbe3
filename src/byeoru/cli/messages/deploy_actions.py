"""Messages of `blog deploy` for GitHub Actions."""

MESSAGES = {
    "problem.actions-no-workflow": (
        "`{path}`{path:-이/가} 없어서 GitHub이 아무것도 펴내지 않습니다",
        "without `{path}` GitHub publishes nothing",
    ),
    "problem.actions-no-install": (
        "GitHub Actions가 벼루를 어디서 받을지 모릅니다: `deploy.actions.install`이 없습니다",
        "GitHub Actions would not know where to get this program: there is no `deploy.actions.install`",
    ),
    "problem.actions-differs": ("`{path}`{path:-이/가} 이미 있고 내용이 다릅니다", "`{path}` exists and is different"),
    "problem.actions-not-scheduled": (
        "`{path}`{path:-은/는} 제 날짜를 기다리는 글을 다 알지 못합니다: {date}에 저절로 뜨지 않습니다",
        "`{path}` does not know all posts that wait for their dates: none will appear by itself at {date}",
    ),
    "problem.actions-no-history": (
        "GitHub Actions로 펴내는 사이트의 지난 펴냄은 여기에 없습니다",
        "what GitHub Actions has published is not remembered here",
    ),
    "hint.write-install": (
        '`blog.yml`에 `deploy: {{actions: {{install: "{example}"}}}}`처럼 적으세요 (다이제스트는 `sha256sum`)',
        'write it into `blog.yml` like `deploy: {{actions: {{install: "{example}"}}}}`; `sha256sum` tells the digest',
    ),
    "hint.set-up-actions": (
        "`blog deploy --setup actions`가 만듭니다. 만든 뒤에 커밋하세요",
        "`blog deploy --setup actions` makes it; commit it then",
    ),
    "hint.renew-actions": (
        "`blog deploy --setup actions`를 다시 하고 커밋하세요",
        "run `blog deploy --setup actions` again, and commit it",
    ),
    "hint.overwrite-with-yes": ("덮어쓰려면 `--yes`를 붙이세요", "with `--yes` it is written over"),
    "hint.revert-or-rerun": (
        "`git revert 커밋`을 하고 올리거나, 저장소의 Actions에서 앞의 실행을 열어 Re-run all jobs를 누르세요",
        "`git revert COMMIT` and push, or open an earlier run in the repository's Actions and choose Re-run all jobs",
    ),
    "actions.ask-overwrite": (
        "`{path}`{path:-이/가} 이미 있고 내용이 다릅니다. 덮어쓸까요?",
        "`{path}` exists and is different; write over it?",
    ),
    "actions.written": ("`{path}`{path:-을/를} 적었습니다", "wrote `{path}`"),
    "actions.unchanged": ("`{path}`{path:-은/는} 그대로입니다", "`{path}` is as it was"),
    "actions.scheduled": (
        "날짜를 기다리는 글 {count}개를 위한 일정을 넣었습니다. 그런 글이 바뀌면 이 명령을 다시 하세요",
        "it has a schedule for {count} posts that wait for their dates; run this again when such posts change",
    ),
    "actions.not-scheduled": (
        "날짜를 기다리는 글이 없어서 일정이 없습니다. 그런 글이 생기면 이 명령을 다시 하세요",
        "it has no schedule, as no post waits for its date; run this again when one does",
    ),
    "actions.ask-target": (
        "`blog.yml`의 `deploy`에 `github-actions`를 적을까요?",
        "write `github-actions` below `deploy` in `blog.yml`?",
    ),
    "actions.target-written": (
        "`blog.yml`의 `deploy`에 `github-actions`를 적었습니다",
        "wrote `github-actions` below `deploy` in `blog.yml`",
    ),
    "actions.write-target": (
        "`blog.yml`의 `deploy`에 `target: github-actions`라고 적으세요",
        "write `target: github-actions` below `deploy` in `blog.yml`",
    ),
    "actions.next": (
        """이제 할 일:
  1. git add {paths} && git commit -m "Publish by GitHub Actions"
  2. GitHub 저장소의 Settings → Pages → Source를 GitHub Actions로 바꾸세요
     명령으로는: gh api repos/{name}/pages -X POST -f build_type=workflow
     (Pages를 이미 쓰고 있으면 POST 대신 PUT)""",
        """What is left to do:
  1. git add {paths} && git commit -m "Publish by GitHub Actions"
  2. at GitHub, set Settings → Pages → Source of the repository to GitHub Actions
     on the command line: gh api repos/{name}/pages -X POST -f build_type=workflow
     (PUT and not POST if the repository has Pages already)""",
    ),
    "actions.next-domain": (
        """  3. 같은 화면의 Custom domain에 {host}{host:-을/를} 적으세요. `CNAME` 파일은 쓰이지 않습니다
     명령으로는: gh api repos/{name}/pages -X PUT -f cname={host}""",
        """  3. on the same page, enter {host} as Custom domain; a file `CNAME` is ignored
     on the command line: gh api repos/{name}/pages -X PUT -f cname={host}""",
    ),
    "actions.next-push": ("  {number}. git push origin {branch}", "  {number}. git push origin {branch}"),
    "actions.by-push": (
        "이 사이트는 소스를 올리면 GitHub Actions가 펴냅니다: git push origin {branch}",
        "GitHub Actions publishes this site when its sources are pushed: git push origin {branch}",
    ),
    "actions.unsent": ("알림: 올리지 않은 커밋이 {count}개 있습니다", "note: {count} commits are not pushed"),
    "actions.runs": (
        "펴내는 것은 여기에서 봅니다: https://github.com/{name}/actions",
        "watch it at https://github.com/{name}/actions",
    ),
}
