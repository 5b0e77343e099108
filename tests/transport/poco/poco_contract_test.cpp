#include <gtest/gtest.h>

#include <chrono>

#include "tests/contract/transport_contract.h"
#include "tests/transport/poco/event_driver.h"
#include "tests/transport/poco/tcp_peer.h"
#include "transport/poco/poco_transport.h"

namespace brusio {
namespace {

class TcpContractPeer final : public contract::ContractPeer {
 public:
    explicit TcpContractPeer(std::uint16_t port) : peer_(port) {}
    std::size_t write(std::string_view bytes) override { return peer_.write(bytes); }
    std::string read(std::size_t bytes_max) override { return peer_.read(bytes_max); }
    Stream stream() const override { return static_cast<Stream>(peer_.stream()); }
    void half_close() override { peer_.half_close(); }
    void reset() override { peer_.reset(); }

 private:
    test::TcpPeer peer_;
};

class PocoRig final : public contract::TransportRig {
 public:
    PocoRig(std::size_t loops, std::size_t send_queue_bytes_max) {
        PocoTransport::Options options;
        options.loops = loops;
        options.send_queue_bytes_max = send_queue_bytes_max;
        transport_ = std::move(PocoTransport::make(options).value());
        port_ = transport_->listen({}).value();
    }

    Transport& transport() override { return *transport_; }
    std::unique_ptr<contract::ContractPeer> connect() override {
        return std::make_unique<TcpContractPeer>(port_);
    }
    void step(TransportEvents& events) override {
        test::EventDriver driver{events};
        transport_->run_once(driver, std::chrono::milliseconds{1});
    }

 private:
    std::unique_ptr<PocoTransport> transport_;
    std::uint16_t port_ = 0;
};

contract::TransportRigFactory tcp(const std::string& name, std::size_t loops) {
    return {name, [loops](std::size_t send_queue_bytes_max) {
                return std::make_unique<PocoRig>(loops, send_queue_bytes_max);
            }};
}

}  // namespace

namespace contract {

INSTANTIATE_TEST_SUITE_P(Poco, TransportContract,
                         testing::Values(tcp("one_loop", 1), tcp("three_loops", 3)),
                         transport_rig_name);

}  // namespace contract
}  // namespace brusio
