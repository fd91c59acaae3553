"""What can go wrong when a store is brought to a server; the rules are those of `errors`."""

from storage.errors import StoreError


class NotOnServerError(StoreError):
    sentence = (
        "A store is copied to a PostgreSQL server. Name an empty database there in DATABASE_URL, "
        "and let CASE_KEYS_FILE and PROOF_FOLDER name the files of the old store."
    )


class ChangedSourceError(StoreError):
    sentence = (
        "The database of DATABASE_URL holds a part of another store, or of this one as it was. "
        "Take what was being copied, or drop that database and make it anew."
    )


class OtherCopyError(StoreError):
    """What stands in the database is not what was copied; it stays unfinished."""

    def __init__(self, broken: str = "") -> None:
        super().__init__(
            "What was copied was changed on its way. Drop the database of DATABASE_URL, make it "
            f"anew and begin again. {broken}".rstrip()
        )


class SourceInUseError(StoreError):
    sentence = "The store to be copied is in use. Stop the bot first; nothing was copied."


class FilledStoreError(StoreError):
    sentence = (
        "The database of DATABASE_URL is not empty, and it is never overwritten. Name an empty one."
    )


class BrokenCopyError(StoreError):
    """What was copied does not hold together; the sentence names the first link."""

    def __init__(self, broken: str) -> None:
        super().__init__(f"Nothing was copied, for the store is not whole. {broken}")
