import Auditing
import Foundation
import People
import TestSupport
import Testing

@testable import Reports

@Suite("The report's page in a browser")
struct HTMLPageTests {
  private static let views = [
    Chromium.View(width: 380), Chromium.View(width: 1200), Chromium.View(width: 1200, isDark: true),
  ]

  /// The report in a language, and what a browser makes of it.
  private struct Page: Sendable {
    let language: ReportLanguage
    let bytes: [UInt8]
    let document: ReportDocument
    let seen: [Chromium.Seen]

    init(_ language: ReportLanguage) throws {
      self.language = language
      let parameters = AccessReportParameters(asOf: day("2026-11-22"))
      let people = try YearOfWork.people()
      document = try YearOfWork.log().report(parameters, people: people).document
      bytes = document.parts(ReportForm(.html, language)).bytes
      seen = try Chromium.open(bytes, HTMLPageTests.views)
    }
  }

  private static let pages = Result { try ReportLanguage.allCases.map { try Page($0) } }

  @Test("asks nothing of anybody, and nothing in it fails")
  func requests() throws {
    for page in try Self.pages.get() {
      #expect(page.seen.count == Self.views.count)
      for view in page.seen {
        #expect(view.requests.isEmpty && view.console.isEmpty, "\(view.console)")
      }
    }
    // So that the above can fail.
    let other = "<img src=\"http://127.0.0.1:9/x.png\"><script>undefined.x</script>"
    let seen = try #require(try Chromium.open(Array(other.utf8), [.init(width: 400)]).first)
    #expect(seen.requests == ["http://127.0.0.1:9/x.png"] && !seen.console.isEmpty)
  }

  @Test("has its plots, with parts that can be seen and words for who cannot")
  func plots() throws {
    for page in try Self.pages.get() {
      for view in page.seen {
        let columns = view.plots.filter { $0.height > 100 }
        // Uses and refusals over time; the rest are bars by purpose and by user.
        #expect(columns.count == 2 && view.plots.count >= 5)
        for plot in view.plots {
          #expect(plot.width > 200 && plot.parts > 0 && !plot.label.isEmpty, "\(plot)")
        }
        #expect((columns.map(\.parts).max() ?? 0) > 60)
      }
    }
  }

  @Test("is as wide as the screen, on a phone too, and dark where that is preferred")
  func widths() throws {
    for page in try Self.pages.get() {
      #expect(page.seen.map(\.pageWidth) == [380, 1200, 1200])
      #expect(page.seen[1].background == "rgb(255, 255, 255)")
      #expect(page.seen[2].background != page.seen[1].background)
    }
  }

  @Test("prints every section and figure, in light colours")
  func printed() throws {
    for page in try Self.pages.get() {
      let pdf = try #require(page.seen.last).printed
      let pages = try #require(try Poppler.info(pdf)["Pages"].flatMap { Int($0) })
      #expect(pages > 2)
      let text = try Poppler.text(pdf).filter { !$0.isWhitespace }
      for table in page.document.records + page.document.tables {
        let title = table.title.text(page.language).filter { !$0.isWhitespace }
        #expect(text.contains(title), "\(title)")
      }
      for figure in ["role-purpose", "番号法19条2号", "経理太郎(u11)"] {
        #expect(text.contains(figure), "\(figure)")
      }
    }
  }

  @Test("shows what a user wrote as text, and holds nothing that loads or runs")
  func hostile() throws {
    for page in try Self.pages.get() {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.contains("&lt;script src=//evil.example&gt;&lt;/script&gt;&quot;"))
      #expect(text.contains("default-src 'none'"))
      let links = text.components(separatedBy: "href=\"").dropFirst()
      #expect(links.allSatisfy { $0.hasPrefix("#") })
      let fills = text.components(separatedBy: "url(").dropFirst()
      #expect(fills.allSatisfy { $0.hasPrefix("#p") })
      for sign in ["http:", "https:", "<script", "@import", "<link", "<img", "<iframe", "style="] {
        #expect(!text.contains(sign), "\(sign)")
      }
    }
  }
}
