"""Documents keep up with the code: links lead somewhere, every limit is in the table."""

import posixpath
import re

from tree import Violation

LIMITS = "core/base/limits.h"
OPERATIONS = "docs/operations.md"
LIMIT_KEY = re.compile(r"^\s+(?:std::size_t|std::uint32_t|Duration) (\w+) =", re.M)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def check_links(tree, file):
    folders = {path.rpartition("/")[0] for path in tree.files}
    for number, line in enumerate(file.lines, 1):
        for target in LINK.findall(line):
            path = posixpath.normpath(posixpath.join(file.folder, target))
            known = path in tree.files or path in folders or path in tree.others
            if not known:
                yield Violation(file.path, number, f"the link to {target} leads nowhere")


def check_limits(tree):
    if LIMITS not in tree.files or OPERATIONS not in tree.files:
        return
    table = tree.files[OPERATIONS].text
    for key in LIMIT_KEY.findall(tree.files[LIMITS].text):
        if f"`{key}`" not in table:
            yield Violation(OPERATIONS, 1, f"the limit {key} is missing")


def check(tree):
    for file in tree.files.values():
        if file.suffix == ".md":
            yield from check_links(tree, file)
    yield from check_limits(tree)
