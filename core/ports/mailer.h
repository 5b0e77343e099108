#pragma once

#include <string>
#include <vector>

namespace brusio {

/// One mail to one person. No text holds CR or NUL; `to` and `subject` hold no line feed either.
struct Mail {
    std::string about;    // the account, for whoever hears what became of it; comes back as it is
    std::string to;       // a valid address (wire::valid_email_address)
    std::string subject;  // plain ASCII
    std::string text;     // UTF-8; each line ends with a line feed
};

/// What became of a mail: somebody took it for delivery, or why nobody did.
struct MailAnswer {
    std::string about;
    std::string fault;  // empty: it was taken; else a sentence without secrets

    bool operator==(const MailAnswer&) const = default;
};

/// Sends mails off the driver's thread. A bounded number is being sent at a time, a bounded number
/// waits, and those beyond are answered with a fault; each mail is answered once. Called from the
/// driver's thread; never blocks, never throws; wakes its driver when an answer can be collected.
class Mailer {
 public:
    virtual ~Mailer() = default;
    virtual void submit(Mail mail) = 0;
    /// Appends the answers that have come since the last call to `answers`.
    virtual void collect(std::vector<MailAnswer>& answers) = 0;
};

}  // namespace brusio
