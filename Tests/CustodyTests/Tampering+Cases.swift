extension Tampering {
  static let values = [
    Tampering(
      "two people's ciphertexts are swapped",
      swap("sealed", of: "main.numbers", between: number(of: first), and: number(of: second))),
    Tampering(
      "two people's ciphertexts are swapped with their commitments",
      swap("sealed", of: "main.numbers", between: number(of: first), and: number(of: second))
        + swap(
          "commitment", of: "main.numbers", between: number(of: first), and: number(of: second))),
    Tampering(
      "a commitment is changed",
      "UPDATE main.numbers SET commitment = randomblob(32) WHERE person = \(first)"),
    Tampering(
      "a ciphertext is changed",
      "UPDATE main.numbers SET sealed = randomblob(40) WHERE person = \(first)"),
    Tampering("a ciphertext is deleted", "DELETE FROM main.numbers WHERE person = \(first)"),
    Tampering(
      "a ciphertext is moved to another version",
      "UPDATE main.numbers SET version = 2 WHERE person = \(first)"),
    Tampering(
      "two people's ciphertexts and wraps change places",
      """
      UPDATE main.numbers SET person = -1 WHERE person = \(first);
      UPDATE main.numbers SET person = \(first) WHERE person = \(second);
      UPDATE main.numbers SET person = \(second) WHERE person = -1;
      UPDATE k.wraps SET person = -1 WHERE person = \(first);
      UPDATE k.wraps SET person = \(first) WHERE person = \(second);
      UPDATE k.wraps SET person = \(second) WHERE person = -1;
      """),
  ]

  static let wraps = [
    Tampering(
      "two people's wraps are swapped",
      swap(
        "sealed", of: "k.wraps", between: wrap(of: first, for: "tax-withholding"),
        and: wrap(of: second, for: "tax-withholding"))),
    Tampering(
      "a wrap is moved to another purpose",
      swap(
        "key", of: "k.wraps", between: wrap(of: first, for: "tax-withholding"),
        and: wrap(of: first, for: "tax-declarations"))),
    Tampering(
      "a wrap is moved to another purpose with its lockbox",
      swap(
        "lockbox", of: "k.wraps", between: wrap(of: first, for: "tax-withholding"),
        and: wrap(of: first, for: "tax-declarations"))),
    Tampering(
      "a wrap of another purpose takes the place of the tax wrap",
      """
      UPDATE k.wraps SET lockbox = (SELECT lockbox FROM k.wraps WHERE id = \
      \(wrap(of: first, for: "health-pension"))), sealed = (SELECT sealed FROM k.wraps WHERE id = \
      \(wrap(of: first, for: "health-pension"))) WHERE id = \
      \(wrap(of: first, for: "tax-withholding"))
      """),
    Tampering(
      "a wrap's declaration is changed",
      """
      UPDATE k.wraps SET declaration = randomblob(16)
        WHERE id = \(wrap(of: first, for: "tax-withholding"))
      """),
    Tampering(
      "a lockbox's commitment is changed",
      "UPDATE k.lockboxes SET commitment = randomblob(32) WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox's encapsulated key is changed",
      "UPDATE k.lockboxes SET encapsulated = randomblob(32) WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox's encapsulated key is a point of small order",
      "UPDATE k.lockboxes SET encapsulated = zeroblob(32) WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox is named for another key",
      "UPDATE k.lockboxes SET key = 'payment-records' WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox is said to be of another generation",
      "UPDATE k.lockboxes SET generation = 2 WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox names another entry",
      "UPDATE k.lockboxes SET pin = pin + 1 WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox names an entry that is not there",
      "UPDATE k.lockboxes SET pin = 99999 WHERE key = 'tax-withholding'"),
    Tampering(
      "a lockbox is deleted", "DELETE FROM k.lockboxes WHERE key = 'tax-withholding'"),
  ]

  static let people = [
    Tampering(
      "two people's codes are swapped",
      """
      UPDATE main.people SET code = x'00' WHERE id = \(second);
      UPDATE main.people SET code = CAST('0004' AS BLOB) WHERE id = \(first);
      UPDATE main.people SET code = CAST('0003' AS BLOB) WHERE code = x'00';
      """),
    Tampering(
      "two people's records are swapped",
      swap("record", of: "main.people", between: first, and: second)),
    Tampering(
      "two people's records are swapped with the entries they name",
      swap("record", of: "main.people", between: first, and: second)
        + swap("pin", of: "main.people", between: first, and: second)),
    Tampering(
      "two people's records are swapped with entries and random ids",
      swap("record", of: "main.people", between: first, and: second)
        + swap("pin", of: "main.people", between: first, and: second)
        + swap("uid", of: "main.people", between: first, and: second)),
    Tampering(
      "two people's whole rows are swapped",
      """
      CREATE TEMP TABLE ids AS SELECT \(first) AS one, \(second) AS other;
      UPDATE main.people SET id = -1 WHERE id = (SELECT one FROM ids);
      UPDATE main.people SET id = (SELECT one FROM ids) WHERE id = (SELECT other FROM ids);
      UPDATE main.people SET id = (SELECT other FROM ids) WHERE id = -1;
      """),
    Tampering(
      "a person's random id is changed",
      "UPDATE main.people SET uid = randomblob(16) WHERE id = \(first)"),
    Tampering(
      "a person's row names another entry",
      "UPDATE main.people SET pin = pin + 1 WHERE id = \(first)"),
    Tampering(
      "a person's record is empty", "UPDATE main.people SET record = x'' WHERE id = \(first)"),
  ]

  static let keys = [
    Tampering(
      "a user is planted in the table",
      "INSERT INTO k.users(name, sealed) SELECT 'u999', sealed FROM k.users LIMIT 1"),
    Tampering(
      "a grant is planted in the table",
      """
      INSERT INTO k.grants(user, key, generation, encapsulated, sealed)
        SELECT 'u0', key, generation, encapsulated, sealed FROM k.grants LIMIT 1
      """),
    Tampering(
      "a grant of a key that the log does not state is planted",
      """
      INSERT INTO k.grants(user, key, generation, encapsulated, sealed)
        SELECT user, 'everything', 1, encapsulated, sealed FROM k.grants WHERE user <> 'recovery'
        LIMIT 1
      """),
    Tampering(
      "a grant is deleted",
      "DELETE FROM k.grants WHERE key = 'tax-withholding' AND user <> 'recovery'"),
    Tampering(
      "the recovery file's grants are deleted", "DELETE FROM k.grants WHERE user = 'recovery'"),
    Tampering("a user is deleted", "DELETE FROM k.users WHERE name <> 'u0'"),
    Tampering(
      "a grant is replaced by another one's bytes",
      """
      UPDATE k.grants SET (encapsulated, sealed) = (SELECT encapsulated, sealed FROM k.grants
        WHERE user <> 'recovery' AND key = 'tax-declarations')
        WHERE user <> 'recovery' AND key = 'tax-withholding'
      """),
    Tampering(
      "a grant's sealed half is changed",
      "UPDATE k.grants SET sealed = randomblob(48) WHERE key = 'tax-withholding'"),
    Tampering(
      "two users' sealed keys have a wrong length", "UPDATE k.users SET sealed = randomblob(107)"),
    Tampering("the keys file's checkpoint is empty", "UPDATE k.head SET checkpoint = x''"),
    Tampering(
      "the files' transactions differ", "UPDATE k.head SET transaction_id = randomblob(16)"),
    Tampering(
      "a trigger is planted",
      "CREATE TRIGGER k.t AFTER INSERT ON k.wraps BEGIN DELETE FROM wraps; END"),
    Tampering("a table is planted", "CREATE TABLE main.extra(x)"),
    Tampering("the format is of another version", "PRAGMA main.user_version = 2"),
    Tampering("the keys file is of another version", "PRAGMA k.user_version = 2"),
    Tampering("the file is another program's", "PRAGMA main.application_id = 1"),
  ]

  static let log = [
    Tampering(
      "the last entry is deleted",
      "DELETE FROM main.entries WHERE idx = (SELECT max(idx) FROM main.entries)"),
    Tampering(
      "the last entries are cut off with the head",
      """
      DELETE FROM main.entries WHERE idx > 20;
      UPDATE main.head SET size = 21;
      """),
    Tampering("an entry in the middle is deleted", "DELETE FROM main.entries WHERE idx = 20"),
    Tampering(
      "an entry's reason is edited",
      """
      UPDATE main.entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"import"', '"export"')
        AS BLOB) WHERE idx = (SELECT max(idx) FROM main.entries WHERE person IS NOT NULL)
      """),
    Tampering(
      "two entries change places",
      """
      UPDATE main.entries SET idx = -1 WHERE idx = 30;
      UPDATE main.entries SET idx = 30 WHERE idx = 31;
      UPDATE main.entries SET idx = 31 WHERE idx = -1;
      """),
    Tampering(
      "an entry is appended",
      "INSERT INTO main.entries SELECT idx + 1, NULL, bytes FROM main.entries ORDER BY idx DESC LIMIT 1"
    ),
    Tampering(
      "an entry is appended and the head says so",
      """
      INSERT INTO main.entries SELECT idx + 1, NULL, bytes FROM main.entries
        ORDER BY idx DESC LIMIT 1;
      UPDATE main.head SET size = size + 1;
      """),
    Tampering(
      "the newest checkpoint is deleted",
      "DELETE FROM main.checkpoints WHERE size = (SELECT max(size) FROM main.checkpoints)"),
    Tampering("all checkpoints are deleted", "DELETE FROM main.checkpoints"),
    Tampering(
      "the newest checkpoint's text is an older one's",
      """
      UPDATE main.checkpoints SET text = (SELECT text FROM main.checkpoints ORDER BY size LIMIT 1)
        WHERE size = (SELECT max(size) FROM main.checkpoints)
      """),
    Tampering(
      "the log's compact range is changed",
      "UPDATE main.head SET frontier = randomblob(length(frontier))"),
    Tampering(
      "the pinned policy is edited",
      """
      UPDATE main.documents SET bytes = CAST(replace(CAST(bytes AS TEXT), 'family_verified_by: \
      employer', 'family_verified_by: employee') AS BLOB) WHERE kind = 'policy'
      """),
    Tampering("the pinned policy is deleted", "DELETE FROM main.documents"),
    Tampering(
      "the pinned policy is of another kind", "UPDATE main.documents SET kind = 'employer'"),
  ]
}
