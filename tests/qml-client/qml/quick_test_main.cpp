// Runs the tst_*.qml of this folder against the program's own module and brain.
#include <QtQuickTest/quicktest.h>

#include "tests/qml-client/qml/quick_test_setup.h"

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    brusio::ui::test::QuickTestSetup setup;
    return quick_test_main_with_setup(argc, argv, "brusio", QUICK_TEST_SOURCE_DIR, &setup);
}
