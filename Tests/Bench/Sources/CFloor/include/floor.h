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

// Takes the lengths of people's records as they are before an export; those of floor_learn are
// those after it.
void floor_learn_before(const char *records);

// Takes the rows that a purge overwrote from a vault in which it was done; returns how many.
int64_t floor_learn_purge(const char *records, const char *keys);

// Deletes those rows in one transaction over both files and returns how many there were.
int64_t floor_delete(void);

// Fills the numbers of the people of rows 1 ... count into a file of slips, whose rows have the
// payer's number and the employee's in the fields `payer` and `payer` + 1, from 0; and registers it.
// Returns how many rows were written.
int64_t floor_export(const char *payroll, const char *out, int64_t count, int payer);

// Hashes the entries of an exported log and the nodes above them; returns how many entries it has.
int64_t floor_hash_log(const char *path);

#endif
