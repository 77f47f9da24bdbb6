internal import Numbers

/// The number under which an authority accepted a file (受付番号), as e-Tax and eLTAX give it.
///
/// It stands in the log for ever, so what could be a My Number is none: twelve digits, perhaps behind
/// a zero, or in groups as a My Number is written. The longer numbers of the authorities are digits
/// too, and may hold twelve that pass the check by chance.
public struct AcceptanceNumber: Hashable, Sendable {
  /// The number: ASCII letters, digits and hyphens.
  public let text: String

  /// - Returns: Nil for what is no such number: empty, longer than 40 characters, with other
  ///   characters, or written as a My Number is.
  public init?(_ text: String) {
    guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed),
      !Self.isWrittenAsMyNumber(text)
    else { return nil }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x2D: true
    default: isDigit(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWrittenAsMyNumber(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: 0x2D)
    let isWhole = groups.contains { group in
      (12...13).contains(group.count) && group.allSatisfy(isDigit)
        && MyNumber.looksLikeNumber(in: group)
    }
    let isGrouped = [[4, 4, 4], [3, 3, 3, 3], [6, 6]].contains(groups.map(\.count))
    return isWhole || isGrouped && MyNumber.looksLikeNumber(in: text.utf8)
  }
}
