// The floor of a purge: the same rows deleted, with secure_delete and nothing said about it.
#include "floor.h"
#include "internal.h"

#include <stdlib.h>

typedef struct {
  int64_t *ids, count, room;
} row_ids;

static row_ids wraps, numbers;

static void learn_ids(const char *sql, row_ids *into) {
  into->count = 0;
  sqlite3_stmt *statement = prepare(sql);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    if (into->count == into->room) {
      into->room = into->room ? 2 * into->room : 1024;
      into->ids = realloc(into->ids, (size_t)into->room * sizeof *into->ids);
      if (!into->ids) fail("memory");
    }
    into->ids[into->count++] = sqlite3_column_int64(statement, 0);
  }
}

int64_t floor_learn_purge(const char *records, const char *keys_file) {
  attach(records, keys_file);
  learn_ids("SELECT id FROM k.wraps WHERE erased = 1 ORDER BY id", &wraps);
  learn_ids("SELECT id FROM main.numbers WHERE erased = 1 ORDER BY id", &numbers);
  floor_close();
  return wraps.count + numbers.count;
}

static int64_t delete_rows(const char *sql, const row_ids *rows) {
  sqlite3_stmt *statement = prepare(sql);
  int64_t deleted = 0;
  for (int64_t i = 0; i < rows->count; i++) {
    sqlite3_bind_int64(statement, 1, rows->ids[i]);
    run(statement);
    deleted += sqlite3_changes(sqlite3_db_handle(statement));
  }
  return deleted;
}

int64_t floor_delete(void) {
  run(begin_immediate);
  int64_t deleted = delete_rows("DELETE FROM k.wraps WHERE id = ?1", &wraps);
  deleted += delete_rows("DELETE FROM main.numbers WHERE id = ?1", &numbers);
  run(commit);
  return deleted;
}
