#pragma once

#include <trompeloeil.hpp>

#include "core/ports/hasher.h"
#include "core/ports/host.h"
#include "core/ports/mailer.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"

/// Trompeloeil mocks of every port of the core.
namespace brusio::testing_support {

class TransportMock : public trompeloeil::mock_interface<Transport> {
 public:
    IMPLEMENT_MOCK1(release);
};

class TransportEventsMock : public trompeloeil::mock_interface<TransportEvents> {
 public:
    IMPLEMENT_MOCK3(link_opened);
    IMPLEMENT_MOCK3(link_bytes);
    IMPLEMENT_MOCK3(link_closed);
    IMPLEMENT_MOCK2(link_drained);
};

class StoreMock : public trompeloeil::mock_interface<Store> {
 public:
    IMPLEMENT_MOCK2(submit);
    IMPLEMENT_MOCK1(collect);
    IMPLEMENT_MOCK1(ask);
    IMPLEMENT_MOCK1(collect_answers);
    IMPLEMENT_CONST_MOCK0(health);
};

class HasherMock : public trompeloeil::mock_interface<Hasher> {
 public:
    IMPLEMENT_MOCK1(submit);
    IMPLEMENT_MOCK1(collect);
};

class MailerMock : public trompeloeil::mock_interface<Mailer> {
 public:
    IMPLEMENT_MOCK1(submit);
    IMPLEMENT_MOCK1(collect);
};

class HostMock : public trompeloeil::mock_interface<Host> {
 public:
    IMPLEMENT_MOCK0(reload_requested);
    IMPLEMENT_MOCK1(happened);
    IMPLEMENT_MOCK0(store_failed);
};

}  // namespace brusio::testing_support
