// The log: entries, the compact range of their tree (RFC 9162), checkpoints.
#include "internal.h"

#include <string.h>

static sqlite3_stmt *append, *checkpoint, *keys_checkpoint, *head, *set_head;
static uint8_t subtrees[64][HASH];
static int64_t size;

void log_start(sqlite3 *database) {
  (void)database;
  append = prepare("INSERT INTO main.entries(idx, person, bytes) VALUES(?1, ?2, ?3)");
  checkpoint = prepare("INSERT INTO main.checkpoints(size, text) VALUES(?1, ?2)");
  keys_checkpoint = prepare("UPDATE k.head SET checkpoint = ?1 WHERE id = 1");
  head = prepare("SELECT size, frontier, transaction_id, failures FROM main.head WHERE id = 1");
  set_head = prepare("UPDATE main.head SET size = ?1, frontier = ?2 WHERE id = 1");
  row(head);
  size = sqlite3_column_int64(head, 0);
  memcpy(subtrees, sqlite3_column_blob(head, 1), (size_t)sqlite3_column_bytes(head, 1));
  sqlite3_reset(head);
}

int64_t log_size(void) { return size; }

static int subtree_count(void) { return __builtin_popcountll((unsigned long long)size); }

void log_append(int64_t person) {
  uint8_t entry[1 << 13], node[2 * HASH];
  int length = entry_length(size);
  memcpy(entry, filler, (size_t)length);
  random_fill(entry, UID);
  sqlite3_bind_int64(append, 1, size);
  if (person) {
    sqlite3_bind_int64(append, 2, person);
  } else {
    sqlite3_bind_null(append, 2);
  }
  sqlite3_bind_blob(append, 3, entry, length, SQLITE_STATIC);
  run(append);
  hash(0, entry, length, node + HASH);
  int place = subtree_count();
  for (int64_t rest = size; rest & 1; rest >>= 1) {
    memcpy(node, subtrees[--place], HASH);
    hash(1, node, sizeof node, node + HASH);
  }
  memcpy(subtrees[place], node + HASH, HASH);
  size++;
}

static int digits(int64_t number) {
  int count = 1;
  while (number /= 10) count++;
  return count;
}

void log_finish(int touches_keys) {
  uint8_t root[HASH], node[2 * HASH];
  for (int place = subtree_count() - 1; place > 0; place--) {
    memcpy(node, subtrees[place], HASH);
    hash(1, node, sizeof node, root);
  }
  // The hint for the signer's key, once to sign and once to check.
  for (int i = 0; i < 2; i++) hash(-1, filler, signer_length + 2 + KEY, root);
  sign(origin_length + 1 + digits(size) + 1 + 44 + 1);
  sqlite3_bind_int64(checkpoint, 1, size);
  sqlite3_bind_blob(checkpoint, 2, filler, checkpoint_length(size), SQLITE_STATIC);
  run(checkpoint);
  if (touches_keys) {
    sqlite3_bind_blob(keys_checkpoint, 1, filler, checkpoint_length(size), SQLITE_STATIC);
    run(keys_checkpoint);
  }
  sqlite3_bind_int64(set_head, 1, size);
  sqlite3_bind_blob(set_head, 2, subtrees, HASH * subtree_count(), SQLITE_STATIC);
  run(set_head);
}
