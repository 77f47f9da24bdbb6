internal import People
internal import Text

/// By what a dependent is the same one without a 家族番号: birth date and normalised name.
struct FamilyIdentity: Hashable {
  let birthDate: CalendarDate?
  let name: String

  init(_ profile: Profile) {
    birthDate = profile.birthDate
    name = Folding.key(profile.name)
  }
}
