import QtQuick
import QtTest
import Brusio

TestCase {
    name: "Theme"

    function part(value) {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(color) {
        return 0.2126 * part(color.r) + 0.7152 * part(color.g) + 0.0722 * part(color.b);
    }
    function contrast(a, b) {
        const high = Math.max(luminance(a), luminance(b));
        const low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }
    function cleanup() {
        Theme.dark = false;
    }

    function test_text_can_be_read_on_every_background_data() {
        return [{ tag: "light", dark: false }, { tag: "dark", dark: true }];
    }
    function test_text_can_be_read_on_every_background(data) {
        Theme.dark = data.dark;
        const grounds = ["bgWindow", "bgSurface", "bgSidebar", "bgHover", "bgSelected",
                         "mentionBg"];
        const inks = ["text", "textDim", "textMuted", "accent", "link", "danger", "warn", "success",
                      "unread"];
        for (const ground of grounds)
            for (const ink of inks)
                verify(contrast(Theme[ink], Theme[ground]) >= 4.5,
                       ink + " on " + ground + ": " + contrast(Theme[ink], Theme[ground]));
        verify(contrast(Theme.accentInk, Theme.accent) >= 4.5);
    }
    function test_every_nick_can_be_read_data() {
        return [{ tag: "light", dark: false }, { tag: "dark", dark: true }];
    }
    function test_every_nick_can_be_read(data) {
        Theme.dark = data.dark;
        compare(Theme.hues.length, 12);
        for (const hue of Theme.hues)
            for (const ground of [Theme.bgSurface, Theme.mentionBg])
                verify(contrast(hue, ground) >= 4.5, hue + " " + contrast(hue, ground));
    }
}
