import MyNumberKit

extension Message {
  static func logExported(entries: Int, to file: String) -> Message {
    Message(
      "\(English.count(entries, "entry", "entries")) written to \(file)",
      "\(entries)件の記録を \(file) に書き出しました")
  }

  static func checkpointWritten(entries: Int, to file: String) -> Message {
    Message(
      "the checkpoint of \(English.count(entries, "entry", "entries")) stands in \(file)",
      "\(entries)件の記録のチェックポイントを \(file) に書き出しました")
  }

  static let certificateVerifies = Message("the certificate verifies", "廃棄証明書は検証に通りました")

  static func certificateBySigner(_ signer: String) -> Message {
    Message(
      """
      the certificate is signed by \(signer), who alone vouches that this happened: hold it against the \
      exported log (--log), or a checkpoint of its sizes that was kept elsewhere
      """,
      """
      廃棄証明書は \(signer) の署名したものですが、そのとおり廃棄されたことは署名者の言うところによります。書き出した記録（--log）\
      か、別に保管した同じ件数のチェックポイントと照合してください
      """)
  }

  static func checkpointElsewhere(_ size: Int, _ sizes: [Int]) -> Message {
    let known = sizes.map { "\($0)" }
    return Message(
      """
      the checkpoint is of \(size) entries, the file of \(known.joined(separator: " and ")): give the \
      exported log too (--log)
      """,
      """
      チェックポイントは\(size)件の記録のもので、ファイルは\(known.joined(separator: "件と"))件のものです。書き出した記録も\
      指定してください（--log）
      """)
  }

  static func disclosed(_ count: Int, of code: PersonCode, to file: String) -> Message {
    Message(
      "\(English.count(count, "entry", "entries")) about \(code) with proofs stand in \(file)",
      "\(code) に関する\(count)件の記録を、証明とともに \(file) に書き出しました")
  }

  /// - Parameter size: How many entries the log had when it was disclosed.
  static func disclosureVerifies(isWhole: Bool, isAnchored: Bool, size: Int) -> Message {
    let part: Message =
      if isWhole {
        Message(
          "; the log's first \(English.count(size, "entry has", "entries have")) no other about the person",
          "。記録の最初の\(size)件に、本人に関する他の記録はありません")
      } else if isAnchored {
        Message(
          "; that no entry is left out, its signer vouches for (--log shows it)",
          "。漏れがないことは署名者が保証しています（--log で確かめられます）")
      } else {
        Message(
          "; that the log has it and no entry is left out, its signer vouches for (--log shows it)",
          "。記録にあること、漏れがないことは署名者が保証しています（--log で確かめられます）")
      }
    return Message(
      "the disclosure verifies" + part.english, "開示した記録は検証に通りました" + part.japanese)
  }

  static func witnessKeyMade(_ file: String) -> Message {
    Message(
      "the private key stands in \(file), under the passphrase; give the line above to whoever verifies",
      "秘密鍵を \(file) にパスフレーズで封印しました。上の行を、検証する者に渡してください")
  }

  static func cosigned(entries: Int, by witness: String, to file: String) -> Message {
    Message(
      "the checkpoint of \(English.count(entries, "entry", "entries")), cosigned by \(witness), stands in \(file)",
      "\(entries)件の記録のチェックポイントに \(witness) が連署し、\(file) に書き出しました")
  }

  static let badWitness = Message(
    "--witness is a line that 'audit witness-key' printed",
    "--witness には 'audit witness-key' が表示した行を指定します")
  static let badWitnessName = Message(
    "a witness's name is visible ASCII without +, and not a vault's",
    "立会人の名前は + を除く表示できる ASCII で、保管庫の名前ではないものです")
  static let witnessNeedsCheckpoint = Message(
    "--witness goes with --checkpoint", "--witness は --checkpoint とともに指定します")
  static let notCosignedBefore = Message(
    "give the checkpoint that this witness cosigned last with --checkpoint; if there is none yet, --first",
    "この立会人が前回連署したチェックポイントを --checkpoint で指定します。初めてなら --first を付けます")

  static func notCosigned(by witness: String) -> Message {
    Message(
      "the checkpoint bears no cosignature of \(witness) that verifies",
      "チェックポイントに、検証できる \(witness) の連署がありません")
  }

  static func noPurpose(_ word: String) -> Message {
    Message("no purpose of use in the policy is called \(word)", "規程に \(word) という利用目的はありません")
  }

  static func notAWitnessKey(_ file: String) -> Message {
    Message("\(file) is no witness's key file", "\(file) は立会人の鍵ファイルではありません")
  }

