#include "page_floor.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// Sizes are in half points; a layout is kept for each.
enum { sizes = 40 };

static cairo_status_t count(void *total, const unsigned char *bytes, unsigned int length) {
  (void)bytes;
  *(size_t *)total += length;
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *layout_of(PangoContext *context, PangoLayout **kept, double size) {
  int place = (int)(size * 2);
  if (place < 0 || place >= sizes) place = sizes - 1;
  if (kept[place]) return kept[place];
  PangoFontDescription *face = pango_font_description_from_string("IPAexMincho");
  pango_font_description_set_size(face, (int)(size * PANGO_SCALE));
  kept[place] = pango_layout_new(context);
  pango_layout_set_font_description(kept[place], face);
  pango_font_description_free(face);
  return kept[place];
}

static void draw_text(
    cairo_t *cairo, PangoContext *context, PangoLayout **kept, const struct floor_text *text) {
  PangoLayout *layout = layout_of(context, kept, text->size);
  pango_layout_set_text(layout, text->text, -1);
  double x = text->x;
  if (text->align) {
    int width;
    pango_layout_get_size(layout, &width, NULL);
    double room = text->width - (double)width / PANGO_SCALE;
    x += text->align == 1 ? room / 2 : room;
  }
  cairo_move_to(cairo, x, text->y + (text->height - text->size) / 2);
  pango_cairo_show_layout(cairo, layout);
}

size_t floor_draw_slips(
    int32_t slips, double width, double height, int32_t lines, const struct floor_line *line,
    int32_t labels, const struct floor_text *label, int32_t values,
    const struct floor_text *texts) {
  size_t total = 0;
  PangoLayout *kept[sizes] = {0};
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context(map);
  pango_cairo_context_set_resolution(context, 72);
  cairo_rectangle_t extents = {0, 0, width, height};
  cairo_surface_t *form = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *pen = cairo_create(form);
  cairo_set_line_width(pen, 0.4);
  for (int32_t place = 0; place < lines; place++) {
    cairo_move_to(pen, line[place].x1, line[place].y1);
    cairo_line_to(pen, line[place].x2, line[place].y2);
    cairo_stroke(pen);
  }
  for (int32_t place = 0; place < labels; place++) draw_text(pen, context, kept, label + place);
  cairo_destroy(pen);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(count, &total, width, height);
  cairo_t *cairo = cairo_create(surface);
  for (int32_t slip = 0; slip < slips; slip++) {
    for (int32_t place = 0; place < values; place++) {
      draw_text(cairo, context, kept, texts + (size_t)slip * values + place);
    }
    cairo_set_source_surface(cairo, form, 0, 0);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_show_page(cairo);
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) total = 0;
  cairo_surface_destroy(surface);
  cairo_surface_destroy(form);
  for (int place = 0; place < sizes; place++) {
    if (kept[place]) g_object_unref(kept[place]);
  }
  g_object_unref(context);
  g_object_unref(map);
  return total;
}
