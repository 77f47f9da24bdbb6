internal import JSON
internal import People
internal import Secrets

/// Tells an entry that would parse from its bytes alone, without parsing it.
///
/// Nearly all entries of a log are of this kind: no change of authority, no checkpoint, no lockbox,
/// texts in ASCII or the same as in an entry that was parsed before. What is not known here to be
/// right is parsed, so this decides nothing but the speed.
struct PlainEntry {
  /// What an entry's member may hold.
  private enum Kind {
    case text, freeText, number, index, outcome, flag, time, object
    case hex(bytes: Int)
    /// A member of which only parsing tells.
    case other
  }

  /// The members an entry may have, in the order in which they stand: each key as it is written.
  private static let members: [(key: StaticString, kind: Kind)] = [
    ("\"action\":", .text), ("\"actor\":", .text), ("\"article\":", .text),
    ("\"authority\":", .other),
    ("\"checkpoint\":", .other), ("\"count\":", .number), ("\"declaration\":", .hex(bytes: 16)),
    ("\"detail\":", .object), ("\"form\":", .text), ("\"index\":", .index), ("\"keys\":", .flag),
    ("\"lockboxes\":", .other), ("\"outcome\":", .outcome), ("\"person\":", .text),
    ("\"policy\":", .hex(bytes: 32)),
    ("\"purpose\":", .text), ("\"reason\":", .freeText), ("\"recipient\":", .text),
    ("\"role\":", .text),
    ("\"row\":", .hex(bytes: 32)), ("\"rule\":", .text), ("\"salt\":", .hex(bytes: 16)),
    ("\"signature\":", .other),
    ("\"time\":", .time), ("\"version\":", .number),
  ]
  /// The place of `actor`.
  private static let actorMember = 1
  /// By place in `members`: action, actor, index, outcome, salt, time.
  private static let needed: UInt32 = 1 << 0 | 1 << 1 | 1 << 9 | 1 << 12 | 1 << 21 | 1 << 23

  /// A time, and where it stands with its quotes.
  struct FoundTime {
    let digits: EntryTime
    let moment: Timestamp
    let text: Range<Int>
  }

  /// When it was made.
  let time: FoundTime
  /// Where the user who acted stands, with quotes.
  let actor: Range<Int>

  /// - Parameters:
  ///   - index: Where it stands in the log.
  ///   - known: Values of entries that were parsed.
  /// - Returns: nil for one that has to be parsed.
  init?(_ bytes: Span<UInt8>, at index: Int, known: KnownMembers) {
    var (place, next, seen) = (0, 0, UInt32(0))
    var time: FoundTime?
    var actor: Range<Int>?
    let members = Self.members
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "{") else { return nil }
    repeat {
      place += 1
      var valueStart: Int?
      while next < members.count, valueStart == nil {
        valueStart = Self.end(ofKey: members[next].key, at: place, in: bytes)
        next += 1
      }
      guard let start = valueStart else { return nil }
      let member = next - 1
      seen |= 1 << UInt32(member)
      guard
        let end = Self.end(
          of: members[member].kind, at: start, in: bytes, index, known, &time)
          ?? known.end(ofValueAt: start, of: member, in: bytes),
        end < bytes.count
      else { return nil }
      if member == Self.actorMember { actor = start..<end }
      // Nobody signs for these, and they are held against rules of their own.
      if member == 0, EntryOutline.equal(bytes, start..<end, "\"sign-in-failed\"") { return nil }
      place = end
    } while bytes[place] == UInt8(ascii: ",")
    guard bytes[place] == UInt8(ascii: "}"), place == bytes.count - 1,
      seen & Self.needed == Self.needed, let time, let actor
    else { return nil }
    self.time = time
    self.actor = actor
  }

  /// Remembers what was parsed, so that the same is known when it stands in a later entry.
  ///
  /// - Parameter bytes: Those of an entry that parsed.
  static func remember(_ bytes: Span<UInt8>, in known: inout KnownMembers) {
    var place = 0
    var next = 0
    while place < bytes.count, next < members.count {
      guard let start = end(ofKey: members[next].key, at: place + 1, in: bytes) else {
        next += 1
        continue
      }
      guard let end = EntryOutline.endOfValue(in: bytes, from: start) else { return }
      switch members[next].kind {
      case .text, .freeText: known.note(bytes.extracting(start..<end), of: next)
      default: break
      }
      (place, next) = (end, next + 1)
    }
  }

  private static func end(
    ofKey key: StaticString, at start: Int, in bytes: Span<UInt8>
  ) -> Int? {
    // The first letter tells most keys apart.
    guard start + 1 < bytes.count, key.withUTF8Buffer({ unsafe $0[1] }) == bytes[start + 1] else {
      return nil
    }
    return PlainScan.end(of: key, at: start, in: bytes)
  }

  /// Where a member's value ends if it is one that the member may have.
  private static func end(
    of kind: Kind, at start: Int, in bytes: Span<UInt8>, _ index: Int, _ known: KnownMembers,
    _ time: inout FoundTime?
  ) -> Int? {
    switch kind {
    case .text: return PlainScan.end(ofStringAt: start, in: bytes)
    case .number: return PlainScan.integer(at: start, in: bytes)?.end
    case .index:
      guard let number = PlainScan.integer(at: start, in: bytes), number.value == index else {
        return nil
      }
      return number.end
    case .outcome:
      return PlainScan.end(of: "\"allowed\"", at: start, in: bytes)
        ?? PlainScan.end(of: "\"done\"", at: start, in: bytes)
        ?? PlainScan.end(of: "\"refused\"", at: start, in: bytes)
        ?? PlainScan.end(of: "\"failed\"", at: start, in: bytes)
    case .flag: return PlainScan.end(of: "true", at: start, in: bytes)
    case .hex(let count): return hexEnd(count, at: start, in: bytes)
    case .object:
      guard PlainScan.end(of: "{\"", at: start, in: bytes) != nil else { return nil }
      return PlainScan.end(ofValueAt: start, in: bytes, depth: 1)
    case .time:
      time = found(at: start, in: bytes, known)
      return time?.text.upperBound
    case .freeText, .other: return nil
    }
  }

  private static func found(
    at start: Int, in bytes: Span<UInt8>, _ known: KnownMembers
  ) -> FoundTime? {
    guard start + 22 <= bytes.count else { return nil }
    let text = start..<start + 22
    if let time = known.time(at: start, in: bytes) {
      return FoundTime(digits: time.digits, moment: time.moment, text: text)
    }
    guard bytes[start] == UInt8(ascii: "\""), bytes[start + 21] == UInt8(ascii: "\""),
      let digits = EntryTime(bytes.extracting(text)), let moment = digits.timestamp
    else { return nil }
    return FoundTime(digits: digits, moment: moment, text: text)
  }

  private static func hexEnd(_ count: Int, at start: Int, in bytes: Span<UInt8>) -> Int? {
    let end = start + 2 * count + 2
    guard end <= bytes.count, bytes[start] == UInt8(ascii: "\""),
      bytes[end - 1] == UInt8(ascii: "\"")
    else { return nil }
    return bytes.isHex(start + 1..<end - 1) ? end : nil
  }
}
