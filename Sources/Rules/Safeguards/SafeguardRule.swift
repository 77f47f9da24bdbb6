/// What an item of the guideline's annex 1 asks for, in both languages.
public struct SafeguardRule: Hashable, Sendable {
  /// A text in both languages.
  public struct Text: Hashable, Sendable {
    public let ja: String
    public let en: String

    init(_ ja: String, _ en: String) { (self.ja, self.en) = (ja, en) }
  }

  /// The item's heading.
  public let title: Text
  /// What the guideline asks for.
  public let duty: Text
  /// What a small employer (中小規模事業者) does in place of the methods named; nil where nothing changes.
  public let small: Text?
  /// What to show an inspector of what no program can prove.
  public let show: Text
  public let articles: [String]

  init(
    _ item: String, title: Text, duty: Text, small: Text? = nil, show: Text, also: [String] = []
  ) {
    (self.title, self.duty, self.small, self.show) = (title, duty, small, show)
    articles = ["番号法ガイドライン別添1-2\(item)", "番号法12条"] + also
  }
}
