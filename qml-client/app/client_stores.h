#pragma once

#include <QtCore/QString>

#include "qml-client/net/store_opener.h"

namespace brusio::ui {

/// The stores on disk: one folder for each server and account, for the user's eyes alone.
class ClientStores final : public StoreOpener {
 public:
    /// `folder` is made when it is needed.
    explicit ClientStores(QString folder) : folder_(std::move(folder)) {}

    [[nodiscard]] client::OpenedStore open(const QString& place) override;
    [[nodiscard]] bool move(const QString& from, const QString& to) override;
    [[nodiscard]] bool remove(const QString& place) override;
    /// The folder of one place.
    [[nodiscard]] QString path_of(const QString& place) const;

 private:
    QString folder_;
};

/// Where stores are kept: beside the settings if the command line named these, else in the folder
/// for data of the user's programs.
[[nodiscard]] QString store_folder(const QString& settings_path);

}  // namespace brusio::ui
