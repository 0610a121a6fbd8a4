"""A time-stamping authority of our own, as openssl makes one: no other is ever asked."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CONFIGURATION = """\
[req]
distinguished_name = name
prompt = no
[name]
CN = {name}
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[office]
authorityKeyIdentifier = keyid
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    """An authority whose key and certificate lie in a folder of the test."""

    def __init__(self, folder: Path, name: str = "Invented Time Office") -> None:
        """Make its key and its certificate."""
        folder.mkdir()
        self._folder = folder
        self._settings = folder / "openssl.cnf"
        self._settings.write_text(_CONFIGURATION.format(name=name, folder=folder), "utf-8")
        (folder / "serial").write_text("01\n", "ascii")
        self._root()
        self._office(name)

    def _root(self) -> None:
        key, certificate = self._folder / "root.key", self._folder / "root.pem"
        named = ("-subj", "/CN=Invented Root", "-extensions", "root", "-config", self._settings)
        made = ("-x509", *_KEY, "-days", "30", "-keyout", key, "-out", certificate)
        self._openssl("req", *made, *named)

    def _office(self, name: str) -> None:
        key, request = self._folder / "tsa.key", self._folder / "tsa.csr"
        named = ("-subj", f"/CN={name}", "-config", self._settings)
        self._openssl("req", *_KEY, "-keyout", key, "-out", request, *named)
        root = ("-CA", self._folder / "root.pem", "-CAkey", self._folder / "root.key")
        extensions = ("-extfile", self._settings, "-extensions", "office", "-days", "30")
        placed = ("-in", request, "-out", self._folder / "tsa.pem", "-CAcreateserial")
        self._openssl("x509", "-req", *placed, *root, *extensions)

    @property
    def certificate(self) -> bytes:
        """The certificate of who vouches for it, PEM."""
        return (self._folder / "root.pem").read_bytes()

    def reply(self, query: bytes) -> bytes:
        """Return its answer to a query, DER."""
        asked, answer = self._folder / "query.tsq", self._folder / "reply.tsr"
        asked.write_bytes(query)
        given = ("-config", self._settings, "-section", "own")
        self._openssl("ts", "-reply", "-queryfile", asked, "-out", answer, *given)
        return answer.read_bytes()

    def _openssl(self, *arguments: object) -> None:
        openssl = shutil.which("openssl")
        assert openssl, "the time-stamping authority of the tests is made by openssl"
        done = subprocess.run(
            [openssl, *map(str, arguments)], capture_output=True, check=False, timeout=60
        )
        assert 0 == done.returncode, done.stderr.decode()
