"""run: set-up once, finished by the next call if interrupted, then nothing but the command.

A stand-in for Python makes environments without the network and writes down what it was asked for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import pytest

Done = subprocess.CompletedProcess[str]
ROOT = Path(__file__).resolve().parents[1]
TOOLS = "sh env cat cmp cp mkdir mv rm readlink dirname tr pwd true printf sleep".split()

PYTHON = """#!/bin/sh
case "$*" in
*_base_executable*) [ ! -e "$WORLD/no-python" ] || exit 1; echo "$0" ;;
*ensurepip*) [ ! -e "$WORLD/no-ensurepip" ] ;;
*libpango*) [ ! -e "$WORLD/no-libraries" ] || echo libpango-1.0 ;;
*"-m venv "*)
    echo venv >> "$WORLD/log"
    for last; do :; done
    mkdir -p "$last/bin"
    cp "$0" "$last/bin/python" ;;
*" -r "*) echo packages >> "$WORLD/log"; sleep 0.2; [ ! -e "$WORLD/no-network" ] ;;
*--editable*) echo project >> "$WORLD/log" ;;
-V) echo Python 3.11.0 ;;
*) exec REAL "$@" ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >> "$WORLD/log"
case "$*" in *install*)
    [ ! -e "$WORLD/no-network" ] || exit 100
    rm -f "$WORLD/no-libraries" "$WORLD/no-ensurepip" ;;
