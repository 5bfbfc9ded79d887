"""Every command in the documentation runs, in the order of its page, in a folder that has the examples."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sitroom.cli.app import app

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(line: str) -> None:
    """Run one command line of the program; output that goes to a file is written there."""
    command, _, target = line.partition(" > ")
    program, *arguments = shlex.split(command)
    assert program == "sitroom", line
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, f"{line}\n{result.output}"
    assert result.stdout.strip(), f"{line} prints nothing"
    if target:
        Path(target).write_text(result.stdout, encoding="utf-8")


@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/how-to/correct-the-record.md"])
def test_the_commands_of_a_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    found = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert len(found) > 5
    for language, block in found:
        if language == "python":
            exec(block, {})
            continue
        for line in block.strip().splitlines():
            run(line)


def test_the_program_names_every_command_that_the_readme_names() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^sitroom ([a-z]+)", readme, re.MULTILINE))
    named |= set(re.findall(r"also: ([a-z, ]+)", readme)[0].replace(" ", "").split(","))
    offered = CliRunner().invoke(app, ["--help"]).output
    assert named
    assert [name for name in sorted(named) if not re.search(rf"\b{name}\b", offered)] == []
