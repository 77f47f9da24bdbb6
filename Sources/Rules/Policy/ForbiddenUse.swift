/// Uses that no law makes number-related affairs (番号法9条4項): every policy must list each of them.
///
/// Neither a declaration nor consent makes one of them a purpose (番号法30条2項).
public enum ForbiddenUse: String, CaseIterable, Hashable, Sendable {
  /// 労災保険.
  case accidentInsurance = "accident-insurance"
  /// 労働保険料の申告.
  case labourInsurancePremiums = "labour-insurance-premiums"
  /// 労働者名簿.
  case workerRoster = "worker-roster"
  /// 賃金台帳.
  case wageLedger = "wage-ledger"
  /// 給与明細.
  case payslip
  /// 人事管理.
  case staffManagement = "staff-management"
  /// 人事評価.
  case staffEvaluation = "staff-evaluation"
  /// 営業成績, 顧客名簿.
  case salesList = "sales-list"
  /// 勤怠管理.
  case attendance
  /// 入退室管理.
  case accessControl = "access-control"
  /// 社員番号.
  case employeeNumber = "employee-number"
  /// 採用選考.
  case recruitment
  /// 一般財形.
  case generalSavings = "general-savings"
  /// 所得証明, ローン.
  case proofForOthers = "proof-for-others"

  /// A word that the policy's list for it must hold.
  var stem: String {
    switch self {
    case .accidentInsurance: "労災"
    case .labourInsurancePremiums: "労働保険料"
    case .workerRoster: "労働者名簿"
    case .wageLedger: "賃金台帳"
    case .payslip: "給与明細"
    case .staffManagement: "人事管理"
    case .staffEvaluation: "人事評価"
    case .salesList: "営業"
    case .attendance: "勤怠"
    case .accessControl: "入退室"
    case .employeeNumber: "社員番号"
    case .recruitment: "採用"
    case .generalSavings: "一般財形"
    case .proofForOthers: "所得証明"
    }
  }
}
