"""./dev as somebody meets it who has just fetched the house: dev_script.py SOURCES BRUSIOD"""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

SOURCES, BRUSIOD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PATIENCE_S = 20


class House(unittest.TestCase):
    """A copy of the script in a folder of its own, and stand-ins for what it calls."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copy(SOURCES / "dev", self.folder / "dev")
        self.programs = self.folder / "programs"
        self.programs.mkdir()
        (self.folder / "build/run/bin").mkdir(parents=True)
        (self.folder / "build/run/bin/brusiod").symlink_to(BRUSIOD)
        self.stand_in("cmake", "exit 0")
        # Everything is installed, until a test says otherwise.
        self.stand_in("dpkg-query", 'shift 2; for name; do echo "installed $name"; done')
        self.stand_in("id", "echo 0")
        self.log = self.folder / "log"
        self.log.touch()

    def stand_in(self, name, script):
        path = self.programs / name
        path.write_text("#!/bin/bash\n" + script + "\n")
        path.chmod(0o755)

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items()
                if name not in ("DISPLAY", "WAYLAND_DISPLAY", "BRUSIO_SETUP")}
        path = f"{self.programs}:{os.environ['PATH']}"
        return kept | {"PATH": path, "LOG": str(self.log), "APT_PAUSE_S": "0"} | more

    def start(self, *arguments, **environment):
        process = subprocess.Popen(
            [self.folder / "dev", *arguments], env=self.environment(**environment), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            start_new_session=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def run_to_its_end(self, *arguments, **environment):
        process = self.start(*arguments, **environment)
        output = process.communicate(timeout=PATIENCE_S)[0]
        return process.returncode, output

    @staticmethod
    def read_until(process, word):
        lines = []
        for line in process.stdout:
            lines.append(line)
            if word in line:
                return "".join(lines)
        raise AssertionError(f"{word!r} did not come:\n{''.join(lines)}")


class Running(House):
    def start_server(self, *options, **environment):
        process = self.start("run", "--listen", "irc://127.0.0.1:0", "--ephemeral", *options,
                             **environment)
        line = self.read_until(process, "The server listens:").splitlines()[-1]
        return process, int(line.rsplit(":", 1)[1])

    def pid_of(self, process):
        """Of the server that the script has started."""
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
        return next(int(pid) for pid in children.split()
                    if pathlib.Path(f"/proc/{pid}/comm").read_text() == "brusiod\n")

    def test_the_port_is_the_one_that_the_server_names(self):
        process, port = self.start_server()
        self.read_until(process, f"irssi -c 127.0.0.1 -p {port}")
        with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as link:
            link.sendall(b"NICK ada\r\nUSER ada 0 * :Ada\r\n")
            self.assertIn(b" 001 ada ", link.makefile("rb").readline())

    def test_ctrl_c_ends_it_without_an_error(self):
        process, _ = self.start_server()
        self.read_until(process, "Ctrl-C")
        os.killpg(process.pid, signal.SIGINT)
        self.assertEqual(process.wait(PATIENCE_S), 0)

    def test_a_stranger_on_the_port_is_not_taken_for_the_server(self):
        with socket.create_server(("127.0.0.1", 0)) as stranger:
            url = f"irc://127.0.0.1:{stranger.getsockname()[1]}"
            code, output = self.run_to_its_end("run", "--listen", url, "--ephemeral")
        self.assertEqual(code, 1)
        self.assertIn("cannot listen", output)
        self.assertNotIn("The server listens", output)

    def test_it_fails_when_the_server_ends(self):
        process, _ = self.start_server()
        self.read_until(process, "Ctrl-C")
        os.kill(self.pid_of(process), signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE_S), 1)
        self.read_until(process, "the server ended")

    def test_it_fails_when_the_server_ends_behind_the_window(self):
        self.window('exec sleep 60')
        process, _ = self.start_server(DISPLAY=":0")
        self.read_until(process, "Close the window")
        os.kill(self.pid_of(process), signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE_S), 1)

    def test_the_window_gets_the_port_and_its_options(self):
        self.window('echo "$@" >"$LOG"')
        process, port = self.start_server("--", "--nick", "ada", DISPLAY=":0")
        self.assertEqual(process.wait(PATIENCE_S), 0)
        self.assertEqual(self.log.read_text(),
                         f"--server irc://127.0.0.1:{port} --join #lobby --new-instance --nick ada\n")

    def test_a_window_that_fails_is_an_error(self):
        self.window("exit 3")
        process, _ = self.start_server(DISPLAY=":0")
        self.assertEqual(process.wait(PATIENCE_S), 1)

    def window(self, script):
        path = self.folder / "build/run/bin/brusio"
        path.write_text("#!/bin/bash\n" + script + "\n")
        path.chmod(0o755)


class Packages(House):
    def names(self, which):
        code, output = self.run_to_its_end("packages", which)
        self.assertEqual(code, 0)
        return set(output.split())

    def test_whoever_wants_to_chat_needs_no_tools_for_tests(self):
        to_run, to_test, of_ci = map(self.names, ("run", "test", "ci"))
        self.assertLess(to_run, to_test)
        self.assertLess(to_test, of_ci)
        for name in ("xdotool", "xvfb", "libbenchmark-dev", "libgtest-dev", "clang-format",
                     "clang-19"):
            self.assertNotIn(name, to_run)
        self.assertNotIn("clang-19", to_test)

    def test_no_server_is_installed(self):
        self.assertEqual(self.names("ci") & {"ngircd", "inspircd", "haproxy", "nginx"}, set())

    def test_an_unknown_list_is_refused(self):
        code, output = self.run_to_its_end("setup", "all")
        self.assertEqual(code, 1)
        self.assertIn("run, test, heard or ci", output)

    def test_nothing_is_asked_of_apt_when_all_is_there(self):
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"')
        self.assertEqual(self.run_to_its_end("setup", "run")[0], 0)
        self.assertEqual(self.log.read_text(), "")

    def test_what_is_missing_is_installed_and_nothing_else(self):
        self.missing("libwslay-dev")
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"')
        self.assertEqual(self.run_to_its_end("setup", "run")[0], 0)
        self.assertTrue(self.log.read_text().endswith("--no-install-recommends libwslay-dev\n"))

    def test_a_lock_of_apt_is_waited_for(self):
        self.missing("libwslay-dev")
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"; (($(wc -l <"$LOG") > 2)) || {\n'
                      'echo "E: Could not get lock /var/lib/apt/lists/lock. It is held"; exit 100; }')
        code, output = self.run_to_its_end("setup", "run")
        self.assertEqual(code, 0, output)
        self.assertEqual(len(self.log.read_text().splitlines()), 4)  # update three times

    def test_another_failure_of_apt_is_not_tried_again(self):
        self.missing("libwslay-dev")
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"; echo "E: Unable to locate"; exit 100')
        code, output = self.run_to_its_end("setup", "run")
        self.assertEqual(code, 1)
        self.assertIn("libwslay-dev", output)
        self.assertEqual(len(self.log.read_text().splitlines()), 2)  # update and install

    def test_without_sudo_a_sentence_says_what_to_do(self):
        self.missing("libwslay-dev")
        self.stand_in("id", "echo 1000")
        self.only_programs("bash", "dirname", "grep", "cat", "apt-get")
        code, output = self.run_to_its_end("setup", "run", PATH=str(self.programs))
        self.assertEqual(code, 1)
        self.assertIn("As root, install them once with: apt-get install libwslay-dev", output)

    def test_without_apt_a_sentence_says_what_to_do(self):
        self.missing("libwslay-dev")
        self.only_programs("bash", "dirname", "grep", "cat")
        code, output = self.run_to_its_end("setup", "run", PATH=str(self.programs))
        self.assertEqual(code, 1)
        self.assertIn("built on Debian 12", output)
        self.assertIn("libwslay-dev", output)

    def test_who_knows_better_installs_nothing(self):
        self.missing("libwslay-dev")
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"')
        self.assertEqual(self.run_to_its_end("setup", "run", BRUSIO_SETUP="off")[0], 0)
        self.assertEqual(self.log.read_text(), "")

    def missing(self, name):
        self.stand_in("dpkg-query",
                      f'shift 2; for name; do [[ $name == {name} ]] || echo "installed $name"; done')

    def only_programs(self, *names):
        for name in names:
            if not (self.programs / name).exists():
                self.stand_in(name, "exit 0") if name == "apt-get" else (
                    self.programs / name).symlink_to(shutil.which(name))


class Servers(House):
    def test_a_server_to_compare_with_is_unpacked_and_never_started(self):
        self.stand_in("apt-get", 'echo "$@" >>"$LOG"; touch "${@: -1}.deb"')
        self.stand_in("dpkg-deb", 'mkdir -p "$3/usr/sbin"; touch "$3/usr/sbin/ngircd"')
        for _ in range(2):  # the second time nothing is left to do
            self.assertEqual(self.run_to_its_end("setup", "ci")[0], 0)
        self.assertTrue((self.folder / "build/archive/usr/sbin/ngircd").exists())
        downloads = [f"-q download {name}\n" for name in ("ngircd", "haproxy", "nginx")]
        self.assertEqual(self.log.read_text(), "".join(downloads))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
