/// The mistakes found so far in one policy.
final class Mistakes {
  private(set) var all: [PolicyMistake] = []

  func add(_ file: String, line: Int = 0, column: Int = 0, _ message: String) {
    all.append(PolicyMistake(file: file, line: line, column: column, message: message))
  }

  var isEmpty: Bool { all.isEmpty }
}
