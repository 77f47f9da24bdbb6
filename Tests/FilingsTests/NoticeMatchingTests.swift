import People
import Rules
import TestSupport
import Testing
import Text

@testable import Filings

@Suite("People on notices")
struct NoticeMatchingTests {
  /// A household of which the example's names are, and one more employee.
  private static func cast() throws -> Cast {
    let cast = Cast()
    try cast.add("0001", "山田　太郎", born: "1985-04-01") { profile, _ in
      profile.kana = "ヤマダ　タロウ"
    }
    try cast.add("0002", "年金　正明", born: "1980-10-10") { profile, _ in
      profile.kana = "ネンキン　マサアキ"
    }
    try cast.add("0002-1", "年金　久美", .spouse, born: "1981-03-26") { profile, _ in
      profile.kana = "ネンキン　クミ"
    }
    try cast.add("0002-2", "年金　翔", .child, born: "2015-05-05") { profile, _ in
      profile.kana = "ネンキン　ショウ"
    }
    try cast.add("0003", "別　人", born: "1985-04-01") { profile, _ in profile.kana = "ベツ　ヒト" }
    return cast
  }

  private static func match(
    _ records: [String], _ cast: Cast, _ matches: String? = nil
  ) throws -> NoticeMatching {
    let file = try Notices.read(Notices.bytes(records))
    #expect(file.mistakes == [])
    return NoticeMatching(file, try matches.map(Self.matches) ?? NoticeMatches(), cast)
  }

  private static func matches(_ text: String) throws -> NoticeMatches {
    let file = try TemporaryFile(Array(text.utf8))
    return try NoticeMatches(fileDescriptor: file.descriptor)
  }

  private static func child(_ kana: String) -> String {
    Notices.changed([
      71: kana, 72: "年金　翔", 73: "7", 74: "270505", 75: "1", 76: "01", 79: "1", 80: "120",
      81: "8580", 82: "東京都", 90: "9", 91: "080901", 92: "4", 94: "0", 95: "4",
    ])
  }

