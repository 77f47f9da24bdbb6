internal import Auditing
internal import Sealing

/// The lockboxes that are as the log records them, remembered: thousands of people share one.
final class SoundLockboxes {
  private let rows: PinnedRows
  private var known: [Int64: String] = [:]
  /// The keys that have not ended, by number.
  private let keys: [Int64: String]

  init(_ rows: PinnedRows, _ authority: Authority) {
    self.rows = rows
    var keys: [Int64: String] = [:]
    for name in authority.keyNames {
      if let number = authority.keyNumber(name) { keys[Int64(number)] = name }
    }
    self.keys = keys
  }

  /// The key of a number; nil for one that has ended.
  func name(ofKey number: Int64) -> String? { keys[number] }

  /// The key of a lockbox that an entry pins; nil for any other.
  func key(of row: Int64) throws(CustodyError) -> String? {
    if let key = known[row] { return key }
    do throws(SealingError) {
      let key = try rows.lockbox(row: row).key
      known[row] = key
      return key
    } catch {
      switch error.code {
      case .missing, .notAuthentic: return nil
      default: throw CustodyError(error)
      }
    }
  }
}
