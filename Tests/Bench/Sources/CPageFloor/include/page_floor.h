// The least that drawing pages costs: a bare loop over Pango and Cairo.
#ifndef PAGE_FLOOR_H
#define PAGE_FLOOR_H

#include <stddef.h>
#include <stdint.h>

// Draws pages of words in boxes and counts the bytes of the PDF; 0 if something failed.
// A page has `boxes` boxes, five in a row, each with a label and a value; texts end with a zero
// byte, and the values of page n begin at `values[n % variants * boxes]`.
size_t floor_draw_pages(
    int32_t pages, int32_t boxes, int32_t variants, char *const *labels, char *const *values);

// A text in a frame, in points; `align` is 0 for left, 1 for the middle, 2 for right.
struct floor_text {
  double x, y, width, height, size;
  int32_t align;
  const char *text;
};

// A line, in points.
struct floor_line {
  double x1, y1, x2, y2;
};

// Draws slips, each on a page: a form, recorded once, and `values` texts, those of slip n at
// `texts[n * values]`. Counts the bytes of the PDF; 0 if something failed.
size_t floor_draw_slips(
    int32_t slips, double width, double height, int32_t lines, const struct floor_line *line,
    int32_t labels, const struct floor_text *label, int32_t values, const struct floor_text *texts);

#endif
