# Compiler, warning and sanitizer settings shared by every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(BRUSIO_CCACHE ccache)
if(BRUSIO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Clones in other folders share what was compiled: paths are taken from the top of each.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=time_macros "${BRUSIO_CCACHE}")
endif()

find_package(Threads REQUIRED)

# Every target of ours links this one: warnings, hardening and sanitizers in one place.
add_library(brusio_options INTERFACE)
target_include_directories(brusio_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(brusio_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Werror -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports false positives of these in its own standard library under -O2.
    target_compile_options(brusio_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized
        -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(BRUSIO_FUZZ)
    # Coverage in every library, so that libFuzzer sees where its inputs lead.
    target_compile_options(brusio_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(BRUSIO_SANITIZE)
    target_compile_options(brusio_options INTERFACE
        -fsanitize=${BRUSIO_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(brusio_options INTERFACE -fsanitize=${BRUSIO_SANITIZE})
else()
    target_compile_options(brusio_options INTERFACE -fstack-protector-strong)
    target_link_options(brusio_options INTERFACE -Wl,-z,relro,-z,now)
    if(CMAKE_BUILD_TYPE MATCHES "Rel")
        target_compile_definitions(brusio_options INTERFACE _FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
    endif()
endif()
