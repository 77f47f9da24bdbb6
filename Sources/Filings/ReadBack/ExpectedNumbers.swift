/// What the number fields of a row must hold when it is read back.
struct ExpectedNumbers {
  /// One number, or one left blank.
  struct Place {
    /// The field, from 1.
    let field: Int
    /// Whether numbers stand there behind labels, as in the remarks.
    let isRemark: Bool
    /// The place among the numbers that passed the gate for this batch; nil for a blank.
    let number: Int?
  }

  /// In the order of the fields; several where a field holds numbers of several people.
  let places: [Place]
  /// How many fields the row has; nil for a line that is no record.
  let fieldCount: Int?
}
