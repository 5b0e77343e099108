#include "transport/filter/websocket_server_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/support/websocket_client.h"

namespace brusio::filter {
namespace {

using test::ClientFrame;
using test::ServerFrame;
using test::upgrade_request;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::uint8_t text = 1;
constexpr std::uint8_t binary = 2;
constexpr std::uint8_t close_frame = 8;
constexpr std::uint8_t ping = 9;
constexpr std::uint8_t pong = 10;

std::string protocol(const std::string& names) {
    return "Sec-WebSocket-Protocol: " + names + "\r\n";
}

/// A filter and what came out of it.
struct Talk {
    explicit Talk(const WebSocketSettings& settings = {})
        : filter(std::make_shared<const WebSocketSettings>(settings)) {}
    /// A filter whose handshake is done.
    static Talk opened(const std::string& headers = protocol("text.ircv3.net")) {
        return Talk{upgrade_request(headers)};
    }

    void receive(std::string_view wire) { filter.receive(wire, up, down); }
    void receive(const ClientFrame& frame) { receive(frame.wire()); }
    void send(std::string_view plain) { filter.send(plain, down); }
    ServerFrame next_frame() {
        return test::take_frame(down).value_or(ServerFrame{0xFF, false, {}});
    }
    /// The status of the close frame that comes next; 0 if none does.
    unsigned close_status() {
        const ServerFrame frame = next_frame();
        if (frame.opcode != close_frame || frame.payload.size() < 2) return 0;
        return static_cast<unsigned char>(frame.payload[0]) * 256U +
               static_cast<unsigned char>(frame.payload[1]);
    }

    WebSocketServerFilter filter;
    std::string up;
    std::string down;
    std::string head;  // of the answer

