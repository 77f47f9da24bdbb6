/// A word in both languages.
struct Words: Hashable, Sendable {
  let ja: String
  let en: String

  init(_ ja: String, _ en: String) {
    self.ja = ja
    self.en = en
  }

  func text(_ language: ReportLanguage) -> String {
    switch language {
    case .japanese: ja
    case .english: en
    }
  }
}
