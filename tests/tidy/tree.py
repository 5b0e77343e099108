"""The tree as the rules see it: files, their lines, and C++ code without comments and strings."""

import re
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

CPP = {".h", ".cpp"}
TEXT = CPP | {".py", ".qml", ".js", ".cmake", ".txt", ".md", ".json", ".sh", ".irc", ".toml", ".ts"}
SKIPPED = {".git", "build", ".cache", "__pycache__", "node_modules"}

# In this order: raw strings before strings, so that a quote inside one does not end it.
LEXEMES = re.compile(
    r'R"(?P<tag>[^\s()\\]{0,16})\((?:.|\n)*?\)(?P=tag)"'
    r"|//[^\n]*|/\*(?:.|\n)*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"
)


def blanked(match):
    """The same number of lines, nothing on them but a string's quotes."""
    text = match.group(0)
    quotes = "" if text.startswith("/") else '""'
    return quotes + "\n" * text.count("\n")


@dataclass(frozen=True)
class Violation:
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


@dataclass
class File:
    path: str  # from the root, with slashes
    text: str

    @property
    def suffix(self):
        return Path(self.path).suffix

    @property
    def is_cpp(self):
        return self.suffix in CPP

    @property
    def folder(self):
        return self.path.rpartition("/")[0]

    @property
    def stem(self):
        """A header and its source are one: what an include leads to."""
        return self.path.rpartition(".")[0]

    def under(self, *folders):
        return any(self.path.startswith(folder + "/") for folder in folders)

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def code(self):
        """C++ text with comments and literals emptied; line numbers stay."""
        return LEXEMES.sub(blanked, self.text)

    @cached_property
    def includes(self):
        """(line, header, quoted or not) of every #include."""
        found = []
        for number, line in enumerate(self.lines, 1):
            match = re.match(r'\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', line)
            if match:
                found.append((number, match.group(1) or match.group(2), bool(match.group(1))))
        return found


@dataclass
class Tree:
    files: dict = field(default_factory=dict)  # path -> File
    others: set = field(default_factory=set)  # paths of what is no text: pictures

    def add(self, path, text):
        self.files[path] = File(path, text)
        return self

    def cpp(self):
        return [file for file in self.files.values() if file.is_cpp]


def listed_by_git(root):
    """The files git would take, or None without git or outside a clone."""
    command = ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.split("\0") if name]


def listed_by_walk(root):
    for path in root.rglob("*"):
        relative = path.relative_to(root)
        if not SKIPPED & set(relative.parts):
            yield relative.as_posix()


def read_tree(root):
    root = Path(root).resolve()
    tree = Tree()
    for name in sorted(listed_by_git(root) or listed_by_walk(root)):
        path = root / name
        is_text = path.suffix in TEXT or name in ("dev", ".ci/run", "LICENSE")
        if is_text and path.is_file():
            tree.add(name, path.read_text(encoding="utf-8"))
        elif path.is_file():
            tree.others.add(name)
    return tree
