extension Substring {
  /// The parts between separators, empty ones too, told by bytes: a table has thousands of cells.
  func cells(by separator: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }
}
