// Wrappers for what Swift cannot call here.
#ifndef CQPDF_SHIM_H
#define CQPDF_SHIM_H

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

// Wipes and frees a buffer that qpdf allocated for its caller.
static inline void cqpdf_release(unsigned char *buffer, size_t count) {
  if (buffer) explicit_bzero(buffer, count);
  free(buffer);
}

#endif
