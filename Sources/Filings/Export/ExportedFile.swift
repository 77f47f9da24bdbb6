/// One file of slips that was written.
public struct ExportedFile: Sendable {
  /// The plan it follows.
  public let plan: SlipPlan
  /// The file.
  public let file: WrittenFile
}
