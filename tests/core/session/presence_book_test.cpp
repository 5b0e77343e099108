#include "core/session/presence_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

PresenceRecord presence(std::uint64_t account, const std::string& modes) {
    PresenceRecord presence;
    presence.account = AccountId{account};
    presence.modes = modes;
    return presence;
}

TEST(PresenceBook, knows_what_the_store_lacks) {
    PresenceBook book;
    book.restore({presence(1, "i"), presence(2, "")});
    EXPECT_TRUE(book.take_unsaved().empty());
    EXPECT_FALSE(book.put(presence(1, "i")));
    EXPECT_TRUE(book.put(presence(3, "")));
    EXPECT_TRUE(book.put(presence(1, "w")));
    EXPECT_TRUE(book.put(presence(1, "wB")));
    EXPECT_EQ(book.find(AccountId{1})->modes, "wB");
    EXPECT_EQ(book.find(AccountId{4}), nullptr);
    book.check_invariants();
    EXPECT_EQ(book.take_unsaved(),
              (std::vector<PresenceRecord>{presence(1, "wB"), presence(3, "")}));
    EXPECT_TRUE(book.take_unsaved().empty());
}

TEST(PresenceBook, forgets_an_account_wholly) {
    PresenceBook book;
    book.put(presence(1, "i"));
    book.forget(AccountId{1});
    EXPECT_EQ(book.find(AccountId{1}), nullptr);
    EXPECT_TRUE(book.take_unsaved().empty());
    book.check_invariants();
}

}  // namespace
}  // namespace brusio::session
