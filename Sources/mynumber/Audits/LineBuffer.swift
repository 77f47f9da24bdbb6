import MyNumberKit

/// Lines that wait to be written.
final class LineBuffer {
  private(set) var bytes: [UInt8] = []
  /// How many bytes went to the file.
  private(set) var written = 0

  func add(_ line: Span<UInt8>) {
    for index in line.indices { bytes.append(line[index]) }
  }

  func flush(to file: borrowing PrivateFile) throws(TextError) {
    let waiting = bytes
    try file.write(waiting.span)
    written += waiting.count
    bytes.removeAll(keepingCapacity: true)
  }
}
