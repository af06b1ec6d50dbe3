"""Messages about the repository that GitHub Actions deploys."""

MESSAGES = {
    "problem.actions-no-clone": (
        "git 저장소가 아니라서 GitHub Actions로 배포할 수 없습니다",
        "not a git repository, so GitHub Actions cannot deploy it",
    ),
    "hint.make-clone": (
        "`git init`을 실행하고, GitHub에 저장소를 만들어 `origin`으로 추가하세요",
        "run `git init`, create a repository on GitHub and add it as `origin`",
    ),
}
