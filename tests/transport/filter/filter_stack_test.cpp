#include "transport/filter/filter_stack.h"

#include <gtest/gtest.h>

namespace brusio::filter {
namespace {

/// Puts a letter before and takes it off each piece; a lone letter opens it, a dot ends it.
class LetterFilter final : public ByteFilter {
 public:
    explicit LetterFilter(char letter) : letter_(letter) {}

    void receive(std::string_view wire, std::string& up, std::string& down) override {
        for (const char c : wire) take(c, up, down);
    }
    void send(std::string_view plain, std::string& down) override {
        for (const char c : plain) down += {letter_, c};
    }
    void close(std::string& down) override { down += {letter_, '.'}; }
    FilterState state() const override { return state_; }
    std::string reason() const override {
        return state_ == FilterState::failed ? std::string{letter_} + " failed" : "";
    }
    void describe(LinkInfo& info) const override { info.peer_address += letter_; }

 private:
    void take(char c, std::string& up, std::string& down) {
        if (state_ > FilterState::open) return;
        if (state_ == FilterState::handshaking) {
            state_ = c == letter_ ? FilterState::open : FilterState::failed;
            down += letter_;
        } else if (!expects_plain_ && c != letter_) {
            state_ = FilterState::failed;
        } else if (expects_plain_ && c == '.') {
            state_ = FilterState::peer_closed;
        } else {
            if (expects_plain_) up += c;
            expects_plain_ = !expects_plain_;
        }
    }

    char letter_;
    FilterState state_ = FilterState::handshaking;
    bool expects_plain_ = false;
};

struct Stack {
    FilterStack filter{std::make_unique<LetterFilter>('u'), std::make_unique<LetterFilter>('l')};
    std::string up;
    std::string down;

    FilterState after(std::string_view wire) {
        filter.receive(wire, up, down);
        return filter.state();
    }
};

TEST(FilterStack, opens_from_below) {
    Stack stack;
    EXPECT_EQ(stack.filter.state(), FilterState::handshaking);
    EXPECT_EQ(stack.after("l"), FilterState::handshaking);
    EXPECT_EQ(stack.down, "l");
    EXPECT_EQ(stack.after("lu"), FilterState::open);
    EXPECT_EQ(stack.down, "llu") << "what the upper one says goes through the lower one";
}

TEST(FilterStack, carries_through_both) {
    Stack stack;
    ASSERT_EQ(stack.after("llulul"
                          "a"),
              FilterState::open);
    EXPECT_EQ(stack.up, "a");
    stack.down.clear();
    stack.filter.send("b", stack.down);
    EXPECT_EQ(stack.down, "lulb");
    stack.down.clear();
    stack.filter.close(stack.down);
    EXPECT_EQ(stack.down, "lul.l.");
}

TEST(FilterStack, ends_with_the_first_of_them_that_ends) {
    Stack upper_fails;
    EXPECT_EQ(upper_fails.after("llx"), FilterState::failed);
    EXPECT_EQ(upper_fails.filter.reason(), "u failed");
    Stack lower_fails;
    EXPECT_EQ(lower_fails.after("lx"), FilterState::failed);
    EXPECT_EQ(lower_fails.filter.reason(), "l failed");
    Stack upper_closed;
    EXPECT_EQ(upper_closed.after("llulul."), FilterState::peer_closed);
    EXPECT_EQ(upper_closed.filter.reason(), "");
    Stack lower_closed;
    EXPECT_EQ(lower_closed.after("llul."), FilterState::peer_closed);
}

TEST(FilterStack, both_say_what_they_know) {
    Stack stack;
    LinkInfo info;
    stack.filter.describe(info);
    EXPECT_EQ(info.peer_address, "lu");
}

}  // namespace
}  // namespace brusio::filter
