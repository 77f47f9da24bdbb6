internal import People
internal import Storage

/// Sealed rows that wait outside the lock, in a nameless file: memory does not grow with them.
final class ImportSpool {
  private let file: any Spool
  private var buffer: [UInt8] = []
  /// Memory for one item, used again for the next.
  private var fields = FieldWriter(reserving: 4096)
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
    fields.restart()
    item.write(to: &fields)
    let bytes = fields.bytes
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
      let length = try reader.withBytes(4) { header in
        header.indices.reduce(0) { $0 << 8 | Int(header[$1]) }
      }
      let item = try reader.withBytes(length, Self.item)
      try body(item)
    }
  }

  private static func item(_ bytes: Span<UInt8>) throws(CustodyError) -> ImportItem {
    do throws(PeopleError) {
      return try ImportItem(decoding: bytes)
    } catch {
      throw CustodyError(.bug("a spooled row is malformed"))
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
