"""A certificate of one's own, made by openssl."""

import pathlib
import subprocess


def make_pair(folder, name):
    """A certificate and its key in one PEM file, made by openssl."""
    path = pathlib.Path(folder) / f"{name}.pem"
    key = pathlib.Path(folder) / f"{name}.key"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-subj", f"/CN={name}", "-addext", "subjectAltName=DNS:localhost", "-days", "60"]
    subprocess.run(made + ["-keyout", key, "-out", path], check=True, capture_output=True)
    path.write_text(path.read_text() + key.read_text())
    return path
