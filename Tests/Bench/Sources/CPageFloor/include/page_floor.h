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

#endif
