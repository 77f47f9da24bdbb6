internal import Auditing
internal import Text
internal import Wording

/// The destruction of a file that a register knows: nothing but that very file is destroyed.
///
/// It records that it begins, overwrites the file, takes its name away and records that it is done.
/// Stopped at any point, it is finished by doing it again.
struct MadeFileDisposal {
  let file: MadeFile
  /// Whether it was begun before.
  let wasBegun: Bool
  /// Where it is recorded; nil for a file of the user's own.
  let register: MadeFileRegister?

  /// Destroys the file, or records that it is gone.
  ///
  /// - Parameters:
  ///   - isGone: The user says that it was destroyed elsewhere; what stands there is left alone.
  ///   - begin: Makes durable that it begins.
  ///   - fail: Makes durable that something else stands there; gets its word.
  /// - Throws: `.integrity` where a link or another file stands in its place, `.notFound` where
  ///   nothing does, `.usage` for one that is there and said to be gone, `.output`.
  func run(
    isGone: Bool, begin: () throws(CustodyError) -> Void,
    fail: (String) throws(CustodyError) -> Void
  ) throws(CustodyError) -> ExportRecord.Disposal {
    let finding = try Self.reaching { () throws(TextError) in try file.look() }
    if isGone {
      guard finding != .there else {
        throw CustodyError(.usage("the file is there; dispose of it without --gone"))
      }
      return .gone
    }
    if finding == .missing, wasBegun { return .resumed }
    try require(finding, fail)
    if !wasBegun { try begin() }
    try require(try Self.reaching { () throws(TextError) in try file.destroy() }, fail)
    return .overwritten
  }

  private func require(
    _ finding: MadeFile.Finding, _ fail: (String) throws(CustodyError) -> Void
  ) throws(CustodyError) {
    switch finding {
    case .there: return
    case .missing:
      guard let command = register?.rawValue else {
        throw CustodyError(.notFound(Phrase(verbatim: file.path)))
      }
      throw CustodyError(.notFound("\(file.path) (\(command) --gone, if it was destroyed)"))
    case .link, .another, .resized:
      try fail(finding.word)
      throw CustodyError(
        .integrity("\(file.path): not the file that was made (\(finding.word)); nothing was done"))
    }
  }

  static func reaching<R>(_ body: () throws(TextError) -> R) throws(CustodyError) -> R {
    do throws(TextError) { return try body() } catch { throw CustodyError(.output(error.phrase)) }
  }
}
