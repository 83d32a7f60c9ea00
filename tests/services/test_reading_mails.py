"""Reading mails in a process of its own."""

import subprocess
import sys


def test_a_process_that_reads_mails_needs_no_database_library():
    code = "import sys, okawari.services.reading_mails; print('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
