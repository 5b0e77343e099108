#include "qml-client/calls/tray_desk.h"

namespace brusio::ui {

void TrayDesk::set_offered(bool offered) {
    if (offered == offered_) return;
    offered_ = offered;
    emit offeredChanged();
    if (!offered) set_there(false);
}

void TrayDesk::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    emit thereChanged();
}

void TrayDesk::set_closes_to_tray(bool closes) {
    if (closes == closes_to_tray()) return;
    book_.set_on(CallBook::Switch::close_to_tray, closes);
    emit changed();
}

TrayDesk::Closing TrayDesk::closing() const {
    if (!there_ || !closes_to_tray()) return Closing::Quits;
    return book_.is_on(CallBook::Switch::tray_told) ? Closing::Hides : Closing::Asks;
}

void TrayDesk::choose(bool stays) {
    book_.set_on(CallBook::Switch::tray_told, true);
    set_closes_to_tray(stays);
}

}  // namespace brusio::ui
