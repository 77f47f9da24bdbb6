#include "page_floor.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static cairo_status_t count(void *total, const unsigned char *bytes, unsigned int length) {
  (void)bytes;
  *(size_t *)total += length;
  return CAIRO_STATUS_SUCCESS;
}

// The place of a box, in points.
static double left(int32_t box) { return 20 + box % 5 * 110; }
static double top(int32_t box) { return 20 + box / 5 * 50; }

static void draw_text(
    cairo_t *cairo, PangoLayout *layout, double x, double y, const char *text) {
  cairo_move_to(cairo, x, y);
  pango_layout_set_text(layout, text, -1);
  pango_cairo_show_layout(cairo, layout);
}

static void draw_page(
    cairo_t *cairo, PangoLayout *label, PangoLayout *value, int32_t boxes, char *const *labels,
    char *const *values) {
  for (int32_t box = 0; box < boxes; box++) {
    cairo_rectangle(cairo, left(box), top(box), 105, 45);
    cairo_stroke(cairo);
    draw_text(cairo, label, left(box) + 2, top(box) + 2, labels[box]);
    draw_text(cairo, value, left(box) + 2, top(box) + 12, values[box]);
  }
  cairo_show_page(cairo);
}

static PangoLayout *make_layout(PangoContext *context, const char *font) {
  PangoLayout *layout = pango_layout_new(context);
  PangoFontDescription *face = pango_font_description_from_string(font);
  pango_layout_set_font_description(layout, face);
  pango_font_description_free(face);
  return layout;
}

size_t floor_draw_pages(
    int32_t pages, int32_t boxes, int32_t variants, char *const *labels, char *const *values) {
  size_t total = 0;
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context(map);
  pango_cairo_context_set_resolution(context, 72);
  PangoLayout *label = make_layout(context, "IPAexGothic 6");
  PangoLayout *value = make_layout(context, "IPAexMincho 7");
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(count, &total, 595.28, 841.89);
  cairo_t *cairo = cairo_create(surface);
  cairo_set_line_width(cairo, 0.25);
  for (int32_t page = 0; page < pages; page++) {
    draw_page(cairo, label, value, boxes, labels, values + page % variants * boxes);
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) total = 0;
  cairo_surface_destroy(surface);
  g_object_unref(value);
  g_object_unref(label);
  g_object_unref(context);
  g_object_unref(map);
  return total;
}
