internal import Custody
internal import People

extension SlipRow {
  /// The people of its slots, for the register.
  ///
  /// The employee's row is pay and, in the 甲 column, the declaration of all whom it names.
  var shown: [RegisteredExport.Person] {
    slots.map { slot in
      var shown = RegisteredExport.Person(
        code: slot.person, wasPaid: slot.person == person,
        isDeclared: hasDeclaration && slot.owner != .payer)
      shown.isVoided = isVoiding
      return shown
    }
  }
}
