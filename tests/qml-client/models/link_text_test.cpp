#include "qml-client/models/link_text.h"

#include <gtest/gtest.h>

namespace brusio::ui {
namespace {

QStringList targets(const QString& text) {
    QStringList found;
    for (const FoundLink& link : find_links(text)) found << link.target;
    return found;
}

struct Written {
    const char* text;
    const char* opens;  ///< "" if nothing does
};
class Links : public testing::TestWithParam<Written> {};

TEST_P(Links, are_found_and_open_what_was_written) {
    const QString opens = QString::fromUtf8(GetParam().opens);
    const QStringList expected = opens.isEmpty() ? QStringList() : QStringList(opens);
    EXPECT_EQ(targets(QString::fromUtf8(GetParam().text)), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Links,
    testing::Values(
        Written{"see https://a.example/?q=1&r=2&amp;s.", "https://a.example/?q=1&r=2&amp;s"},
        Written{"https://en.example/wiki/Rose_(disambiguation)",
                "https://en.example/wiki/Rose_(disambiguation)"},
        Written{"(https://en.example/wiki/Rose_(plant))", "https://en.example/wiki/Rose_(plant)"},
        Written{"(see https://a.example/b).", "https://a.example/b"},
        Written{"[https://a.example/b], then", "https://a.example/b"},
        Written{"http://[::1]:8080/x", "http://[::1]:8080/x"},
        Written{"HTTPS://A.example/X!", "HTTPS://A.example/X"},
        Written{"https://a.example/it's_here", "https://a.example/it's_here"},
        Written{"www.example.org/roses", "https://www.example.org/roses"}, Written{"www.", ""},
        Written{"www.example", ""}, Written{"awww.example.org", ""},
        Written{"mailto:ada@example.org?subject=a&body=b",
                "mailto:ada@example.org?subject=a&body=b"},
        Written{"mailto:", ""}, Written{"irc://irc.example/garden", "irc://irc.example/garden"},
        Written{"ircs://irc.example:6697/#garden", "ircs://irc.example:6697/#garden"},
        Written{"join #garden, please", "room:#garden"}, Written{"(#qt-6.4)", "room:#qt-6.4"},
        Written{"##c", "room:##c"}, Written{"bug #123", ""}, Written{"C#garden", ""},
        Written{"https://a.example/#garden", "https://a.example/#garden"},
        Written{"#caff\xC3\xA8", "room:#caff\xC3\xA8"},
        // A name before the @ is not where it leads.
        Written{"https://good.example@evil.example/", ""},
        Written{"https://good.example:443@evil.example/", ""},
        // A sign that nobody sees ends it.
        Written{"https://a.example/\xE2\x80\xAEgpj.exe", "https://a.example/"},
        Written{"https://a.exa\xE2\x80\x8Bmple/", "https://a.exa"}, Written{"https://", ""},
        Written{"javascript:alert(1)", ""}, Written{"file:///etc/passwd", ""},
        Written{"http:///x", ""}));

TEST(LinkText, several_links_keep_their_places) {
    const QString text = QStringLiteral("a https://a.example b #c d www.e.example.");
    const QList<FoundLink> links = find_links(text);
    ASSERT_EQ(links.size(), 3);
    EXPECT_EQ(text.mid(links[0].start, links[0].length), "https://a.example");
    EXPECT_EQ(text.mid(links[1].start, links[1].length), "#c");
    EXPECT_EQ(text.mid(links[2].start, links[2].length), "www.e.example");
    EXPECT_EQ(links[2].label, "www.e.example");
}

struct Host {
    const char* address;
    const char* shown;
};
class Hosts : public testing::TestWithParam<Host> {};

TEST_P(Hosts, that_look_like_others_stand_in_punycode) {
    EXPECT_EQ(unmistakable(QString::fromUtf8(GetParam().address)).toStdString(), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Hosts,
    testing::Values(
        // Cyrillic letters, all of them or one.
        Host{"https://\xD0\xB0\xD1\x80\xD1\x80\xD3\x8F\xD0\xB5.com/x",
             "https://xn--80ak6aa92e.com/x"},
        Host{"https://p\xD0\xB0ypal.com:8443/?a=1&b", "https://xn--pypal-4ve.com:8443/?a=1&b"},
        Host{"https://m\xC3\xBCnchen.de/", "https://m\xC3\xBCnchen.de/"},
        Host{"https://g\xC4\xB1thub.com/", "https://xn--gthub-n4a.com/"},
        Host{"https://\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x80.\xD1\x80\xD1\x84/",
             "https://\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x80.\xD1\x80\xD1\x84/"},
        Host{"https://\xE4\xBE\x8B\xE3\x81\x88.jp/", "https://\xE4\xBE\x8B\xE3\x81\x88.jp/"},
        Host{"https://a.example/\xD0\xB0", "https://a.example/\xD0\xB0"},
        Host{"mailto:a@b", "mailto:a@b"}));

TEST(LinkText, what_is_shown_of_a_message_is_unmistakable_and_what_opens_is_not_touched) {
    const QString text = QString::fromUtf8("https://p\xD0\xB0ypal.com/x");
    const QList<FoundLink> links = find_links(text);
    ASSERT_EQ(links.size(), 1);
    EXPECT_EQ(links[0].target, text);
    EXPECT_EQ(links[0].label, "https://xn--pypal-4ve.com/x");
}

TEST(LinkText, a_room_is_named_by_its_link_alone) {
    EXPECT_EQ(room_of_link("room:#garden"), "#garden");
    EXPECT_EQ(room_of_link("https://a.example/#garden"), "");
}

}  // namespace
}  // namespace brusio::ui
