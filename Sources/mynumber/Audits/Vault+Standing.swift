import MyNumberKit

extension Vault {
  /// Goes through the whole log, entry by entry, every signature checked.
  ///
  /// - Returns: How many checkpoints verified.
  @discardableResult
  func forEachSignedEntry(
    _ body: (Entry) throws(ReportsError) -> Void
  ) throws(CustodyError) -> Int {
    var log = try SignedLog(of: self)
    try log.read { (bytes) throws(CustodyError) in
      do throws(any Error) {
        try body(try Entry(parsing: bytes))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
    return log.checkpoints
  }

  /// How the log stands, for a report that is made from all of it.
  func standing(
    checkpoints: Int, outside: OutsideStanding? = nil, witnessed: OutsideStanding? = nil
  ) throws(CustodyError) -> LogStanding {
    LogStanding(
      authority: authority, size: logSize, root: try root(), checkpoint: signature.checkpoint,
      checkpoints: checkpoints, outside: outside, witnessed: witnessed)
  }
}
