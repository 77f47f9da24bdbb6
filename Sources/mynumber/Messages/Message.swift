import MyNumberKit

/// Something said to the user, in both languages; the cases stand in files by topic.
struct Message {
  let english: String
  let japanese: String

  init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// What has no words of its own, such as a name, or an error of a room, which is English.
  static func verbatim(_ text: String) -> Message { Message(text, text) }

  /// What a room says: its English sentence, and the Japanese one of ``JapanesePhrases``.
  static func phrase(_ phrase: Phrase) -> Message {
    Message(phrase.english, phrase.japanese { JapanesePhrases.all[$0] })
  }

  /// The text in the language of the command that runs.
  var text: String {
    switch CommandLanguage.current {
    case .japanese: japanese
    case .english: english
    }
  }
}
