import QtQuick
import QtTest
import Brusio

Item {
    width: 500
    height: 400

    Composer {
        id: composer
        width: parent.width
        chat: testChat
        heightMax: 200
    }

    TestCase {
        name: "Composer"
        when: windowShown

        function init() {
            testChat.prefill("");
            composer.takeFocus();
            peer.sentLines();
        }
        function type(text) {
            for (let i = 0; i < text.length; ++i)
                keyClick(text.charAt(i));
        }

        function test_enter_sends_and_empties() {
            type("hello all");
            compare(testChat.draft, "hello all");
            keyClick(Qt.Key_Return);
            const lines = peer.sentLines();
            verify(lines.indexOf("PRIVMSG #garden :hello all") >= 0, lines.join("|"));
            compare(testChat.draft, "");
        }
        function test_shift_enter_makes_a_line() {
            const before = composer.implicitHeight;
            type("one");
            keyClick(Qt.Key_Return, Qt.ShiftModifier);
            type("two");
            compare(testChat.draft, "one\ntwo");
            compare(peer.sentLines().length, 0);
            verify(composer.implicitHeight > before);
        }
        function test_tab_completes_whoever_spoke_last() {
            peer.says("carla", "hi");
            type("c");
            keyClick(Qt.Key_Tab);
            compare(testChat.draft, "carla: ");
        }
        function test_an_unknown_command_stays_and_is_explained() {
            type("/dance");
            keyClick(Qt.Key_Return);
            compare(testChat.draft, "/dance");
            verify(testChat.hint.indexOf("/dance") >= 0);
            compare(peer.sentLines().length, 0);
        }
        function test_it_never_grows_beyond_its_bound() {
            let text = "";
            for (let i = 0; i < 60; ++i)
                text += "line\n";
            testChat.prefill(text);
            compare(composer.implicitHeight, composer.heightMax);
        }
        function test_blank_text_cannot_be_sent() {
            type("   ");
            verify(!composer.full);
            keyClick(Qt.Key_Return);
            compare(peer.sentLines().length, 0);
        }
    }
}
