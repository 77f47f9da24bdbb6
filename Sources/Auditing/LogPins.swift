public import JSON

/// What the log pins, with what the entries of an open transaction pin, on which its own reads rest.
///
/// It is shared and asked in place: the tables of a large vault are not held by anybody meanwhile.
public final class LogPins {
  private var durable: PinIndex
  private var open = PinIndex()

  /// What the durable entries pin.
  public init(_ durable: PinIndex) { self.durable = durable }

  /// How many people the durable entries pin.
  public var count: Int { durable.count }

  /// What the durable entries pin, for a replay that goes on from there.
  public var known: PinIndex { durable }

  /// What the newest entry says that sets the employer file.
  public var employer: [String: CanonicalValue]? { open.employer ?? durable.employer }

  /// The newest pin of the row of a code; nil if there is none.
  public func newest(of code: Span<UInt8>) -> Pin? {
    let key = PinIndex.key(code)
    return open.newest(ofKey: key) ?? durable.newest(ofKey: key)
  }

  /// Whether an entry pins a lockbox of a key with this digest.
  public func pins(lockbox digest: Span<UInt8>, of key: String, at index: Int) -> Bool {
    durable.pins(lockbox: digest, of: key, at: index)
      || open.pins(lockbox: digest, of: key, at: index)
  }

  /// Takes the digests that an entry of the open transaction pins.
  ///
  /// - Throws: `.malformed` for one that is not 32 bytes.
  public func take(_ content: EntryContent, at index: Int) throws(AuditingError) {
    try open.take(content, at: index)
  }

  /// The open transaction has become durable.
  public func keep() {
    durable.merge(open)
    open = PinIndex()
  }

  /// The open transaction was rolled back.
  public func forget() { open = PinIndex() }

  /// The log was read anew, or on.
  public func replace(with durable: PinIndex) { self.durable = durable }
}
