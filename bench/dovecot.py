"""A Dovecot on the loopback with one INBOX, in a folder of its own; where the system has it installed (Debian: dovecot-imapd)."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.mail_server import MailServer, wait_for

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 0
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home
}}
"""


@contextmanager
def running_dovecot(mails: Iterable[bytes]) -> Iterator[MailServer]:
    """Start a server whose INBOX holds the mails."""
    dovecot = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
    if dovecot is None:
        raise SystemExit("Dovecot is not installed")
    owner = pwd.getpwnam("dovecot") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("cur", "new", "tmp"):
            (folder / "mail" / part).mkdir(parents=True)
        for number, mail in enumerate(mails, start=1):
            (folder / "mail" / "cur" / f"{1_600_000_000 + number}.M{number}.here:2,").write_bytes(mail)
        config = folder / "dovecot.conf"
        group = grp.getgrgid(owner.pw_gid).gr_name
        config.write_text(_CONFIG.format(folder=folder, user=owner.pw_name, group=group, port=port), encoding="utf-8")
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", f"{owner.pw_uid}:{owner.pw_gid}", name], check=True)
        process = subprocess.Popen([dovecot, "-F", "-c", str(config)])
        try:
            wait_for(port, process)
            yield MailServer(port)
        finally:
            process.terminate()
            process.wait()
