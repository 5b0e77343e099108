"""The tidy test's own test: every rule must catch what was planted for it, and pass what is right."""

import unittest

import banned
import documents
import layers
import qml
import sizes
import tidy
import words
from functions import cpp_functions
from tree import File, Tree, Violation

LAYERS = """
core/base:
core/room: core/base
core/session: core/base core/room
transport/poco: core/base
server-app: core/base transport/poco
tests/end-to-end: *
"""


def tree_of(**files):
    """A tree of files; in the names, __ stands for / and the last _ for a dot."""
    tree = Tree().add(layers.TABLE, LAYERS)
    for name, text in files.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        tree.add(f"{stem}.{suffix}", text)
    return tree


def messages(violations):
    return [str(violation) for violation in violations]


class Case(unittest.TestCase):
    def assert_caught(self, violations, *parts):
        found = messages(violations)
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def assert_clean(self, violations):
        self.assertEqual(messages(violations), [])


class Layers(Case):
    def test_an_include_up_the_floors_is_caught(self):
        tree = tree_of(core__room__a_h='#include "core/base/b.h"\n#include "core/session/c.h"\n')
        self.assert_caught(layers.check(tree), "core/room/a.h:2", "core/session/c.h")

    def test_includes_down_the_floors_pass(self):
        tree = tree_of(core__session__a_h='#include "core/room/b.h"\n#include <vector>\n')
        self.assert_clean(layers.check(tree))

    def test_a_test_stands_where_the_folder_stands_that_it_mirrors(self):
        tree = tree_of(tests__core__room__a_cpp='#include "core/session/c.h"\n#include <gtest/gtest.h>\n')
        self.assert_caught(layers.check(tree), "tests/core/room/a.cpp:1")

    def test_a_row_of_a_star_may_include_everything(self):
        tree = tree_of(tests__end_to_end__a_cpp="")
        tree.add("tests/end-to-end/a.cpp", '#include "core/session/c.h"\n')
        self.assert_clean(layers.check(tree))

    def test_a_folder_without_a_row_is_caught(self):
        self.assert_caught(layers.check(tree_of(attic__a_h='#include "core/base/b.h"\n')), "no row")

    def test_an_include_that_is_not_from_the_root_is_caught(self):
        self.assert_caught(layers.check(tree_of(core__room__a_h='#include "b.h"\n')), "from the root")

    def test_a_third_party_header_outside_its_folder_is_caught(self):
        for header in ("Poco/Net/TCPServer.h", "QObject", "sqlite3.h", "sodium.h", "CLI/CLI.hpp"):
            tree = tree_of(core__room__a_h=f"#include <{header}>\n")
            self.assert_caught(layers.check(tree), header, "belongs in")

    def test_a_third_party_header_at_home_passes(self):
        tree = tree_of(transport__poco__a_h="#include <Poco/Net/TCPServer.h>\n#include <sys/epoll.h>\n")
        self.assert_clean(layers.check(tree))

    def test_the_core_takes_no_header_with_a_clock_a_thread_or_io(self):
        for header in ("thread", "iostream", "random", "fstream", "mutex", "ctime", "sys/socket.h"):
            self.assert_caught(layers.check(tree_of(core__room__a_cpp=f"#include <{header}>\n")), header)

    def test_the_own_header_comes_first(self):
        tree = tree_of(core__room__a_cpp='#include <vector>\n#include "core/room/a.h"\n')
        self.assert_caught(layers.check(tree), "first")

    def test_a_circle_of_files_is_caught_through_sources_too(self):
        tree = tree_of(core__room__a_h="", core__room__b_h='#include "core/room/a.h"\n',
                       core__room__a_cpp='#include "core/room/a.h"\n#include "core/room/b.h"\n')
        self.assert_caught(layers.check(tree), "core/room/a -> core/room/b -> core/room/a")

    def test_a_circle_is_reported_once_whatever_leads_into_it(self):
        tree = tree_of(core__room__a_h='#include "core/room/c.h"\n',
                       core__room__b_h='#include "core/room/d.h"\n',
                       core__room__c_h='#include "core/room/b.h"\n',
                       core__room__d_h='#include "core/room/c.h"\n')
        self.assert_caught(layers.check(tree), "core/room/b.h:1", "b -> core/room/d -> core/room/c")

    def test_a_row_that_cmake_does_not_have_is_caught(self):
        tree = tree_of().add(layers.CMAKE_TABLE, "set(BRUSIO_LAYER_core_room core_base core_session)")
        self.assert_caught(layers.check(tree), "core/room")
        tree = tree_of().add(layers.CMAKE_TABLE, "set(BRUSIO_LAYER_server core_base\n    transport_poco)")
        self.assert_clean(layers.check(tree))


