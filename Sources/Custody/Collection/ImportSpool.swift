internal import People
internal import Storage

/// Sealed rows that wait outside the lock, in a nameless file: memory does not grow with them.
final class ImportSpool {
  private let file: any Spool
  private var buffer: [UInt8] = []
  private(set) var count = 0
  private static let bufferSize = 1 << 18

  init(_ store: any VaultStore) throws(CustodyError) {
    do throws(StorageError) {
      file = try store.makeSpool()
    } catch {
      throw CustodyError(error)
    }
  }

  /// Adds an item.
  func append(_ item: ImportItem) throws(CustodyError) {
    let bytes = item.encoded()
    var shift = 24
    while shift >= 0 {
      buffer.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
      shift -= 8
    }
    buffer += bytes
    count += 1
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives back the items in order.
  func forEach(_ body: (ImportItem) throws(CustodyError) -> Void) throws(CustodyError) {
    try flush()
    var reader = SpoolReader(file)
    try reader.rewind()
    for _ in 0..<count {
      let header = try reader.take(4)
      let length = header.reduce(0) { $0 << 8 | Int($1) }
      let bytes = try reader.take(length)
      let item: ImportItem
      do throws(PeopleError) {
        item = try ImportItem(decoding: bytes.span)
      } catch {
        throw CustodyError(.bug("a spooled row is malformed"))
      }
      try body(item)
    }
  }

  private func flush() throws(CustodyError) {
    // Taken out of the object, so that the emptied buffer keeps its memory.
    var full: [UInt8] = []
    swap(&full, &buffer)
    do throws(StorageError) {
      try file.append(full.span)
    } catch {
      throw CustodyError(error)
    }
    full.removeAll(keepingCapacity: true)
    swap(&full, &buffer)
  }
}
