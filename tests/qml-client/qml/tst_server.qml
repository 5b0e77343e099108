import QtQuick
import QtTest
import Brusio

Item {
    width: 360
    height: 200

    ServerFields {
        id: place
        width: parent.width
        settings: testSettings
    }

    TestCase {
        name: "Server"
        when: windowShown

        // The field with this label below `from`.
        function field(from, label) {
            for (let i = 0; i < from.children.length; ++i) {
                const child = from.children[i];
                const hit = child.label === label ? child : field(child, label);
                if (hit)
                    return hit;
            }
            return null;
        }

        function test_an_address_says_how_to_go_there_data() {
            return [{ tag: "ircs://a.example", encrypted: true, port: "6697" },
                    { tag: "irc://a.example", encrypted: false, port: "6667" },
                    { tag: "ircs://a.example:7000/room", encrypted: true, port: "7000" },
                    { tag: "ircs://[::1]", encrypted: true, port: "6697" }];
        }
        function test_an_address_says_how_to_go_there(data) {
            field(place, "Server").forceActiveFocus();
            place.host = "";
            place.host = data.tag;
            compare(place.encrypted, data.encrypted);
            compare(place.port, data.port);
        }
    }
}
