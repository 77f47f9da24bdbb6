/// The program that draws copies with numbers and reads them back, in processes of their own:
/// ``SheetProcess``, ``SheetCheck``.
public struct SheetProgram: Hashable, Sendable {
  /// Its path.
  public let path: String

  /// The program at `path`, which calls ``SheetProcess/draw(from:to:)`` for ``SheetProcess/command``,
  /// and ``SheetCheck/check(_:against:)`` for ``SheetCheck/command``.
  public init(_ path: String) { self.path = path }
}
