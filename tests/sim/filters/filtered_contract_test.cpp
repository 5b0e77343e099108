#include <gtest/gtest.h>

#include "tests/contract/transport_contract.h"
#include "tests/sim/filters/filtered_lines.h"
#include "tests/support/sim_rig.h"

// The contract of transports over simulated lines with the filters that ship.
namespace brusio::contract {

INSTANTIATE_TEST_SUITE_P(SimFilter, TransportContract,
                         testing::Values(sim::rig_in("calm", "_websocket", sim::websocket_lines),
                                         sim::rig_in("storm", "_websocket", sim::websocket_lines),
                                         sim::rig_in("calm", "_tls", sim::tls_lines),
                                         sim::rig_in("storm", "_tls", sim::tls_lines),
                                         sim::rig_in("mobile", "_websocket_over_tls",
                                                     sim::websocket_over_tls_lines)),
                         transport_rig_name);

}  // namespace brusio::contract
