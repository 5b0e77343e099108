"""Where functions begin and end, by counting braces: no compiler, right for the style we write."""

import ast
import re
from dataclasses import dataclass

SCOPE = re.compile(r"\b(?:namespace|class|struct|union|enum|extern)\b(?!.*\)\s*(?:const)?\s*$)", re.S)
# A constructor's list of initialisers, up to a member that is itself initialised with braces.
INITIALISER = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)(?:(?!;).)*[\w>]\s*$", re.S)
BODY = re.compile(
    r"\)\s*(?:const|noexcept(?:\([^)]*\))?|override|final|mutable|requires\b.*|&&?|try"
    r"|->\s*[\w:<>,\s*&]+|:(?!:).*|\s)*$",
    re.S,
)


@dataclass(frozen=True)
class Function:
    name: str
    line: int
    length: int  # from the line with the opening brace's head to the closing brace
    body: str


def closing(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        if depth == 0:
            return at
    return len(code) - 1


def name_of(head):
    match = re.search(r"([\w:~]+|operator\S+)\s*\(([^()]*)", head)
    if not match:
        return "?"
    if match.group(1).startswith(("TEST", "RC_GTEST")):
        return f"{match.group(1)}({match.group(2).strip()})"
    return match.group(1)


def without_preprocessor(code):
    """Directives and what continues them, emptied: a macro's braces are not the file's."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: "\n" * m.group(0).count("\n"), code,
                  flags=re.M)


def cpp_functions(code):
    """Every function with a body in C++ `code` (comments and literals already emptied)."""
    code = without_preprocessor(code)
    found, head, at = [], 0, 0
    while at < len(code):
        mark = code[at]
        if mark in ";}":
            head = at + 1
        elif mark == "{":
            text = re.sub(r"\b(?:public|private|protected)\s*:", "", code[head:at])
            end = closing(code, at)
            if INITIALISER.search(text):
                at = end  # a braced member: the head goes on behind it
            elif SCOPE.search(re.sub(r"template\s*<[^{]*?>\s", "", text)):
                head = at + 1
            elif BODY.search(text):
                start = head + len(code[head:at]) - len(code[head:at].lstrip())
                line = code.count("\n", 0, start) + 1
                length = code.count("\n", start, end) + 1
                found.append(Function(name_of(text), line, length, code[at:end]))
                at, head = end, end + 1
            else:
                at, head = end, end + 1  # a table or another braced initialiser
        at += 1
    return found


def python_functions(text):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        Function(node.name, node.lineno, node.end_lineno - node.lineno + 1, "")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, kinds)
    ]


def functions_of(file):
    if file.is_cpp:
        return cpp_functions(file.code)
    return python_functions(file.text) if file.suffix == ".py" else []
