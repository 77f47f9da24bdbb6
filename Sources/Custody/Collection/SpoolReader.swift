internal import Secrets
internal import Storage

/// Reads a spool from the front through a buffer.
struct SpoolReader {
  private let file: any Spool
  private static let size = 1 << 18
  private var chunk: [UInt8] = []
  private var position = 0
  private var end = 0

  init(_ file: any Spool) { self.file = file }

  mutating func rewind() throws(CustodyError) {
    do throws(StorageError) {
      try file.rewind()
    } catch {
      throw CustodyError(error)
    }
  }

  /// Lends the next `count` bytes.
  mutating func withBytes<Value>(
    _ count: Int, _ body: (Span<UInt8>) throws(CustodyError) -> Value
  ) throws(CustodyError) -> Value {
    if end - position < count { try fill(atLeast: count) }
    let start = position
    position += count
    return try body(chunk.span.extracting(start..<start + count))
  }

  /// Moves what is left to the front and reads on behind it.
  private mutating func fill(atLeast count: Int) throws(CustodyError) {
    chunk.replaceSubrange(..<position, with: EmptyCollection())
    end -= position
    position = 0
    let room = max(count, Self.size)
    chunk.append(contentsOf: repeatElement(0, count: room - chunk.count))
    while end < count { try read() }
  }

  private mutating func read() throws(CustodyError) {
    let (file, rest) = (self.file, end..<chunk.count)
    let got: Int
    do throws(StorageError) {
      var all = chunk.mutableSpan
      got = try all.withPart(rest) { (rest) throws(StorageError) in
        try file.read(into: &rest)
      }
    } catch {
      throw CustodyError(error)
    }
    guard got > 0 else { throw CustodyError(.bug("the spool ended early")) }
    end += got
  }
}
