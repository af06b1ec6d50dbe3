"""Messages about the repository that GitHub Actions deploys."""

MESSAGES = {
    "problem.actions-no-clone": (
        "이 폴더는 git 저장소가 아니라서 GitHub Actions로 펴낼 수 없습니다",
        "this folder is no git repository, so GitHub Actions cannot publish it",
    ),
    "hint.make-clone": (
        "`git init`을 하고 GitHub에 저장소를 만들어 `origin`으로 이으세요",
        "run `git init`, make a repository at GitHub and add it as `origin`",
    ),
}
