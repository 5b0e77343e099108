#pragma once

#include <QtCore/QString>

#include "core/client/client_store.h"

namespace brusio::ui {

/// Opens what is kept of one account on one server. The program has one over the disk
/// (app/client_stores.h); models know no other than this.
class StoreOpener {
 public:
    virtual ~StoreOpener() = default;
    StoreOpener(const StoreOpener&) = delete;
    StoreOpener& operator=(const StoreOpener&) = delete;

    /// `place` is Destination::place(). One store of a place is open at a time.
    [[nodiscard]] virtual client::OpenedStore open(const QString& place) = 0;
    /// What is kept of `from`, which is not open, is kept of `to` from now on. False, and nothing
    /// changes, if something is kept there or the disk does not let us.
    [[nodiscard]] virtual bool move(const QString& from, const QString& to) = 0;
    /// Nothing is kept of the place, which is not open, any more. False if the disk does not let
    /// us.
    [[nodiscard]] virtual bool remove(const QString& place) = 0;

 protected:
    StoreOpener() = default;
};

}  // namespace brusio::ui
