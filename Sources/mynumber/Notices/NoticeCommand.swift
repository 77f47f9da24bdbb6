import ArgumentParser

/// `notice`: what is handed to people.
struct NoticeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "notice",
      Message("Make what is handed to people or filed for them.", "本人に渡す書面などを作る。"),
      Message(
        "So far the notice of the purposes of use.", "現在は利用目的通知書を作る。"),
      verbs: [NoticePurposeCommand.self])
  }
}
