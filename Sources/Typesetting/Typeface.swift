/// The two hands of Japanese type.
///
/// A character that the face has not is taken from IPAmjMincho, which has the kanji of the family
/// and resident registers, and then from the other face.
public enum Typeface: Hashable, Sendable, CaseIterable {
  /// 明朝: IPAexMincho.
  case mincho
  /// ゴシック: IPAexGothic.
  case gothic

  /// Every family that must be installed.
  static let allFamilies = ["IPAexMincho", "IPAexGothic", "IPAmjMincho"]

  /// The families asked in turn, as Pango reads them.
  var families: String {
    switch self {
    case .mincho: "IPAexMincho,IPAmjMincho,IPAexGothic"
    case .gothic: "IPAexGothic,IPAmjMincho,IPAexMincho"
    }
  }

  /// How far the em square reaches above the baseline, in ems: the same in both IPAex fonts.
  static let ascent = 0.88
}
