"""Messages of `blog deploy` for GitHub Actions."""

MESSAGES = {
    "problem.actions-no-workflow": (
        "`{path}`{path:-이/가} 없어 GitHub Actions가 배포하지 않습니다",
        "`{path}` is missing, so GitHub Actions does not deploy",
    ),
    "problem.actions-no-install": (
        "GitHub Actions에서 벼루를 설치할 주소(`deploy.actions.install`)가 없습니다",
        "`deploy.actions.install` is not set, so GitHub Actions cannot install Byeoru",
    ),
    "problem.actions-differs": (
        "`{path}`{path:-이/가} 이미 있고 내용이 다릅니다",
        "`{path}` already exists with different content",
    ),
    "problem.actions-not-scheduled": (
        "`{path}`에 예약된 글의 일정이 빠져 있습니다: {date}에 자동으로 공개되지 않습니다",
        "`{path}` does not cover all scheduled posts: the one due at {date} would not be published",
    ),
    "problem.actions-no-history": (
        "GitHub Actions로 배포하는 사이트의 이전 배포는 여기에 기록되지 않습니다",
        "previous deployments by GitHub Actions are not recorded here",
    ),
    "hint.write-install": (
        '`blog.yml`에 `deploy: {{actions: {{install: "{example}"}}}}`처럼 적으세요 (해시는 `sha256sum`으로 확인)',
        'set it in `blog.yml`, e.g. `deploy: {{actions: {{install: "{example}"}}}}` (get the hash with `sha256sum`)',
    ),
    "hint.set-up-actions": (
        "`blog deploy --setup actions`로 만든 뒤 커밋하세요",
        "create it with `blog deploy --setup actions` and commit it",
    ),
    "hint.renew-actions": (
        "`blog deploy --setup actions`를 다시 실행하고 커밋하세요",
        "run `blog deploy --setup actions` again and commit the result",
    ),
    "hint.overwrite-with-yes": ("덮어쓰려면 `--yes`를 붙이세요", "pass `--yes` to overwrite it"),
    "hint.revert-or-rerun": (
        "`git revert 커밋` 후 푸시하거나, 저장소의 Actions에서 이전 실행을 열어 Re-run all jobs를 누르세요",
        "run `git revert COMMIT` and push, or re-run an earlier run in the repository's Actions",
    ),
    "actions.ask-overwrite": (
        "`{path}`{path:-이/가} 이미 있고 내용이 다릅니다. 덮어쓸까요?",
        "`{path}` already exists with different content; overwrite?",
    ),
    "actions.written": ("`{path}` 파일을 만들었습니다", "created `{path}`"),
    "actions.unchanged": ("`{path}` 변경 없음", "`{path}` is up to date"),
    "actions.scheduled": (
        "예약된 글 {count}개의 일정을 포함했습니다. 예약이 바뀌면 다시 실행하세요",
        "includes a schedule for {count:+scheduled post/scheduled posts}; run this again when they change",
    ),
    "actions.not-scheduled": (
        "예약된 글이 없어 일정을 넣지 않았습니다. 예약된 글이 생기면 다시 실행하세요",
        "no schedule, because there are no scheduled posts; run this again when there are",
    ),
    "actions.ask-target": (
        "`blog.yml`의 배포 대상을 `github-actions`로 설정할까요?",
        "Set the deployment target in `blog.yml` to `github-actions`?",
    ),
    "actions.target-written": (
        "`blog.yml`의 배포 대상을 `github-actions`로 설정했습니다",
        "set the deployment target in `blog.yml` to `github-actions`",
    ),
    "actions.write-target": (
        "`blog.yml`의 `deploy`에 `target: github-actions`를 추가하세요",
        "set `target: github-actions` under `deploy` in `blog.yml`",
    ),
    "actions.next": (
        """다음 단계:
  1. git add {paths} && git commit -m "Deploy with GitHub Actions"
  2. GitHub 저장소의 Settings → Pages → Source를 GitHub Actions로 바꾸세요
     명령줄에서는: gh api repos/{name}/pages -X POST -f build_type=workflow
     (Pages를 이미 쓰고 있으면 POST 대신 PUT)""",
        """Next steps:
  1. git add {paths} && git commit -m "Deploy with GitHub Actions"
  2. on GitHub, set the repository's Settings → Pages → Source to GitHub Actions
     on the command line: gh api repos/{name}/pages -X POST -f build_type=workflow
     (PUT instead of POST if Pages is already enabled)""",
    ),
    "actions.next-domain": (
        """  3. 같은 화면의 Custom domain에 {host}{host:-을/를} 입력하세요. `CNAME` 파일은 쓰이지 않습니다
     명령줄에서는: gh api repos/{name}/pages -X PUT -f cname={host}""",
        """  3. on the same page, set Custom domain to {host}; a `CNAME` file has no effect
     on the command line: gh api repos/{name}/pages -X PUT -f cname={host}""",
    ),
    "actions.next-push": ("  {number}. git push origin {branch}", "  {number}. git push origin {branch}"),
    "actions.by-push": (
        "소스를 푸시하면 GitHub Actions가 이 사이트를 배포합니다: git push origin {branch}",
        "GitHub Actions deploys this site when you push: git push origin {branch}",
    ),
    "actions.unsent": ("참고: 푸시하지 않은 커밋 {count}개", "note: {count:+unpushed commit/unpushed commits}"),
    "actions.runs": (
        "진행 상황: https://github.com/{name}/actions",
        "see its progress at https://github.com/{name}/actions",
    ),
}
