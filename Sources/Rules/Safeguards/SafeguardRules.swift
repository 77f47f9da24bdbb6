/// The guideline's annex 1, part 2, an item a row.
enum SafeguardRules {
  static func rule(_ item: SafeguardItem) -> SafeguardRule {
    switch item {
    case .policy, .handlingRules: founding(item)
    case .organisation, .operation, .ledger, .incidents, .review: organisational(item)
    case .supervision, .training: personal(item)
    case .areas, .theft, .carrying, .disposal: physical(item)
    default: technical(item)
    }
  }

  private typealias Text = SafeguardRule.Text

  private static func founding(_ item: SafeguardItem) -> SafeguardRule {
    item == .policy
      ? SafeguardRule(
        "A", title: Text("基本方針の策定", "basic policy"),
        duty: Text(
          "特定個人情報等の適正な取扱いの確保に組織として取り組む基本方針（重要とされるもの）",
          "a basic policy of proper handling, called important"),
        show: Text(
          "基本方針（事業者名、法令・ガイドラインの遵守、安全管理措置、質問・苦情の窓口）",
          "the policy: the employer's name, compliance, safety measures, whom to ask"))
      : SafeguardRule(
        "B", title: Text("取扱規程等の策定", "handling rules"),
        duty: Text(
          "取得・利用・保存・提供・削除の各段階の方法、責任者、任務。番号と本人をひも付けるときは二人以上で確かめ、責任者が最終確認する",
          "for each stage the method, who answers and who does; two people check a number against its person"
        ),
        small: Text(
          "取扱いの方法を明確にし、担当者が代わるときは責任ある立場の者が引継ぎを確認する",
          "the handling is clear, and who is responsible confirms a handing over of the work"),
        show: Text(
          "紙・他のソフトを含む取扱規程と事務の流れ、その承認の記録（保管庫の規程はその一部）",
          "the handling rules of paper and other software, and their approval: the vault's policy is a part"
        ))
  }

  private static func organisational(_ item: SafeguardItem) -> SafeguardRule {
    switch item {
    case .organisation:
      SafeguardRule(
        "C-a", title: Text("組織体制の整備", "organisation"),
        duty: Text(
          "責任者と責任、事務取扱担当者と役割、扱う情報の範囲、違反・漏えい等の報告連絡体制",
          "who answers, who handles what and how much of it, to whom breaches are reported"),
        small: Text(
          "事務取扱担当者が複数いるときは、責任者と担当者を分けることが望ましい",
          "with several people in charge, who answers and who handles had better be two"),
        show: Text(
          "体制図、任命の記録、違反・漏えい等の報告連絡先",
          "the chart, the appointments, whom to report to"))
    case .operation:
      SafeguardRule(
        "C-b", title: Text("取扱規程等に基づく運用", "operation by the rules"),
        duty: Text(
          "利用・出力、持ち運び、削除・廃棄、委託先の廃棄の証明、情報システムの利用（ログイン・アクセス）の記録",
          "records of use and output, carrying, deletion, contractors' certificates, sign-ins and access"
        ),
        small: Text("取扱状況の分かる記録を保存する", "records that show how numbers were handled"),
        show: Text(
          "保管庫の外（紙・給与ソフト）の記録のうち、ここに登録していないもの",
          "records of paper and other software not entered here"))
    case .ledger:
      SafeguardRule(
        "C-c", title: Text("取扱状況を確認する手段の整備", "means to see the handling"),
        duty: Text(
          "ファイルごとの種類・名称、責任者・取扱部署、利用目的、削除・廃棄状況、アクセス権を有する者。番号は記載しない",
          "of each file its kind and name, who answers, purposes, disposal, who has access; without any number"
        ),
        small: Text("取扱状況の分かる記録を保存する", "records that show how numbers were handled"),
        show: Text(
          "登録漏れがないこと（書庫・共有フォルダ・メールの棚卸し）",
          "that no file is left out: a stocktaking of shelves, shares, mail"))
    case .incidents:
      SafeguardRule(
        "C-d", title: Text("漏えい等事案に対応する体制の整備", "readiness for incidents"),
        duty: Text(
          "調査、本人への通知、委員会への報告、再発防止、公表の体制", "who investigates, notifies, reports, prevents, publishes"
        ),
        small: Text(
          "従業者から責任ある立場の者への報告連絡体制をあらかじめ確認しておく",
          "the line of report to who is responsible is confirmed beforehand"),
        show: Text(
          "対応手順、連絡網、訓練の記録",
          "the procedure, the contacts, drills"), also: ["番号法29条の4"])
    default:
      SafeguardRule(
        "C-e", title: Text("取扱状況の把握及び安全管理措置の見直し", "checking and improving"),
        duty: Text(
          "定期の自己点検または監査と、その結果による見直し", "a regular check or audit, and what follows from it"),
        small: Text("責任ある立場の者が定期に点検する", "who is responsible checks regularly"),
        show: Text("点検・監査の計画と報告書、見直しの決裁", "plans and reports of checks, decisions to improve"))
    }
  }

