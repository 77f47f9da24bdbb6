import Typesetting

/// What stands on the pages.
struct Words {
  static let boxes = 75
  static let variants = 50

  let labels: [String]
  let values: [String]

  init() {
    let names = ["支払を受ける者", "住所又は居所", "受給者番号", "役職名", "氏　名", "種　別", "支払金額", "源泉徴収税額"]
    labels = (0..<Self.boxes).map { names[$0 % names.count] }
    values = (0..<Self.boxes * Self.variants).map(Self.value)
  }

  private static func value(_ place: Int) -> String {
    switch place % 3 {
    case 0: "東京都千代田区丸の内\(place % 9)丁目\(place % 50)番"
    case 1: "\(place),000"
    default: "髙﨑 太郎 \(place)"
    }
  }

  /// A part of a box: from a line below its upper edge, all in points, in millimetres.
  static func frame(_ box: Int, line: Double, height: Double) -> Frame {
    let point = 25.4 / 72
    let (x, y) = (20 + Double(box % 5) * 110, 20 + Double(box / 5) * 50 + line)
    return Frame(x: x * point, y: y * point, width: 105 * point, height: height * point)
  }
}