 private:
    explicit Talk(const std::string& request) : Talk() {
        receive(request);
        EXPECT_EQ(filter.state(), FilterState::open) << down;
        head = std::exchange(down, {});
    }
};

TEST(WebSocket, each_message_is_one_line) {
    Talk talk = Talk::opened();
    talk.receive({.payload = "NICK ann"});
    talk.receive({.payload = "USER ann 0 * :ann"});
    EXPECT_EQ(talk.up, "NICK ann\r\nUSER ann 0 * :ann\r\n");
    talk.send(":s 001 ann :Welcome\r\n:s 002 ann :Hi\r\n");
    const ServerFrame first = talk.next_frame();
    EXPECT_EQ(first.opcode, text);
    EXPECT_TRUE(first.last);
    EXPECT_EQ(first.payload, ":s 001 ann :Welcome");
    EXPECT_EQ(talk.next_frame().payload, ":s 002 ann :Hi");
    EXPECT_EQ(talk.down, "");
}

TEST(WebSocket, a_line_goes_out_when_it_is_whole) {
    Talk talk = Talk::opened();
    talk.send("PING :");
    talk.send("x");
    EXPECT_EQ(talk.down, "");
    talk.send("yz\r");
    EXPECT_EQ(talk.down, "");
    talk.send("\nPONG\n\r\n\nhalf");
    EXPECT_EQ(talk.next_frame().payload, "PING :xyz");
    EXPECT_EQ(talk.next_frame().payload, "PONG");
    EXPECT_EQ(talk.down, "") << "empty lines are no messages";
}

TEST(WebSocket, however_the_stream_is_cut_the_lines_are_the_same) {
    const std::string wire = upgrade_request(protocol("text.ircv3.net")) +
                             ClientFrame{.payload = "NICK ann"}.wire() +
                             ClientFrame{.payload = "PRIVMSG #a :per", .last = false}.wire() +
                             ClientFrame{.opcode = ping, .payload = "now"}.wire() +
                             ClientFrame{.opcode = 0, .payload = "ch\xC3", .last = false}.wire() +
                             ClientFrame{.opcode = 0, .payload = "\xA9"}.wire() +
                             ClientFrame{.payload = std::string(300, 'x')}.wire();
    const std::string lines =
        "NICK ann\r\nPRIVMSG #a :perch\xC3\xA9\r\n" + std::string(300, 'x') + "\r\n";
    Talk whole;
    whole.receive(wire);
    ASSERT_EQ(whole.up, lines);
    for (std::size_t cut = 1; cut < wire.size(); ++cut) {
        Talk talk;
        talk.receive(wire.substr(0, cut));
        talk.receive(wire.substr(cut));
        ASSERT_EQ(talk.up, lines) << cut;
        ASSERT_EQ(talk.down, whole.down) << cut;
    }
    for (const std::size_t piece_bytes : {1, 2, 3, 7}) {
        Talk talk;
        for (std::size_t at = 0; at < wire.size(); at += piece_bytes) {
            talk.receive(wire.substr(at, piece_bytes));
        }
        EXPECT_EQ(talk.up, lines) << piece_bytes;
        EXPECT_EQ(talk.down, whole.down) << piece_bytes;
    }
}

TEST(WebSocket, the_client_chooses_the_subprotocol) {
    EXPECT_THAT(Talk::opened(protocol("text.ircv3.net, binary.ircv3.net")).head,
                HasSubstr("\r\nSec-WebSocket-Protocol: text.ircv3.net\r\n"));
    EXPECT_THAT(Talk::opened(protocol("chat, binary.ircv3.net, text.ircv3.net")).head,
                HasSubstr("\r\nSec-WebSocket-Protocol: binary.ircv3.net\r\n"));
    EXPECT_EQ(Talk::opened(protocol("chat")).head.find("Protocol:"), std::string::npos);
    EXPECT_EQ(Talk::opened("").head.find("Protocol:"), std::string::npos);
}

TEST(WebSocket, binary_carries_any_bytes_and_text_none_that_are_not_utf8) {
    const std::string odd = "caf\xE9 \xC3\xA9 \xF0\x9F\x99";
    Talk bytes = Talk::opened(protocol("binary.ircv3.net"));
    bytes.receive({.opcode = binary, .payload = odd});
    EXPECT_EQ(bytes.up, odd + "\r\n");
    bytes.send(odd + "\r\n");
    const ServerFrame frame = bytes.next_frame();
    EXPECT_EQ(frame.opcode, binary);
    EXPECT_EQ(frame.payload, odd);

    Talk words = Talk::opened();
    words.send(odd + "\r\n");
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(words.next_frame().payload, "caf" + mark + " \xC3\xA9 " + mark + mark + mark);
    words.receive({.payload = odd});
    EXPECT_EQ(words.close_status(), 1007U);
    EXPECT_EQ(words.filter.state(), FilterState::failed);
}

TEST(WebSocket, a_message_of_the_other_subprotocol_is_taken_and_answered_as_agreed) {
    Talk words = Talk::opened();
    words.receive({.opcode = binary, .payload = "PRIVMSG ann :caf\xE9"});
    EXPECT_EQ(words.up, "PRIVMSG ann :caf\xE9\r\n");
    words.send("PONG\r\n");
    EXPECT_EQ(words.next_frame().opcode, text);
    Talk bytes = Talk::opened(protocol("binary.ircv3.net"));
    bytes.receive({.payload = "NICK ann"});
    EXPECT_EQ(bytes.up, "NICK ann\r\n");
    bytes.send("PONG\r\n");
    EXPECT_EQ(bytes.next_frame().opcode, binary);
}

TEST(WebSocket, without_a_subprotocol_both_are_taken_and_the_first_is_answered) {
    Talk talk = Talk::opened("");
    talk.send("early\r\n");
    EXPECT_EQ(talk.next_frame().opcode, text);
    talk.receive({.opcode = binary, .payload = "NICK ann"});
    talk.receive({.opcode = text, .payload = "USER ann 0 * :ann"});
    EXPECT_EQ(talk.up, "NICK ann\r\nUSER ann 0 * :ann\r\n");
    talk.send("late\r\n");
    EXPECT_EQ(talk.next_frame().opcode, binary);
}

TEST(WebSocket, the_end_of_a_line_may_come_along_but_not_a_second_line) {
    Talk talk = Talk::opened();
    talk.receive({.payload = "NICK ann\r\n"});
    talk.receive({.payload = "PING x\n"});
    talk.receive({.payload = "\r\n"});
    talk.receive({.payload = ""});
    EXPECT_EQ(talk.up, "NICK ann\r\nPING x\r\n");
    for (const char* two : {"A\r\nB", "A\nB", "A\rB", "\nA", "A\n\n"}) {
        Talk other = Talk::opened();
        other.receive({.payload = two});
        EXPECT_EQ(other.close_status(), 1008U) << two;
        EXPECT_EQ(other.up, "");
    }
}

TEST(WebSocket, the_longest_line_passes_and_a_longer_one_is_refused_by_its_head) {
    constexpr std::size_t most = WebSocketServerFilter::message_bytes_max;
    Talk talk = Talk::opened();
    talk.receive({.payload = std::string(most, 'x')});
    EXPECT_EQ(talk.up.size(), most + 2);
    Talk big = Talk::opened();
    // One byte of a frame that claims a terabyte: nobody waits for the rest, or makes room for it.
    big.receive({.payload = "x", .claimed_bytes = std::uint64_t{1} << 40});
    EXPECT_EQ(big.close_status(), 1009U);
    Talk pieces = Talk::opened();
    pieces.receive({.payload = std::string(most, 'x'), .last = false});
    pieces.receive({.opcode = 0, .payload = "x"});
    EXPECT_EQ(pieces.close_status(), 1009U);
    EXPECT_EQ(pieces.up, "");
}

TEST(WebSocket, frames_that_break_the_protocol_close) {
    const std::vector<ClientFrame> frames{
        {.payload = "x", .masked = false},
        {.payload = "x", .reserved_bits = 4},
        {.opcode = 3, .payload = "x"},
        {.opcode = 11, .payload = "x"},
        {.opcode = 0, .payload = "x"},
        {.opcode = ping, .payload = "x", .last = false},
        {.opcode = ping, .payload = std::string(126, 'x')},
        {.opcode = close_frame, .payload = "x"},
        {.opcode = close_frame, .payload = std::string("\x03\xED", 2)},
        {.opcode = close_frame, .payload = std::string("\x00\x01", 2)},
    };
    for (const ClientFrame& frame : frames) {
        Talk talk = Talk::opened();
        talk.receive(frame);
        EXPECT_EQ(talk.close_status(), 1002U) << int{frame.opcode};
        EXPECT_EQ(talk.filter.state(), FilterState::failed);
        EXPECT_FALSE(talk.filter.reason().empty());
        talk.receive({.payload = "late"});
        talk.send("late\r\n");
        talk.filter.close(talk.down);
        EXPECT_EQ(talk.down, "");
        EXPECT_EQ(talk.up, "");
    }
    Talk nested = Talk::opened();
    nested.receive({.payload = "x", .last = false});
    nested.receive({.payload = "y"});
    EXPECT_EQ(nested.close_status(), 1002U);
    Talk reason = Talk::opened();
    reason.receive({.opcode = close_frame, .payload = "\x03\xE8\xFF"});
    EXPECT_EQ(reason.close_status(), 1007U);
}

TEST(WebSocket, a_longer_length_than_needed_closes) {
    Talk talk = Talk::opened();
    talk.receive(
        std::string_view{"\x81\xFE\x00\x01\x12\x34\x56\x78"
                         "j",
                         9});
    EXPECT_EQ(talk.close_status(), 1002U);
}

TEST(WebSocket, a_ping_is_answered_also_between_the_pieces_of_a_message) {
    Talk talk = Talk::opened();
    talk.receive({.payload = "PRIVMSG #a :", .last = false});
    talk.receive({.opcode = ping, .payload = "are you there"});
    talk.receive({.opcode = pong, .payload = "unasked"});
    const ServerFrame answer = talk.next_frame();
    EXPECT_EQ(answer.opcode, pong);
    EXPECT_EQ(answer.payload, "are you there");
    talk.receive({.opcode = 0, .payload = "hi"});
    EXPECT_EQ(talk.up, "PRIVMSG #a :hi\r\n");
    talk.receive({.opcode = ping});
    EXPECT_EQ(talk.next_frame().opcode, pong);
}

TEST(WebSocket, a_close_of_the_client_is_answered_and_ends_both_directions) {
    Talk talk = Talk::opened();
    talk.receive(ClientFrame{.payload = "QUIT"}.wire() +
                 ClientFrame{.opcode = close_frame,
                             .payload = "\x03\xE9"
                                        "bye"}
                     .wire() +
                 ClientFrame{.payload = "late"}.wire());
    EXPECT_EQ(talk.up, "QUIT\r\n");
    EXPECT_EQ(talk.filter.state(), FilterState::peer_closed);
    EXPECT_EQ(talk.close_status(), 1001U);
    talk.send("late\r\n");
    talk.filter.close(talk.down);
    EXPECT_EQ(talk.down, "");
    Talk bare = Talk::opened();
    bare.receive({.opcode = close_frame});
    const ServerFrame answer = bare.next_frame();
    EXPECT_EQ(answer.opcode, close_frame);
    EXPECT_EQ(answer.payload, "");
}

TEST(WebSocket, a_close_of_the_server_is_said_once) {
    Talk talk = Talk::opened();
    talk.send("ERROR :bye\r\nhalf");
    talk.filter.close(talk.down);
    talk.filter.close(talk.down);
    talk.send("late\r\n");
    EXPECT_EQ(talk.next_frame().payload, "ERROR :bye");
    EXPECT_EQ(talk.close_status(), 1000U);
    EXPECT_EQ(talk.down, "");
    talk.receive({.opcode = ping, .payload = "late"});
    talk.receive({.opcode = close_frame, .payload = "\x03\xE8"});
    EXPECT_EQ(talk.down, "") << "nothing follows a close";
    EXPECT_EQ(talk.filter.state(), FilterState::peer_closed);
}

TEST(WebSocket, a_page_from_elsewhere_is_refused_and_a_program_is_not) {
    Talk page;
    page.receive(upgrade_request("Origin: https://evil.example\r\n"));
    EXPECT_EQ(page.filter.state(), FilterState::failed);
    EXPECT_THAT(page.down, StartsWith("HTTP/1.1 403 Forbidden\r\n"));
    const WebSocketSettings settings{.origins = {"https://chat.example.org"}};
    Talk named{settings};
    named.receive(upgrade_request("Origin: https://chat.example.org\r\n"));
    EXPECT_EQ(named.filter.state(), FilterState::open);
    Talk program{settings};
    program.receive(upgrade_request());
    EXPECT_EQ(program.filter.state(), FilterState::open);
}

TEST(WebSocket, a_request_that_is_too_long_or_none_is_refused_at_once) {
    Talk too_long;
    too_long.receive("GET / HTTP/1.1\r\n");
    for (int i = 0; too_long.filter.state() == FilterState::handshaking && i < 2'000; ++i) {
        too_long.receive("X: yyyyyyyy\r\n");
    }
    EXPECT_THAT(too_long.down, StartsWith("HTTP/1.1 431 "));
    Talk one_line;
    one_line.receive("GET /" + std::string(request_head_bytes_max, 'a'));
    EXPECT_THAT(one_line.down, StartsWith("HTTP/1.1 431 "));
    Talk irc;
    irc.receive("NICK ann\r\n");
    EXPECT_THAT(irc.down, StartsWith("HTTP/1.1 400 "));
    EXPECT_EQ(irc.filter.reason(), "This is no HTTP request.");
    Talk tls;
    tls.receive(std::string_view{"\x16\x03\x01\x02\x00\x01", 6});
    EXPECT_THAT(tls.down, StartsWith("HTTP/1.1 400 "));
    irc.receive(upgrade_request());
    EXPECT_EQ(irc.filter.state(), FilterState::failed);
}

TEST(WebSocket, the_largest_request_that_is_allowed_passes) {
    const std::size_t rest = request_head_bytes_max - upgrade_request("X: \r\n").size();
    Talk talk;
    talk.receive(upgrade_request("X: " + std::string(rest, 'y') + "\r\n"));
    EXPECT_EQ(talk.filter.state(), FilterState::open);
}

}  // namespace
}  // namespace brusio::filter
