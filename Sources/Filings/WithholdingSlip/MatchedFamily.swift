/// A family member whom a row names, and the person it is.
struct MatchedFamily {
  let entry: FamilyEntry
  let person: SlipPerson
}
