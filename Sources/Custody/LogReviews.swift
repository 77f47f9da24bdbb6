internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Wording

/// Reviews of the log in the log itself: who looked, how far, what was found (ガイドライン別添1 C-e, F-c).
public struct LogReviews {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Signs as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Signs off the log as far as it was looked at.
  ///
  /// - Returns: The index of the entry, by which a later review names it.
  /// - Throws: `.refused` for whose role does not sign off; `.usage` for an entry that is not there, an
  ///   action without its day or whose day has passed, and a review without an open action;
  ///   `.badInput` for a text that is too long or could hold a number.
  public func signOff(_ review: LogReview) throws(CustodyError) -> Int {
    try session.require(.signOff)
    try check(review)
    var content = session.entry(ReviewBook.action)
    content.reason = try FreeText(kept: review.finding).text
    content.detail["through"] = .integer(review.through)
    if let action = review.action, let due = review.due {
      content.detail["action"] = .string(try FreeText(kept: action).text)
      content.detail["due"] = .string(due.isoText)
    }
    let closed = try closes(review)
    if !closed.isEmpty { content.detail["closes"] = .array(closed.map(CanonicalValue.integer)) }
    return try session.record(content, for: .signOff)
  }

  private func check(_ review: LogReview) throws(CustodyError) {
    guard (0..<vault.logSize).contains(review.through) else {
      throw CustodyError(
        .usage("the log has no entry \(review.through): its last is \(vault.logSize - 1)"))
    }
    guard (review.action == nil) == (review.due == nil) else {
      throw CustodyError(.usage("an action has a day by which it is done, and a day an action"))
    }
    if let due = review.due, due < vault.today {
      throw CustodyError(.usage("the day by which it is to be done has passed"))
    }
  }

  private func closes(_ review: LogReview) throws(CustodyError) -> [Int] {
    guard !review.closes.isEmpty else { return [] }
    let open = Set(try vault.book(ReviewBook.self).open.map(\.entry))
    for entry in review.closes where !open.contains(entry) {
      throw CustodyError(.usage("entry \(entry) is no review with an open action"))
    }
    return Set(review.closes).sorted()
  }
}
