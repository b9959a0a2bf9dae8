/* sheet-changes.c: what is otherwise than in the last published pack
 *
 * What steering groups ask about, from the change log: dates, lights, money, risks, responsibilities, and what is gone.
 * Everything else, words that were put better and the like, is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"
#include "reports/changes.h"
#include "reports/lights.h"

#include "kinds/kinds.h"
#include "model/format.h"

#include <string.h>

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Type"), SAMSYN_COLUMN_STATE, 15, 0 },
  { NC_ ("pack", "Subject"), SAMSYN_COLUMN_TEXT, 50, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Detail"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NC_ ("pack", "Before"), SAMSYN_COLUMN_TEXT, 28, 0 },
  { NC_ ("pack", "After"), SAMSYN_COLUMN_TEXT, 28, 0 },
  { NC_ ("pack", "Date"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NULL },
};

typedef enum
{
  TOPIC_LIGHT,
  TOPIC_DATE,
  TOPIC_MONEY,
  TOPIC_RISK,
  TOPIC_RESPONSIBILITY,
  TOPIC_DELETED,
} Topic;

static const char *const topics[] = {
  [TOPIC_LIGHT] = NC_ ("change since", "Status"),
  [TOPIC_DATE] = NC_ ("change since", "Date"),
  [TOPIC_MONEY] = NC_ ("change since", "Money"),
  [TOPIC_RISK] = NC_ ("change since", "Risk"),
  [TOPIC_RESPONSIBILITY] = NC_ ("change since", "Responsibility"),
  [TOPIC_DELETED] = NC_ ("change since", "Deleted"),
};

/* What is told of a kind.  Of a new record the first of them that has a value stands for the record.  Lights are not among them:
 * each status report sets its own, so that they are compared from one pack to the next. */
static const struct
{
  const char *kind;
  Topic       topic;
  const char *field;
} told[] = {
  { "project", TOPIC_DATE, "ends_on" },
  { "project", TOPIC_DATE, "extended_until" },
  { "project", TOPIC_RESPONSIBILITY, "manager" },
  { "milestone", TOPIC_DATE, "planned_on" },
  { "milestone", TOPIC_DATE, "forecast_on" },
  { "milestone", TOPIC_DATE, "reached_on" },
  { "milestone", TOPIC_RESPONSIBILITY, "owner" },
  { "mandate", TOPIC_DATE, "due_on" },
  { "mandate", TOPIC_DATE, "reported_on" },
  { "mandate", TOPIC_RESPONSIBILITY, "given_to" },
  { "decision", TOPIC_DATE, "needed_by" },
  { "decision", TOPIC_DATE, "decided_on" },
  { "decision", TOPIC_DATE, "effected_on" },
  { "decision", TOPIC_RESPONSIBILITY, "responsible" },
  { "action", TOPIC_DATE, "due_on" },
  { "action", TOPIC_DATE, "done_on" },
  { "action", TOPIC_RESPONSIBILITY, "organisation" },
  { "action", TOPIC_RESPONSIBILITY, "owner" },
  { "meeting", TOPIC_DATE, "starts_on" },
  { "agreement", TOPIC_DATE, "valid_from" },
  { "agreement", TOPIC_DATE, "valid_to" },
  { "consultation", TOPIC_DATE, "answer_by" },
  { "deliverable", TOPIC_DATE, "launched_on" },
  { "deliverable", TOPIC_RESPONSIBILITY, "receiver" },
  { "deliverable", TOPIC_RESPONSIBILITY, "continued_by" },
  { "budget_line", TOPIC_MONEY, "budget" },
  { "budget_line", TOPIC_MONEY, "forecast" },
  { "budget_line", TOPIC_MONEY, "outcome" },
  { "funding", TOPIC_MONEY, "granted" },
  { "funding", TOPIC_MONEY, "applied" },
  { "funding", TOPIC_MONEY, "received" },
  { "funding", TOPIC_MONEY, "repaid" },
  { "risk", TOPIC_RISK, "status" },
  { "risk", TOPIC_RISK, "probability" },
  { "risk", TOPIC_RISK, "impact" },
  { "risk", TOPIC_RESPONSIBILITY, "owner" },
  { "development_area", TOPIC_RESPONSIBILITY, "responsible" },
  { "assignment", TOPIC_RESPONSIBILITY, "role" },
  { "assignment", TOPIC_RESPONSIBILITY, "standing" },
  { "assignment", TOPIC_RESPONSIBILITY, "valid_from" },
  { "assignment", TOPIC_RESPONSIBILITY, "valid_to" },
};

/* A row before it has its place. */
typedef struct
{
  Topic            topic;
  char            *title;
  char            *detail;
  SamsynValue      before;
  SamsynValue      after;
  SamsynColumnType type_before;
  SamsynColumnType type_after;
  char            *date;
  gint64           record;
  guint            place; /* among those of the record */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->detail);
  g_free (row->date);
  samsyn_value_clear (&row->before);
  samsyn_value_clear (&row->after);
  g_free (row);
}

