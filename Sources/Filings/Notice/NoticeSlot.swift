import People
import Rules

/// A number field of a file of notices, and whose number goes there.
struct NoticeSlot: Hashable {
  let field: Int
  let owner: NumberOwner
  let person: PersonCode
  /// The form copy as which the number is read.
  let form: FormCopyID
}
