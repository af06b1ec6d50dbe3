"""Find out whose repository at GitHub a project is published from.

In:  the options `repository` and `branch`, and the author's own clone.
Out: ``Hosting``.
Must not: report what is wrong with the options; the command that publishes does.
"""

from byeoru.model.deploy import Deploy
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import github_name
from byeoru.publish.hosting import Hosting


def pages_hosting(deploy: Deploy, root: str, *, claims_in_a_file: bool) -> Hosting:
    """Return GitHub Pages for the repository that the project in *root* is published to."""
    try:
        remote = repository_url(deploy.option("repository"), root)
    except GitError:  # there is no git, so there is no clone either
        remote = ""
    name = github_name(remote)
    return Hosting(
        is_pages=True,
        claims_in_a_file=claims_in_a_file,
        remote=remote,
        branch=deploy.option("branch", "gh-pages"),
        user=name[0] if name else "",
    )
