"""Find the repository at GitHub that serves a project's site.

In:  the options `repository` and `branch`, and the author's own clone.
Out: ``Hosting``.
Must not: report invalid options; `blog deploy` does.
"""

from byeoru.model.deploy import Deploy
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import github_name
from byeoru.publish.hosting import Hosting


def pages_hosting(deploy: Deploy, root: str, *, claims_in_a_file: bool) -> Hosting:
    """Return the hosting by GitHub Pages for the repository to which the project in *root* is deployed."""
    try:
        remote = repository_url(deploy.option("repository"), root)
    except GitError:  # git is not installed, so there is no clone
        remote = ""
    name = github_name(remote)
    return Hosting(
        is_pages=True,
        claims_in_a_file=claims_in_a_file,
        remote=remote,
        branch=deploy.option("branch", "gh-pages"),
        user=name[0] if name else "",
    )
