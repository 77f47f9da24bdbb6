import MyNumberKit
import Testing

@testable import Custody

/// Tries everything that is sealed in a vault's two files with the private keys and the passphrase of
/// one user, by the published format alone: no check of the program stands between.
final class SealedColumns {
  /// How many values of each column opened.
  private(set) var opened: [String: Int] = [:]
  /// How many were tried.
  private(set) var tried: [String: Int] = [:]

  private let session: Session
  private let fixture: VaultFixture
  private let vault: VaultID
  /// Private halves: the user's own, and what a grant gave.
  private var privateKeys: [[UInt8]] = []
  /// Keys that could be an AES key.
  private var keys: [[UInt8]] = []

  init(of user: String, in fixture: VaultFixture) throws {
    self.fixture = fixture
    session = try fixture.signIn(user)
    vault = session.vault.id
    privateKeys = [session.secrets.sealing.withRawBytes { [UInt8](copying: $0) }]
    keys = privateKeys + [session.secrets.signer.key.withRawBytes { [UInt8](copying: $0) }]
    session.close()
    try users(VaultFixture.passphrase(user))
    try grants()
    try lockboxes()
    try wraps()
    try values()
  }

  private func note(_ column: String, _ isOpen: Bool) {
    tried[column, default: 0] += 1
    if isOpen { opened[column, default: 0] += 1 }
  }

  /// Rows of columns joined with `|`, blobs in hexadecimal.
  private func rows(_ columns: [String], _ from: String) throws -> [[String]] {
    try fixture.texts("SELECT " + columns.joined(separator: " || '|' || ") + " FROM " + from)
      .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
  }

  private func bytes(_ hex: String) throws -> [UInt8] {
    try #require(Hex.decode(hex.lowercased()))
  }

  private func fields(_ label: String, _ write: (inout FieldWriter) throws -> Void) throws
    -> [UInt8]
  {
    var fields = FieldWriter()
    fields.write(label)
    fields.write(vault.bytes)
    try write(&fields)
    return fields.bytes
  }

  private func open(_ box: [UInt8], _ key: [UInt8], _ data: [UInt8]) -> [UInt8]? {
    var plain = [UInt8](repeating: 0, count: max(0, box.count - AESGCM.overhead))
    do {
      var cipher = try AESGCM()
      var out = plain.mutableSpan
      try cipher.open(box.span, key: key.span, associatedData: data.span, into: &out)
    } catch {
      return nil
    }
    return plain
  }

  // MARK: keys.sqlite

  private func users(_ passphrase: borrowing SecretBytes) throws {
    for row in try rows(["name", "hex(sealed)"], "k.users") {
      let sealed = try bytes(row[1])
      let data = try fields("mynumber v1 user") { $0.write(row[0]) }
      let salt = Array(sealed[..<16])
      let key = try passphrase.withSpan { (bytes) throws(SecretsError) in
        try Scrypt.derive(passphrase: bytes, salt: salt.span, count: 32)
      }
      let raw = key.withSpan { [UInt8](copying: $0) }
      note("users.sealed", open(Array(sealed[16...]), raw, data) != nil)
    }
  }

  private func grants() throws {
    let columns = ["user", "key", "generation", "hex(encapsulated)", "hex(sealed)"]
    for row in try rows(columns, "k.grants") {
      let holder = row[0] == "recovery" ? row[0] : "user:" + row[0]
      let info = try fields("mynumber v1 grant") {
        $0.write(row[1])
        $0.write(Int(row[2]) ?? 0)
        $0.write(holder)
      }
      let raw = try? hpke(try bytes(row[4]), try bytes(row[3]), info)
      note("grants.sealed", raw != nil)
      if let raw {
        privateKeys.append(raw)
        keys.append(raw)
      }
    }
  }

