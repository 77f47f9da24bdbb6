public import People

/// A number that is not the employer's to verify.
public enum NotOurs: Hashable, Sendable {
  /// The employee verifies dependents for tax and health insurance (所得税法194条, 健康保険法施行規則38条).
  case employeeVerifies
  /// From a former employer, with the employee's consent of that day (番号法19条4号).
  case consented(on: CalendarDate)
}
