/// Reads the cells of yes-or-no columns (税扶養, 健保扶養, 第3号, 国外居住).
public enum ColumnFlag {
  /// True for ○ and its like, false for a blank or ×, nil for anything else.
  public static func parse(_ text: String) -> Bool? {
    switch ColumnLabels.key(text) {
    case "○", "〇", "◯", "◎", "1", "yes", "y", "true", "有", "あり", "はい", "該当": true
    case "", "×", "✕", "✗", "x", "0", "no", "n", "false", "無", "なし", "いいえ", "非該当", "-": false
    default: nil
    }
  }
}
