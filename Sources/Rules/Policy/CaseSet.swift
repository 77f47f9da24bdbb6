/// A set of an enum's cases, one bit each, so that a decision compares words.
public struct CaseSet<Member: CaseIterable & Hashable & Sendable>: Hashable, Sendable {
  private var bits: UInt64 = 0

  public init() {}

  public init(_ members: some Sequence<Member>) {
    for member in members { insert(member) }
  }

  /// Adds a case; the enum has at most 64.
  public mutating func insert(_ member: Member) {
    for (place, other) in Member.allCases.enumerated() where other == member { bits |= 1 << place }
  }

  public func contains(_ member: Member) -> Bool { !isDisjoint(with: CaseSet([member])) }

  public var isEmpty: Bool { bits == 0 }

  public func isDisjoint(with other: CaseSet) -> Bool { bits & other.bits == 0 }

  public func isSubset(of other: CaseSet) -> Bool { bits & ~other.bits == 0 }

  public func subtracting(_ other: CaseSet) -> CaseSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  public mutating func formUnion(_ other: CaseSet) { bits |= other.bits }

  /// The members, in the order of the enum.
  public var members: [Member] {
    Member.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
  }
}

extension CaseSet: ExpressibleByArrayLiteral {
  public init(arrayLiteral members: Member...) { self.init(members) }
}