  static func noCertificate(_ file: String) -> Message {
    Message(
      """
      --log and --pdf go with a certificate of disposal, --log with a disclosure too, and \(file) is neither
      """,
      "--log と --pdf は廃棄証明書と、--log は開示した記録とも組み合わせます。\(file) はどちらでもありません")
  }

  static func noReport(_ file: String) -> Message {
    Message(
      "\(file) is no access report: it does not say how many entries it covers",
      "\(file) は取扱記録報告書ではありません（対象の記録の件数がない）")
  }

  static func reportNotInLog(_ file: String, size: Int) -> Message {
    Message(
      "\(file): entry \(size - 1) of the log made no such report",
      "\(file): 記録\(size - 1)はこの報告書を作った記録ではありません")
  }

  static func reportDiffers(_ file: String, _ difference: ReportDifference) -> Message {
    guard difference.place != "records" else {
      return Message(
        "\(file): what is made of the vault's records is not what the report's entry vouches for",
        "\(file): 保管庫の登録内容による部分が、報告書を作った記録の要約値と異なります")
    }
    let (log, report) = (difference.log ?? "–", difference.report ?? "–")
    return Message(
      "\(file): \(difference.place): the log gives \(log), the report says \(report)",
      "\(file): \(difference.place): 記録からは \(log)、報告書には \(report)")
  }

  static func otherPolicy(_ digest: String) -> Message {
    Message(
      "the policy then in force has the digest \(digest): give its folder (--policy)",
      "当時の規程のダイジェストは \(digest) です。そのフォルダーを指定してください（--policy）")
  }

  static func otherProgram(_ file: String, _ program: String) -> Message {
    Message(
      """
      \(file): not verified. It was made by \(program), and this is \(ProgramVersion.text), whose report \
      of the same log is another: verify it with the program that made it
      """,
      """
      \(file): 検証できません。\(program) が作成した報告書で、この \(ProgramVersion.text) が同じ記録から作るものとは\
      異なります。作成したプログラムで検証してください
      """)
  }

  static func reportNeedsLog(_ file: String) -> Message {
    Message(
      "--report goes with an exported log: give the log, and \(file) with --report",
      "--report は書き出した記録とともに指定します（記録を先に、\(file) を --report に）")
  }

  static func sheetNeedsCertificate(_ file: String) -> Message {
    Message(
      "--pdf goes with the certificate of disposal of which \(file) is the PDF",
      "--pdf は廃棄証明書とともに指定します（\(file) はその PDF）")
  }

  static func sheetVerifies(_ file: String) -> Message {
    Message("\(file) is the PDF of the certificate", "\(file) はこの廃棄証明書の PDF です")
  }

  static func otherSheet(_ pdf: String, _ file: String) -> Message {
    Message(
      """
      \(pdf) is not the PDF of \(file): it was edited, or other names of purposes stood in the policy then \
      (--policy), or another version of the program, of Pango or of the fonts drew it. What counts is \(file)
      """,
      """
      \(pdf) は \(file) の PDF ではありません。書き換えられたか、当時の規程で利用目的の名前が異なったか（--policy で指定）、\
      プログラム、Pango またはフォントの版が異なります。証明となるのは \(file) です
      """)
  }

  static func reportVerifies(
    entry: Int, by user: String, isCosignatureSeen: Bool
  ) -> Message {
    isCosignatureSeen
      ? Message(
        """
        the report is what the log gives, and its cosignature was checked; for what it takes from the vault's \
        records (what is held, read after leaving) entry \(entry), signed by \(user), vouches
        """,
        """
        報告書は記録から作り直したものと一致し、連署も検証しました。保管庫の登録内容による部分（保管の状況、退職後の利用）は、\
        \(user) の署名した記録\(entry)が保証しています
        """)
      : Message(
        """
        the report is what the log gives; for what it takes from the vault's records (what is held, read \
        after leaving), and that the checkpoints from outside were seen, entry \(entry), signed by \(user), vouches
        """,
        """
        報告書は記録から作り直したものと一致しました。保管庫の登録内容による部分（保管の状況、退職後の利用）と、外部のチェックポイントを照合したことは、\(user) の署名した\
        記録\(entry)が保証しています
        """)
  }

  static let logVerifies = Message("the log verifies", "記録は検証に通りました")
  static let badVaultID = Message(
    "a vault id has 43 characters of base64url", "保管庫IDは base64url の43文字です")

  static func signedOff(through entry: Int) -> Message {
    Message("the log is signed off through entry \(entry)", "記録\(entry)までの点検を記録しました")
  }

  static let personUnknownToLog = Message(
    "the log has no entry about such a person", "その従業員等についての記録はありません")
  static let periodReversed = Message(
    "--from is a later day than --to", "--from が --to より後の日になっています")
  static let unknownToLog = Message("the log knows no such user", "記録にその利用者はいません")
}
