import People

/// What a record of a notice has beside its fields.
struct RecordTraits: Hashable, Sendable {
  /// As which form copies it carries numbers; the first that fits an owner counts.
  var forms: [OwnedForm] = []
  var rules: [RecordRule] = []
  /// Whether a person may have several records, for more people than one has room for.
  var repeats = false
  /// The eras by their codes.
  var eras: [String: Era] = [:]
}
