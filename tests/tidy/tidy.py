#!/usr/bin/env python3
"""The style of the house as a test: `tidy.py ROOT [RULE...]` prints what breaks a rule and fails."""

import sys

import banned
import documents
import figures
import layers
import qml
import sizes
import words
from tree import Violation, read_tree

RULES = {
    "layers": layers.check,
    "banned": banned.check,
    "sizes": sizes.check,
    "words": words.check,
    "documents": documents.check,
    "qml": qml.check,
}


EXCEPTIONS = "tests/tidy/exceptions.txt"


def without_exceptions(tree, violations):
    """Takes out what exceptions.txt foresees, and reports its lines that foresee nothing any more."""
    known = tree.files[EXCEPTIONS].lines if EXCEPTIONS in tree.files else []
    for number, line in enumerate(known, 1):
        path, _, words_of_it = line.partition(": ")
        if not path or path.startswith("#"):
            continue
        kept = [v for v in violations if v.path != path or words_of_it not in v.message]
        if len(kept) == len(violations):
            kept.append(Violation(EXCEPTIONS, number, "no longer needed: take the line out"))
        violations = kept
    return violations


def main(arguments):
    if not arguments or set(arguments[1:]) - {*RULES, "figures"}:
        print(f"usage: tidy.py ROOT [{' | '.join(RULES)} | figures]...", file=sys.stderr)
        return 2
    tree = read_tree(arguments[0])
    if arguments[1:] == ["figures"]:
        print(figures.report(tree))
        return 0
    violations = [v for rule in arguments[1:] or RULES for v in RULES[rule](tree)]
    violations = without_exceptions(tree, violations)
    for violation in violations:
        print(violation)
    print(f"{len(tree.files)} files, {len(violations)} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
