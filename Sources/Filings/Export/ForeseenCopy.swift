internal import People

/// One copy of the slips, and who on it has no usable number.
struct ForeseenCopy {
  let plan: SlipPlan
  var numbers: NumberForesight
  /// Whose row voids a slip that could not be looked at.
  var uncompared: [PersonCode] = []
}
