internal import Wording

/// The mistakes found so far in one policy.
final class Mistakes {
  private(set) var all: [PolicyMistake] = []

  func add(_ file: String, line: Int = 0, column: Int = 0, _ message: Phrase) {
    all.append(PolicyMistake(file: file, line: line, column: column, message: message))
  }

  var isEmpty: Bool { all.isEmpty }

  /// Nodes looked at so far: a bound on the work, whatever the files say.
  private var visits = 0
  private static let maximumVisits = 100_000

  /// Counts a node; false, with one mistake, when the policy is larger than any policy is.
  func visit(_ file: String) -> Bool {
    visits += 1
    if visits == Self.maximumVisits { add(file, "the policy is too large") }
    return visits < Self.maximumVisits
  }
}
