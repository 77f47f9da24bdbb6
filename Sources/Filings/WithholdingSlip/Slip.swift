/// One person's slip while it is planned.
struct Slip {
  let row: PayrollRow
  let person: SlipPerson
  let family: [MatchedFamily]
  /// The sole proprietor, whose own number is the payer's.
  let payer: SlipPerson?
}
