import MyNumberKit

extension Refusal {
  /// What was refused, in Japanese.
  func japanese(_ names: PolicyNames) -> String {
    switch self {
    case .notSignedIn: "サインインしていません"
    case .sessionExpired: "セッションが終わっています"
    case .grantNotInDate(let until): "権限は\(until.isoText)で終わっています"
    case .roleUnknown: "利用者に規程上の役割がありません"
    case .roleForbids(let action): "利用者の役割では「\(Self.name(of: action))」の操作はできません"
    case .roleForbidsPurpose(let purpose): "利用者の役割は\(names[purpose])の事務を行いません"
    case .purposeMissing: "利用目的の指定がありません"
    case .purposeUnknown(let purpose): "規程に利用目的 \(purpose) はありません"
    case .purposeNotInForce(let purpose): "利用目的\(names[purpose])は施行期間外です"
    case .purposeForbidden(let use): "\(use.ja): \(use.whyJa)"
    case .formMissing: "書類の指定がありません"
    case .formUnknown(let form): "規程に書類 \(form) はありません"
    case .formNotInForce(let form): "書類\(names[form])は施行期間外です"
    case .formNotOfPurpose(let form, let purpose): "\(names[form])は\(names[purpose])の書類ではありません"
    case .formCarriesNobody(let form): "\(names[form])には誰の個人番号も記載しません"
    case .formNotForSubject(let form): "\(names[form])にはこの区分の人の個人番号を記載しません"
    case .notVerified(let purpose, let missing):
      missing.reduce("\(names[purpose])のための本人確認が済んでいません") { text, gap in
        text + "。" + Message.phrase(gap.shortfall.phrase(under: names.identity)).japanese
      }
    case .particularsKept: "本人確認の記録があり、それでは足りません"
    case .receivedSince(let day, let limit):
      "認証できるのは保管庫を作った日（\(limit.isoText)）より前に収集した番号だけです。この番号は\(day.isoText)のものとして扱います"
    case .employeeVerifies: "本人確認は従業員が行います"
    case .verifiedAlready: "すでに本人確認または認証が済んでいます"
    case .verificationRuleNotInForce(let day): "本人確認の規則が\(day.isoText)には施行されていません"
    case .notDeclared(let purpose): "\(names[purpose])は本人に通知・明示されていません"
    case .pastDisposal(let purpose, let day): "\(names[purpose])の保存期間は\(day.isoText)で終わりました"
    case .keyNotHeld(let purpose): "\(names[purpose])の鍵を持っていません"
    case .numberNotOpened: "個人番号を開ける鍵を持っていません"
    case .noWrap(let purpose): "個人番号は\(names[purpose])のために封印されていません"
    case .noNumber(let reason):
      reason.map { "個人番号がありません: \($0.japanese)" } ?? "個人番号がありません"
    case .versionWrong(let version): "個人番号の第\(version)版は誤って取得した番号です"
    case .versionPurged(let version): "個人番号の第\(version)版は廃棄済みです"
    case .noVersion(let version): "個人番号の第\(version)版は使えません"
    case .purged(let purpose, let day): "\(names[purpose])のための個人番号は\(day.isoText)に廃棄されました"
    case .reasonMissing: "理由がありません"
    case .secondEntryMissing: "個人番号が二人目によって確認されていません"
    case .secondEntryDiffers: "個人番号の二度目の入力または確認が一致しませんでした"
    case .notCompared: "個人番号の二つの入力がまだ照合されていません"
    case .secondEntryBySame: "同じ利用者が一度目の入力をしています"
    case .collectionNotNeeded(let purpose): "\(names[purpose])の書類にこの区分の人の番号を記載するものはありません"
    case .yearMissing(let form): "\(names[form])は年分のある書類ですが、年分の指定がありません"
    case .copyNotFiled(let copy):
      "\(copy.incomeYear)年分の\(names[copy.form])は提出しません"
        + (copy.countedBy.map { "。\(names[$0])の提出をもって提出したものとみなされます" } ?? "")
    case .entrustment(let gap): gap.japanese(names)
    case .notShared(let purpose, let contractor):
      "番号は\(names[purpose])のために \(contractor) と共有されていません"
    case .onHold: "廃棄の保留中です"
    case .purgeNotApproved: "この廃棄計画は、別の利用者に承認されていません"
    case .presumptionNotAccepted(let purpose): "\(names[purpose])の終了は推定であり、記録されていません"
    case .stillKept(let purpose, let day):
      day.map { "\(names[purpose])のために\($0.isoText)まで保存します" } ?? "\(names[purpose])のためにまだ必要です"
    }
  }

