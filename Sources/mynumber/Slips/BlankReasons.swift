import MyNumberKit

/// Reads the reasons of `--leave-blank`.
enum BlankReasons {
  static func parse(_ text: String?) throws -> Set<NoNumberReason> {
    var reasons: Set<NoNumberReason> = []
    for word in (text ?? "").split(separator: ",") {
      guard let reason = NoNumberReason(label: String(word)) else {
        throw Failure.usage(.unknownWord(String(word)), hints: [.words(NoNumberReason.self)])
      }
      guard reason.mayBeLeftBlank else { throw Failure.usage(.notAskedStays) }
      reasons.insert(reason)
    }
    return reasons
  }
}
