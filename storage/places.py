"""Where the parts of a store are. Each has its own backup with its own term."""

from dataclasses import dataclass
from pathlib import Path

from storage.engine import beside, database_file, on_server


@dataclass(frozen=True, slots=True)
class Places:
    """The database, the keys of its cases, and the folder of what must outlive a restored backup.

    `url` is an address as SQLAlchemy reads it; `keys` a SQLite file, which counts unless the keys
    are in a database of their own on a server: `keys_server`.
    """

    url: str
    keys: Path
    proof: Path
    keys_server: str | None = None

    @classmethod
    def of(
        cls,
        url: str,
        keys: Path | None = None,
        proof: Path | None = None,
        keys_server: str | None = None,
    ) -> "Places":
        """Beside the database what has no place of its own; UnknownDatabaseError."""
        file = keys or beside(url, ".keys.sqlite")
        return cls(url, file, proof or beside(url, ".proof"), keys_server)

    @property
    def keys_url(self) -> str:
        return self.keys_server or f"sqlite:///{self.keys}"

    @property
    def written(self) -> frozenset[Path]:
        """The files here that a change is written to: not what a database server keeps.

        If all of it is on servers, the proof.
        """
        urls = (self.url, self.keys_url)
        files = frozenset(database_file(url) for url in urls if not on_server(url))
        return files or frozenset({self.proof})

    def hidden(self, ending: str) -> Path:
        """Where something is for a while only: beside the database.

        Of a store on a server beside the keys, or where the program runs if these are on one too.
        """
        if on_server(self.url):
            return self.keys.with_name(f".{beside(self.url, ending).name}")
        database = database_file(self.url)
        return database.with_name(f".{database.name}{ending}")

    @property
    def erased(self) -> Path:
        """The ledger of what was erased."""
        return self.proof / "erased.jsonl"

    @property
    def checkpoints(self) -> Path:
        return self.proof / "checkpoints.jsonl"

    @property
    def public_key(self) -> Path:
        """What anybody can check the signatures of the checkpoints with."""
        return self.proof / "checkpoints.pub"

    @property
    def verified(self) -> Path:
        """What a check that was stopped had found whole; beside the proof, and no part of it."""
        return self.proof.with_name(f"{self.proof.name}.verified")
