import MyNumberKit

extension Terminal {
  /// Tells how a file was destroyed, and what that cannot reach.
  func tell(disposal how: ExportRecord.Disposal) {
    switch how {
    case .overwritten: tell(.exportDisposed)
    case .resumed: tell(.exportDisposalResumed)
    case .gone: return tell(.exportGone)
    }
    tell(.disposalCannotReach)
  }
}
