internal import Auditing
internal import JSON
internal import Numbers
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Text
internal import Wording

/// The plaintext of a hand-over file, put together in secret memory: the texts first, each number in
/// its place as the gate lends it.
///
/// It never stands on a disk.
struct HandOverText: ~Copyable {
  private(set) var bytes: SecretBytes
  /// Where the digits of each person begin.
  private let places: [Int]

  /// - Parameter people: Code and name of each.
  init(
    _ header: HandOverHeader, _ request: HandOverRequest, _ people: [(PersonCode, String)]
  ) throws(CustodyError) {
    let parts: [[UInt8]]
    do throws(TextError) {
      parts =
        request.content == .csv ? try Self.csv(people) : Self.json(header, request, people)
    } catch {
      throw CustodyError(.badInput([InputMistake(message: error.phrase)]))
    }
    self.init(parts)
  }

  /// - Parameter parts: What stands before, between and after the numbers.
  private init(_ parts: [[UInt8]]) {
    var places: [Int] = []
    var end = 0
    for part in parts.dropLast() {
      end += part.count
      places.append(end)
      end += MyNumber.digitCount
    }
    self.places = places
    let starts = [0] + places.map { $0 + MyNumber.digitCount }
    bytes = SecretBytes(count: end + (parts.last?.count ?? 0)) { span in
      for (start, part) in zip(starts, parts) {
        for (offset, byte) in part.enumerated() { span[start + offset] = byte }
      }
    }
  }

  /// Writes a person's number into its place.
  mutating func supply(_ number: borrowing MyNumber, for person: Int) {
    let start = places[person]
    number.withDigits { digits in
      bytes.withMutableSpan { span in
        for offset in digits.indices { span[start + offset] = digits[offset] }
      }
    }
  }

  private static func csv(_ people: [(PersonCode, String)]) throws(TextError) -> [[UInt8]] {
    let lineEnd: [UInt8] = [0x0D, 0x0A]
    var parts: [[UInt8]] = []
    var before = try CSVWriter.row(["社員番号", "氏名", "個人番号"], encoding: .utf8)
    for (code, name) in people {
      // The row ends after the number, which is the third field.
      let row = try CSVWriter.row([code.text, name], encoding: .utf8).dropLast(2)
      parts.append(before + row + [0x2C])
      before = lineEnd
    }
    return parts + [lineEnd]
  }

  /// The members stand in the order of their keys: those before `people`, and those after it.
  private static func json(
    _ header: HandOverHeader, _ request: HandOverRequest, _ people: [(PersonCode, String)]
  ) -> [[UInt8]] {
    let head = CanonicalValue.object([
      "article": .string(EntrustmentUse.article), "contractor": .string(header.contractor.text),
      "form": .string(request.form.rawValue), "hand_over": .string(Hex.encode(header.id)),
    ]).encoded().dropLast()
    let tail = CanonicalValue.object([
      "purpose": .string(request.purpose.rawValue),
      "return_by": .string(request.returnBy.isoText),
    ]).encoded().dropFirst()
    var parts: [[UInt8]] = []
    var before = head + Array(",\"people\":[".utf8)
    for (code, name) in people {
      let person = CanonicalValue.object(["code": .string(code.text), "name": .string(name)])
      parts.append(Array(before + person.encoded().dropLast() + Array(",\"number\":\"".utf8)))
      before = Array("\"},".utf8)[...]
    }
    return parts + [Array(Array("\"}],".utf8) + tail + [0x0A])]
  }
}
