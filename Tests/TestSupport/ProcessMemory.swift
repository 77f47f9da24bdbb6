internal import Glibc
internal import Synchronization

/// Counts how often a pattern stands in the writable memory of this process.
///
/// The pattern and the copy that is searched are in a mapping of their own, which is not counted.
@safe public final class ProcessMemory {
  struct Failure: Error {}

  /// How many bytes the pattern has.
  public let patternCount: Int
  private static let mappingCount = 4 << 20
  /// One search at a time: another's window would hold copies of what it looks through.
  private static let searching = Mutex(())

  private let mapping: UnsafeMutableRawPointer

  /// Makes room for a pattern of 2 to 4096 bytes, zeros at first.
  public init(patternCount: Int = 32) throws {
    guard (2...4096).contains(patternCount) else { throw Failure() }
    self.patternCount = patternCount
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    let start = unsafe mmap(nil, Self.mappingCount, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { throw Failure() }
    unsafe mapping = start
  }

  deinit { unsafe munmap(mapping, Self.mappingCount) }

  /// Lends the place of the pattern for writing.
  public func withPattern<R, E: Error>(
    _ body: (inout MutableSpan<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    var span = unsafe UnsafeMutableBufferPointer(
      start: mapping.assumingMemoryBound(to: UInt8.self), count: patternCount
    ).mutableSpan
    return try body(&span)
  }

  /// Searches every writable mapping listed in /proc/self/maps through /proc/self/mem.
  public func occurrences() throws -> Int {
    try Self.searching.withLock { _ in
      defer { unsafe memset(mapping + 4096, 0, Self.mappingCount - 4096) }
      return try search()
    }
  }

  private func search() throws -> Int {
    let memory = unsafe open("/proc/self/mem", O_RDONLY)
    guard memory >= 0 else { throw Failure() }
    defer { close(memory) }
    var found = 0
    for range in try writableRanges() where unsafe !range.contains(UInt(bitPattern: mapping)) {
      found += search(range, in: memory)
    }
    return found
  }

  private func search(_ range: Range<UInt>, in memory: CInt) -> Int {
    // The first page holds the pattern, the rest what is being searched.
    let window = unsafe mapping + 4096
    let size = Self.mappingCount - 4096
    var found = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = min(size, Int(range.upperBound - position))
      let got = unsafe pread(memory, window, wanted, off_t(position))
      guard got >= patternCount else { return found }
      found += unsafe count(in: UnsafeRawBufferPointer(start: window, count: got))
      guard got == wanted, position + UInt(got) < range.upperBound else { return found }
      position += UInt(got - patternCount + 1)
    }
    return found
  }

  private func count(in window: UnsafeRawBufferPointer) -> Int {
    guard var place = window.baseAddress else { return 0 }
    let end = unsafe place + (window.count - patternCount + 1)
    let first = unsafe CInt(mapping.load(as: UInt8.self))
    var found = 0
    while unsafe place < end, let hit = unsafe memchr(place, first, end - place) {
      if unsafe memcmp(hit, mapping, patternCount) == 0 { found += 1 }
      unsafe place = UnsafeRawPointer(hit) + 1
    }
    return found
  }

  private func writableRanges() throws -> [Range<UInt>] {
    guard let file = unsafe fopen("/proc/self/maps", "r") else { throw Failure() }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    var ranges: [Range<UInt>] = []
    while unsafe fgets(&line, CInt(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      let words = text.split(separator: " ")
      guard words.count > 1, words[1].hasPrefix("rw") else { continue }
      let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      // A sanitizer reserves terabytes for its own use; nothing of ours is in a range like that.
      guard ends.count == 2, ends[0] < ends[1], ends[1] - ends[0] < 1 << 32 else { continue }
      ranges.append(ends[0]..<ends[1])
    }
    return ranges
  }
}