esac
"""


@dataclass
class World:
    """A copy of the script in a folder of its own, and a machine on which only stand-ins are installed."""

    base: Path
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.project, self.bin = self.base / "the project 폴더", self.base / "bin"
        for folder in (self.project, self.bin):
            folder.mkdir()
        shutil.copy(ROOT / "run", self.project)
        (self.project / "requirements.lock").write_text("one==1\n")
        for tool in TOOLS:
            if found := shutil.which(tool):
                (self.bin / tool).symlink_to(found)
        self.program("python3", PYTHON.replace("REAL", f"'{sys.executable}'"))
        self.program("id", '#!/bin/sh\ncat "$WORLD/uid" 2>/dev/null || echo 0\n')
        self.env = {"PATH": str(self.bin), "WORLD": str(self.base)}

    def program(self, name: str, text: str) -> None:
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def without(self, thing: str) -> None:
        (self.base / f"no-{thing}").touch()

    def mend(self, thing: str) -> None:
        (self.base / f"no-{thing}").unlink()

    def log(self) -> list[str]:
        path = self.base / "log"
        return path.read_text().splitlines() if path.exists() else []

    def run(self, *command: str, script: Path | None = None, cwd: Path | None = None) -> Done:
        return subprocess.run(
            [str(script or self.project / "run"), *command],
            cwd=cwd or self.base, env=self.env, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip


SET_UP = ["venv", "packages", "project"]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def ready(world: World) -> World:
    assert world.run("true").returncode == 0
    return world


def refusal(done: Done) -> str:
    assert done.returncode == 1 and done.stdout == ""
    assert "Traceback" not in done.stderr
    message, hint = done.stderr.splitlines()[-2:]
    assert hint.startswith("run: hint: ")
    return message


def test_the_set_up_happens_once(world: World) -> None:
    first, second = world.run("true"), world.run("true")
    assert first.returncode == second.returncode == 0
    assert world.log() == SET_UP
    assert (first.stdout, second.stdout, second.stderr) == ("", "", "")
    assert all(line.startswith("run: ") for line in first.stderr.splitlines())


def test_it_happens_again_when_the_lock_changes(ready: World) -> None:
    (ready.project / "requirements.lock").write_text("one==2\n")
    assert ready.run("true").returncode == 0 and ready.run("true").returncode == 0
    assert ready.log() == SET_UP * 2


def test_it_does_not_happen_again_when_only_the_date_of_the_lock_changes(ready: World) -> None:
    (ready.project / "requirements.lock").touch()
    ready.run("true")
    assert ready.log() == SET_UP


def test_it_happens_again_where_the_folder_was_moved(ready: World) -> None:
    ready.project.rename(ready.base / "moved")
    assert ready.run("true", script=ready.base / "moved" / "run").returncode == 0
    assert ready.log() == SET_UP * 2


def test_it_happens_again_where_the_interpreter_is_gone(ready: World) -> None:
    (ready.project / ".venv" / "bin" / "python").unlink()
    assert ready.run("true").returncode == 0 and ready.log() == SET_UP * 2


def test_an_interrupted_set_up_is_finished_by_the_next_call(world: World) -> None:
    world.without("network")
    assert refusal(world.run("true")) == "run: error: could not install the packages of requirements.lock"
    world.mend("network")
    assert world.run("true").returncode == 0
    assert world.log() == ["venv", "packages", *SET_UP]


def test_a_killed_set_up_is_finished_by_the_next_call(world: World) -> None:
    child = subprocess.Popen([str(world.project / "run"), "true"], env=world.env, stderr=subprocess.DEVNULL)
    while "packages" not in world.log():
        pass
    child.kill()
    child.wait()
    assert world.run("true").returncode == 0 and world.log()[-3:] == SET_UP


def test_two_at_once_set_up_once(world: World) -> None:
    with ThreadPoolExecutor() as pool:
        done = [each.result() for each in [pool.submit(world.run, "printf", "done") for _ in range(4)]]
    assert [(each.returncode, each.stdout) for each in done] == [(0, "done")] * 4
    assert world.log() == SET_UP


def test_the_callers_folder_stays_the_working_one(ready: World) -> None:
    elsewhere = ready.base / "elsewhere"
    elsewhere.mkdir()
    assert ready.run("pwd", cwd=elsewhere).stdout.strip() == str(elsewhere)
    by_relative_path = ready.run("pwd", script=Path("..") / ready.project.name / "run", cwd=elsewhere)
    assert by_relative_path.stdout.strip() == str(elsewhere)


def test_it_can_be_called_through_links(ready: World) -> None:
    links = ready.base / "links"
    links.mkdir()
    (links / "relative").symlink_to(Path("..") / ready.project.name / "run")
    (links / "absolute").symlink_to(links / "relative")
    assert ready.run("true", script=links / "absolute").returncode == 0
    assert ready.log() == SET_UP


def test_arguments_and_the_exit_code_are_passed_on(ready: World) -> None:
    done = ready.run("sh", "-c", 'printf "<%s>" "$@"; exit 7', "sh", "a b", "", "*", "한글")
    assert (done.returncode, done.stdout) == (7, "<a b><><*><한글>")


def test_the_command_is_looked_up_in_the_environment_first(ready: World) -> None:
    (ready.project / ".venv" / "bin" / "true").write_text('#!/bin/sh\nprintf "%s" "$VIRTUAL_ENV"\n')
    (ready.project / ".venv" / "bin" / "true").chmod(0o755)
    assert ready.run("true").stdout == str(ready.project / ".venv")


def test_an_unknown_command_is_named(ready: World) -> None:
    done = ready.run("no-such-command")
    assert done.returncode == 127 and "no-such-command" in done.stderr


def test_without_a_command_it_tells_its_usage(world: World) -> None:
    done = world.run()
    assert done.returncode == 2 and done.stderr.startswith("run: usage: ") and world.log() == []


def test_a_machine_without_python_is_told_so(world: World) -> None:
    world.without("python")
    assert refusal(world.run("true")) == "run: error: no Python 3.11 or later found"


def test_missing_system_packages_are_installed_first(world: World) -> None:
    world.program("apt-get", APT)
    world.without("libraries")
    world.without("ensurepip")
    assert world.run("true").returncode == 0
    update, install, *rest = world.log()
    assert update == "apt-get -qq update" and rest == SET_UP
    assert install.endswith("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv")


def test_only_what_is_missing_is_installed(world: World) -> None:
    world.program("apt-get", APT)
    world.without("ensurepip")
    assert world.run("true").returncode == 0
    assert "libpango" not in world.log()[1] and world.log()[1].endswith(" python3-venv")


def test_sudo_is_used_where_the_caller_is_not_root(world: World) -> None:
    world.program("apt-get", APT)
    world.program("sudo", '#!/bin/sh\necho sudo >> "$WORLD/log"\nexec "$@"\n')
    (world.base / "uid").write_text("1000\n")
    world.without("libraries")
    assert world.run("true").returncode == 0
    assert [line.split()[0] for line in world.log()] == ["sudo", "apt-get", "sudo", "apt-get", *SET_UP]


def test_without_root_and_sudo_it_says_what_to_ask_for(world: World) -> None:
    world.program("apt-get", APT)
    (world.base / "uid").write_text("1000\n")
    world.without("libraries")
    done = world.run("true")
    assert "installing them needs root, and there is no sudo" in refusal(done)
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0;" in done.stderr
    assert world.log() == []


def test_a_failed_installation_says_what_to_ask_for(world: World) -> None:
    world.program("apt-get", APT)
    world.without("libraries")
    world.without("network")
    assert refusal(world.run("true")).startswith("run: error: could not install libpango-1.0-0 ")


def test_without_a_package_manager_it_names_what_is_missing(world: World) -> None:
    world.without("libraries")
    assert "missing on this system: libpango-1.0" in refusal(world.run("true"))


def test_a_call_with_nothing_to_set_up_is_quick(ready: World) -> None:
    turns = []
    for _ in range(10):
        start = perf_counter()
        ready.run("true")
        turns.append(perf_counter() - start)
    assert min(turns) < 0.05


def test_the_script_is_plain_posix_shell() -> None:
    assert (ROOT / "run").read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert os.access(ROOT / "run", os.X_OK)
    shells = [shell for shell in ("dash", "bash", "sh") if shutil.which(shell)]
    for shell in shells:
        subprocess.run([shell, "-n", str(ROOT / "run")], check=True)
