"""Words of strangers in the window: a text is shown as it is, or it says which markup it takes.

Qt guesses by default, so that a nick such as <img src="http://..."> becomes a picture that is
fetched. Who shows a text says `textFormat`; what cannot say it (the placeholder of a field, the
attached ToolTip) is not used.
"""

import re

from tree import Violation

TEXTS = re.compile(r"(?<![\w.\"'])(?:Text|Label|TextEdit|TextArea)\s*\{")
INSTEAD = [
    (r"\bplaceholderText\s*:", "Qt takes markup there: lay a HintText over the field"),
    (r"\bToolTip\.\w+\s*:", "Qt takes markup there: use an AppToolTip"),
    (r"\b(?:Text|TextEdit|TextArea)\.(?:AutoText|RichText|MarkdownText)\b",
     "only Text.PlainText, or Text.StyledText of what the models have escaped, or a PaintedText"),
]
# The one that takes RichText, of what the models have escaped and coloured.
PAINTED = "qml-client/qml/PaintedText.qml"
LEXEMES = re.compile(r'//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"')


def own_lines(code, start):
    """What stands in the braces that open before `start`, without what stands in braces inside."""
    depth, at, own = 1, start, []
    while at < len(code) and depth:
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        if depth == 1:
            own.append(code[at])
        at += 1
    return "".join(own)


def check(tree):
    for file in tree.files.values():
        if file.suffix != ".qml" or not file.under("qml-client"):
            continue
        code = LEXEMES.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), file.text)
        for match in TEXTS.finditer(code):
            if not re.search(r"\btextFormat\s*:", own_lines(code, match.end())):
                line = code.count("\n", 0, match.start()) + 1
                yield Violation(file.path, line, "a text says its textFormat: Text.PlainText")
        for number, text in enumerate(code.splitlines(), 1):
            for pattern, instead in INSTEAD:
                match = re.search(pattern, text)
                if match and not (file.path == PAINTED and match.group(0) == "Text.RichText"):
                    yield Violation(file.path, number, f"'{match.group(0)}': {instead}")
