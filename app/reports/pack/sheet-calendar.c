/* sheet-calendar.c: what falls due in the next 90 days, of whatever kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "kinds/kinds.h"
#include "model/date.h"

#include <string.h>

#define DAYS 90

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Date"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Event"), SAMSYN_COLUMN_TEXT, 70, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Type"), SAMSYN_COLUMN_STATE, 34, 0 },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NULL },
};

/* The fields that say who answers for a record; the first one that a kind has is taken. */
static const char *const responsible_fields[]
  = { "owner", "responsible", "manager", "presenter", "prepared_by", "organisation", "given_to", "funder", "group", "home" };

/* Findings that were accepted are told of by their keys, which only the map explains. */
static const char *const left_out[] = { "acceptance" };

typedef struct
{
  gint64 record;
  char  *date;
  char  *title;
  char  *type;
  char  *responsible;
} Event;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->date);
  g_free (event->title);
  g_free (event->type);
  g_free (event->responsible);
  g_free (event);
}

static gint
event_compare (gconstpointer a,
               gconstpointer b)
{
  const Event *one = *(Event *const *) a;
  const Event *other = *(Event *const *) b;
  int order = strcmp (one->date, other->date);

  return order != 0 ? order : (one->record > other->record) - (one->record < other->record);
}

static void
where_not_settled (SamsynQuery *query)
{
  for (const SamsynSettled *settled = query->kind->settled; settled != NULL && settled->field != NULL; settled++)
    if (settled->choice != NULL)
      samsyn_query_where_text (query, settled->field, SAMSYN_QUERY_NOT_EQUAL, settled->choice);
    else
      samsyn_query_where (query, settled->field, SAMSYN_QUERY_EMPTY, NULL);
}

static void
where_in_pack (SamsynPack  *pack,
               SamsynQuery *query)
{
  g_autofree char *path = samsyn_ask_project_path (query->kind);

  if (path != NULL)
    samsyn_pack_where_project (pack, query, path);
}

enum
{
  ID,
  DATE,
  TITLE,
  RESPONSIBLE
};

/* A person by function, as everywhere in the pack; others by title. */
static void
select_responsible (SamsynQuery *query)
{
  static const char *const person[] = { ".title", ".name", ".organisation.short_name" };
  static const char *const other[] = { ".@title" };

  for (guint i = 0; i < G_N_ELEMENTS (responsible_fields); i++)
    {
      const SamsynField *field = samsyn_kind_field (query->kind, responsible_fields[i]);
      gboolean is_person = field != NULL && samsyn_field_target (field) == samsyn_kind_find ("person");

      for (guint part = 0; field != NULL && part < (is_person ? G_N_ELEMENTS (person) : G_N_ELEMENTS (other)); part++)
        {
          g_autofree char *path = g_strconcat (field->id, is_person ? person[part] : other[part], NULL);

          samsyn_query_select (query, path);
        }
      if (field != NULL)
        return;
    }
}

static char *
responsible_of (const SamsynRows *rows,
                guint             row)
{
  switch (rows->n_columns - RESPONSIBLE)
    {
    case 0:
      return g_strdup ("");
    case SAMSYN_ASK_PERSON_COLUMNS:
      return samsyn_ask_person (rows, row, RESPONSIBLE);
    default:
      return g_strdup (samsyn_rows_text (rows, row, RESPONSIBLE));
    }
}

static SamsynQuery *
deadline_query (SamsynPack        *pack,
                const SamsynKind  *kind,
                const SamsynField *field)
{
  SamsynQuery *query = samsyn_ask (kind->id, pack->language, "@id", field->id, "@title", NULL);
  g_autofree char *end = samsyn_date_add_days (pack->date, DAYS);

  select_responsible (query);
  samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_LEAST, pack->date);
  samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_MOST, end);
  where_not_settled (query);
  where_in_pack (pack, query);
  return query;
}

static void
add_event (SamsynPack        *pack,
           GPtrArray         *events,
           const SamsynKind  *kind,
           const SamsynField *field,
           const SamsynRows  *rows,
           guint              row)
{
  Event *event = g_new0 (Event, 1);

  event->record = samsyn_rows_integer (rows, row, ID, 0);
  event->date = g_strdup (samsyn_rows_text (rows, row, DATE));
  event->title = g_strdup (samsyn_rows_text (rows, row, TITLE));
  event->type = g_strdup_printf ("%s: %s", samsyn_kind_label (kind, pack->language), samsyn_field_label (field, pack->language));
  event->responsible = responsible_of (rows, row);
  g_ptr_array_add (events, event);
}

static gboolean
is_left_out (const SamsynKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (kind->id, left_out[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_events (SamsynPack *pack,
             GPtrArray  *events,
             GError    **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];
        g_autoptr (SamsynQuery) query = NULL;
        g_autoptr (SamsynRows) rows = NULL;

        if (!(field->flags & SAMSYN_FIELD_DEADLINE) || is_left_out (*kind))
          continue;
        query = deadline_query (pack, *kind, field);
        rows = samsyn_store_select (pack->store, query, error);
        if (rows == NULL)
          return FALSE;
        for (guint row = 0; row < rows->n_rows; row++)
          add_event (pack, events, *kind, field, rows, row);
      }
  return TRUE;
}

/* A plan and a forecast on the same day are one event. */
static gboolean
is_doubled (GPtrArray *events,
            guint      i)
{
  const Event *event = g_ptr_array_index (events, i);
  const Event *before = i > 0 ? g_ptr_array_index (events, i - 1) : NULL;

  return before != NULL && before->record == event->record && g_str_equal (before->date, event->date);
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  SamsynTable *table;

  if (!read_events (pack, events, error))
    return FALSE;
  if (events->len == 0)
    return TRUE;
  g_ptr_array_sort (events, event_compare);
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = g_ptr_array_index (events, i);

      if (is_doubled (events, i))
        continue;
      samsyn_table_add_row (table);
      samsyn_table_text (table, event->date);
      samsyn_table_text (table, event->title);
      samsyn_table_text (table, event->type);
      samsyn_table_text (table, event->responsible);
    }
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_calendar = {
  .part = { "calendar", NC_ ("pack", "Calendar 90 days") },
  .title = NC_ ("pack", "Calendar of the next 90 days"),
  .purpose = NC_ ("pack", "Everything with a date in the 90 days after the meeting that is not yet settled."),
  .add = add,
};
