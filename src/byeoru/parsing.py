"""Read the sources that may have changed: parse documents, and digest other files.

In:  a snapshot, and the memory of an earlier build.
Out: all documents, the digests of all other files, and the memory with them.
Must not: read a file that has certainly not changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from byeoru.base.cancel import Token
from byeoru.base.crash import append_report
from byeoru.base.derived import Derived
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.digest import digest
from byeoru.base.parallel import Workers
from byeoru.cache.documents import RELEASE_EVERY, Documents, key_of, stamp_of
from byeoru.cache.known_documents import KnownDocuments
from byeoru.cache.parsings import Batch, Parsing, parse_all
from byeoru.discover.commit_dates import CommitTimes, commit_times, undated_posts
from byeoru.discover.git_head import git_head
from byeoru.discover.pages import divided, holds, left_out_warning
from byeoru.discover.read import digest_file, read_markdown
from byeoru.discover.snapshot import Snapshot
from byeoru.memory import AllDocuments, Checked, FileDigests, Memory
from byeoru.model.content import Document, ParseOptions, Source
from byeoru.model.project import Project, Workspace
from byeoru.model.settings import Settings

_FRACTION = 8  # how much more documents make it worth to write the heads of all of them again
FEW = 20  # documents; parsing so few again after a crash costs less than saving them immediately
_COMMIT_TIMES = "commit-times"  # row of the store: a commit, and the times of all files as of it

Unread = dict[str, Diagnostic | None]  # why a file cannot be read; None if it has vanished


def _divided(project: Project, snapshot: Snapshot, memory: Memory) -> Memory:
    """Return *memory* with the paths in *snapshot*, divided into documents and other files."""
    paths, before = list(snapshot.scan.files), memory.paths
    if before.inputs == paths and holds(before.value, snapshot.scan):
        return memory
    division = divided(project, snapshot.scan)
    if division.left_out != before.value.left_out:  # files that have not changed may have become documents
        memory = memory._replace(checked=Checked())
    return memory._replace(paths=Derived(paths, division))


def parsed(
    workspace: Workspace, token: Token, snapshot: Snapshot, options: ParseOptions, memory: Memory, workers: Workers
) -> tuple[Outcome[Mapping[str, Document]], Memory]:
    """Return all documents, and parse those that are not cached; none if the build is cancelled."""
    table, stamp = memory.tables.documents, stamp_of(options, memory.tables.program)
    memory = _divided(workspace.project, snapshot, memory)
    paths = memory.paths.value.documents
    derived_from = memory.checked.snapshot if memory.checked.stamp == stamp else 0
    suspects = snapshot.to_check(derived_from, paths)
    unknown = table.unknown(suspects, snapshot.scan.files, memory.tables.sources, stamp)
    unread: Unread = {}
    sources = _sources(workspace.project, snapshot, unknown, stamp, memory, unread)
    workspace.progress.expect(len(unknown))
    is_whole = True
    if unknown:
        from byeoru.parse.document import parse  # 184 modules that an edit of a template does not need

        size = sum(snapshot.scan.files[path].size for path in unknown)
        is_whole = _record(workspace, token, parse_all(Batch(parse, options), sources, size, workers), stamp, memory)
    if len(unknown) > FEW:
        table.save(paths)
        table.commit()
    if token.is_cancelled:
        return Outcome({}), memory._replace(checked=Checked())
    read = [path for path in paths if path not in unread] if unread else paths
    known = _after_edit(table, read, memory.documents) or _known(table, read)
    problems = [problem for of_one in known.problems.values() for problem in of_one]
    problems += left_out_warning(memory.paths.value)
    problems += [problem for problem in unread.values() if problem is not None]
    checked = Checked(snapshot.revision, stamp) if is_whole and not unread else Checked()
    return Outcome(known.documents, tuple(problems)), memory._replace(checked=checked, documents=known)


def _known(table: Documents, paths: Sequence[str]) -> AllDocuments:
    """Return the documents at all *paths*."""
    outcomes = {path: table.known(path) for path in paths}
    documents = KnownDocuments([path for path, outcome in outcomes.items() if outcome.value is not None], table.known)
    problems = {path: outcome.problems for path, outcome in outcomes.items() if outcome.problems}
    signature = table.signature(documents)
    return AllDocuments(paths, table.revision, documents, problems, signature)


def _after_edit(table: Documents, paths: Sequence[str], before: AllDocuments) -> AllDocuments | None:
    """Return the documents of *before* with those that have changed; None if some came or went."""
    if paths is not before.paths:
        return None
    problems = dict(before.problems)
    for path in table.changed_since(before.revision):
        if path not in before.documents:
            return None
        document, problems[path] = table.known(path)
        if document is None:
            return None
    is_reshaped = table.reshaped > before.revision
    signature = table.signature(before.documents) if is_reshaped else before.signature
    return before._replace(revision=table.revision, problems=dict(sorted(problems.items())), signature=signature)


def _sources(
    project: Project, snapshot: Snapshot, paths: Iterable[str], stamp: str, memory: Memory, unread: Unread
) -> Iterator[Source]:
    """Yield the sources of *paths* that are not cached; files that cannot be read are added to *unread*."""
    table, scan = memory.tables.documents, snapshot.scan
    for path in paths:
        data = read_markdown(project, scan, path)
        if not isinstance(data, bytes):
            unread[path] = data
            continue
        name = digest(data)
        memory.tables.sources.record(path, scan.files[path], name, snapshot.clock_ns)
        if not table.has(path, name, stamp):
            yield Source(path, data, name, key_of(path, name, stamp), table.code(path))


def _record(workspace: Workspace, token: Token, parsings: Iterable[Parsing], stamp: str, memory: Memory) -> bool:
    """Record *parsings* until the build is cancelled; tell whether all of them can be reused."""
    is_whole, table, durable = True, memory.tables.documents, 0
    for number, parsing in enumerate(parsings, 1):
        table.record(parsing, stamp)
        is_whole = is_whole and parsing.digest != ""
        if parsing.details:
            append_report(workspace.project.root, parsing.path, parsing.details)
        workspace.progress.advance()
        if number % RELEASE_EVERY == 0:
            table.release()
            if number - durable > durable // _FRACTION:
                table.commit()
                durable = number
        if token.is_cancelled:
            break
    return is_whole


def committed(
    workspace: Workspace, documents: Mapping[str, Document], settings: Settings, memory: Memory
) -> tuple[Outcome[CommitTimes], Memory]:
    """Return the commit times of undated posts; they are cached until the commit of the project changes."""
    undated = undated_posts(documents.values(), settings)
    if not undated:
        return Outcome({}), memory._replace(head="")
    head, store = git_head(workspace.project.root), memory.tables.store

    def cached(head: str, compute: Callable[[], CommitTimes]) -> CommitTimes:
        match store.get(_COMMIT_TIMES):
            case [str(commit), dict(times)] if commit == head:
                return times
        times = compute()
        store.put(_COMMIT_TIMES, [head, times])
        return times

    times = commit_times(undated, workspace.project.root, head, cached)
    return times, memory._replace(head=head)


def digested(workspace: Workspace, snapshot: Snapshot, memory: Memory) -> tuple[Outcome[dict[str, str]], Memory]:
    """Return the digests of all files that are not documents, except those that have been deleted meanwhile."""
    files, known = snapshot.scan.files, memory.files.digests
    memory = _divided(workspace.project, snapshot, memory)
    paths = memory.paths.value.others
    suspects = snapshot.to_check(memory.files.snapshot, paths)
    results: dict[str, str | Diagnostic | None] = {path: known.get(path) for path in paths}
    for path in suspects:
        digest = memory.tables.sources.known(path, files[path]) or digest_file(workspace.project, snapshot.scan, path)
        if isinstance(digest, str):
            memory.tables.sources.record(path, files[path], digest, snapshot.clock_ns)
        results[path] = digest
    digests = {path: result for path, result in results.items() if isinstance(result, str)}
    problems = tuple(result for result in results.values() if isinstance(result, Diagnostic))
    derived_from = snapshot.revision if len(digests) == len(paths) else 0
    return Outcome(digests, problems), memory._replace(files=FileDigests(derived_from, digests))
