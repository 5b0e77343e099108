"""Names that must not be said: what would make core/ depend on more than its inputs."""

import re

from tree import Violation

# (pattern, what to do instead)
CORE = [
    (r"\b(?:steady|system|high_resolution|utc|file)_clock\b", "time is an argument: take a Now"),
    (r"\b(?:clock_gettime|gettimeofday|localtime(?:_r)?|gmtime(?:_r)?|strftime)\b", "take a Now"),
    (r"\bstd::time\b|\btime\(\s*(?:nullptr|NULL|0)\s*\)", "time is an argument: take a Now"),
    (r"\bstd::(?:jthread|thread|mutex|shared_mutex|condition_variable|async|future|promise)\b",
     "one thread drives the core; leave threads to the edges"),
    (r"\bthread_local\b", "one thread drives the core; leave threads to the edges"),
    (r"\bsleep(?:_for|_until)?\s*\(", "answer next_deadline() and wait for handle_deadline()"),
    (r"\brandom_device\b|\bmt19937\w*|\bdefault_random_engine\b|\bs?rand\s*\(",
     "draw from a KeyedRandom that you are given"),
    (r"\bstd::(?:ranges::)?shuffle\b|\b\w+_distribution\b",
     "its result differs between libraries: draw from a KeyedRandom"),
    (r"\bstd::(?:cout|cerr|clog|cin)\b|\b(?:f|s|sn|v)?printf\s*\(|\bfopen\s*\(|\bfputs\s*\(",
     "the core does no I/O: return a value"),
    (r"\bgetenv\b", "configuration is an argument"),
    (r"\bthrow\b", "return a Result: core/base/result.h"),
    (r"\btry\s*\{", "nothing in the core throws"),
    (r"\breinterpret_cast<\s*std::uintptr_t|\bstd::hash<[^>]*\*\s*>",
     "an address differs from run to run: order by ids"),
    (r"\bstd::(?:map|set)<[^,<>]*\*\s*[,>]", "an address differs from run to run: order by ids"),
]
CORE_EXCEPTIONS = {"core/base/assert.cpp"}

EVERYWHERE = [
    (r"\busing\s+namespace\s+std\s*;", "write std::"),
    (r"\bstd::endl\b", "write '\\n', and std::flush where it matters"),
    (r"\bNULL\b", "write nullptr"),
    (r"\bgets\s*\(|\bstrcpy\s*\(|\bstrcat\s*\(|\bsprintf\s*\(|\bstrtok\s*\(", "use std::string"),
]
HEADERS = [(r"^\s*#\s*include\s+<iostream>", "no iostream in a header")]

UNORDERED = re.compile(r"\bunordered_(?:multi)?(?:map|set)\s*<")
WALKS = (
    r"for\s*\([^;()]*:\s*(?:this->)?{name}\s*\)",
    r"\b{name}\s*\.\s*c?r?begin\s*\(",
    r"\bstd::(?:ranges::)?(?:erase_if|for_each|transform|copy|find_if|any_of|all_of|accumulate|sort)"
    r"\s*\(\s*{name}\s*,",
)


def search(file, text, rules):
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, instead in rules:
            match = re.search(pattern, line)
            if match:
                yield Violation(file.path, number, f"'{match.group(0).strip()}': {instead}")


def unordered_names(code):
    """The names of variables and members whose type is an unordered container."""
    names = set()
    for match in UNORDERED.finditer(code):
        depth, at = 1, match.end()
        while at < len(code) and depth:
            depth += {"<": 1, ">": -1}.get(code[at], 0)
            at += 1
        name = re.match(r"\s*&?\s*(\w+)\s*[;={(,)]", code[at:])
        if name:
            names.add(name.group(1))
    return names


def check_unordered_walks(tree):
    names = {}
    for file in tree.cpp():
        names.setdefault(file.stem, set()).update(unordered_names(file.code))
    for file in tree.cpp():
        if not file.under("core"):
            continue
        for name in sorted(names[file.stem]):
            for walk in WALKS:
                for match in re.finditer(walk.format(name=name), file.code):
                    line = file.code.count("\n", 0, match.start()) + 1
                    yield Violation(file.path, line,
                                    f"'{name}' is unordered: walk over a vector kept beside it")


def check(tree):
    for file in tree.cpp():
        yield from search(file, file.code, EVERYWHERE)
        if file.suffix == ".h":
            yield from search(file, file.text, HEADERS)
        if file.under("core") and file.path not in CORE_EXCEPTIONS:
            yield from search(file, file.code, CORE)
    yield from check_unordered_walks(tree)