/* By topic; what happened last comes first. */
static int
row_compare (gconstpointer a,
             gconstpointer b)
{
  const Row *one = *(Row *const *) a, *other = *(Row *const *) b;
  int order = strcmp (other->date, one->date);

  if (one->topic != other->topic)
    return one->topic < other->topic ? -1 : 1;
  if (order != 0)
    return order;
  if (one->record != other->record)
    return one->record < other->record ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static Row *
add_row (GPtrArray *rows,
         Topic      topic,
         gint64     record,
         guint      place)
{
  Row *row = g_new0 (Row, 1);

  row->topic = topic;
  row->record = record;
  row->place = place;
  g_ptr_array_add (rows, row);
  return row;
}

/* ---- Lights ---------------------------------------------------------------------------------------------------------------- */

static void
add_light (SamsynPack        *pack,
           GPtrArray         *rows,
           gint64             project,
           guint              place,
           const char        *dimension,
           const SamsynLight *before,
           const SamsynLight *now)
{
  g_autofree char *light_before = NULL, *light_now = NULL;
  Row *row;

  if (g_strcmp0 (before != NULL ? before->light : NULL, now != NULL ? now->light : NULL) == 0)
    return;
  row = add_row (rows, TOPIC_LIGHT, project, place);
  row->title = samsyn_store_title (pack->store, project, pack->language);
  row->detail = g_strdup (samsyn_pack_choice (pack, "status_light", "dimension", dimension));
  light_before = samsyn_lights_cell (before, FALSE);
  light_now = samsyn_lights_cell (now, FALSE);
  row->before = samsyn_value_text (light_before);
  row->after = samsyn_value_text (light_now);
  row->type_before = row->type_after = SAMSYN_COLUMN_LIGHT;
  row->date = g_strdup (now != NULL && now->on != NULL ? now->on : pack->date);
}

static gboolean
add_lights (SamsynPack *pack,
            GPtrArray  *rows,
            GError    **error)
{
  g_autoptr (GHashTable) before = samsyn_lights_read (pack->before, pack->projects, pack->before_date, pack->language, error);
  g_autoptr (GHashTable) now
    = before != NULL ? samsyn_lights_read (pack->store, pack->projects, pack->date, pack->language, error) : NULL;
  const SamsynField *dimension = samsyn_kind_field (samsyn_kind_find ("status_light"), "dimension");

  if (now == NULL)
    return FALSE;
  for (guint i = 0; i < pack->projects->len; i++)
    {
      gint64 project = g_array_index (pack->projects, gint64, i);

      /* A project that came later had no light to differ from. */
      if (samsyn_store_kind_of (pack->before, project) == NULL)
        continue;
      for (const SamsynChoice *choice = dimension->choices; choice->id != NULL; choice++)
        add_light (pack, rows, project, choice - dimension->choices, choice->id, samsyn_lights_find (before, project, choice->id),
                   samsyn_lights_find (now, project, choice->id));
    }
  return TRUE;
}

/* ---- Fields ---------------------------------------------------------------------------------------------------------------- */

/* A record of the time before is told by its title then, if it is gone. */
static char *
title_of (SamsynPack *pack,
          gint64      id)
{
  SamsynStore *store = samsyn_store_kind_of (pack->store, id) != NULL ? pack->store : pack->before;

  return samsyn_store_title (store, id, pack->language);
}

/* Dates, amounts and numbers stay what they are; everything else becomes words. */
static SamsynColumnType
cell_of (SamsynPack        *pack,
         const SamsynKind  *kind,
         const SamsynField *field,
         const SamsynValue *value,
         SamsynValue       *cell)
{
  g_autofree char *text = NULL;

  if (samsyn_value_is_bent (value))
    {
      *cell = samsyn_value_copy (value);
      return SAMSYN_COLUMN_TEXT;
    }
  switch (field->type)
    {
    case SAMSYN_TYPE_DATE:
      *cell = samsyn_value_copy (value);
      return SAMSYN_COLUMN_DATE;
    case SAMSYN_TYPE_MONEY:
      *cell = samsyn_value_copy (value);
      return SAMSYN_COLUMN_THOUSANDS;
    case SAMSYN_TYPE_INTEGER:
      *cell = samsyn_value_copy (value);
      return SAMSYN_COLUMN_INTEGER;
    case SAMSYN_TYPE_REFERENCE:
      text = samsyn_value_is_null (value) ? NULL : title_of (pack, value->integer);
      break;
    default:
      text = samsyn_value_is_null (value) ? NULL : samsyn_value_display (kind, field, pack->language, value);
    }
  *cell = samsyn_value_text (text != NULL && *text != '\0' ? text : NULL);
  return SAMSYN_COLUMN_TEXT;
}

static char *
detail_of (SamsynPack        *pack,
           const SamsynField *field)
{
  const char *label = samsyn_field_label (field, pack->language);

  return field->type == SAMSYN_TYPE_MONEY ? g_strdup_printf (samsyn_words (pack->language, "pack", "%s (kSEK)"), label)
                                          : g_strdup (label);
}

static void
add_field (SamsynPack              *pack,
           GPtrArray               *rows,
           const SamsynRecordSince *record,
           guint                    place,
           const SamsynFieldSince  *since)
{
  Row *row = add_row (rows, told[place].topic, record->id, place);

  row->title = title_of (pack, record->id);
  row->detail = detail_of (pack, since->field);
  row->type_before = cell_of (pack, record->kind, since->field, &since->before, &row->before);
  row->type_after = cell_of (pack, record->kind, since->field, &since->after, &row->after);
  row->date = samsyn_clock_date (samsyn_store_clock (pack->store), since->at);
  if (record->was)
    return;
  samsyn_value_clear (&row->before);
  row->before = samsyn_value_text (samsyn_words (pack->language, "pack", "Did not exist"));
  row->type_before = SAMSYN_COLUMN_TEXT;
}

static void
add_deleted (SamsynPack              *pack,
             GPtrArray               *rows,
             const SamsynRecordSince *record)
{
  Row *row = add_row (rows, TOPIC_DELETED, record->id, 0);

  row->title = title_of (pack, record->id);
  row->detail = g_strdup (samsyn_kind_label (record->kind, pack->language));
  row->after = samsyn_value_text (samsyn_words (pack->language, "pack", "Deleted"));
  row->date = samsyn_clock_date (samsyn_store_clock (pack->store), record->at);
}

/* The first of a record that is new, all of one that was there. */
static void
add_record (SamsynPack              *pack,
            GPtrArray               *rows,
            const SamsynRecordSince *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const SamsynFieldSince *since;

      if (!g_str_equal (told[i].kind, record->kind->id))
        continue;
      if (!record->is)
        {
          add_deleted (pack, rows, record);
          return;
        }
      since = g_hash_table_lookup (record->fields, samsyn_kind_field (record->kind, told[i].field));
      if (since == NULL)
        continue;
      add_field (pack, rows, record, i, since);
      if (!record->was)
        return;
    }
}

