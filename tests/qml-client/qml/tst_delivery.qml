import QtQuick
import QtTest
import Brusio

Item {
    width: 500
    height: 200

    DeliveryMark {
        id: mark
        delivery: "queued"
    }
    FailedBar {
        id: bar
        y: 40
        width: 480
        reason: "too long"
    }
    SignalSpy {
        id: retries
        target: bar
        signalName: "retry"
    }
    SignalSpy {
        id: discards
        target: bar
        signalName: "discard"
    }

    TestCase {
        name: "Delivery"
        when: windowShown

        function sign() {
            return mark.children[0];
        }
        function test_each_state_has_its_own_sign() {
            const names = [];
            for (const state of ["queued", "sent", "failed"]) {
                mark.delivery = state;
                verify(sign().visible);
                verify(names.indexOf(sign().name) < 0);
                names.push(sign().name);
            }
        }
        function test_the_ring_waits_before_it_shows() {
            mark.delivery = "sent";
            mark.delivery = "sending";
            verify(!sign().visible);
            tryVerify(() => sign().visible, 5000);
            compare(sign().name, "ring");
            mark.delivery = "sent";
            mark.delivery = "sending";
            verify(!sign().visible, "it waits again the next time");
        }
        function test_the_tick_stands_upright() {
            mark.delivery = "sending";
            tryVerify(() => sign().rotation > 20, 5000);
            mark.delivery = "sent";
            compare(sign().rotation, 0);
        }
        function test_a_failed_message_can_be_sent_again_or_given_up() {
            mouseClick(bar.children[1]);
            compare(retries.count, 1);
            mouseClick(bar.children[2]);
            compare(discards.count, 1);
        }
    }
}