  private static func name(of action: Action) -> String {
    ReportLanguage.japanese.name(ofAction: action.rawValue) ?? action.rawValue
  }

  /// What to do about it, in Japanese.
  func japaneseRemedy(_ names: PolicyNames) -> String {
    switch self {
    case .notSignedIn: "自分のパスフレーズでサインインしてください"
    case .sessionExpired: "もう一度サインインしてください"
    case .grantNotInDate: "管理者に新しい権限を求めてください"
    case .roleUnknown, .roleForbids: "役割のある利用者に依頼してください"
    case .roleForbidsPurpose(let purpose), .keyNotHeld(let purpose):
      "\(names[purpose])の鍵を持つ利用者に依頼するか、鍵を付与してもらってください"
    case .numberNotOpened(let purposes):
      purposes.isEmpty
        ? "個人番号を改めて収集してください"
        : "\(purposes.map { names[$0] }.joined(separator: "、"))のいずれかの鍵を持つ利用者に依頼してください"
    case .purposeMissing: "利用目的を指定してください"
    case .purposeUnknown: "規程にある利用目的を指定してください（policy show）"
    case .purposeForbidden: "個人番号を使わずに行ってください。同意があっても利用できません（番号法30条2項）"
    case .purposeNotInForce, .formNotInForce: "規程を更新するか、施行中の書類を使ってください"
    case .formMissing: "個人番号を記載する書類を指定してください"
    case .formUnknown: "規程にある書類を指定してください（policy show）"
    case .formNotOfPurpose(_, let purpose): "\(names[purpose])の書類を指定してください"
    case .formCarriesNobody: "番号を記載せずに作成してください。この書類に番号は要りません"
    case .formNotForSubject: "この人の番号は記載しないでください"
    case .notVerified(_, let missing):
      missing.contains { $0.shortfall == .notAttested }
        ? "責任者の認証（verify attest）を受けてください"
        : "本人確認をして記録してください（verify record）"
    case .particularsKept, .receivedSince: "本人確認をやり直して記録してください（verify record）"
    case .employeeVerifies: "第3号の確認（verify record）のほかにすることはありません"
    case .verifiedAlready: "することはありません"
    case .verificationRuleNotInForce: "施行中の規則で本人確認をやり直してください"
    case .notDeclared(let purpose): "先に\(names[purpose])を本人に通知してください"
    case .pastDisposal: "管理者に廃棄を依頼してください"
    case .noWrap(let purpose):
      "\(names[purpose])をあらためて通知してください（declare --purposes \(purpose)）。番号はその鍵で封印されます"
    case .noNumber(let reason):
      reason == nil ? "番号の提供を求め、求めたことを記録してください" : "もう一度求め、求めたことを記録してください（refusal record）"
    case .noVersion: "現在の番号を使ってください"
    case .versionWrong:
      "誰の番号としても使えません。誤った票は番号を記載せず書面で取り消し（提出先に確認）、正しい票を提出してください"
    case .versionPurged: "再現できません。控えをもとに書面で取り消すか、提出先に取消しを依頼してください"
    case .purged: "新たに事務が生じたときは、番号を集め直してください"
    case .reasonMissing: "番号が必要な理由を短く書いてください"
    case .secondEntryMissing: "二人目に番号を確認してもらってください"
    case .secondEntryDiffers:
      "書類を確かめ、番号を取り込み直してください（person import --replace correction）"
    case .notCompared: "鍵を持つ利用者が番号を読むと照合されます"
    case .secondEntryBySame: "別の利用者に入力または確認を依頼してください"
    case .collectionNotNeeded: "番号の提供を求めないでください"
    case .yearMissing: "年分を指定してください（--year）"
    case .copyNotFiled(let copy):
      copy.countedBy.map { "\(names[$0])を提出してください" }
        ?? "その年分に提出する書類を使ってください（slip plan）"
    case .entrustment(let gap): gap.japaneseRemedy
    case .notShared: "契約に必要なら、保有者に共有してもらってください（entrustment share）"
    case .onHold: "理由がなくなったら保留を外してください"
    case .purgeNotApproved:
      "計画を書き出し（purge --dry-run --plan FILE）、別の利用者に承認してもらってください（purge approve）"
    case .presumptionNotAccepted: "完結を記録するか、推定を受け入れてください"
    case .stillKept: "その日を待つか、事務が終わった事実を記録してください"
    }
  }
}
