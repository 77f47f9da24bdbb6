internal import People

/// One copy of the slips, and who on it has no usable number.
///
/// Its rows are planned once and kept without numbers, about a kilobyte each, so that what is written
/// is what was looked at.
struct ForeseenCopy {
  let plan: SlipPlan
  var numbers: NumberForesight
  /// Whose row voids a slip that could not be looked at.
  var uncompared: [PersonCode] = []
  /// What the rows came to, in their order.
  var findings: [SlipFinding] = []
}
