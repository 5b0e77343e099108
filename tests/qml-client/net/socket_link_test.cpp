#include "qml-client/net/socket_link.h"

#include <gtest/gtest.h>

#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <memory>

namespace brusio::ui {
namespace {

constexpr int link_patience_ms = 10'000;

struct Peer {
    QTcpServer server;
    std::unique_ptr<QTcpSocket> socket;

    Peer() { EXPECT_TRUE(server.listen(QHostAddress::LocalHost, 0)); }
    QString address() const {
        return QStringLiteral("irc://127.0.0.1:%1").arg(server.serverPort());
    }
    void take() {
        if (!server.hasPendingConnections()) {
            EXPECT_TRUE(server.waitForNewConnection(link_patience_ms));
        }
        socket.reset(server.nextPendingConnection());
    }
};

TEST(ServerAddress, reads_addresses_with_and_without_scheme_and_port) {
    const auto read = [](const char* text) {
        const ServerAddress address = read_server_address(text);
        return address.host + ":" + QString::number(address.port);
    };
    EXPECT_EQ(read("irc://chat.example:7000"), "chat.example:7000");
    EXPECT_EQ(read("chat.example"), "chat.example:6667");
    EXPECT_EQ(read(" 127.0.0.1:53 "), "127.0.0.1:53");
    EXPECT_EQ(read("[::1]:6668"), "::1:6668");
    EXPECT_EQ(read("ircs://chat.example"), "chat.example:6697");
    EXPECT_TRUE(read_server_address("ircs://chat.example:7000").tls);
    EXPECT_FALSE(read_server_address("chat.example:6697").tls);
    EXPECT_TRUE(read_server_address("http://chat.example").host.isEmpty());
    EXPECT_TRUE(read_server_address("").host.isEmpty());
}

TEST(SocketLink, carries_bytes_both_ways_and_tells_the_end) {
    Peer peer;
    SocketLink link;
    QSignalSpy opened(&link, &ByteLink::opened);
    QSignalSpy received(&link, &ByteLink::received);
    QSignalSpy closed(&link, &ByteLink::closed);
    link.open(peer.address());
    ASSERT_TRUE(opened.wait(link_patience_ms));
    peer.take();
    link.send("NICK ada\r\n");
    QSignalSpy arrived(peer.socket.get(), &QTcpSocket::readyRead);
    ASSERT_TRUE(arrived.wait(link_patience_ms));
    EXPECT_EQ(peer.socket->readAll(), "NICK ada\r\n");
    peer.socket->write("PING :x\r\n");
    ASSERT_TRUE(received.wait(link_patience_ms));
    EXPECT_EQ(received[0][0].toByteArray(), "PING :x\r\n");
    peer.socket->close();
    ASSERT_TRUE(closed.wait(link_patience_ms));
    EXPECT_EQ(closed[0][0].value<client::DisconnectCause>(),
              client::DisconnectCause::closed_by_peer);
}

TEST(SocketLink, a_port_without_a_server_is_refused) {
    quint16 free_port = 0;
    {
        QTcpServer server;
        ASSERT_TRUE(server.listen(QHostAddress::LocalHost, 0));
        free_port = server.serverPort();
    }
    SocketLink link;
    QSignalSpy closed(&link, &ByteLink::closed);
    link.open(QStringLiteral("irc://127.0.0.1:%1").arg(free_port));
    ASSERT_TRUE(closed.wait(link_patience_ms));
    EXPECT_EQ(closed[0][0].value<client::DisconnectCause>(), client::DisconnectCause::refused);
}

TEST(SocketLink, the_last_words_leave_before_the_connection_does) {
    Peer peer;
    SocketLink link;
    QSignalSpy opened(&link, &ByteLink::opened);
    QSignalSpy closed(&link, &ByteLink::closed);
    link.open(peer.address());
    ASSERT_TRUE(opened.wait(link_patience_ms));
    peer.take();
    link.send("QUIT :bye\r\n");
    link.close();
    QSignalSpy gone(peer.socket.get(), &QTcpSocket::disconnected);
    if (peer.socket->state() == QAbstractSocket::ConnectedState) {
        ASSERT_TRUE(gone.wait(link_patience_ms));
    }
    EXPECT_EQ(peer.socket->readAll(), "QUIT :bye\r\n");
    EXPECT_EQ(closed.count(), 0) << "after close() nothing is told";
}

}  // namespace
}  // namespace brusio::ui
