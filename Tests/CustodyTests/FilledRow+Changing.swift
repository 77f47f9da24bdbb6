@testable import Filings

extension FilledRow {
  /// The same row with other bytes and holes.
  func with(
    bytes: [UInt8]? = nil, _ move: (Int, NumberHole) -> NumberHole = { $1 }
  ) -> FilledRow {
    FilledRow(
      composed: ComposedRow(
        firstSlot: composed.firstSlot, bytes: bytes ?? composed.bytes,
        holes: composed.holes.enumerated().map { move($0.offset, $0.element) }),
      slots: slots, fieldCount: fieldCount, shown: shown)
  }
}
