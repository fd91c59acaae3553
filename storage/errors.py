"""What can go wrong in the store. No message carries a value: they may be logged and shown."""


class StoreError(Exception):
    """Any refusal of the store; `str()` is a sentence that says what to do."""

    sentence = "The store refused. See the documentation of this error."

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class StoreBusyError(StoreError):
    sentence = "Somebody else is writing to the store. Try again in a moment."


class ClashError(StoreBusyError):
    """Somebody else changed at the same moment what this rests on; it can be tried again."""


class StoreFullError(StoreError):
    sentence = "The disk of the store is full. Make room; nothing was stored."


class StoreFailedError(StoreError):
    """The database refused; the sentence names the kind of error only."""


class MissingStoreError(StoreError):
    sentence = "No store can be made there. Make the folder of DATABASE_URL, or correct it."


class UnsafeStoreError(StoreError):
    sentence = "Others may read the store. Close it: chmod 600 and then the path in DATABASE_URL"


class UnknownDatabaseError(StoreError):
    sentence = (
        "DATABASE_URL must look like sqlite:////full/path/to/file.sqlite or "
        "postgresql+psycopg://user@host/database."
    )


class UnreachableStoreError(StoreError):
    sentence = (
        "The database server of DATABASE_URL or CASE_KEYS_URL lets nobody in. Start it, or correct "
        "the address, the user or the password."
    )


class MissingDriverError(StoreError):
    sentence = (
        "PostgreSQL needs psycopg. Run: pip install --require-hashes -r requirements-postgres.lock"
    )


class StoreOnServerError(StoreError):
    sentence = "This is for a store in a file, and DATABASE_URL names a server."


class NotMigratedError(StoreError):
    sentence = "The store is not at this version. Run: wegwijzer migrate"


class UnfinishedStoreError(StoreError):
    sentence = (
        "The store is not whole yet: copy-store or restore was stopped on its way. Run that once "
        "more, or drop the database of DATABASE_URL and make it anew."
    )


class NewerStoreError(StoreError):
    sentence = "The store was made by a newer version. Install that version."


class KeyFileError(StoreError):
    """The master key cannot be used."""


class MissingKeyError(KeyFileError):
    sentence = (
        "There is no key file at KEY_FILE. Put it back, or run for a new store: wegwijzer init"
    )


class UnsafeKeyError(KeyFileError):
    sentence = "Others may read the key file. Close it: chmod 600 and then the path in KEY_FILE"


class MalformedKeyError(KeyFileError):
    sentence = "The key file is damaged or is no key file. Put the original back at KEY_FILE."


class UnreadableKeyError(KeyFileError):
    sentence = "The file at KEY_FILE cannot be opened. Give it to the user that runs Wegwijzer."


class UnwritableKeyError(KeyFileError):
    sentence = "No key file can be made there. Make the folder of KEY_FILE, or correct it."


class WrongKeyError(KeyFileError):
    sentence = "This key does not belong to this store. Put the right key file at KEY_FILE."


class MissingCaseKeysError(KeyFileError):
    sentence = (
        "The keys of the cases are not at CASE_KEYS_FILE or CASE_KEYS_URL. Put them back from "
        "their own backup; without them no case can be read."
    )


class UnsafeCaseKeysError(KeyFileError):
    sentence = (
        "Others may read the keys of the cases. Close that file: chmod 600 and then the path in "
        "CASE_KEYS_FILE"
    )


class SharedKeysError(KeyFileError):
    sentence = (
        "CASE_KEYS_URL names a database with a store in it. Name one of its own: who copies the "
        "cases must not copy their keys along."
    )


class MixedStoreError(WrongKeyError):
    sentence = (
        "The keys of the cases do not belong to this store. Name those that do in CASE_KEYS_FILE "
        "or CASE_KEYS_URL."
    )


class MissingHeldKeyError(KeyFileError):
    sentence = (
        "MASTER_KEY is not set. Put the key of the store there; for a new store, make one with: "
        "wegwijzer key make"
    )


class MalformedHeldKeyError(KeyFileError):
    sentence = "MASTER_KEY is no key. Put it back as it was made."


class WrongHeldKeyError(WrongKeyError):
    sentence = "This key does not belong to this store. Put the right key in MASTER_KEY."


