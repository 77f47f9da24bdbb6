/// The program that draws copies with numbers, in a process of its own: ``SheetProcess``.
public struct SheetProgram: Hashable, Sendable {
  /// Its path.
  public let path: String
  /// What it is called with.
  public let arguments: [String]

  /// The program at `path`, which calls ``SheetProcess/draw(from:to:)`` for these arguments.
  public init(_ path: String, arguments: [String] = [SheetProcess.command]) {
    self.path = path
    self.arguments = arguments
  }
}
