"""One word a thing, no unfinished work, no machine of ours, files named as the house names them."""

import re

from tree import Violation

CODE = {".h", ".cpp", ".qml", ".js", ".py"}
# IRC's word for a room belongs where IRC is spoken.
ROOM_WORD = re.compile("chan" + "nel", re.I)
ROOM_WORD_HOMES = ["core/wire", "core/session", "tests/core/wire", "tests/core/session", "tests/tidy"]

UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b|[Ll]orem ipsum")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|tmp)/")
MACHINE_HOMES = ["tests/tidy"]

QT_TYPES = set(
    """Action AnimatedImage Animation ApplicationWindow Behavior Binding BusyIndicator Button Canvas
    CheckBox Column ColumnLayout ComboBox Component Connections Container Control Dialog Drawer
    Flickable Flow FocusScope Font FontLoader Frame GridLayout GridView GroupBox Image Instantiator
    Item ItemDelegate Keys Label ListModel ListView Loader Menu MenuBar MenuItem MenuSeparator
    MouseArea NumberAnimation Overlay Page PageIndicator Palette Pane Path PathView Popup ProgressBar
    Qt QtObject RadioButton Rectangle Repeater RoundButton Row RowLayout ScrollBar ScrollIndicator
    ScrollView Settings Shortcut Slider SpinBox SplitView StackLayout StackView State SwipeView Switch
    SystemPalette TabBar TabButton TableView Text TextArea TextEdit TextField TextInput TextMetrics
    Timer ToolBar ToolButton ToolSeparator ToolTip Transition TreeView Tumbler Window""".split()
)

TOP_FOLDERS = set(
    "core transport storage server-app qml-client sim bench tests docs cmake .ci".split()
)


def check_words(file):
    for number, line in enumerate(file.lines, 1):
        if file.suffix in CODE and not file.under(*ROOM_WORD_HOMES):
            match = ROOM_WORD.search(line)
            if match:
                yield Violation(file.path, number, f"'{match.group(0)}': say room (docs/words.md)")
        if not file.under("tests/tidy") and UNFINISHED.search(line):
            yield Violation(file.path, number, "unfinished work: finish it or open an issue")
        match = MACHINE.search(line)
        if match and not file.under(*MACHINE_HOMES):
            yield Violation(file.path, number, f"'{match.group(0)}' is a place on one machine")


def check_names(file):
    name = file.path.rpartition("/")[2]
    top = file.path.partition("/")[0]
    if top != file.path and top not in TOP_FOLDERS:
        yield Violation(file.path, 1, f"{top}/ is no folder of the house (README.md has the map)")
    if file.is_cpp and not re.fullmatch(r"[a-z0-9_]+\.(h|cpp)", name):
        yield Violation(file.path, 1, "files are named in snake_case")
    if file.suffix == ".h" and "#pragma once" not in file.text:
        yield Violation(file.path, 1, "a header begins with #pragma once")
    if file.suffix == ".qml" and name.removesuffix(".qml") in QT_TYPES:
        yield Violation(file.path, 1, "a file named after a Qt type hides it")


def check(tree):
    for file in tree.files.values():
        yield from check_words(file)
        yield from check_names(file)
