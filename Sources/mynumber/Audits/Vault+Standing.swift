import MyNumberKit

extension Vault {
  /// Goes through the whole log, entry by entry.
  func forEachWholeEntry(_ body: (Entry) throws(ReportsError) -> Void) throws(CustodyError) {
    try forEachEntry { (bytes) throws(CustodyError) in
      do throws(any Error) {
        try body(try Entry(parsing: bytes))
      } catch {
        throw CustodyError(.integrity("\(error)"))
      }
    }
  }

  /// How the log stands, for a report that is made from all of it.
  func standing(
    outside: OutsideStanding? = nil, witnessed: OutsideStanding? = nil
  ) throws(CustodyError) -> LogStanding {
    LogStanding(
      authority: authority, size: logSize, root: try root(), checkpoint: signature.checkpoint,
      outside: outside, witnessed: witnessed)
  }
}
