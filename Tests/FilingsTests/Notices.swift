import People
import Rules
import TestSupport
import Text

@testable import Filings

/// Files of notices for tests, and what reading them finds.
enum Notices {
  static let acquisition = FormCopyID("health-pension-acquisition")
  static let loss = FormCopyID("health-pension-loss")
  static let dependents = FormCopyID("health-dependents-change")
  static let category3 = FormCopyID("category3-notice")
  static let insuranceAcquisition = FormCopyID("employment-insurance-acquisition")
  static let insuranceLoss = FormCopyID("employment-insurance-loss")
  static let pension = [acquisition, loss, dependents]

  /// The day on which the samples are filed.
  static let today = CalendarDate(year: 2026, month: 11, day: 22) ?? .last

  static func rules() throws -> NoticeRules { try NoticeRules(policy: Fixture.policy()) }

  static func layout(_ forms: [FormCopyID]) throws -> NoticeLayout {
    try rules().layout(for: forms, on: today)
  }

  /// The lines of the specification's example (作成例) before its records.
  static let head = [
    "21,01,ｹｲﾄ,001,20170101,22223", "[kanri]", ",001",
    "21,01,ｹｲﾄ,123,100,0000,東京都千代田区霞が関１－２－２,健保サービス株式会社,健保　良一,03,1234,5678",
    "[data]",
  ]

  /// The record of the specification's example of 2202700, its placeholder numbers included.
  static let example = record(
    139,
    [
      1: "2202700", 2: "21", 3: "01", 4: "ｹｲﾄ", 5: "1", 6: "9", 7: "010708", 8: "10",
      9: "ﾈﾝｷﾝ ﾏｻｱｷ", 10: "年金　正明", 11: "5", 12: "551010", 13: "1", 14: "123456708900",
      17: "3200000", 21: "1", 22: "9", 23: "010708", 24: "ﾈﾝｷﾝ ｸﾐ", 25: "年金　久美", 26: "5",
      27: "560326", 28: "2", 29: "123456078900", 35: "1", 37: "120", 38: "8580",
      39: "東京都杉並区高井戸西３－５－２４", 40: "1", 41: "03", 42: "3456", 43: "7890", 44: "9",
      45: "010707", 46: "2", 48: "1", 49: "0",
    ])

  static func record(_ count: Int, _ items: [Int: String]) -> String {
    (1...count).map { items[$0] ?? "" }.joined(separator: ",")
  }

  /// An acquisition that has no mistake, with these items instead.
  static func acquired(_ items: [Int: String] = [:]) -> String {
    let sound = [
      1: "2200700", 2: "21", 3: "01", 4: "ｹｲﾄ", 5: "123", 7: "ﾔﾏﾀﾞ ﾀﾛｳ", 8: "山田　太郎", 9: "5",
      10: "600401", 11: "1", 12: "1", 18: "9", 19: "070701", 20: "0", 21: "300000", 22: "5000",
      23: "305000",
    ]
    return record(34, sound.merging(items) { $1 })
  }

  /// A loss that has no mistake, with these items instead.
  static func lost(_ items: [Int: String] = [:]) -> String {
    let sound = [
      1: "2201700", 2: "21", 3: "01", 4: "ｹｲﾄ", 5: "123", 6: "22", 7: "ﾔﾏﾀﾞ ﾀﾛｳ", 8: "山田　太郎",
      9: "5", 10: "600401", 14: "9", 15: "080101", 16: "4", 17: "9", 18: "071231",
    ]
    return record(27, sound.merging(items) { $1 })
  }

  /// A change of dependents that has no mistake, with these items instead.
  static func changed(_ items: [Int: String] = [:]) -> String {
    let fields = example.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var sound: [Int: String] = [:]
    for (index, text) in fields.enumerated() where !text.isEmpty && index != 13 && index != 28 {
      sound[index + 1] = text
    }
    return record(139, sound.merging(items) { $1 })
  }

  static func bytes(_ records: [String], head: [String] = head) throws -> [UInt8] {
    try CP932.encode((head + records).map { $0 + "\r\n" }.joined())
  }

  static func read(
    _ bytes: [UInt8], _ forms: [FormCopyID] = pension, discardNumbers: Bool = false
  ) throws -> NoticeFile {
    let file = try TemporaryFile(bytes)
    return try NoticeFile(
      fileDescriptor: file.descriptor, layout: try layout(forms), forms: forms,
      discardNumbers: discardNumbers, today: today)
  }

  /// The mistakes of a file that is read, or why it could not be.
  static func mistakes(
    _ bytes: [UInt8], _ forms: [FormCopyID] = pension, discardNumbers: Bool = false
  ) throws -> [FilingMistake] {
    do {
      return try read(bytes, forms, discardNumbers: discardNumbers).mistakes
    } catch FilingError.mistakes(let mistakes) {
      return mistakes
    }
  }

  /// The mistakes of records, as field and rule.
  static func mistakes(_ records: [String]) throws -> [FilingMistake] {
    try mistakes(bytes(records))
  }
}
