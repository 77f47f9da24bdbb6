internal import COpenSSL
internal import Glibc

/// Where secret bytes live: OpenSSL's locked arena, or guarded pages of our own when it is full.
///
/// The arena is one mapping between guard pages, locked and left out of core dumps. OpenSSL keeps
/// its own private keys there too, so the last quarter is left to it.
enum SecretHeap {
  /// A block of secret memory and how it must be given back.
  @safe struct Block {
    let start: UnsafeMutablePointer<UInt8>
    let isMapped: Bool
  }

  /// Blocks above this many bytes get pages of their own: they would crowd out the small ones.
  static let largestArenaBlock = 16 * 1024

  /// Bytes in the arena: 4 MiB where the limit on locked memory is ample, else 1 MiB.
  static let arenaSize: Int = {
    var limit = rlimit()
    let known = unsafe getrlimit(CInt(__RLIMIT_MEMLOCK.rawValue), &limit) == 0
    return known && limit.rlim_cur >= 8 << 20 ? 4 << 20 : 1 << 20
  }()

  /// True once OpenSSL's arena exists; made on first use and never taken down.
  ///
  /// Before that OpenSSL's "secure" allocations are plain ones, so all that keys a context asks.
  static let hasArena: Bool = {
    // 2 means that it exists but could not be locked: still guarded and wiped.
    guard CRYPTO_secure_malloc_init(arenaSize, 16) != 0 || CRYPTO_secure_malloc_initialized() == 1
    else { return false }
    // The arena halves blocks and joins free halves again, 18 steps each way when it is empty.
    // One small block that is never given back keeps a free one of each size: ten times faster.
    return unsafe copenssl_secure_zalloc(16) != nil
  }()

  /// Lends `count` zero bytes (at least one); ends the process when the system has none to give.
  static func allocate(_ count: Int) -> Block {
    precondition(count >= 0, "A block of secret bytes cannot have a negative size.")
    let size = max(count, 1)
    if size <= largestArenaBlock, hasArena, CRYPTO_secure_used() < arenaSize / 4 * 3,
      let bytes = unsafe copenssl_secure_zalloc(size)
    {
      let start = unsafe bytes.bindMemory(to: UInt8.self, capacity: size)
      return unsafe Block(start: start, isMapped: false)
    }
    return unsafe Block(start: map(size), isMapped: true)
  }

  /// Wipes the block and gives it back.
  static func free(_ block: Block, count: Int) {
    let size = max(count, 1)
    if block.isMapped {
      unsafe OPENSSL_cleanse(block.start, size)
      unsafe unmap(block.start, size)
    } else {
      unsafe copenssl_secure_clear_free(block.start, size)
    }
  }

  // MARK: Pages of our own

  private static let page = sysconf(CInt(_SC_PAGESIZE))

  /// Maps pages between two guard pages; the block ends where the upper guard begins.
  private static func map(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    let inner = (size + page - 1) / page * page
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let base = unsafe mmap(nil, inner + 2 * page, PROT_NONE, flags, -1, 0),
      unsafe base != MAP_FAILED, unsafe mprotect(base + page, inner, PROT_READ | PROT_WRITE) == 0
    else { fatalError("No memory for secret bytes.") }
    // Both may be refused by a limit; the pages are wiped all the same.
    _ = unsafe mlock(base + page, inner)
    _ = unsafe madvise(base + page, inner, MADV_DONTDUMP)
    return unsafe (base + page + inner - size).bindMemory(to: UInt8.self, capacity: size)
  }

  private static func unmap(_ start: UnsafeMutablePointer<UInt8>, _ size: Int) {
    let inner = (size + page - 1) / page * page
    let base = unsafe UnsafeMutableRawPointer(start) + size - inner - page
    let status = unsafe munmap(base, inner + 2 * page)
    precondition(status == 0, "A mapping of secret bytes could not be given back.")
  }
}