  private static func personal(_ item: SafeguardItem) -> SafeguardRule {
    item == .supervision
      ? SafeguardRule(
        "D-a", title: Text("事務取扱担当者の監督", "supervision"),
        duty: Text(
          "取扱規程等に基づき適正に扱うよう担当者を監督する", "those in charge are supervised to handle by the rules"),
        show: Text(
          "監督者の指導・確認の記録", "instructions given, and how it was looked after"),
        also: ["個人情報保護法24条"])
      : SafeguardRule(
        "D-b", title: Text("事務取扱担当者の教育", "training"),
        duty: Text(
          "適正な取扱いの周知徹底と教育（定期の研修、秘密保持を就業規則等に盛り込む等）",
          "proper handling is made known and taught: regular training, secrecy in the work rules"),
        show: Text(
          "研修の資料、出席簿、就業規則の秘密保持条項・誓約書、保管庫の利用者でない担当者の研修",
          "materials, attendance, the secrecy clause or pledges, training of those without a login")
      )
  }

  private static func physical(_ item: SafeguardItem) -> SafeguardRule {
    switch item {
    case .areas:
      SafeguardRule(
        "E-a", title: Text("区域の管理", "areas"),
        duty: Text(
          "管理区域と取扱区域を明確にし、立入りやのぞき見を防ぐ", "areas are marked out, entry and view are controlled"),
        show: Text(
          "区域図、入退室の管理、座席の配置・間仕切り", "a plan of the areas, entry control, seating and screens"))
    case .theft:
      SafeguardRule(
        "E-b", title: Text("機器及び電子媒体等の盗難等の防止", "theft"),
        duty: Text("機器、電子媒体、書類を施錠できる場所等に置く", "devices, media and papers are kept under lock"),
        show: Text("施錠できる書庫・ワイヤーの現物と鍵の管理", "the cabinets and wires, and who has their keys"))
    case .carrying:
      SafeguardRule(
        "E-c", title: Text("電子媒体等の取扱いにおける漏えい等の防止", "carrying"),
        duty: Text(
          "持ち運ぶとき（事業所内も）、番号が容易に分からないようにし、追跡できるようにする",
          "what is carried, even in-house, does not show numbers and can be traced"),
        small: Text("パスワードの設定、封筒に封入し鞄に入れる等の措置", "a password, or a sealed envelope in a bag"),
        show: Text(
          "記録していない持ち運びがないこと、封緘・搬送容器の現物", "that nothing was carried unrecorded; seals and cases"))
    default:
      SafeguardRule(
        "E-d", title: Text("個人番号の削除、機器及び電子媒体等の廃棄", "deletion and disposal"),
        duty: Text(
          "保存期間後できるだけ速やかに復元不可能な手段で削除・廃棄し、記録する。委託先の廃棄は証明書で確かめる",
          "soon after the period, beyond restoring, recorded; a contractor's by certificate"),
        small: Text("削除・廃棄したことを責任ある立場の者が確認する", "who is responsible confirms the deletion"),
        show: Text(
          "廃棄証明書の原本、他のソフトや機器の消去の記録", "certificates, what was erased in other software and devices"),
        also: ["番号法20条", "個人情報保護法22条"])
    }
  }

  /// Named for access control and for authentication alike.
  private static let device = Text(
    "機器と、それを扱う担当者を限定し、機器の利用者アカウントで担当者を限定することが望ましい",
    "the device and its user had better be limited, by accounts of the device")

  private static func technical(_ item: SafeguardItem) -> SafeguardRule {
    switch item {
    case .accessControl:
      SafeguardRule(
        "F-a", title: Text("アクセス制御", "access control"),
        duty: Text("担当者と、扱うファイルの範囲を限定する", "who reads, and which files, is limited"),
        small: Self.device,
        show: Text("保管庫の外のソフト・共有フォルダのアクセス権", "rights in other software and shared folders"))
    case .authentication:
      SafeguardRule(
        "F-b", title: Text("アクセス者の識別と認証", "authentication"),
        duty: Text("正当なアクセス権を持つ者であることを識別し認証する", "who reads is known and authenticated"),
        small: Self.device,
        show: Text("保管庫の外のソフト・機器のログイン方法", "how one signs in to other software and devices"))
    case .intrusion:
      SafeguardRule(
        "F-c", title: Text("外部からの不正アクセス等の防止", "intrusion"),
        duty: Text(
          "不正アクセスや不正ソフトウェアから守り、ログ等を定期に分析する", "protection from intrusion; logs are analysed"),
        show: Text("ファイアウォール、ウイルス対策、更新の設定", "firewall, virus scanner, updates"))
    case .leakPrevention:
      SafeguardRule(
        "F-d", title: Text("漏えい等の防止", "leaks in transit and at rest"),
        duty: Text(
          "通信経路と、保存する情報を暗号化やパスワード等で守る",
          "encryption or passwords, in transit and at rest"),
        show: Text(
          "送信に使う経路（e-Tax・eLTAX・e-Gov等）、端末のディスクの暗号化。保管庫・バックアップ・引渡しの番号の暗号化（AES-256-GCM）は"
            + "プログラムの性質で、記録による証跡ではない",
          "the channels used, disk encryption; that numbers in the vault, its backups and hand-overs are sealed "
            + "(AES-256-GCM) is a property of the program, not found in the log"))
    default:
      SafeguardRule(
        "G", title: Text("外的環境の把握", "handling abroad"),
        duty: Text(
          "外国で扱うときは、その国の個人情報の保護に関する制度等を把握した上で、必要かつ適切な措置を講ずる",
          "abroad, what is needed is done with the country's regime of data protection grasped"),
        show: Text(
          "サーバー・バックアップ・委託先のある国",
          "in which countries servers, backups and contractors are")
      )
    }
  }
}
