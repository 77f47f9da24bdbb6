// The least that the same promises cost: plain C on OpenSSL and SQLite with the product's schema,
// settings, cipher calls, lengths, rows and commits. It checks nothing, parses nothing and
// allocates nothing in its loops; what it writes has the right lengths and no meaning.
#ifndef BENCH_FLOOR_H
#define BENCH_FLOOR_H

#include <stdint.h>

// A vault's two files: they hold the product's tables and the log so far.
void floor_open(const char *records, const char *keys);
void floor_close(void);

// Takes the lengths of every row from a vault that the product has filled.
void floor_learn(const char *records, const char *keys);

// Collects the people of rows first+1 ... first+count in one transaction over both files.
void floor_collect(int64_t first, int64_t count);

// Reads the numbers of the people of rows first+1 ... first+count in one durable batch.
void floor_read(int64_t first, int64_t count);

#endif
