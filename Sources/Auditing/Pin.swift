internal import Secrets

/// Holds a stored row against the log entry that made it.
///
/// What is clear in the vault's files, or could be made anew from public keys, is pinned: the
/// entry carries SHA-256 of the row's canonical bytes. The entry itself is vouched for by the
/// checkpoint that was checked when the vault was opened.
public enum Pin {
  /// Whether the entry pins a person row of this digest.
  public static func entry(_ entry: Span<UInt8>, pinsRow digest: Span<UInt8>) -> Bool {
    guard let outline = EntryOutline(entry), let row = outline.row else { return false }
    return isHex(digest, at: row.lowerBound + 1, count: row.count - 2, in: entry)
  }

  /// Whether the entry pins a lockbox of this key and digest.
  public static func entry(
    _ entry: Span<UInt8>, pinsLockboxOf key: String, digest: [UInt8]
  ) -> Bool {
    guard let outline = EntryOutline(entry), let range = outline.lockboxes,
      case .object(let members)? = try? CanonicalValue(parsing: entry.extracting(range))
    else { return false }
    return members[key] == .string(Hex.encode(digest))
  }

  private static func isHex(
    _ digest: Span<UInt8>, at start: Int, count: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard count == 2 * digest.count else { return false }
    var difference: UInt8 = 0
    for index in 0..<digest.count {
      difference |= bytes[start + 2 * index] ^ hexDigit(digest[index] >> 4)
      difference |= bytes[start + 2 * index + 1] ^ hexDigit(digest[index] & 15)
    }
    return difference == 0
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