  private func hpke(_ box: [UInt8], _ encapsulated: [UInt8], _ info: [UInt8]) throws -> [UInt8] {
    let nothing: [UInt8] = []
    let own = privateKeys[0]
    let key = try X25519PrivateKey(rawBytes: own.span)
    let plain = try HPKE.open(
      box.span, encapsulated: encapsulated.span, with: key, info: info.span,
      associatedData: nothing.span)
    return plain.withSpan { [UInt8](copying: $0) }
  }

  private func lockboxes() throws {
    let columns = [
      "hex(uid)", "key", "generation", "hex(encapsulated)", "hex(commitment)",
    ]
    for row in try rows(columns, "k.lockboxes") {
      let info = try fields("mynumber v1 lockbox") {
        $0.write(row[1])
        $0.write(Int(row[2]) ?? 0)
        $0.write(try bytes(row[0]))
      }
      let (encapsulated, expected) = (try bytes(row[3]), try bytes(row[4]))
      var isOpen = false
      for raw in privateKeys {
        let key = try X25519PrivateKey(rawBytes: raw.span)
        let box = try HPKE.recipient(
          encapsulated: encapsulated.span, with: key, info: info.span)
        if try export(box, "mynumber v1 lockbox commitment") == expected { isOpen = true }
        keys.append(try export(box, "mynumber v1 wrapping key"))
      }
      note("lockboxes.encapsulated", isOpen)
    }
  }

  private func export(_ box: borrowing HPKE.Exporter, _ label: String) throws -> [UInt8] {
    let context = Array(label.utf8)
    return try box.export(context.span, count: 32).withSpan { [UInt8](copying: $0) }
  }

  private func wraps() throws {
    let columns = [
      "hex(l.uid)", "l.key", "l.generation", "hex(p.uid)", "w.object", "w.version",
      "hex(w.declaration)", "hex(w.sealed)",
    ]
    let from =
      "k.wraps w JOIN k.lockboxes l ON l.id = w.lockbox JOIN main.people p ON p.id = w.person"
    for row in try rows(columns, from) {
      let data = try fields("mynumber v1 wrap") { fields in
        fields.write(try bytes(row[0]))
        fields.write(row[1])
        fields.write(Int(row[2]) ?? 0)
        fields.write(try bytes(row[3]))
        for place in [4, 5] { fields.write(Int(row[place]) ?? 0) }
        fields.write(try bytes(row[6]))
      }
      let box = try bytes(row[7])
      let key = keys.lazy.compactMap { self.open(box, $0, data) }.first
      note("wraps.sealed", key != nil)
      if let key { dataKeys[row[3] + row[4] + row[5]] = key }
    }
  }

  // MARK: vault.sqlite

  /// Data keys that came out of a wrap, by person, object and version.
  private var dataKeys: [String: [UInt8]] = [:]

  private func values() throws {
    let places = [
      ("numbers", "sealed", "version", 1), ("people", "profile", "profile_version", 2),
      ("evidence", "sealed", "version", 3), ("second_entries", "sealed", "version", 4),
    ]
    for (table, column, version, kind) in places {
      let person = table == "people" ? "v.id" : "v.person"
      let rows = try rows(
        ["hex(p.uid)", "v.\(version)", "hex(v.\(column))"],
        "main.\(table) v JOIN main.people p ON p.id = \(person)")
      for row in rows {
        let data = try fields("mynumber v1 object") {
          $0.write(try bytes(row[0]))
          $0.write(kind)
          $0.write(Int(row[1]) ?? 0)
        }
        let candidates = keys + (dataKeys[row[0] + "\(kind)" + row[1]].map { [$0] } ?? [])
        let box = try bytes(row[2])
        let isOpen = try candidates.contains { key in
          try open(box, key, data) != nil || open(box, encryptionKey(key), data) != nil
        }
        note("\(table).\(column)", isOpen)
      }
    }
  }

  /// HKDF-Expand of one block: HMAC over the label and 01.
  private func encryptionKey(_ dataKey: [UInt8]) throws -> [UInt8] {
    let label = Array("mynumber v1 encrypt".utf8)
    return try HKDF.expand(dataKey.span, info: label.span, count: 32)
      .withSpan { [UInt8](copying: $0) }
  }
}