class Banned(Case):
    def test_a_clock_a_thread_chance_and_io_are_caught_in_the_core(self):
        for line in ("auto t = std::chrono::steady_clock::now();", "std::thread t;", "rand();",
                     "std::mt19937 engine;", "std::shuffle(a, b, c);", "std::printf(x);", "throw 1;",
                     "std::uniform_int_distribution<int> d;", "thread_local int n;",
                     "std::set<User*> users;"):
            self.assert_caught(banned.check(tree_of(core__room__a_cpp=line)), "core/room/a.cpp:1")

    def test_the_edges_may_have_a_clock(self):
        tree = tree_of(server_app__a_cpp="", transport__poco__a_cpp="std::chrono::steady_clock::now();")
        self.assert_clean(banned.check(tree))

    def test_comments_and_strings_say_what_they_like(self):
        text = '// std::thread\n/* rand( \n throw */ auto s = "std::thread"; auto r = R"(throw 1)";\n'
        self.assert_clean(banned.check(tree_of(core__room__a_cpp=text)))

    def test_a_walk_over_an_unordered_member_is_caught_in_the_source(self):
        header = "struct A { std::unordered_map<int, std::vector<int>> by_id_; };\n"
        for walk in ("for (const auto& entry : by_id_) use(entry);", "auto a = by_id_.begin();",
                     "std::erase_if(by_id_, gone);"):
            tree = tree_of(core__room__a_h=header, core__room__a_cpp=walk)
            self.assert_caught(banned.check(tree), "by_id_", "unordered")

    def test_look_ups_in_an_unordered_member_pass(self):
        header = "struct A { std::unordered_map<int, int> by_id_; std::vector<int> all_; };\n"
        source = "auto f = by_id_.find(1); if (f == by_id_.end()) {} for (int i : all_) use(i);\n"
        self.assert_clean(banned.check(tree_of(core__room__a_h=header, core__room__a_cpp=source)))

    def test_std_is_not_thrown_open(self):
        self.assert_caught(banned.check(tree_of(sim__a_cpp="using namespace std;")), "std::")
        self.assert_clean(banned.check(tree_of(sim__a_cpp="using namespace std::chrono_literals;")))


class Functions(Case):
    def names(self, code):
        return [(function.name, function.length) for function in cpp_functions(code)]

    def test_finds_plain_functions_members_and_tests(self):
        code = ("namespace a {\nint f(int x) {\n    return x;\n}\n"
                "struct S {\n    int g() const { return 1; }\n};\n"
                "TEST(Suite, name) {\n    if (x) {\n    }\n}\n}\n")
        self.assertEqual(self.names(code), [("f", 3), ("g", 1), ("TEST(Suite, name)", 4)])

    def test_initialisers_with_braces_do_not_end_a_constructor(self):
        code = "S::S(int a) : a_{a}, b_{1, {2}} {\n    f();\n\n}\n"
        self.assertEqual(self.names(code), [("S::S", 4)])

    def test_trailing_returns_and_noexcept_are_functions_and_tables_are_not(self):
        code = "auto f() -> int {\n}\nvoid g() noexcept {\n}\nconstexpr int table[] = {\n1,\n2};\n"
        self.assertEqual(self.names(code), [("f", 2), ("g", 2)])

    def test_a_lambda_belongs_to_its_function(self):
        code = "void f() {\n    g([] {\n        h();\n    });\n}\n"
        self.assertEqual(self.names(code), [("f", 5)])


class Sizes(Case):
    def test_a_long_file_is_caught(self):
        self.assert_caught(sizes.check(tree_of(core__room__a_cpp="\n" * 501)), "501 lines")
        self.assert_clean(sizes.check(tree_of(core__room__a_cpp="\n" * 500)))

    def test_a_long_function_is_caught(self):
        body = "".join(f"    call_{i}();\n" for i in range(69))
        self.assert_caught(sizes.check(tree_of(sim__a_cpp=f"\nvoid f() {{\n{body}}}\n")), "a.cpp:2", "f has 71")

    def test_a_long_qml_file_is_caught(self):
        self.assert_caught(sizes.check(tree_of(qml__A_qml="\n" * 121)), "121 lines")

    def test_a_wide_line_is_caught(self):
        self.assert_caught(sizes.check(tree_of(sim__a_cpp="x" * 101)), "101 columns")

    def test_six_lines_said_twice_are_caught_once(self):
        run = "".join(f"call_number_{i}();\n" for i in range(8))
        tree = tree_of(sim__a_cpp=run, sim__b_cpp="int other;\n" + run)
        self.assert_caught(sizes.check(tree), "sim/b.cpp:2", "sim/a.cpp:1")

    def test_equal_rows_of_a_table_pass(self):
        self.assert_clean(sizes.check(tree_of(sim__a_cpp="    stay(closed),\n" * 20)))

    def test_five_lines_said_twice_pass(self):
        run = "".join(f"call_number_{i}();\n" for i in range(5))
        self.assert_clean(sizes.check(tree_of(sim__a_cpp=run + "int a;\n", sim__b_cpp=run + "int b;\n")))


