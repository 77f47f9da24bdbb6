internal import Wording

extension PolicyReader {
  func readBundles(_ table: PolicyTable) {
    var seen: SubjectSet = []
    for item in table.required("bundles")?.list() ?? [] {
      guard let row = item.table(["subject", "purposes", "also"]) else { continue }
      let purposes = purposeIDs(row.required("purposes"))
      let also = purposeIDs(row["also"])
      guard let subject = row.required("subject")?.choice(Subject.self) else { continue }
      if seen.contains(SubjectSet(subject)) { item.fail("the subject has two bundles") }
      seen.formUnion(SubjectSet(subject))
      for purpose in purposes + also { checkCarried(purpose, subject, at: item) }
      bundles.append(PurposeBundle(subject: subject, purposes: purposes, also: also))
    }
  }

  /// A purpose that no form of that kind of person carries is never declared to one.
  private func checkCarried(_ purpose: PurposeID, _ subject: Subject, at node: PolicyNode) {
    let isCarried = forms.values.contains {
      $0.purposes.contains(purpose) && $0.carries.contains(SubjectSet(subject))
    }
    if !isCarried {
      node.fail("no form copy of \(purpose) carries the number of \(subject.rawValue) (番号法14条1項)")
    }
  }

  func readRoles(_ table: PolicyTable) {
    for item in table.required("roles")?.list() ?? [] {
      guard let row = item.table(["id", "ja", "en", "actions", "keys", "entrusted"]) else {
        continue
      }
      let actions = actions(row.required("actions"))
      let keys = keys(row.required("keys"))
      let isEntrusted = row["entrusted"]?.flag() ?? false
      guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
        let en = row.required("en")?.text()
      else { continue }
      let role = Role(
        id: RoleID(id), ja: ja, en: en, actions: actions, keys: keys,
        isEntrusted: isEntrusted)
      checkSeparation(role, at: row["keys"] ?? item)
      roles.add(role, at: item)
    }
  }

  private func actions(_ node: PolicyNode?) -> Set<Action> {
    var found: Set<Action> = []
    for item in node?.list() ?? [] {
      guard let action = item.choice(Action.self) else { continue }
      if !found.insert(action).inserted { item.fail("the action stands twice") }
    }
    return found
  }

  private func keys(_ node: PolicyNode?) -> [String] {
    var found: [String] = []
    for item in node?.list() ?? [] {
      guard let key = item.text() else { continue }
      if !purposes.contains(PurposeID(key)), !Role.compartments.contains(key) {
        item.fail("there is no key \(key.debugDescription)")
      } else if found.contains(key) {
        item.fail("the key stands twice")
      } else {
        found.append(key)
      }
    }
    return found
  }

  private static let entrustedActions: Set<Action> = [.signIn, .passphrase, .read]

  /// Who watches or appoints holds no number: the promise of each role, not of each user.
  private func checkSeparation(_ role: Role, at node: PolicyNode) {
    let purposeKeys = role.keys.filter { !Role.compartments.contains($0) }
    if !role.actions.isDisjoint(with: [.administerUsers, .administerPolicy, .purge]),
      !purposeKeys.isEmpty
    {
      node.fail("a role that administers or purges holds no purpose key")
    }
    if role.actions.contains(.audit), !role.keys.isEmpty {
      node.fail("a role that audits holds no key")
    }
    if role.isEntrusted, !role.keys.isEmpty || !role.actions.isSubset(of: Self.entrustedActions) {
      node.fail("a contractor's role holds no key of its own, and reads what was shared (番号法19条6号)")
    }
    if role.actions.contains(.read), purposeKeys.isEmpty, !role.isEntrusted {
      node.fail("a role that reads needs a purpose key")
    }
  }
}
