#pragma once

#include <QtCore/QPointer>
#include <functional>
#include <list>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/client/client_events.h"

namespace brusio::ui {

/// Something asked of the server whose answer is numerics.
struct Question {
    std::vector<std::string> codes;  ///< of the answer; empty takes all
    std::string end;                 ///< the one that is the last; "" ends with time alone
    std::string subject;             ///< in any case of letters a parameter of each; "" is any
    QPointer<QObject> asker;         ///< who hears the answer, as long as it lives
    std::function<void(const client::ServerReply&)> answer;
    Duration patience = std::chrono::seconds{30};  ///< after that it is answered by nobody
};

/// Brings the server's answers to whoever asked: they carry no name of the question. What nobody
/// here has asked for is somebody else's.
class AnswerDesk {
 public:
    /// The oldest of too many questions is forgotten.
    void expect(Question question, MonoTime now);
    /// The next WHOIS of `nick` (in any case of letters) is `asker`'s.
    void expect_whois(const std::string& nick, QObject* asker,
                      std::function<void(const client::WhoisAnswer&)> answer, MonoTime now);
    /// Gives an answer to who asked first and is not answered yet. False if nobody did.
    bool take(const client::ServerReply& reply, MonoTime now);
    bool take(const client::WhoisAnswer& answer, MonoTime now);
    /// The connection is another one: nothing is answered any more.
    void forget_all();

 private:
    struct Open {
        Question question;
        MonoTime until;
    };
    struct OpenWhois {
        std::string nick;
        QPointer<QObject> asker;
        std::function<void(const client::WhoisAnswer&)> answer;
        MonoTime until;
    };

    std::list<Open> open_;
    std::list<OpenWhois> whois_;
};

}  // namespace brusio::ui