  @Test("everybody is known by reading and birth date, family among the family")
  func found() throws {
    let cast = try Self.cast()
    let matched = try Self.match([Notices.acquired(), Self.child("ﾈﾝｷﾝ ｼｮｳ")], cast)
    #expect(matched.mistakes == [] && matched.notes.isEmpty)
    #expect(
      matched.slots.map { $0.map(\.person.text) } == [["0001"], ["0002", "0002-1", "0002-2"]])
    #expect(matched.slots.map { $0.map(\.field) } == [[13], [14, 29, 78]])
    #expect(
      matched.slots.map { $0.map(\.form) } == [
        [Notices.acquisition], [Notices.dependents, Notices.category3, Notices.dependents],
      ])
    #expect(cast.goneThrough == 1)
    #expect(cast.familiesAsked.map(\.text) == ["0002"])
  }

  @Test("a spouse is on the category 3 notice only where the record has its day")
  func category3() throws {
    let matched = try Self.match([Notices.changed([22: "", 23: ""])], Self.cast())
    #expect(matched.slots[0].map(\.form) == [Notices.dependents, Notices.dependents])
  }

  @Test("small kana that an old system writes large are the same")
  func largeKana() throws {
    let matched = try Self.match([Self.child("ﾈﾝｷﾝ ｼﾖｳ")], Self.cast())
    #expect(matched.mistakes == [] && matched.slots[0].count == 3)
  }

  @Test("another reading, birth date or an unknown name is nobody's")
  func nobody() throws {
    for items in [[7: "ﾔﾏﾀﾞ ｼﾞﾛｳ"], [10: "600402"], [9: "7", 10: "010401"]] {
      let matched = try Self.match([Notices.acquired(items)], Self.cast())
      #expect(matched.mistakes.map(\.rule) == [.notMatched])
      #expect(matched.mistakes.map(\.column) == [7])
      #expect(matched.slots == [[]])
    }
  }

  @Test("a family member who is not on record, or is of another, is nobody's")
  func noFamily() throws {
    let matched = try Self.match([Notices.changed([24: "ﾔﾏﾀﾞ ﾀﾛｳ"])], Self.cast())
    #expect(matched.mistakes.map(\.rule) == [.notMatched])
    #expect(matched.mistakes.map(\.column) == [24])
  }

  @Test("without a reading on record the name decides")
  func byName() throws {
    let cast = Cast()
    try cast.add("0001", "山田　太郎", born: "1985-04-01")
    #expect(try Self.match([Notices.acquired()], cast).mistakes == [])
    let other = try Self.match([Notices.acquired([8: "山田　次郎"])], cast)
    #expect(other.mistakes.map(\.rule) == [.notMatched])
  }

  @Test("two people of the same name and birth date are nobody until the user says who")
  func twins() throws {
    let cast = try Self.cast()
    try cast.add("0009", "山田　太郎", born: "1985-04-01") { profile, _ in
      profile.kana = "ヤマダ　タロウ"
    }
    let matched = try Self.match([Notices.acquired()], cast)
    #expect(matched.mistakes.map(\.rule) == [.ambiguousMatch(count: 2)])
    let told = try Self.match([Notices.acquired()], cast, "行,社員番号\n6,0009\n")
    #expect(told.mistakes == [] && told.slots[0].map(\.person.text) == ["0009"])
    #expect(cast.goneThrough == 1)
  }

  @Test("another kanji name is noted, not refused")
  func otherName() throws {
    let matched = try Self.match([Notices.acquired([8: "山田　多郎"])], Self.cast())
    #expect(matched.mistakes == [])
    #expect(matched.notes.map(\.person.text) == ["0001"])
  }

  @Test("the same person twice on the same notice is refused, but for more dependents")
  func twice() throws {
    let matched = try Self.match([Notices.acquired(), Notices.acquired()], Self.cast())
    #expect(matched.mistakes == [FilingMistake(line: 7, rule: .duplicateRow(firstLine: 6))])
    let changes = [Notices.changed(), Notices.changed()]
    #expect(try Self.match(changes, Self.cast()).mistakes == [])
    #expect(try Self.match([Notices.acquired(), Notices.lost()], Self.cast()).mistakes == [])
  }

  @Test("a child in the spouse's place, or the spouse in a child's, is refused")
  func places() throws {
    let spouse = try Self.match(
      [Notices.changed([24: "ﾈﾝｷﾝ ｼｮｳ", 25: "年金　翔", 26: "7", 27: "270505"])], Self.cast())
    #expect(spouse.mistakes.map(\.rule) == [.notASpouse])
    let child = Notices.changed([
      71: "ﾈﾝｷﾝ ｸﾐ", 73: "5", 74: "560326", 75: "2", 76: "10", 77: "妻", 79: "1", 80: "120",
      81: "8580", 82: "東京都", 90: "9", 91: "080901", 92: "4", 94: "0",
    ])
    #expect(try Self.match([child], Self.cast()).mistakes.map(\.rule) == [.spouseAmongDependents])
  }

  // MARK: What the user says

  @Test("the user says who it is by line, and by item for family; the birth date must agree")
  func told() throws {
    let row = Notices.changed([9: "ｸﾞｳｼﾞﾝ ｼﾒｲ", 24: "ﾂｳｼｮｳ ｼﾒｲ"])
    let text = "line,item,employee_code\n6,,0002\n6,29,0002-1\n"
    let matched = try Self.match([row], Self.cast(), text)
    #expect(matched.mistakes == [])
    #expect(matched.slots[0].map(\.person.text) == ["0002", "0002-1"])
    #expect(Set(matched.notes.map(\.person.text)) == ["0002", "0002-1"])
    let other = try Self.match([Notices.acquired()], Self.cast(), "行,社員番号\n6,0002\n")
    #expect(other.mistakes.map(\.rule) == [.birthDateDiffers])
    #expect(other.slots == [[]])
  }

  @Test("a code of nobody, of family, or of another's family is refused")
  func wrongCodes() throws {
    for code in ["0404", "0002-1"] {
      let matched = try Self.match([Notices.acquired()], Self.cast(), "行,社員番号\n6,\(code)\n")
      #expect(matched.mistakes.map(\.rule) == [.unknownPerson])
    }
    let text = "行,項目,社員番号\n6,29,0001-1\n"
    let matched = try Self.match([Notices.changed()], Self.cast(), text)
    #expect(matched.mistakes.map(\.rule) == [.familyUnknown])
  }

  @Test("what is said of a line or item without a number is refused")
  func unused() throws {
    let text = "行,項目,社員番号\n6,13,0001\n7,,0001\n6,29,0001-1\n"
    let matched = try Self.match([Notices.acquired()], Self.cast(), text)
    #expect(matched.unused == [3, 4])
  }

  @Test(
    "a file that does not say who stands where is refused with its line",
    arguments: [
      ("", 1, MistakeRule.emptyFile), ("行,氏名\n", 1, .headerMissing("行, 社員番号")),
      ("行,社員番号\nx,0001\n", 2, .notDigits), ("行,社員番号\n-6,0001\n", 2, .notDigits),
      ("行,社員番号\n6,0001\n6,0002\n", 3, .duplicateRow(firstLine: 2)),
    ])
  func malformed(text: String, line: Int, rule: MistakeRule) throws {
    do {
      _ = try Self.matches(text)
      Issue.record("not refused")
    } catch FilingError.mistakes(let mistakes) {
      #expect(mistakes.map(\.line) == [line] && mistakes.map(\.rule) == [rule])
    }
  }

  // MARK: Bytes

  @Test("nothing but the number columns changes, byte for byte")
  func bytes() throws {
    var generator = SplitMix(seed: 20)
    for _ in 0..<100 {
      let records = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        let remark = Self.remark(&generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: return Notices.acquired([28: remark])
        case 1: return Notices.lost([21: remark])
        default: return Notices.changed([56: remark])
        }
      }
      let given = try Notices.bytes(records)
      let file = try Notices.read(given)
      #expect(file.mistakes == [])
      let filled = try Self.filled(file, NoticeMatching(file, NoticeMatches(), Self.cast()))
      let (before, after) = (try Fixture.fields(given), try Fixture.fields(filled))
      #expect(before.count == after.count)
      for (old, new) in zip(before, after) {
        let numbers = ["2200700": [12], "2201700": [10], "2202700": [13, 28]][old[0]] ?? []
        #expect(old.count == new.count)
        for index in old.indices {
          #expect(new[index] == (numbers.contains(index) ? "987654321098" : old[index]))
        }
      }
      #expect(filled.filter { $0 == 0x0D }.count == given.filter { $0 == 0x0D }.count)
    }
  }

  private static func remark(_ generator: inout SplitMix) -> String {
    let letters = Array("アｱ亜a1　-～")
    return String(
      (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      })
  }

  private static func filled(_ file: NoticeFile, _ matched: NoticeMatching) throws -> [UInt8] {
    var composer = RecordComposer(encoding: file.encoding)
    var output: [UInt8] = []
    let sink = { (bytes: Span<UInt8>) in
      for index in bytes.indices { output.append(bytes[index]) }
    }
    composer.append(ComposedRow(firstSlot: 0, bytes: file.head, holes: []))
    var slot = 0
    for (row, slots) in zip(file.rows, matched.slots) {
      composer.append(NoticeFill.composed(row, slots, slot))
      for _ in slots {
        let digits = Array("987654321098".utf8)
        composer.supply(digits.span, forSlot: slot, to: sink)
        slot += 1
      }
    }
    composer.finish(to: sink)
    return output
  }
}
