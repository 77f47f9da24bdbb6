internal import Auditing

extension Vault {
  /// The newest pin of the row of a code.
  func newestPin(of code: Span<UInt8>) -> Pin? {
    newPins.newest(of: code) ?? pins.newest(of: code)
  }

  /// Whether an entry pins a lockbox of a key with this digest.
  func pins(lockbox digest: Span<UInt8>, of key: String, at index: Int) -> Bool {
    pins.pins(lockbox: digest, of: key, at: index)
      || newPins.pins(lockbox: digest, of: key, at: index)
  }
}
