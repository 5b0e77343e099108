#include "core/wire/tags.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/wire/split.h"

namespace brusio::wire {
namespace {

TEST(Split, passes_over_empty_parts) {
    const auto parts = [](std::string_view text) {
        std::vector<std::string> all;
        for (const std::string_view part : Split{text, ','}) all.emplace_back(part);
        return all;
    };
    EXPECT_EQ(parts("#a,#b"), (std::vector<std::string>{"#a", "#b"}));
    EXPECT_EQ(parts(",,#a,,,#b,"), (std::vector<std::string>{"#a", "#b"}));
    EXPECT_EQ(parts("one"), (std::vector<std::string>{"one"}));
    EXPECT_TRUE(parts("").empty());
    EXPECT_TRUE(parts(",,,").empty());
}

TEST(Tags, a_tag_has_a_key_and_perhaps_a_value) {
    EXPECT_EQ(split_tag("a=b").key, "a");
    EXPECT_EQ(split_tag("a=b").value, "b");
    EXPECT_EQ(split_tag("a").key, "a");
    EXPECT_EQ(split_tag("a").value, "");
    EXPECT_EQ(split_tag("a=").value, "");
    EXPECT_EQ(split_tag("a=b=c").value, "b=c");
    EXPECT_EQ(split_tag("=b").key, "");
}

TEST(Tags, the_last_of_several_counts) {
    EXPECT_EQ(find_tag("a=1;b=2;a=3", "a"), "3");
    EXPECT_EQ(find_tag("a=1;b;a=3", "b"), "");
    EXPECT_EQ(find_tag("a=1", "A"), std::nullopt);
    EXPECT_EQ(find_tag("+a=1", "a"), std::nullopt);
    EXPECT_EQ(find_tag("", "a"), std::nullopt);
    EXPECT_EQ(find_tag(";;a;", "a"), "");
}

TEST(Tags, a_list_cut_apart_once_finds_the_same) {
    std::string many = "a=1";
    for (int i = 0; i < 20; ++i) many += ";k" + std::to_string(i) + "=" + std::to_string(i);
    many += ";a=2";
    for (const std::string& tags : {std::string{}, std::string{";;a;"}, std::string{"a=1;b;a=3"},
                                    std::string{"ab=1;=2"}, many}) {
        const TagList list{tags};
        for (const char* key : {"a", "b", "k0", "k7", "k19", "k20", "ab", "abc"}) {
            EXPECT_EQ(list.find(key), find_tag(tags, key)) << key << " in " << tags;
        }
    }
}

TEST(Tags, five_characters_are_escaped) {
    EXPECT_EQ(escape_tag_value("a;b c\\d\re\nf"), "a\\:b\\sc\\\\d\\re\\nf");
    EXPECT_EQ(escape_tag_value(""), "");
    EXPECT_EQ(escape_tag_value("caff\xC3\xA8:="), "caff\xC3\xA8:=");
    EXPECT_EQ(escape_tag_value(std::string_view{"a\0b", 3}), "ab");
}

TEST(Tags, unescaping_drops_stray_backslashes) {
    EXPECT_EQ(unescape_tag_value("a\\:b\\sc\\\\d\\re\\nf"), "a;b c\\d\re\nf");
    EXPECT_EQ(unescape_tag_value("test\\"), "test");
    EXPECT_EQ(unescape_tag_value("\\b"), "b");
    EXPECT_EQ(unescape_tag_value("\\\\\\"), "\\");
    EXPECT_EQ(unescape_tag_value(""), "");
}

TEST(Tags, keys_of_our_own_are_well_formed) {
    for (const auto* key :
         {"time", "msgid", "+typing", "+draft/react", "brusio/cid", "+a.b/c-d", "1"}) {
        EXPECT_TRUE(valid_tag_key(key)) << key;
    }
    for (const auto* key : {"", "+", "/", "a/", "/a", "+/a", ".a/b", "a./b", "a..b/c", "a b", "a=b",
                            "a/b/c", "++a", "a_b", "caff\xC3\xA8"}) {
        EXPECT_FALSE(valid_tag_key(key)) << key;
    }
}

TEST(Tags, only_client_tags_are_relayed) {
    EXPECT_EQ(client_only_tags("label=1;+react=a\\sb;time=x;+typing"), "+react=a\\sb;+typing");
    EXPECT_EQ(client_only_tags("label=1;a=+b"), "");
    EXPECT_EQ(client_only_tags(""), "");
    EXPECT_EQ(client_only_tags("+a=1"), "+a=1");
}

TEST(Tags, a_key_is_relayed_once_with_its_last_value) {
    EXPECT_EQ(client_only_tags("+a=1;+b=2;+a=3;+c;+b"), "+a=3;+c;+b");
}

TEST(Tags, keys_that_nobody_has_heard_of_are_relayed) {
    EXPECT_EQ(client_only_tags("+x!y=1;+=2"), "+x!y=1;+=2");
}

TEST(Tags, a_client_may_send_4094_bytes) {
    EXPECT_TRUE(client_tags_fit(std::string(4094, 'a')));
    EXPECT_FALSE(client_tags_fit(std::string(4095, 'a')));
}

}  // namespace
}  // namespace brusio::wire
