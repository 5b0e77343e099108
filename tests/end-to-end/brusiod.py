"""The real brusiod as a child process, for tests in Python."""

import queue
import re
import signal
import subprocess
import threading
import time

PATIENCE_S = 20


class Brusiod:
    """A server with free ports; its log is kept and can be waited for."""

    def __init__(self, program, urls, config=None, data=None):
        command = [program] + (["--data", str(data)] if data else ["--ephemeral"])
        for url in urls:
            command += ["--listen", url + "://127.0.0.1:0"]
        if config:
            command += ["--config", str(config)]
        self.log = []
        self.lines = queue.Queue()
        self.process = subprocess.Popen(command, text=True, stderr=subprocess.PIPE)
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait_for("event=started")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def listen(self):
        for line in self.process.stderr:
            self.lines.put(line)

    def find(self, pattern):
        return next(filter(None, (re.search(pattern, line) for line in self.log)), None)

    def wait_for(self, pattern):
        """The first line of the log that fits, as a match."""
        deadline = time.monotonic() + PATIENCE_S
        while not self.find(pattern):
            self.log.append(self.lines.get(timeout=max(0.01, deadline - time.monotonic())))
        return self.find(pattern)

    def port(self, scheme):
        return int(self.wait_for(rf"event=listening url={scheme}://127\.0\.0\.1:(\d+)")[1])

    def fingerprint(self):
        return self.wait_for(r"sha256=([0-9a-f]{64})")[1]

    def reload(self):
        self.log.clear()
        self.process.send_signal(signal.SIGHUP)

    def stop(self):
        """Asks it to end; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)
