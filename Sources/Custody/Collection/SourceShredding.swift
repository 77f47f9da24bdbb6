internal import Auditing
internal import JSON
internal import Rules
public import Text
internal import Wording

/// Destroys the file from which numbers were imported, once they are sealed.
///
/// The log notes it before and after, with the kind of medium: there is no digest of the file.
public struct SourceShredding {
  private let session: Session
  /// The file.
  public let source: SourceFile

  /// Will destroy this file and no other in its place.
  ///
  /// - Throws: `.badInput` for a path that is too long or could hold a number, before anything is done.
  public init(_ session: Session, _ source: SourceFile) throws(CustodyError) {
    self.session = session
    self.source = source
    _ = try Session.word(source.file.folder)
    _ = try Session.word(source.file.name)
  }

  /// Overwrites the file with zeros, takes its name away and records it.
  ///
  /// A file of which something was not taken stays: it may be the only place of another number, or of
  /// a verification. So may be a column that was not read.
  ///
  /// - Parameter summary: What was imported from the file.
  /// - Throws: `.usage` where it stays; `.integrity`, with an entry in the log, where a link or another file stands in its
  ///   place; `.notFound` where nothing does; `.output`.
  public func run(after summary: ImportSummary) throws(CustodyError) {
    let left = summary.alreadyHeld + summary.replacedBefore.count + summary.notTaken.count
    guard left == 0 else {
      throw CustodyError(.usage("the file says more of \(left) people than was taken from it"))
    }
    let columns = summary.unknownColumns.count
    guard columns == 0 else {
      throw CustodyError(.usage("the file has \(columns) columns of which nothing was taken"))
    }
    let id = try ExportRegister(session).newID()
    let disposal = MadeFileDisposal(file: source.file, wasBegun: false, register: nil)
    let begun = try entry("source-shred", id)
    let how = try disposal.run(isGone: false) { () throws(CustodyError) in
      try session.record([begun])
    } fail: { (word) throws(CustodyError) in
      var content = begun
      content.outcome = .failed
      content.rule = word
      try session.record([content])
    }
    var content = session.entry("source-shredded")
    content.detail = ["id": .string(id), "method": .string(how.rawValue)]
    try session.record([content])
  }

  private func entry(_ action: String, _ id: String) throws(CustodyError) -> EntryContent {
    var content = session.entry(action)
    content.detail = [
      "id": .string(id), "file": try Session.word(source.file.name),
      "folder": try Session.word(source.file.folder), "bytes": .integer(source.file.count ?? 0),
      "medium": .string(source.medium.rawValue),
    ]
    return content
  }
}