class OneHeldKeyError(KeyFileError):
    sentence = (
        "MASTER_KEY holds one key. Make another with: wegwijzer key make - and put it behind the "
        "first, with a comma between."
    )


class KeyServiceError(KeyFileError):
    sentence = "The key service does not answer. Start it and unseal it, or correct VAULT_ADDR."


class KeyServiceRefusedError(KeyFileError):
    sentence = (
        "The key service refuses. Let VAULT_TOKEN encrypt and decrypt with VAULT_KEY, and make "
        "that key if it is not there."
    )


class WrongServiceKeyError(WrongKeyError):
    sentence = "The key service has another key. Name the key of this store in VAULT_KEY."


class KeyExistsError(KeyFileError):
    sentence = "There is a key file at KEY_FILE already. It is never overwritten: keep it."


class UnwritableProofError(StoreError):
    sentence = "The folder PROOF_FOLDER cannot be written. Give it to the user of Wegwijzer."


class BrokenProofError(StoreError):
    """A line of a signed file that was changed, moved, taken out or forged."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(
            f"Line {line} of {file} was changed. Put the file in PROOF_FOLDER back from its copy."
        )
        self.line = line


class BrokenChainError(StoreError):
    """What a checkpoint signed is not there any more; `entry` counts from 1."""

    def __init__(self, case_id: str, entry: int) -> None:
        super().__init__("An entry was changed or taken away. Look which: wegwijzer verify")
        self.case_id = case_id
        self.entry = entry


class MalformedPublicKeyError(StoreError):
    sentence = "The public key is damaged. Take a copy of checkpoints.pub that was kept elsewhere."


class UnknownTokenError(StoreError):
    sentence = (
        "There is no check that was stopped with this token. Begin anew with: wegwijzer verify"
    )


class TamperedError(StoreError):
    sentence = "An encrypted field was changed or moved. Restore the store from its backup."


class CaseKeyGoneError(StoreError):
    sentence = "The key of this case is gone, so nobody can read it any more."


class UnknownKeyVersionError(StoreError):
    sentence = "A field was encrypted by a newer version. Install that version."


class UnreadableEventError(StoreError):
    sentence = "An event does not fit this version. Install the version that wrote it."


class UnwritableEventError(StoreError):
    sentence = "An event holds characters that cannot be stored. Take them out and try again."


class ConflictError(StoreError):
    sentence = "Somebody else saved this case meanwhile. Open it again and repeat."


class CodeTakenError(StoreError):
    sentence = "This case code is in use. Draw another one."


class DamagedBackupError(StoreError):
    sentence = (
        "The backup was changed or cut off, or it is none. Nothing was restored: take another."
    )


class OtherBackupError(StoreError):
    sentence = (
        "The backup was locked with another key. Take one of this store, with the keys and the "
        "master key that belong to it."
    )


class NoBackupError(StoreError):
    sentence = "There is no such backup in BACKUP_FOLDER or KEYS_BACKUP_FOLDER. See what is there."


class BrokenBackupError(StoreError):
    """What came out of a backup does not hold together; the sentence names the first link."""

    def __init__(self, broken: str) -> None:
        super().__init__(f"Nothing was restored, for the backup is not whole. {broken}")


class OlderProofError(StoreError):
    sentence = "PROOF_FOLDER is older than the backup, or of another store. Put its last copy back."


class StoreInUseError(StoreError):
    sentence = "The store at DATABASE_URL is in use. Stop the bot first; nothing was restored."


class StoreThereError(StoreError):
    sentence = (
        "There is a store at DATABASE_URL already, and it is never overwritten. Move it away, with "
        "its -wal and -shm files."
    )


class KeysThereError(StoreError):
    sentence = (
        "There are keys at CASE_KEYS_FILE or CASE_KEYS_URL, which are newer than any backup. Leave "
        "--keys out, or move them away."
    )


class UnboundUserError(StoreError):
    sentence = (
        "The user in DATABASE_URL may see past the walls between schools. As an administrator run: "
        "ALTER ROLE ... NOSUPERUSER NOBYPASSRLS"
    )


class BackupAtWorkError(StoreError):
    sentence = "Another backup, restore or drill is at work. Wait until it is done."
