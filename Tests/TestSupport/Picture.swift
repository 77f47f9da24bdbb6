/// A page as a picture in grey, from the top left corner.
public struct Picture: Sendable {
  public let width: Int
  public let height: Int
  /// From 0, black, to 255.
  private let pixels: [UInt8]

  /// Reads a portable greymap (PGM, P5); nil for anything else.
  public init?(_ bytes: [UInt8]) {
    var words: [Int] = []
    var place = 2
    guard bytes.starts(with: [0x50, 0x35]) else { return nil }
    while words.count < 3, place < bytes.count {
      while place < bytes.count, !(0x30...0x39).contains(bytes[place]) { place += 1 }
      var number = 0
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
        number = number * 10 + Int(bytes[place] - 0x30)
        place += 1
      }
      words.append(number)
    }
    guard words.count == 3, words[2] == 255, bytes.count == place + 1 + words[0] * words[1] else {
      return nil
    }
    (width, height) = (words[0], words[1])
    pixels = Array(bytes[(place + 1)...])
  }

  private init(width: Int, height: Int, pixels: [UInt8]) {
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// The part between two columns.
  public func cut(from left: Int, to right: Int) -> Picture {
    let rows = (0..<height).flatMap { pixels[$0 * width + left..<$0 * width + right] }
    return Picture(width: right - left, height: height, pixels: rows)
  }

  /// The picture with rows and columns exchanged.
  public var turned: Picture {
    var turned: [UInt8] = []
    turned.reserveCapacity(pixels.count)
    for x in 0..<width { for y in 0..<height { turned.append(pixels[y * width + x]) } }
    return Picture(width: height, height: width, pixels: turned)
  }

  /// Whether there is ink at a place.
  public func isDark(_ x: Int, _ y: Int) -> Bool {
    (0..<width).contains(x) && (0..<height).contains(y) && pixels[y * width + x] < 160
  }

  /// The places of ink without a gap in a row, of at least so many pixels.
  public func runs(inRow y: Int, atLeast length: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for x in 0...width {
      if isDark(x, y) {
        start = start ?? x
      } else if let from = start {
        if x - from >= length { runs.append(from..<x) }
        start = nil
      }
    }
    return runs
  }
}
