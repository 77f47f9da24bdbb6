import MyNumberKit
import Testing

@testable import Custody

@Suite("Signing off the log")
struct LogReviewsTests {
  private func signOff(_ review: LogReview, as user: String) throws -> (ExitStatus, Entry?, Int) {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(user)
    defer { session.close() }
    let before = session.vault.logSize
    let result = try ExitStatus { _ = try LogReviews(session).signOff(review) }
    return (result, try session.vault.entries().last, session.vault.logSize - before)
  }

  @Test("is an entry signed by the reviewer", arguments: ["audrey", "admin"])
  func signed(user: String) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(user)
    defer { session.close() }
    let today = session.vault.today
    let index = try LogReviews(session).signOff(
      LogReview(through: 5, finding: "夜間の利用あり", action: "理由を聞く", due: today))
    let entry = try #require(try session.vault.entries().last)
    #expect(entry.index == index && entry.content.action == "sign-off")
    #expect(entry.content.reason == "夜間の利用あり" && entry.content.actor == session.account.id)
    #expect(
      entry.content.detail == [
        "through": .integer(5), "action": .string("理由を聞く"), "due": .string(today.isoText),
      ])
    let checkpoint = session.vault.signature.checkpoint
    #expect(checkpoint.signer == session.account.id && checkpoint.checkpoint.size == index + 1)
    let closing = try LogReviews(session).signOff(
      LogReview(through: index, finding: "確認済み", closes: [index, index]))
    let closed = try #require(try session.vault.entries().last)
    #expect(closed.index == closing && closed.content.detail["closes"] == .array([.integer(index)]))
    let again = try ExitStatus {
      _ = try LogReviews(session).signOff(
        LogReview(through: index, finding: "確認済み", closes: [index]))
    }
    #expect(again.status == 64)
  }

  @Test("is not for HR or the accountant", arguments: ["hanako", "keiko"])
  func refused(user: String) throws {
    let (result, entry, added) = try signOff(LogReview(through: 5, finding: "異常なし"), as: user)
    #expect(result.status == 77 && added == 1)
    #expect(entry?.content.action == "sign-off" && entry?.content.outcome == .refused)
  }

  @Test("goes no further than the log, and takes an action with a day that is to come only")
  func usage() throws {
    let past = VaultFixture.noon.japanDate.adding(days: -1)
    for review in [
      LogReview(through: 1_000_000, finding: "異常なし"), LogReview(through: -1, finding: "異常なし"),
      LogReview(through: 5, finding: "要是正", action: "する"),
      LogReview(through: 5, finding: "要是正", due: past.adding(days: 30)),
      LogReview(through: 5, finding: "要是正", action: "する", due: past),
      LogReview(through: 5, finding: "異常なし", closes: [3]),
    ] {
      let (result, _, added) = try signOff(review, as: "audrey")
      #expect(result.status == 64 && added == 0, "\(review)")
    }
  }

  @Test("takes no text that could hold a number or is too long, and repeats nothing of it")
  func texts() throws {
    let due = VaultFixture.noon.japanDate.adding(days: 30)
    for text in ["9656-8945-5668", String(repeating: "あ", count: 201)] {
      for review in [
        LogReview(through: 5, finding: text),
        LogReview(through: 5, finding: "要是正", action: text, due: due),
      ] {
        let (result, _, added) = try signOff(review, as: "audrey")
        #expect(result.status == 65 && added == 0 && !result.description.contains("5668"))
      }
    }
  }
}
