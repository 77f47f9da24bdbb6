/// How long the parts of a purge took, in seconds, and how many bytes were looked through afterwards.
struct PurgeFigure {
  /// Finding what is due, of everybody.
  let planning: Double
  /// Decisions and their entries, overwriting, the people's records, both durable commits.
  let destroying: Double
  /// Looking through both files.
  let scan: Double
  let scanned: Int

  /// Everything but the scan.
  var seconds: Double { planning + destroying }
}
