/// Why a person has no usable number (個人番号なしの理由).
public enum NoNumberReason: UInt8, ColumnValue {
  case asked = 1
  case refused = 2
  /// Lives abroad and never had one.
  case noneAbroad = 3
  case notYetIssued = 4
  case unreachable = 5
  /// No form asks for this person's number.
  case exempt = 6
  /// Nobody asked yet; set by the vault, never by a column.
  case notAsked = 7
  /// There is a number, but its identity verification is incomplete; set by the vault.
  case unverified = 8
  /// There is a number, but no second entry or check of it that agrees; set by the vault.
  case unconfirmed = 9

  /// The words of the column 個人番号なしの理由 no_number_reason.
  public var labels: ColumnLabels {
    switch self {
    case .asked: ColumnLabels("asked", "依頼中", "提出待ち")
    case .refused: ColumnLabels("refused", "拒否", "提供拒否")
    case .noneAbroad: ColumnLabels("none-abroad", "国外居住", "国外居住のため番号なし", "番号なし")
    case .notYetIssued: ColumnLabels("not-yet-issued", "未通知", "番号通知前", "出生直後")
    case .unreachable: ColumnLabels("unreachable", "連絡不能", "連絡先不明")
    case .exempt: ColumnLabels("exempt", "不要", "対象外")
    case .notAsked: ColumnLabels("not-asked", "未依頼")
    case .unverified: ColumnLabels("unverified", "本人確認未了", "未確認")
    case .unconfirmed: ColumnLabels("unconfirmed", "照合未了")
    }
  }

  /// Whether an import column may say it; the others are the vault's own findings.
  public var isImportable: Bool {
    switch self {
    case .notAsked, .unverified, .unconfirmed: false
    default: true
    }
  }

  /// Whether a filing may be left blank for it: someone must have asked first.
  public var mayBeLeftBlank: Bool { self != .notAsked }
}
