"""Create .venv with exactly the versions of uv.lock: with uv where it is installed, else with pip.

Standard library only, since it runs before anything is installed. Does nothing when .venv is up to date.
pip reads `.ci/requirements.txt`, which is uv.lock in pip's own form, hashes included; it is renewed by
`make lock`, and a test compares the two.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-from"
REQUIREMENTS = ROOT / ".ci" / "requirements.txt"
OLDEST = (3, 11)


def fingerprint():
    """Hash of all that decides what is installed: the lock files, the project's metadata and where it lies."""
    files = [ROOT / "pyproject.toml", ROOT / "uv.lock", REQUIREMENTS]
    return hashlib.sha256(b"\0".join([str(ROOT).encode(), *(file.read_bytes() for file in files)])).hexdigest()


def is_up_to_date():
    """Whether .venv was made from the lock as it is now, and still has a Python in it."""
    return STAMP.exists() and STAMP.read_text() == fingerprint() and venv_python().exists()


def venv_python():
    """The interpreter inside .venv, on any system."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_with_uv():
    """Install with uv; False where uv is missing or fails, so that pip can try."""
    if not shutil.which("uv"):
        return False
    print("Installing the packages of uv.lock into .venv with uv ...", flush=True)
    # uv leaves modules uncompiled unless told, and every first import would pay for it.
    settings = {**os.environ, "UV_COMPILE_BYTECODE": "1", "UV_PROJECT_ENVIRONMENT": str(VENV)}
    settings.pop("VIRTUAL_ENV", None)
    done = subprocess.run(["uv", "sync", "--frozen", "--quiet"], cwd=ROOT, env=settings).returncode == 0
    if not done:
        print("uv could not do it (its message is above); trying pip.", flush=True)
    return done


def install_with_pip():
    """Install with the pip that comes with Python, every file checked against its hash."""
    if sys.version_info < OLDEST:
        sys.exit(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}. "
            "Install one, or say which: make PYTHON=/path/to/python3.12"
        )
    print("Installing the packages of uv.lock into .venv with pip (about a minute) ...", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], cwd=ROOT)
    if made.returncode:
        sys.exit("Python could not create .venv. On Debian or Ubuntu: sudo apt install python3-venv")
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    subprocess.run([*pip, "--require-hashes", "-r", REQUIREMENTS], cwd=ROOT, check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], cwd=ROOT, check=True)


def read_arguments(words):
    """The command line, parsed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--force", action="store_true", help="install again even if .venv is up to date")
    return parser.parse_args(words)


def main(words=None):
    """Install unless nothing changed; exit code 1 where it fails, 2 for words that are no option."""
    if not read_arguments(words).force and is_up_to_date():
        return
    try:
        install_with_uv() or install_with_pip()
    except subprocess.CalledProcessError as error:
        sys.exit(f"Set-up stopped: pip ended with code {error.returncode}; its message is above.")
    STAMP.write_text(fingerprint())


if __name__ == "__main__":
    main()
