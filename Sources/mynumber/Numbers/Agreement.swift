import ArgumentParser

/// Whether a number agreed with its document.
enum Agreement: String, CaseIterable, ExpressibleByArgument, Sendable {
  case yes
  case no

  init?(argument: String) {
    switch argument {
    case "yes", "はい", "一致": self = .yes
    case "no", "いいえ", "不一致": self = .no
    default: return nil
    }
  }
}
