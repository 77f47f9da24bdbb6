// Wrappers for what Swift cannot call: casts and numbers in macros.
#ifndef CPANGOCAIRO_SHIM_H
#define CPANGOCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// Makes a font map that draws by FreeType; NULL if cairo was built without.
static inline PangoFontMap *cpangocairo_font_map_new(void) {
  return pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
}

// Lets a font map of the above kind see only the fonts of a configuration, which it keeps alive.
static inline void cpangocairo_set_fonts(PangoFontMap *map, FcConfig *fonts) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
}

// The character that a glyph stands for if no font has one for it, else 0.
static inline uint32_t cpangocairo_missing_character(PangoGlyph glyph) {
  return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) ? (glyph & ~PANGO_GLYPH_UNKNOWN_FLAG) : 0;
}

#endif
