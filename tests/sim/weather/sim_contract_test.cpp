#include <gtest/gtest.h>

#include "tests/contract/transport_contract.h"
#include "tests/support/sim_rig.h"

namespace brusio::contract {

INSTANTIATE_TEST_SUITE_P(Sim, TransportContract,
                         testing::Values(sim::rig_in("calm"), sim::rig_in("lan"),
                                         sim::rig_in("wifi"), sim::rig_in("mobile"),
                                         sim::rig_in("satellite"), sim::rig_in("storm")),
                         transport_rig_name);

}  // namespace brusio::contract
