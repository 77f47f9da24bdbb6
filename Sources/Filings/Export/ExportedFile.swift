public import People

/// One file of slips that was written.
public struct ExportedFile: Sendable {
  /// The plan it follows.
  public let plan: SlipPlan
  /// The file.
  public let file: WrittenFile
  /// Whose row voids a slip that could not be looked at, so that nothing says whether it equals that.
  public let uncompared: [PersonCode]
}
