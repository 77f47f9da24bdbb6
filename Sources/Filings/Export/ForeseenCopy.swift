/// One copy of the slips, and who on it has no usable number.
struct ForeseenCopy {
  let plan: SlipPlan
  var numbers: NumberForesight
}
