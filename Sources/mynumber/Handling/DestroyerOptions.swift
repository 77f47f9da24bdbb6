import ArgumentParser
import MyNumberKit

/// The contractor who destroyed something, and its certificate.
struct DestroyerOptions: ParsableArguments {
  @Option(help: .both("The contractor who destroyed it.", "廃棄した委託先。", valueName: "text"))
  var contractor: String?

  @Option(
    help: .both("The day of the contractor's certificate.", "委託先の廃棄証明書の日付。", valueName: "date"))
  var certificateOn: CalendarDate?

  func validate() throws {
    if certificateOn != nil, contractor == nil {
      throw ValidationError(.goesWith("--certificate-on", "--contractor"))
    }
  }

  /// The first of the options that is given.
  var given: String? {
    if contractor != nil { return "--contractor" }
    return certificateOn == nil ? nil : "--certificate-on"
  }
}
