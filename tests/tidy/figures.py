"""Lengths and assertions as they are, for the notes that compare them with the targets."""

from functions import functions_of


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0


def line_of(title, values):
    if not values:
        return f"{title:<28} none"
    return (f"{title:<28} {len(values):>5}  p50 {percentile(values, 50):>4}  "
            f"p95 {percentile(values, 95):>4}  max {max(values):>4}")


def report(tree):
    groups = {"core": [], "the other sources": [], "tests": []}
    for file in tree.cpp():
        group = "core" if file.under("core") else "tests" if file.under("tests") else "the other sources"
        groups[group].append(file)
    rows = []
    for group, files in groups.items():
        rows.append(line_of(f"files of {group}", [len(file.lines) for file in files]))
        lengths = [function.length for file in files for function in functions_of(file)]
        rows.append(line_of("  their functions", lengths))
    functions = [f for file in groups["core"] for f in functions_of(file) if f.length > 3]
    assertions = sum(file.code.count("BRUSIO_ASSERT(") for file in groups["core"])
    if functions:
        rows.append(f"assertions in core: {assertions}, {assertions / len(functions):.2f} "
                    f"a function of more than 3 lines ({len(functions)})")
    qml = [len(file.lines) for file in tree.files.values() if file.suffix == ".qml"]
    rows.append(line_of("QML files", qml))
    return "\n".join(rows)
