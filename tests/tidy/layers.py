"""Who may include whom: layers.txt against the #include lines, the CMake table and each other."""

import re

from tree import Violation

TABLE = "tests/tidy/layers.txt"
CMAKE_TABLE = "cmake/brusio_layers.cmake"
CMAKE_NAMES = {"server": "server-app", "qml_client": "qml-client", "qml_app": "qml-client/app", "qml_desktop": "qml-client/desktop", "sim": "sim", "bench": "bench"}
SHARED_BY_TESTS = ["tests/support", "tests/contract"]

# Third-party headers (a prefix of what stands between the brackets) and the folders they may be in.
FOREIGN = {
    "Poco/": ["transport/poco", "server-app"],
    "Q": ["qml-client"],
    "qqml": ["qml-client"],
    "sodium": ["transport/scram", "server-app"],
    "toml++/": ["server-app"],
    "CLI/": ["server-app", "sim", "bench"],
    "benchmark/": ["bench"],
    "sqlite3": ["storage/sqlite", "tests/storage/sqlite"],
    "SQLiteCpp/": ["storage/sqlite"],
    "openssl/": ["transport/filter", "transport/scram", "tests/support"],
    "wslay/": ["transport/filter"],
    "gtest/": ["tests"],
    "gmock/": ["tests"],
    "trompeloeil": ["tests"],
    "rapidcheck": ["tests"],
}
# The operating system is the edges' alone.
SYSTEM = re.compile(r"(sys|arpa|netinet|net|linux)/|(unistd|fcntl|poll|pthread|netdb|termios|signal)\.h$")
SYSTEM_FOLDERS = ["transport/poco", "storage/client", "storage/sqlite", "server-app", "bench", "qml-client", "tests"]

# All that core/ may take from the standard library: no I/O, no clock, no thread, no chance.
CORE_HEADERS = set(
    """algorithm array atomic bit bitset cassert cctype charconv chrono climits cmath compare
    concepts cstddef cstdint cstring deque forward_list functional initializer_list iterator limits
    list map memory new numbers numeric optional queue ranges ratio set span stack string
    string_view tuple type_traits typeindex unordered_map unordered_set utility variant vector
    version""".split()
)
CORE_HEADER_EXCEPTIONS = {"core/base/assert.cpp": {"cstdio", "cstdlib"}}


def parse_table(text):
    """folder -> set of folders it may include."""
    rows = {}
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line:
            folder, _, allowed = line.partition(":")
            rows[folder.strip()] = set(allowed.split())
    return rows


def parse_cmake(text):
    """The same, out of the set(BRUSIO_LAYER_...) commands."""
    def folder_of(layer):
        return CMAKE_NAMES.get(layer, layer.replace("_", "/", 1))

    rows = {}
    for layer, links in re.findall(r"set\(BRUSIO_LAYER_(\w+)([^)]*)\)", text):
        rows[folder_of(layer)] = {folder_of(link) for link in re.findall(r"\w+", links)}
    return rows


def layer_of(path, rows):
    """The row that a file or header belongs to: the longest folder of the table that holds it."""
    holders = [row for row in rows if path.startswith(row + "/")]
    return max(holders, key=len, default=None)


def allowed_for(path, rows):
    """What a file may include, or None if no row speaks of it. {"*"} is everything."""
    own = layer_of(path, rows)
    if own is not None:
        extra = SHARED_BY_TESTS if path.startswith("tests/") else []
        return rows[own] | {own, *extra}
    if path.startswith("tests/"):
        mirrored = layer_of(path[len("tests/") :], rows)
        if mirrored is not None:
            return rows[mirrored] | {mirrored, *SHARED_BY_TESTS}
        return {"*"}
    return None


def check_cmake_agrees(tree, rows):
    if CMAKE_TABLE not in tree.files:
        return
    for folder, links in parse_cmake(tree.files[CMAKE_TABLE].text).items():
        if rows.get(folder) != links:
            yield Violation(TABLE, 1, f"the row of {folder} is not the one in {CMAKE_TABLE}")


def check_own_includes(file, rows):
    allowed = allowed_for(file.path, rows)
    for number, header, quoted in file.includes:
        if not quoted:
            continue
        if allowed is None:
            yield Violation(file.path, number, f"no row of {TABLE} speaks of this folder: add one")
            return
        folder = header.rpartition("/")[0]
        same_folder = folder == file.folder or (folder and file.folder.startswith(folder + "/"))
        if "/" not in header:
            yield Violation(file.path, number, f'"{header}": include from the root of the repository')
        elif "*" not in allowed and not same_folder:
            if not any(header.startswith(row + "/") for row in allowed):
                yield Violation(file.path, number, f'"{header}" is not below this folder: see {TABLE}')


def may_use(path, folders):
    mirrored = path[len("tests/") :] if path.startswith("tests/") else path
    end_to_end = path.startswith("tests/end-to-end/")
    return end_to_end or any(
        path.startswith(folder + "/") or mirrored.startswith(folder + "/") for folder in folders
    )


def check_foreign_includes(file):
    for number, header, quoted in file.includes:
        if quoted:
            continue
        homes = next((FOREIGN[prefix] for prefix in FOREIGN if header.startswith(prefix)), None)
        if SYSTEM.match(header):
            homes = SYSTEM_FOLDERS
        if homes is not None and not may_use(file.path, homes):
            yield Violation(file.path, number, f"<{header}> belongs in {' or '.join(homes)} only")
        elif homes is None and file.under("core"):
            known = CORE_HEADERS | CORE_HEADER_EXCEPTIONS.get(file.path, set())
            if header not in known:
                message = f"<{header}>: core/ does no I/O and has no clock, thread or chance; "
                yield Violation(file.path, number, message + "ask for it through core/ports")


def check_own_header_first(file):
    own = file.stem + ".h"
    if file.suffix != ".cpp" or not file.includes or own not in {i[1] for i in file.includes}:
        return
    if file.includes[0][1] != own:
        yield Violation(file.path, file.includes[0][0], f'include the own header "{own}" first')


def check_circles(tree):
    """No file may lead back to itself, headers counted with their sources."""
    edges = {}
    for file in tree.cpp():
        targets = {header.rpartition(".")[0] for _, header, quoted in file.includes if quoted}
        edges.setdefault(file.stem, set()).update(targets - {file.stem})
    done, trail = set(), []

    def visit(stem):
        if stem in trail:
            return trail[trail.index(stem) :] + [stem]
        if stem in done or stem not in edges:
            return None
        trail.append(stem)
        circle = next(filter(None, map(visit, sorted(edges[stem]))), None)
        trail.pop()
        done.update({stem, *(circle or [])})  # one report a circle
        return circle

    for stem in sorted(edges):
        circle = visit(stem)
        if circle:
            first = circle.index(min(circle))  # whatever led there
            circle = circle[first:-1] + circle[: first + 1]
            yield Violation(circle[0] + ".h", 1, "a circle of files: " + " -> ".join(circle))


def check(tree):
    rows = parse_table(tree.files[TABLE].text)
    yield from check_cmake_agrees(tree, rows)
    for file in tree.cpp():
        yield from check_own_includes(file, rows)
        yield from check_foreign_includes(file)
        yield from check_own_header_first(file)
    yield from check_circles(tree)
