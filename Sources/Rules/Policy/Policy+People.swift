public import People

extension Policy {
  /// The purposes declared to such a person when none is named: of each subject the person is.
  public func bundle(for person: borrowing PersonRecord) -> [PurposeID] {
    merged(for: person) { $0.purposes }
  }

  /// Every purpose that may be declared to such a person; what is named must be among them.
  public func declarable(to person: borrowing PersonRecord) -> [PurposeID] {
    merged(for: person) { $0.purposes + $0.also }
  }

  /// The purposes of a form that are declared to the person, in the form's order.
  public func purposes(
    serving form: FormCopyID, declaredTo person: borrowing PersonRecord
  ) -> [PurposeID] {
    var found: [PurposeID] = []
    for purpose in self.form(form)?.purposes ?? [] where person.declares(purpose.rawValue) {
      found.append(purpose)
    }
    return found
  }

  /// Whether some form of the purpose carries such a person's number: whether it may be asked for.
  public func carries(_ purpose: PurposeID, for person: borrowing PersonRecord) -> Bool {
    let subjects = SubjectSet(of: person)
    return forms.contains {
      $0.purposes.contains(purpose) && !$0.carries.isDisjoint(with: subjects)
    }
  }

  private func merged(
    for person: borrowing PersonRecord, _ list: (PurposeBundle) -> [PurposeID]
  ) -> [PurposeID] {
    let subjects = SubjectSet(of: person)
    var found: [PurposeID] = []
    for bundle in bundles where subjects.contains(SubjectSet(bundle.subject)) {
      for purpose in list(bundle) where !found.contains(purpose) { found.append(purpose) }
    }
    return found
  }
}
