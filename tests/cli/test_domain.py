"""`blog domain`: it writes the address, prints the records, and checks them with an exit code."""

import json
from pathlib import Path

from byeoru.cli.console import width
from command import KOREAN, run_blog
from zone_test import GOOD, served


def project(folder: Path, more: str = "deploy: {repository: /none}\n") -> Path:
    (folder / "blog.yml").write_bytes(f"# 내 블로그\r\ntitle: 시험  # 제목\r\n{more}".encode())
    return folder


def test_set_writes_the_address_and_prints_the_records(tmp_path: Path) -> None:
    """The terms are those of registrars, the columns are aligned, and comments in `blog.yml` are kept."""
    folder = project(tmp_path, "deploy: {repository: hong/blog}\r\n")
    done = run_blog(folder, "domain", "set", "example.kr", **KOREAN)
    rows = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    starts = {
        width(row[: row.index(value)])
        for row in rows
        for value in ("185.199.", "2606:", "hong.github", "값/위치")
        if value in row
    }

    assert done.returncode == 0, done.stderr
    assert (folder / "blog.yml").read_bytes().decode() == (
        "# 내 블로그\r\ntitle: 시험  # 제목\r\nbase_url: https://example.kr\r\ndeploy: {repository: hong/blog}\r\n"
    )
    assert [sum(word in row for row in rows) for word in ("호스트 IP(A)", "별칭(CNAME)", "TXT", "CAA", "AAAA")] == [
        4,
        1,
        1,
        1,
        4,
    ]
    assert len(starts) == 1
    assert "already" in run_blog(folder, "domain", "set", "https://example.kr").stdout


def test_set_accepts_a_korean_domain(tmp_path: Path) -> None:
    """It is printed in Hangul, and in punycode for the DNS."""
    done = run_blog(project(tmp_path), "domain", "set", "한글.kr")

    assert b"base_url: https://\xed\x95\x9c\xea\xb8\x80.kr\r\n" in (tmp_path / "blog.yml").read_bytes()
    assert "xn--bj0bj06e.kr" in done.stdout


def test_set_refuses_an_invalid_domain(tmp_path: Path) -> None:
    """Nothing is written, and the exit code is that of a usage error."""
    before = (project(tmp_path) / "blog.yml").read_bytes()

    for text in ("localhost", "192.0.2.1", "a_b.kr", "ftp://example.kr", "example.kr/blog"):
        assert run_blog(tmp_path, "domain", "set", text).returncode == 2
    assert (tmp_path / "blog.yml").read_bytes() == before


def test_check_prints_each_finding_and_sets_the_exit_code(tmp_path: Path) -> None:
    """The exit code is 0 if all checks pass, else 1; each failure has a hint below it."""
    folder = project(
        tmp_path, "base_url: https://example.kr\ndeploy: {repository: https://github.com/hong/blog, branch: x}\n"
    )
    with served(GOOD) as right, served(GOOD + "@ IN A 203.0.113.7\n") as wrong:
        well = run_blog(folder, "domain", "check", "--dns-only", "--wait", "--nameserver", f"127.0.0.1:{right.port}")
        ill = run_blog(folder, "domain", "check", "--dns-only", "--nameserver", f"127.0.0.1:{wrong.port}")
        data = json.loads(
            run_blog(
                folder, "domain", "check", "--dns-only", "--json", "--nameserver", f"127.0.0.1:{wrong.port}"
            ).stdout
        )

    assert well.returncode == 0, well.stdout + well.stderr
    assert "✓ all 4 A records of `example.kr` are correct\n" in well.stdout
    assert ill.returncode == 1
    assert "✗ `example.kr` also has A records of another server: 203.0.113.7\n    = delete them" in ill.stdout
    assert (data["host"], data["well"]) == ("example.kr", False)
    assert {"a-unexpected": "fail", "cname-right": "ok"}.items() <= {
        row["code"]: row["level"] for row in data["findings"]
    }.items()


def test_check_needs_an_address_and_a_valid_name_server(tmp_path: Path) -> None:
    """Without them it is a usage error with a hint."""
    without = run_blog(project(tmp_path), "domain", "check")
    wrong = run_blog(
        project(tmp_path, "base_url: https://example.kr\n"), "domain", "check", "--nameserver", "dns.example.kr"
    )

    assert (without.returncode, wrong.returncode) == (2, 2)
    assert "blog domain set" in without.stderr
    assert "8.8.8.8" in wrong.stderr
    assert run_blog(project(tmp_path, "base_url: https://hong.github.io\n"), "domain", "check").returncode == 0


def test_records_are_compared_with_the_server_of_the_deployment(tmp_path: Path) -> None:
    """Its address is taken from `deploy.destination`, with or without scheme, user and port."""
    zone = "\n".join(line for line in GOOD.splitlines() if "IN A 185." not in line and "CNAME" not in line)
    found = {}
    for text in ("203.0.113.9:/srv/blog", "ssh://hong@203.0.113.9:2222/srv/blog", "hong@203.0.113.10:/srv/blog"):
        more = f"base_url: https://example.kr\ndeploy: {{target: rsync, destination: '{text}'}}\n"
        folder = project(tmp_path, more)
        with served(f"{zone}\n@ 300 IN A 203.0.113.9\nwww 300 IN A 203.0.113.9\n") as right:
            done = run_blog(
                folder, "domain", "check", "--dns-only", "--json", "--nameserver", f"127.0.0.1:{right.port}"
            )
        found[text] = json.loads(done.stdout)["well"]

    assert list(found.values()) == [True, True, False]
