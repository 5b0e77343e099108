"""Ceilings. They only shrink."""

import re

from functions import functions_of
from tree import Violation

FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 70
QML_LINES_MAX = 120
COLUMNS_MAX = 100
COUNTED = {".h", ".cpp", ".py", ".cmake", ".js", ".sh"}
REPEAT_LINES_MIN = 6


def check_lengths(tree):
    for file in tree.files.values():
        ceiling = QML_LINES_MAX if file.suffix == ".qml" else FILE_LINES_MAX
        counted = file.suffix in COUNTED | {".qml"} or "." not in file.path.rpartition("/")[2]
        if counted and len(file.lines) > ceiling:
            yield Violation(file.path, len(file.lines), f"{len(file.lines)} lines; {ceiling} is the ceiling")
        for function in functions_of(file):
            if function.length > FUNCTION_LINES_MAX:
                message = f"{function.name} has {function.length} lines; {FUNCTION_LINES_MAX} is the ceiling"
                yield Violation(file.path, function.line, message)
        if file.is_cpp or file.suffix == ".qml":
            for number, line in enumerate(file.lines, 1):
                if len(line) > COLUMNS_MAX:
                    yield Violation(file.path, number, f"{len(line)} columns; {COLUMNS_MAX} is the ceiling")


def telling_lines(file):
    """(line, text) of what can be repeated: no blanks, comments, includes or bare brackets."""
    for number, line in enumerate(file.code.splitlines(), 1):
        text = re.sub(r"\s+", " ", line).strip()
        if len(text) > 3 and not text.startswith(("#include", "using ", "namespace ", "}  // namespace")):
            yield number, file.lines[number - 1].strip()


def check_repeats(tree):
    """A run of six telling lines stands in one place only."""
    seen = {}
    for file in tree.cpp():
        lines = list(telling_lines(file))
        reported = 0
        for at in range(len(lines) - REPEAT_LINES_MIN + 1):
            run = tuple(text for _, text in lines[at : at + REPEAT_LINES_MIN])
            if len(set(run)) * 2 < REPEAT_LINES_MIN:
                continue  # rows of a table
            place = (file.path, lines[at][0])
            first = seen.setdefault(run, place)
            if first != place and lines[at][0] > reported:
                reported = lines[at + REPEAT_LINES_MIN - 1][0]
                message = f"the {REPEAT_LINES_MIN} lines from here stand at {first[0]}:{first[1]} too: give them a name"
                yield Violation(*place, message)


def check(tree):
    yield from check_lengths(tree)
    yield from check_repeats(tree)
