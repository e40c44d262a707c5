"""Running the steps of a build: each step once, in order, skipped only when nothing it depends on has changed.

A file pattern is the name of a folder and a glob inside it, "processed/*.csv"; `folders` says where each folder is.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from qantar import paths

MEMORY = paths.ROOT / ".cache" / "build.json"
CODE = ("project/src/qantar/**/*", "project/uv.lock")


@dataclass(frozen=True)
class Step:
    """A script of `scripts/` with the patterns of all files that it reads and writes, and words of its own for it.

    >>> Step("02_extract_claims.py", ["raw/**/*"], ["processed/claims.csv"]).number
    '02'
    >>> Step("evaluate_extraction.py", [], ["processed/reading_scores.csv"]).number
    'evaluate'
    """

    script: str
    inputs: list[str]
    outputs: list[str]
    words: tuple[str, ...] = ()  # further words of its command

    @property
    def number(self):
        """What the script's name starts with: two digits, or the verb of a step without a number."""
        return self.script.split("_")[0]

    def command(self, folders):
        """The words that run the step: each folder it deals with is one of the script's options."""
        named = {pattern.split("/")[0] for pattern in [*self.inputs, *self.outputs]}
        options = [f"--{name}={folders[name]}" for name in sorted(named | {"raw", "processed"}) if name != "project"]
        return [sys.executable, str(folders["project"] / "scripts" / self.script), *options, *self.words]

    def fingerprint(self, folders):
        """A hash over code, inputs and outputs; outputs too, so that one edited by hand is made again."""
        return hash_files([f"project/scripts/{self.script}", *CODE, *self.inputs, *self.outputs], folders)


def build(steps, folders, force=False):
    """Run the steps in order, and say of each how long it took or that it was skipped.

    Returns:
        0, or the exit code of the step that failed; the steps after it are not run.
    """
    for number, step in enumerate(steps, start=1):
        print(f"[{number}/{len(steps)}] {step.script}", flush=True)
        key, started = f"{step.script} {folders['processed']}", time.perf_counter()
        if not force and _remembered().get(key) == step.fingerprint(folders):
            print("      unchanged, skipped (--force runs it all the same)")
            continue
        if code := _run(step.command(folders)):
            print(f"{step.script} stopped with exit code {code}; nothing after it was run.", file=sys.stderr)
            return code
        _remember(key, step.fingerprint(folders))
        print(f"      {time.perf_counter() - started:.1f} s", flush=True)
    return 0


def _run(command):
    """The exit code of a step; where the user stops it by Ctrl-C, which the step gets too, that which it ends with."""
    with subprocess.Popen(command) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            return process.wait()


def check(steps, folders):
    """Run all steps in a temporary folder and name each file that comes out otherwise than it is here.

    Reports are left out: they are not kept, so there is nothing to compare them with.

    Returns:
        0 where all files are the same byte for byte, 1 where not, or the exit code of a step that failed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        fresh = {name: Path(scratch) / name for name in folders if name not in ("project", "raw")}
        for folder in fresh.values():
            folder.mkdir()
        shutil.copy(folders["readme"] / "README.md", fresh["readme"])
        for step in steps:
            if code := subprocess.run(step.command(folders | fresh)).returncode:
                return code
        outputs = [name for step in steps for name in step.outputs if not name.startswith("reports/")]
        lines = find_differences(outputs, folders, fresh)
    print("\n".join(lines) or "Identical: tables, figures and README come out the same, byte for byte.")
    return 1 if lines else 0


def find_files(patterns, folders):
    """The files that patterns stand for, sorted, as (name of the folder, path inside it).

    A folder that does not exist holds no files; compiled Python is left out.
    """
    pairs = [pattern.split("/", 1) for pattern in patterns]
    found = {(name, file) for name, rest in pairs for file in Path(folders[name]).glob(rest) if file.is_file()}
    return sorted((name, file.relative_to(folders[name]).as_posix()) for name, file in found if file.suffix != ".pyc")


def hash_files(patterns, folders):
    """One SHA-256 over the names and bytes of the files that patterns stand for, as 64 hexadecimal digits."""
    lines = []
    for name, path in find_files(patterns, folders):
        content = (Path(folders[name]) / path).read_bytes()
        lines.append(f"{name}/{path} {hashlib.sha256(content).hexdigest()}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def find_differences(patterns, old, new):
    """One line for each file that is missing from, only in, or different in a rebuild.

    Args:
        patterns: the files to compare.
        old: folders of the build that is there.
        new: folders of the rebuild.
    """
    before, after = set(find_files(patterns, old)), set(find_files(patterns, new))
    lines = [f"{name}/{path}: not written by the rebuild" for name, path in before - after]
    lines += [f"{name}/{path}: written by the rebuild, missing here" for name, path in after - before]
    for name, path in before & after:
        if (Path(old[name]) / path).read_bytes() != (Path(new[name]) / path).read_bytes():
            lines.append(f"{name}/{path}: differs")
    return sorted(lines)


def _remembered():
    """The fingerprints of earlier runs; a missing or broken file only means that nothing is skipped."""
    try:
        return json.loads(MEMORY.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}


def _remember(key, fingerprint):
    MEMORY.parent.mkdir(exist_ok=True)
    MEMORY.write_text(json.dumps(_remembered() | {key: fingerprint}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
