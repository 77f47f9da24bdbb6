/// A column of a table.
public struct TableColumn: Hashable, Sendable {
  public let title: String
  /// The width, in millimetres.
  public let width: Double
  /// How the cells below the title stand.
  public let alignment: TextStyle.Alignment

  public init(_ title: String, width: Double, alignment: TextStyle.Alignment = .left) {
    self.title = title
    self.width = width
    self.alignment = alignment
  }
}
