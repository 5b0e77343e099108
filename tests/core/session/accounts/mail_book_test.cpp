#include "core/session/accounts/mail_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

UnverifiedAccountRecord waiting(const std::string& name, std::int64_t until) {
    UnverifiedAccountRecord account;
    account.key = Folded{name};
    account.name = name;
    account.skeleton = name + "-skeleton";
    account.token_hash = "hash";
    account.until = WallTime{until};
    return account;
}

MailTokenRecord token(std::uint64_t account, MailTokenKind kind, std::int64_t until) {
    return {AccountId{account}, kind, "hash", "", WallTime{until}};
}

constexpr MailTokenKind reset = MailTokenKind::password_reset;

TEST(MailBook, finds_by_name_and_by_what_a_name_looks_like) {
    MailBook book;
    book.save(waiting("ann", 5));
    EXPECT_EQ(book.find_unverified(Folded{"bob"}), nullptr);
    EXPECT_EQ(book.find_unverified(Folded{"ann"})->until, WallTime{5});
    EXPECT_EQ(book.find_alike(Folded{"4nn"}, "ann-skeleton")->name, "ann");
    EXPECT_EQ(book.find_alike(Folded{"4nn"}, "other"), nullptr);
    book.save(waiting("ann", 7));
    EXPECT_EQ(book.unverified_count(), 1U);
    EXPECT_EQ(book.find_unverified(Folded{"ann"})->until, WallTime{7});
    book.check_invariants();
    book.remove_unverified(Folded{"ann"});
    book.remove_unverified(Folded{"ann"});
    EXPECT_EQ(book.find_alike(Folded{"ann"}, "ann-skeleton"), nullptr);
    book.check_invariants();
}

TEST(MailBook, an_account_has_one_token_of_each_kind) {
    MailBook book;
    book.save(token(1, reset, 5));
    book.save(token(1, reset, 6));
    book.save(token(1, MailTokenKind::new_address, 7));
    EXPECT_EQ(book.find_token({AccountId{1}, reset})->until, WallTime{6});
    EXPECT_TRUE(book.remove_token({AccountId{1}, reset}));
    EXPECT_FALSE(book.remove_token({AccountId{1}, reset}));
    EXPECT_EQ(book.find_token({AccountId{1}, reset}), nullptr);
    EXPECT_NE(book.find_token({AccountId{1}, MailTokenKind::new_address}), nullptr);
}

TEST(MailBook, everything_ends_at_its_time) {
    MailBook book;
    EXPECT_FALSE(book.next_end());
    book.restore({waiting("ann", 5), waiting("bob", 9)}, {token(1, reset, 4), token(2, reset, 9)});
    EXPECT_EQ(book.next_end(), WallTime{4});
    EXPECT_TRUE(book.take_ended(WallTime{3}).tokens.empty());
    const MailBook::Ended ended = book.take_ended(WallTime{5});
    EXPECT_EQ(ended.unverified, std::vector<Folded>{Folded{"ann"}});
    EXPECT_EQ(ended.tokens, (std::vector<MailBook::TokenKey>{{AccountId{1}, reset}}));
    EXPECT_EQ(book.next_end(), WallTime{9});
    book.check_invariants();
}

}  // namespace
}  // namespace brusio::session
