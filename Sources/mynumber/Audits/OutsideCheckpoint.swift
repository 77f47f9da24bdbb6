import MyNumberKit

/// A checkpoint that was kept elsewhere, and the witness who cosigned it.
struct OutsideCheckpoint {
  let signed: SignedCheckpoint
  let cosigned: (witness: Witness, time: Timestamp)?

  /// Reads the file, and checks the cosignature of a witness that is named.
  ///
  /// - Returns: nil for no file.
  init?(_ file: String?, _ witness: String?, _ context: CommandContext) throws {
    guard let file else { return nil }
    signed = try SignedCheckpoint(
      parsing: try InputFile.bytes(
        context.path(file), named: file, limit: SignedCheckpoint.textLimit))
    cosigned = try witness.map(Self.known).map { [signed] in
      ($0, try Self.time(of: signed, cosignedBy: $0))
    }
  }

  /// When the witness cosigned the checkpoint.
  static func time(of checkpoint: SignedCheckpoint, cosignedBy witness: Witness) throws -> Timestamp
  {
    do throws(AuditingError) {
      return try checkpoint.time(cosignedBy: witness)
    } catch {
      throw Failure(ExitStatus.integrity, .notCosigned(by: witness.name))
    }
  }

  private static func known(_ text: String) throws -> Witness {
    do throws(AuditingError) {
      return try Witness(parsing: text)
    } catch {
      throw Failure.usage(.badWitness)
    }
  }
}