/* ---- What the pack is about ------------------------------------------------------------------------------------------------ */

enum
{
  PROJECT,
  SCENARIO
};

/* Whether the record belongs to the pack's projects, or to none, and is no proposal only. */
static gboolean
concerns (SamsynPack              *pack,
          const SamsynRecordSince *record,
          gboolean                *answer,
          GError                 **error)
{
  SamsynStore *store = record->is ? pack->store : pack->before;
  g_autofree char *path = samsyn_ask_project_path (record->kind);
  gboolean has_scenario = samsyn_kind_field (record->kind, "scenario") != NULL;
  g_autoptr (SamsynQuery) query
    = samsyn_ask (record->kind->id, NULL, path != NULL ? path : "@id", has_scenario ? "scenario" : "@id", NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, record->id);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  *answer = rows->n_rows > 0 && (!has_scenario || samsyn_rows_integer (rows, 0, SCENARIO, 0) == 0);
  if (*answer && path != NULL && pack->project != 0 && samsyn_rows_integer (rows, 0, PROJECT, 0) != 0)
    *answer = samsyn_ask_has (pack->projects, samsyn_rows_integer (rows, 0, PROJECT, 0));
  return TRUE;
}

static gboolean
is_told (const SamsynKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_str_equal (told[i].kind, kind->id))
      return TRUE;
  return FALSE;
}

static gboolean
add_records (SamsynPack *pack,
             GPtrArray  *rows,
             GError    **error)
{
  g_autoptr (GPtrArray) records = samsyn_changes_since (pack->store, pack->moment, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const SamsynRecordSince *record = g_ptr_array_index (records, i);
      gboolean answer;

      if (!is_told (record->kind))
        continue;
      if (!concerns (pack, record, &answer, error))
        return FALSE;
      if (answer)
        add_record (pack, rows, record);
    }
  return records != NULL;
}

static void
write_row (SamsynPack  *pack,
           SamsynTable *table,
           const Row   *row)
{
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_words (pack->language, "change since", topics[row->topic]));
  samsyn_table_text (table, row->title);
  samsyn_table_text (table, row->detail);
  samsyn_table_typed (table, row->type_before, &row->before);
  samsyn_table_typed (table, row->type_after, &row->after);
  samsyn_table_text (table, row->date);
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  SamsynTable *table;

  if (pack->before == NULL)
    return TRUE;
  if (!add_lights (pack, rows, error) || !add_records (pack, rows, error))
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  g_ptr_array_sort (rows, row_compare);
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < rows->len; i++)
    write_row (pack, table, g_ptr_array_index (rows, i));
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_changes = {
  .part = { "changes", NC_ ("pack", "Since last time") },
  .title = NC_ ("pack", "Since last time"),
  .purpose = NC_ ("pack", "What is otherwise than in the last published pack: status, dates, money, risks, responsibilities, "
                          "and what was deleted."),
  .add = add,
};
