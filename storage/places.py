"""Where the parts of a store are. Each has its own backup with its own term."""

from dataclasses import dataclass
from pathlib import Path

from storage.engine import beside, database_file, on_server


@dataclass(frozen=True, slots=True)
class Places:
    """The database, the keys of its cases, and the folder of what must outlive a restored backup.

    `url` is an address as SQLAlchemy reads it; `keys` a SQLite file.
    """

    url: str
    keys: Path
    proof: Path

    @classmethod
    def of(cls, url: str, keys: Path | None = None, proof: Path | None = None) -> "Places":
        """Beside the database what has no place of its own; UnknownDatabaseError."""
        return cls(url, keys or beside(url, ".keys.sqlite"), proof or beside(url, ".proof"))

    @property
    def keys_url(self) -> str:
        return f"sqlite:///{self.keys}"

    @property
    def written(self) -> frozenset[Path]:
        """The files here that a change is written to: not what a database server keeps."""
        own = () if on_server(self.url) else (database_file(self.url),)
        return frozenset({self.keys, *own})

    def hidden(self, ending: str) -> Path:
        """Where something is for a while only: beside the database, of a server beside the keys."""
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
