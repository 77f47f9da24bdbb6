/// What an event can say beside its kind.
public enum LifeEventField: String, CaseIterable, Sendable {
  case date
  case year
  case purpose
  case form
}
