import People
import TestSupport
import Testing

@testable import Filings

/// The form of 2025, of which there is no picture: what it shares with that of 2024 stands as there,
/// and what is new stands where its own table and the order of the official boxes say.
@Suite("The form of 2025")
struct FormOf2025Tests {
  /// The rows 4 and 5, in which 特親 and 特定親族特別控除の額 came.
  private static let band = 54.0...83.2

  @Test("every line, label and box outside of two rows stands as in 2024")
  func shared() throws {
    let (old, new) = (try FormTableText("recipient-2024"), try FormTableText("recipient-2025"))
    let (before, after) = (old.outside(Self.band), new.outside(Self.band))
    #expect(before.count > 300)
    // The heading of dependents has one character more.
    let heading = ["控\\n除\\n対\\n象\\n扶\\n養\\n親\\n族", "控\\n除\\n対\\n象\\n扶\\n養\\n親\\n族\\n等"]
    #expect(before.subtracting(after).map(\.last) == [heading[0]])
    #expect(after.subtracting(before).map(\.last) == [heading[1]])
    #expect(Set(new.boxes.map(\.item)).subtracting(old.boxes.map(\.item)) == ["133", "134", "135"])
    #expect(Set(old.boxes.map(\.item)).isSubset(of: new.boxes.map(\.item)))
  }

  /// The headings of a row of the form from left to right, as the official form has them.
  static let rows = [
    [
      "（源泉）控除対象配偶者", "配偶者（特別）控除の額", "控除対象扶養親族等の数（配偶者を除く。）", "16歳未満扶養親族の数",
      "障害者の数（本人を除く。）", "非居住者である親族の数",
    ],
    ["特定", "老人", "その他", "特親"],
    ["特定親族特別控除の額", "社会保険料等の金額", "生命保険料の控除額", "地震保険料の控除額", "住宅借入金等特別控除の額"],
  ]

  @Test(
    "the headings of the two rows stand in the official order, none over another", arguments: rows)
  func headings(row: [String]) throws {
    let form = try FormTableText("recipient-2025")
    var right = 0.0
    for text in row {
      // 老人 heads the spouse's box too.
      let label = try #require(
        form.labels.first {
          $0.item.replacing(#"\n"#, with: "").filter { !$0.isWhitespace } == text
            && $0.left >= right - 0.01
        }, "\(text)")
      #expect(Self.band.contains(label.top))
      right = label.left + label.width
    }
    #expect(right < 143.8, "within the frame")
  }

  /// The items of the two rows and under which heading each stands.
  static let headed = [
    (25, "配偶者（特別）控除の額"), (26, "特定"), (27, "特定"), (31, "その他"), (32, "その他"), (133, "特親"),
    (134, "特親"), (91, "16歳未満扶養親族の数"), (93, "非居住者である親族の数"), (135, "特定親族特別控除の額"),
    (36, "社会保険料等の金額"), (37, "社会保険料等の金額"), (38, "生命保険料の控除額"), (39, "地震保険料の控除額"),
    (40, "住宅借入金等特別控除の額"),
  ]

  @Test("each box of the two rows stands under its heading, and beside no other", arguments: headed)
  func under(item: Int, heading: String) throws {
    let form = try FormTableText("recipient-2025")
    let (box, label) = (try #require(form[item]), try #require(form.label(heading)))
    #expect(label.left - 0.6 <= box.left && box.left + box.width <= label.left + label.width + 0.6)
    #expect(label.top < box.top)
    for other in form.boxes where other.item != "\(item)" {
      let isApart =
        other.left + other.width <= box.left + 0.01 || box.left + box.width <= other.left + 0.01
        || other.top + other.height <= box.top + 0.01 || box.top + box.height <= other.top + 0.01
      #expect(isApart, "#\(item) and #\(other.item)")
    }
  }

  /// What a copy with a value in many boxes shows, by item.
  static let shown = [
    17: "6,000,000", 18: "1,234", 19: "4,360,000", 20: "1,500,000", 21: "100,000", 22: "56",
    25: "210,099", 36: "712,345", 37: "12,000", 38: "80,001", 39: "30,002", 40: "150,003",
    41: "41,004", 42: "480,005", 43: "15,006", 78: "150,010", 80: "25,000,011", 85: "3,000,012",
    87: "87,013", 88: "88,014", 89: "89,015", 90: "90,016", 92: "92,017", 129: "580,018",
    130: "13,019", 135: "630,020",
  ]

  private static func drawn(_ year: Int) throws -> [UInt8] {
    let family: [(String, String, Relationship, String)] = [
      ("1", "見本　花子", .spouse, "1992-05-06"), ("2", "見本　一郎", .child, "2004-01-02"),
      ("3", "見本　二葉", .child, "2015-01-02"),
    ]
    var row = [
      "#97": "見本　花子", "#101": "見本　一郎", "#117": "見本　二葉", "#23": "2", "#91": "1",
      "#74": "05", "#75": "06", "#76": "30", "#77": "1", "#79": "01",
      year == 2024 ? "#26" : "#133": "1",
    ]
    let named = [17: "支払金額", 21: "源泉徴収税額"]
    for (item, text) in shown where year == 2025 || item != 135 {
      row[named[item] ?? "#\(item)"] = text.filter { $0 != "," }
    }
    row["年分"] = year == 2024 ? "06" : "07"
    let drawn = try DrawnCopies(
      Rows.headed([row]), year: year, cast: try Rows.cast(family))
    #expect(drawn.mistakes.isEmpty)
    return drawn.pdf
  }

  @Test("every amount drawn stands within its own box by the table", arguments: [2024, 2025])
  func places(year: Int) throws {
    let form = try FormTableText("recipient-\(year)")
    let words = try Poppler.words(Self.drawn(year))
    for (item, text) in Self.shown where year == 2025 || item != 135 {
      let found = words.filter { $0.text == text }
      let box = try #require(form[item])
      #expect(found.count == 1 && found.allSatisfy(box.holds), "#\(item) \(text)")
    }
    let count = try #require(form[year == 2025 ? 133 : 26])
    #expect(words.contains { $0.text == "1" && count.holds($0) })
    let none = try #require(form[year == 2025 ? 26 : 27])
    #expect(!words.contains { $0.text == "1" && none.holds($0) })
  }

  @Test("an amount in another's box does not pass")
  func elsewhere() throws {
    let form = try FormTableText("recipient-2025")
    let words = try Poppler.words(Self.drawn(2025))
    let amount = try #require(words.first { $0.text == "630,020" })
    #expect(form.boxes.filter { $0.holds(amount) }.map(\.item) == ["135"])
  }
}
