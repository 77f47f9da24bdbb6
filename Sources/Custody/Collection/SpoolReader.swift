internal import Storage

/// Reads a spool from the front through a buffer.
struct SpoolReader {
  private let file: any Spool
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
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

  /// The next `count` bytes.
  mutating func take(_ count: Int) throws(CustodyError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if position == end { try fill() }
      let part = min(count - bytes.count, end - position)
      bytes += chunk[position..<position + part]
      position += part
    }
    return bytes
  }

  private mutating func fill() throws(CustodyError) {
    position = 0
    let file = self.file
    do throws(StorageError) {
      var span = chunk.mutableSpan
      end = try file.read(into: &span)
    } catch {
      throw CustodyError(error)
    }
    guard end > 0 else { throw CustodyError(.bug("the spool ended early")) }
  }
}
