import Text

extension CSVRow {
  /// Whether a field has more than spaces; its bytes are looked at for that, no more.
  func isFilled(_ index: Int) -> Bool {
    withField(index) { bytes in
      for place in bytes.indices where bytes[place] != 0x20 { return true }
      return false
    }
  }
}
