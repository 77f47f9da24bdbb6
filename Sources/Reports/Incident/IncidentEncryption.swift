public import Rules

/// In which state the numbers are that went out.
public enum IncidentEncryption: String, Hashable, Sendable {
  /// They were read, or stand in a file as they are.
  case none
  /// They were outside the vault, of which the log tells nothing.
  case outside
  /// Under AES-256-GCM, the data keys in the other file.
  case keysApart = "keys-apart"
  /// Under AES-256-GCM, with the keys, which only the users' passphrases (scrypt) keep.
  case keysBeside = "keys-beside"
  /// Keys only: there is no number in the file.
  case keysOnly = "keys-only"
  /// Sealed to the contractor's key (HPKE).
  case sealedForContractor = "sealed-for-contractor"

  /// What this program can show of it; whoever answers knows whether a key leaked elsewhere.
  public var protection: IncidentProtection? {
    switch self {
    case .none, .outside, .keysOnly: nil
    case .keysApart, .sealedForContractor:
      IncidentProtection(
        algorithm: "AES-256-GCM", isListed: true, isImplemented: true, isKeyApart: true)
    case .keysBeside:
      IncidentProtection(algorithm: "AES-256-GCM", isListed: true, isImplemented: true)
    }
  }

  var words: Words {
    switch self {
    case .none: Words("暗号化なし（復号されて利用・出力されたもの）", "not encrypted: read or written out")
    case .outside: Words("保管庫の外（取扱記録からは分からない）", "outside the vault: not known from the log")
    case .keysApart:
      Words(
        "AES-256-GCM で暗号化、鍵は別のファイル（鍵、その控え、パスフレーズが漏れていないことを確かめる）",
        "AES-256-GCM, the keys in the other file (confirm that neither they, a copy nor a passphrase leaked)"
      )
    case .keysBeside:
      Words(
        "AES-256-GCM で暗号化、鍵も同時に失われ、パスフレーズ（scrypt）だけが守る",
        "AES-256-GCM, its keys gone with it, kept by passphrases alone (scrypt)")
    case .keysOnly: Words("鍵だけで、番号は含まない", "keys only, no number in it")
    case .sealedForContractor:
      Words("委託先の公開鍵宛てに封印（HPKE、AES-256-GCM）", "sealed to the contractor's key (HPKE, AES-256-GCM)")
    }
  }
}