class Words(Case):
    def test_the_word_of_the_protocol_stays_with_the_protocol(self):
        line = "int chan" + "nel_count;"
        self.assert_caught(words.check(tree_of(core__room__a_cpp=line)), "say room")
        self.assert_clean(words.check(tree_of(core__session__a_cpp=line)))

    def test_unfinished_work_is_caught(self):
        self.assert_caught(words.check(tree_of(sim__a_cpp="// TO" + "DO later")), "unfinished")

    def test_a_place_on_one_machine_is_caught(self):
        for place in ("/wo" + "rk/main", "/ho" + "me/ann/x", "/t" + "mp/x"):
            self.assert_caught(words.check(tree_of(docs__a_md=f"see {place} there")), "one machine")
        self.assert_clean(words.check(tree_of(docs__a_md="see build/tmp/it there")))

    def test_names_follow_the_house(self):
        self.assert_caught(words.check(tree_of().add("sim/CamelCase.cpp", "")), "snake_case")
        self.assert_caught(words.check(tree_of().add("sim/a.h", "")), "pragma once")
        self.assert_caught(words.check(tree_of().add("qml-client/qml/Button.qml", "")), "Qt type")
        self.assert_clean(words.check(tree_of().add("qml-client/qml/RoomButton.qml", "")))

    def test_a_folder_that_the_map_does_not_have_is_caught(self):
        self.assert_caught(words.check(tree_of().add("attic/a.cpp", "")), "attic/ is no folder")
        self.assert_clean(words.check(tree_of().add("dev", "")))


class Documents(Case):
    def test_a_link_that_leads_nowhere_is_caught(self):
        tree = tree_of(docs__a_md="see [b](b.md), [c](../README.md), [d](gone.md), [e](https://x.y/z)\n",
                       docs__b_md="", README_md="[docs](docs/) [a](docs/a.md#part)")
        self.assert_caught(documents.check(tree), "docs/a.md:1", "gone.md")

    def test_a_limit_that_the_table_does_not_have_is_caught(self):
        tree = tree_of(docs__operations_md="| `a_max` | 1 |\n")
        tree.add(documents.LIMITS, "    std::size_t a_max = 1;\n    Duration b_after = 2s;\n")
        self.assert_caught(documents.check(tree), "b_after")


class Exceptions(Case):
    def test_an_exception_is_taken_out_and_one_that_is_not_needed_is_reported(self):
        tree = tree_of().add(tidy.EXCEPTIONS, "# why\nsim/a.h: too long\nsim/b.h: too wide\n")
        known = [Violation("sim/a.h", 3, "it is too long"), Violation("sim/a.h", 4, "a circle")]
        found = messages(tidy.without_exceptions(tree, known))
        self.assertEqual(found[0], "sim/a.h:4: a circle")
        self.assertIn("exceptions.txt:3: no longer needed", found[1])


class Literals(Case):
    def test_line_numbers_survive_the_blanking(self):
        file = File("a.cpp", 'auto a = R"x(\n")\n)x";\nint b; // "\nchar c = \'"\'; int d = 1\'000;\nint e;\n')
        self.assertEqual(file.code.splitlines()[3].strip(), "int b;")
        self.assertIn("1'000", file.code)
        self.assertEqual(file.code.count("\n"), file.text.count("\n"))


class Qml(Case):
    def test_a_text_that_lets_qt_guess_is_caught(self):
        tree = tree_of(**{"qml-client__A_qml": "Item {\n    Text {\n        text: nick\n    }\n}\n"})
        self.assert_caught(qml.check(tree), "A.qml:2", "textFormat")

    def test_a_text_inside_does_not_speak_for_the_one_around_it(self):
        tree = tree_of(
            **{"qml-client__A_qml": "Text {\n    Text { textFormat: Text.PlainText }\n}\n"})
        self.assert_caught(qml.check(tree), "A.qml:1")

    def test_what_takes_markup_by_itself_is_caught(self):
        for line in ("placeholderText: room", "ToolTip.text: nick", "x: Text.RichText"):
            tree = tree_of(**{"qml-client__A_qml": f"Item {{\n    {line}\n}}\n"})
            self.assert_caught(qml.check(tree), "A.qml:2")

    def test_plain_texts_and_comments_pass(self):
        tree = tree_of(**{"qml-client__A_qml":
                          "// Text { }\nText {\n    id: a\n    textFormat: Text.PlainText\n}\n"})
        self.assert_clean(qml.check(tree))


if __name__ == "__main__":
    unittest.main()
