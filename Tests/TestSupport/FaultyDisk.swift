import Foundation
import GRDBSQLite

/// A layer between SQLite and the disk that counts synchronisations and kills the process.
///
/// It is in force for the whole process, so it is for exit tests only, which have one of their own.
public enum FaultyDisk {
  nonisolated(unsafe) public private(set) static var syncs = 0
  nonisolated(unsafe) public private(set) static var steps = 0
  /// How many files that are none of a database, nor its journal, were opened.
  nonisolated(unsafe) public private(set) static var temporaryFiles = 0
  nonisolated(unsafe) private static var fatalStep = Int.max
  nonisolated(unsafe) private static var databases: Set<Int> = []
  nonisolated(unsafe) private static var databaseSyncs = 0
  nonisolated(unsafe) private static var fatalDatabaseSync = Int.max
  nonisolated(unsafe) private static var original: UnsafeMutablePointer<sqlite3_vfs>?
  nonisolated(unsafe) private static var methods: sqlite3_io_methods?
  nonisolated(unsafe) private static var openFolder: sqlite3_syscall_ptr?

  private typealias OpenFolder =
    @convention(c) (UnsafePointer<CChar>?, UnsafeMutablePointer<Int32>?) -> Int32

  /// Puts the layer in place, before anything is opened.
  public static func install() {
    guard let found = unsafe sqlite3_vfs_find(nil) else { return }
    unsafe original = found
    let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    unsafe layer.initialize(to: found.pointee)
    unsafe layer.pointee.pNext = nil
    unsafe layer.pointee.zName = UnsafePointer(strdup("faulty"))
    unsafe layer.pointee.xOpen = { _, name, file, flags, out in
      unsafe FaultyDisk.open(name, file, flags, out)
    }
    unsafe layer.pointee.xDelete = { _, name, synchronise in
      FaultyDisk.step()
      return unsafe FaultyDisk.original?.pointee.xDelete?(FaultyDisk.original, name, synchronise)
        ?? 1
    }
    unsafe openFolder = found.pointee.xGetSystemCall?(found, "openDirectory")
    let counting: OpenFolder = { path, descriptor in
      unsafe FaultyDisk.syncs += 1
      return unsafe unsafeBitCast(FaultyDisk.openFolder, to: OpenFolder.self)(path, descriptor)
    }
    _ = unsafe found.pointee.xSetSystemCall?(
      found, "openDirectory", unsafeBitCast(counting, to: sqlite3_syscall_ptr.self))
    _ = unsafe sqlite3_vfs_register(layer, 1)
  }

  /// Starts counting, to be killed before the given step, or before a database file (not a journal)
  /// is synchronised for the given time.
  public static func arm(killAt step: Int = .max, killAtDatabaseSync sync: Int = .max) {
    unsafe databaseSyncs = 0
    unsafe fatalDatabaseSync = sync
    unsafe syncs = 0
    unsafe steps = 0
    unsafe fatalStep = step
  }

  private static func step() {
    unsafe steps += 1
    if unsafe steps == fatalStep { kill(getpid(), SIGKILL) }
  }

  private static func synchronise(_ file: UnsafeMutablePointer<sqlite3_file>?) {
    unsafe syncs += 1
    step()
    guard unsafe databases.contains(Int(bitPattern: file)) else { return }
    unsafe databaseSyncs += 1
    if unsafe databaseSyncs == fatalDatabaseSync { kill(getpid(), SIGKILL) }
  }

  private static let temporaryKinds =
    SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_TRANSIENT_DB
    | SQLITE_OPEN_SUBJOURNAL

  private static func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ out: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    let status = unsafe original?.pointee.xOpen?(original, name, file, flags, out) ?? 1
    if flags & temporaryKinds != 0 { unsafe temporaryFiles += 1 }
    guard status == SQLITE_OK, let file = unsafe file, let table = unsafe file.pointee.pMethods
    else { return status }
    unsafe file.pointee.pMethods = replacement(of: table.pointee)
    if flags & SQLITE_OPEN_MAIN_DB != 0 { unsafe databases.insert(Int(bitPattern: file)) }
    return status
  }

  /// Each file keeps its own kind of methods, which differ in locking; these three do not.
  private static func replacement(
    of table: sqlite3_io_methods
  ) -> UnsafePointer<sqlite3_io_methods> {
    unsafe methods = table
    let changed = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    unsafe changed.initialize(to: table)
    unsafe changed.pointee.xSync = { file, flags in
      unsafe FaultyDisk.synchronise(file)
      return unsafe FaultyDisk.methods?.xSync?(file, flags) ?? 1
    }
    unsafe changed.pointee.xWrite = { file, bytes, count, offset in
      FaultyDisk.step()
      return unsafe FaultyDisk.methods?.xWrite?(file, bytes, count, offset) ?? 1
    }
    unsafe changed.pointee.xTruncate = { file, size in
      FaultyDisk.step()
      return unsafe FaultyDisk.methods?.xTruncate?(file, size) ?? 1
    }
    return unsafe UnsafePointer(changed)
  }
}
