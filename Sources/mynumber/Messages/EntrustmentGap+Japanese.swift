import MyNumberKit

extension EntrustmentGap {
  /// What stands against it, in Japanese.
  func japanese(_ names: PolicyNames) -> String {
    switch self {
    case .notRegistered(let id): "\(id) との契約が登録されていません"
    case .circular(let id): "\(id) の委託の連鎖が自身に戻っています"
    case .permissionMissing(let id): "\(id) への再委託に、最初の委託者である事業者の許諾がありません"
    case .permissionNotOfRoot(let id, let by):
      "\(id) への再委託を許諾したのは \(by) であり、最初の委託者である事業者ではありません"
    case .clauseMissing(let id, let clause): "\(id) との契約に条項\(names[clause])がありません"
    case .notBegun(let id, let day): "\(id) との契約は\(day.isoText)に始まります"
    case .lapsed(let id, let day): "\(id) との契約は\(day.isoText)で終わりました"
    case .purposeNotEntrusted(let id, let purpose): "\(id) との契約は「\(names[purpose])」を委託していません"
    case .supervisionOverdue(let id, let day): "\(id) の監督が期限（\(day.isoText)）を過ぎています"
    case .clauseDesirable(let id, let clause):
      "\(id) との契約に望ましい条項\(names[clause])がありません"
    case .notReturned(let id, let day):
      "\(day.isoText)に契約が終わった \(id) からの返却・廃棄の記録がありません"
    }
  }

  /// What to do about it, in Japanese.
  var japaneseRemedy: String {
    switch self {
    case .notRegistered: "契約を登録してください（entrustment add）"
    case .circular: "委託者の指定を直してください"
    case .permissionMissing, .permissionNotOfRoot:
      "事業者自身が許諾し、契約のファイルに記録してください"
    case .clauseMissing, .clauseDesirable: "条項を合意し、契約を登録し直してください"
    case .notBegun: "その日を待ってください"
    case .lapsed: "新しい契約を登録するか、全て返却・廃棄させてください"
    case .purposeNotEntrusted: "契約にある利用目的を指定するか、契約を広げて登録し直してください"
    case .supervisionOverdue: "取扱状況を確認し、記録してください（entrustment supervise）"
    case .notReturned: "返却・廃棄させ、記録してください（entrustment returned）"
    }
  }
}
