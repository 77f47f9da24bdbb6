/// The words by which the policy says how much a clause is needed.
enum ClauseNeed: String, CaseIterable {
  case mandatory
  case desirable
}
