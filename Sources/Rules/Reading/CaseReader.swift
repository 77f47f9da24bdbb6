internal import JSON
internal import Numbers
internal import People
internal import Wording

/// Reads the JSON of a case and gathers every mistake in it.
struct CaseReader {
  typealias Members = [String: CanonicalValue]

  private(set) var mistakes: [CaseError.Mistake] = []

  /// Reads one value from its bytes.
  ///
  /// - Throws: every mistake with its place.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (inout CaseReader, CanonicalValue) -> Value?
  ) throws(CaseError) -> Value {
    guard bytes.count <= IdentityCase.byteLimit else {
      throw CaseError(mistakes: [
        .init(place: "", message: "a case has at most \(IdentityCase.byteLimit) bytes")
      ])
    }
    let value: CanonicalValue
    do throws(JSONError) {
      value = try CanonicalValue(json: bytes)
    } catch {
      let what: Phrase = "not JSON as expected (\(Phrase(verbatim: error.detail)))"
      throw CaseError(
        mistakes: [
          .init(place: "", message: "line \(error.line), column \(error.column): \(what)")
        ])
    }
    var reader = CaseReader()
    guard let read = body(&reader, value), reader.mistakes.isEmpty else {
      throw CaseError(mistakes: reader.mistakes)
    }
    return read
  }

  // MARK: Values

  mutating func personKind(_ value: CanonicalValue) -> PersonKind? {
    word(value, "person.kind", of: PersonKind.self)
  }

  /// A value of a column by its English word.
  mutating func word<T: ColumnValue>(
    _ value: CanonicalValue, _ place: String, of _: T.Type
  ) -> T? {
    guard case .string(let text) = value,
      let found = T.allCases.first(where: { $0.english == text })
    else {
      let known = T.allCases.map(\.english).joined(separator: ", ")
      note(place, "not one of these: \(known)")
      return nil
    }
    return found
  }

  mutating func standing(_ value: CanonicalValue) -> DependentStanding {
    var standing = DependentStanding.none
    for (place, item) in list(value, "person.standing").enumerated() {
      choice(item, "person.standing[\(place)]", StandingFlag.self)?.set(in: &standing)
    }
    return standing
  }

  mutating func code(_ value: CanonicalValue) -> PersonCode? {
    if case .string(let text) = value, let code = try? PersonCode(text) { return code }
    note("code", "a person's code is expected here")
    return nil
  }

  mutating func note(_ place: String, _ message: Phrase) {
    mistakes.append(CaseError.Mistake(place: place, message: message))
  }

  mutating func object(
    _ value: CanonicalValue, _ place: String, _ keys: [String]
  ) -> Members? {
    guard case .object(let members) = value else {
      note(place, "an object is expected here")
      return nil
    }
    if members.keys.contains(where: { !keys.contains($0) }) {
      note(place, "a member that a case does not have; known: \(keys.joined(separator: ", "))")
    }
    return members
  }

  mutating func required(
    _ members: Members, _ key: String, _ prefix: String
  ) -> CanonicalValue? {
    if members[key] == nil { note(prefix + key, "missing") }
    return members[key]
  }

  mutating func list(_ value: CanonicalValue, _ place: String) -> [CanonicalValue] {
    guard case .array(let values) = value else {
      note(place, "a list is expected here")
      return []
    }
    return values
  }

  mutating func text(_ value: CanonicalValue, _ place: String) -> String? {
    guard case .string(let text) = value, !text.isEmpty, text.utf8.count <= 200 else {
      note(place, "a short text is expected here")
      return nil
    }
    // A case is printed and kept: no number of the person or of a document may stand in it.
    if MyNumber.looksLikeNumber(in: text.utf8) {
      note(place, "something here could be a My Number")
      return nil
    }
    return text
  }

  mutating func date(_ value: CanonicalValue, _ place: String) -> CalendarDate? {
    guard case .string(let text) = value, let date = CalendarDate(parsing: text),
      date.isoText == text
    else {
      note(place, "a date such as 2026-04-01 is expected here")
      return nil
    }
    return date
  }

  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ value: CanonicalValue, _ place: String, _: T.Type
  ) -> T? where T.RawValue == String {
    guard case .string(let text) = value, let choice = T(rawValue: text) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      note(place, "not one of these: \(known)")
      return nil
    }
    return choice
  }
}
