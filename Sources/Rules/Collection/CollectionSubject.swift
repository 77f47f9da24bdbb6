/// Of whom a number may not be asked, whatever they agree to (番号法14条, 15条): a closed list.
public enum CollectionSubject: String, CaseIterable, Hashable, Sendable {
  /// A family member whom no form copy carries.
  case familyWithoutForm = "family-without-form"
  /// An applicant before the hiring is certain.
  case applicant
  /// Somebody registered with a dispatch agency, before any employment.
  case dispatchRegistration = "dispatch-registration"
  /// A dispatched worker, at the company that receives them.
  case dispatchClient = "dispatch-client"
}
