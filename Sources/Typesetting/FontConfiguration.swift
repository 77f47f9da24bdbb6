internal import CPangoCairo

/// The installed fonts that may be used, and no others.
///
/// Neither the machine's configuration nor the user's is read, so that what else is installed
/// changes no page. The lists that Fontconfig keeps of the fonts in the folders are used, which saves
/// reading the fonts.
@safe struct FontConfiguration: ~Copyable {
  let pointer: OpaquePointer

  /// Looks for fonts, of every typeface unless told otherwise.
  ///
  /// - Throws: `fontMissing`, `callFailed`.
  init(_ families: [String] = Typeface.allFamilies) throws(TypesettingError) {
    let fresh = unsafe try FontCall.made(FcConfigCreate(), "FcConfigCreate")
    do throws(TypesettingError) {
      try unsafe Self.load(fresh, families)
    } catch {
      unsafe FcConfigDestroy(fresh)
      throw error
    }
    unsafe pointer = unsafe fresh
  }

  deinit { unsafe FcConfigDestroy(pointer) }

  private static func load(_ configuration: OpaquePointer, _ families: [String])
    throws(TypesettingError)
  {
    let xml = xml(families)
    let parsed = unsafe xml.withCString { text in
      unsafe text.withMemoryRebound(to: FcChar8.self, capacity: xml.utf8.count + 1) {
        unsafe FcConfigParseAndLoadFromMemory(configuration, $0, FcBool(FcTrue))
      }
    }
    try FontCall.check(parsed, "FcConfigParseAndLoadFromMemory")
    try FontCall.check(unsafe FcConfigBuildFonts(configuration), "FcConfigBuildFonts")
    let found = unsafe installedFamilies(configuration)
    for family in families where !found.contains(family) {
      throw .fontMissing(family: family)
    }
  }

  private static func xml(_ families: [String]) -> String {
    let patterns = families.map {
      "<pattern><patelt name=\"family\"><string>\($0)</string></patelt></pattern>"
    }
    return """
      <?xml version="1.0"?>
      <fontconfig>
        <dir>/usr/share/fonts</dir>
        <dir>/usr/local/share/fonts</dir>
        <dir prefix="xdg">fonts</dir>
        <cachedir>/var/cache/fontconfig</cachedir>
        <cachedir prefix="xdg">fontconfig</cachedir>
        <selectfont>
          <acceptfont>\(patterns.joined())</acceptfont>
          <rejectfont><pattern/></rejectfont>
        </selectfont>
      </fontconfig>
      """
  }

  private static func installedFamilies(_ configuration: OpaquePointer) -> Set<String> {
    guard let set = unsafe FcConfigGetFonts(configuration, FcSetSystem) else { return [] }
    let fonts = unsafe UnsafeBufferPointer(start: set.pointee.fonts, count: Int(set.pointee.nfont))
    var families: Set<String> = []
    for place in fonts.indices {
      var name: UnsafeMutablePointer<FcChar8>?
      guard unsafe FcPatternGetString(fonts[place], FC_FAMILY, 0, &name) == FcResultMatch,
        let name = unsafe name
      else { continue }
      families.insert(unsafe String(cString: name))
    }
    return families
  }
}
