#include "sim/main/cpu_clock.h"

#include <ctime>

namespace brusio::sim {

double cpu_seconds() {
    return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace brusio::sim
