import Secrets

extension CSVRow {
  /// Makes room for and writes the fields that have doubled quotes; most rows have none.
  mutating func unquoteFields() {
    unquotedRanges.removeAll(keepingCapacity: true)
    guard fields.contains(where: \.hasDoubledQuotes) else { return }
    if unquoted.count < bytes.count { unquoted = SecretBytes(count: bytes.count) { _ in } }
    var end = 0
    for field in fields {
      guard field.hasDoubledQuotes else {
        unquotedRanges.append(nil)
        continue
      }
      let start = end
      end = unquote(field.content, to: start)
      unquotedRanges.append(start..<end)
    }
  }

  /// Copies `content` with each doubled quote made one; gives the end of the copy.
  private mutating func unquote(_ content: Range<Int>, to start: Int) -> Int {
    buffer.withSpan { source in
      unquoted.withMutableSpan { target in
        var end = start
        var index = content.lowerBound
        while index < content.upperBound {
          let byte = source[index]
          target[end] = byte
          end += 1
          index += byte == 0x22 ? 2 : 1
        }
        return end
      }
    }
  }
}
