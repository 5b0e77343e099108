#pragma once

#include <QtCore/QString>
#include <map>
#include <string>
#include <vector>

#include "qml-client/net/brain_driver.h"

namespace brusio::ui {

/// What is being written in the conversations of one place: held in memory, and kept with what the
/// brain keeps, as far as there is a store.
class Drafts {
 public:
    /// `driver` must outlive this.
    explicit Drafts(BrainDriver& driver) : driver_(driver) {}

    /// "" if nothing is.
    [[nodiscard]] QString of(const QString& conversation) const;
    [[nodiscard]] bool has(const QString& conversation) const;
    /// It is written with what the brain wants written next, or at BrainDriver::flush_store().
    void put(const QString& conversation, const QString& text);
    /// Those of another place, in the stead of all that are here.
    void load(std::vector<client::KeepDraft> drafts);

 private:
    BrainDriver& driver_;
    std::map<std::string, std::string> texts_;  // by client::store_key
};

}  // namespace brusio::ui
