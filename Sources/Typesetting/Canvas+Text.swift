internal import CPangoCairo

extension Canvas {
  /// Sets a text in a frame, smaller if need be and allowed, and never cut off.
  ///
  /// - Throws: `doesNotFit`, `outsidePage`, `glyphMissing`, `forbiddenCharacter`, `textTooLong`,
  ///   `badMeasure`, `callFailed`.
  public borrowing func draw(
    _ text: String, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) {
    try drawChecked(text.utf8Span.span, in: frame, style: style)
  }

  /// Sets a text of UTF-8 bytes in a frame: for digits that never become a `String`.
  ///
  /// - Throws: `notUTF8`, and as `draw(_:in:style:)`.
  public borrowing func draw(
    utf8 text: Span<UInt8>, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) {
    guard (try? UTF8Span(validating: text)) != nil else { throw .notUTF8 }
    try drawChecked(text, in: frame, style: style)
  }

  private borrowing func drawChecked(
    _ text: Span<UInt8>, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) {
    try style.check()
    try paper.check(frame)
    guard !text.isEmpty else { return }
    guard frame.width > 0, frame.height > 0 else { throw .doesNotFit(frame) }
    try draw(try fitted(text, in: frame, style: style), in: frame, style: style)
  }

  /// Sets a text at the largest size at which it fits.
  private borrowing func fitted(
    _ text: Span<UInt8>, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) -> ShapedText {
    var size = style.size
    let room = (width: Measure.points(frame.width), height: Measure.points(frame.height))
    while true {
      let key = LayoutKey(style.typeface, size: size, slot: .text)
      let shaped = try fonts.shape(text, as: key, width: style.wraps ? room.width : nil)
      let (width, height) = (try shaped.width(), shaped.height(spacing: style.lineSpacing))
      let excess = max(width / room.width, height / room.height)
      if excess <= 1 + Measure.tolerance { return shaped }
      guard size > style.smallest else { throw .doesNotFit(frame) }
      size = max(style.smallest, Self.nextSize(below: size, excess: style.wraps ? 1 : excess))
    }
  }

  /// The next smaller size, in quarters of a point, so that few sizes are ever used.
  private static func nextSize(below size: Double, excess: Double) -> Double {
    min((size * 4).rounded(.up) - 1, (size / excess * 4).rounded(.down)) / 4
  }

  /// Draws lines in a frame.
  borrowing func draw(
    _ text: ShapedText, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) {
    let height = text.height(spacing: style.lineSpacing)
    var baseline =
      Measure.points(frame.y) + style.top(of: height, in: Measure.points(frame.height))
      + text.size * Typeface.ascent
    for line in 0..<text.lineCount {
      try draw(text, line: line, baseline: baseline, in: frame, style: style)
      baseline += text.size * style.lineSpacing
    }
    try check("pango_cairo_show_layout_line")
  }

  /// Draws one line between the sides of a frame.
  borrowing func draw(
    _ text: ShapedText, line: Int, baseline: Double, in frame: Frame, style: TextStyle
  ) throws(TypesettingError) {
    let room = Measure.points(frame.width)
    let start =
      style.alignment == .left ? 0 : style.start(of: try text.width(ofLine: line), in: room)
    try unsafe text.draw(
      line: line, x: Measure.points(frame.x) + start, baseline: baseline, on: cairo)
  }
}
