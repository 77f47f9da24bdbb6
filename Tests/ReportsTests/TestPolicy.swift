import People
import Rules

/// The default policy, and what the tests write shorter.
enum TestPolicy {
  private static let directory =
    "\(#filePath)".split(separator: "/").dropLast(3)
    .reduce("") { "\($0)/\($1)" } + "/Policies"

  /// Read once: reading it takes longer than most tests.
  private static let read = Result { try Policy(bundle: PolicyBundle(directory: directory)) }

  static func policy() throws -> Policy { try read.get() }
}

/// A day from its ISO text; the tests write only days that exist.
func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

/// A person's code; the tests write only valid ones.
func code(_ text: String) throws -> PersonCode { try PersonCode(text) }
