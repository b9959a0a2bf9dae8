/* deadlines.c: the dates that are to be watched, late ones and those ahead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "deadlines.h"

#include "kinds/kinds.h"
#include "model/late.h"

void
samsyn_deadline_free (SamsynDeadline *deadline)
{
  g_free (deadline->date);
  g_free (deadline->title);
  g_free (deadline->who);
  g_free (deadline);
}

void
samsyn_deadlines_free (SamsynDeadlines *deadlines)
{
  if (deadlines == NULL)
    return;
  g_ptr_array_unref (deadlines->all);
  g_free (deadlines);
}

static SamsynDeadlines *
deadlines_new (void)
{
  SamsynDeadlines *deadlines = g_new0 (SamsynDeadlines, 1);

  deadlines->all = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_deadline_free);
  return deadlines;
}

/* ---- Who is responsible ---------------------------------------------------------------------------------------------------- */

static gboolean
is_name (const SamsynKind  *kind,
         const SamsynField *field)
{
  return g_strv_contains (kind->title, field->id);
}

/* A field that lists show and that names somebody: a person rather than an organisation, who received rather than who gave. */
static const SamsynField *
field_of_who (const SamsynKind *kind)
{
  static const char *const somebody[] = { "person", "organisation", "group" };
  const SamsynField *who = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      gboolean names = FALSE;

      if (field->type != SAMSYN_TYPE_REFERENCE || !(field->flags & SAMSYN_FIELD_IN_LIST) || is_name (kind, field))
        continue;
      if (field->flags & SAMSYN_FIELD_PERSONAL)
        return field;
      for (guint j = 0; j < G_N_ELEMENTS (somebody); j++)
        names |= samsyn_field_targets (field, samsyn_kind_find (somebody[j]));
      if (names)
        who = field;
    }
  return who;
}

/* ---- Asking ---------------------------------------------------------------------------------------------------------------- */

enum
{
  ID,
  TITLE,
  WHO,
  FIRST_DATE
};

/* Asks for records; the dates that are wanted come after these columns. */
static SamsynQuery *
new_query (const SamsynKind *kind,
           const char       *language)
{
  const SamsynField *who = field_of_who (kind);
  g_autofree char *who_path = who != NULL ? g_strconcat (who->id, ".@title", NULL) : g_strdup ("@id");
  SamsynQuery *query = samsyn_query_new (kind);

  samsyn_query_set_language (query, language);
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_select (query, who_path);
  return query;
}

static void
add_row (SamsynDeadlines   *deadlines,
         const SamsynKind  *kind,
         const SamsynField *field,
         const SamsynRows  *rows,
         guint              row,
         const char        *date)
{
  SamsynDeadline *deadline = g_new0 (SamsynDeadline, 1);

  deadline->record = samsyn_rows_integer (rows, row, ID, 0);
  deadline->kind = kind;
  deadline->field = field;
  deadline->date = *date != '\0' ? g_strdup (date) : NULL;
  deadline->title = g_strdup (samsyn_rows_text (rows, row, TITLE));
  deadline->who = g_strdup (samsyn_rows_text (rows, row, WHO));
  g_ptr_array_add (deadlines->all, deadline);
}

/* Adds the records that the query finds, by one date of theirs. */
static gboolean
add_by_field (SamsynStore       *store,
              SamsynQuery       *query,
              const SamsynField *field,
              guint              limit,
              SamsynDeadlines   *deadlines,
              GError           **error)
{
  gint64 n_records = samsyn_store_count (store, query, error);
  g_autoptr (SamsynRows) rows = NULL;

  if (n_records <= 0)
    return n_records == 0;
  deadlines->n_all += n_records;
  samsyn_query_select (query, field->id);
  samsyn_query_order (query, field->id, FALSE);
  samsyn_query_limit (query, limit);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    add_row (deadlines, query->kind, field, rows, i, samsyn_rows_text (rows, i, FIRST_DATE));
  return TRUE;
}

/* ---- In order -------------------------------------------------------------------------------------------------------------- */

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SamsynDeadline *one = *(SamsynDeadline *const *) a, *other = *(SamsynDeadline *const *) b;
  int by_date = g_strcmp0 (one->date, other->date);

  if (one->date == NULL || other->date == NULL)
    by_date = (one->date == NULL) - (other->date == NULL);
  return by_date != 0 ? by_date : (one->record > other->record) - (one->record < other->record);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return compare (b, a);
}

static SamsynDeadlines *
finish (SamsynDeadlines *deadlines,
        GCompareFunc     order,
        guint            limit)
{
  g_ptr_array_sort (deadlines->all, order);
  if (limit > 0 && deadlines->all->len > limit)
    g_ptr_array_set_size (deadlines->all, (int) limit);
  return deadlines;
}

/* ---- Late ------------------------------------------------------------------------------------------------------------------ */

static const SamsynField *
deadline_field (const SamsynKind *kind,
                guint            *from)
{
  while (*from < kind->n_fields)
    {
      const SamsynField *field = &kind->fields[(*from)++];

      if (field->flags & SAMSYN_FIELD_DEADLINE)
        return field;
    }
  return NULL;
}

/* The last of the row's dates before a day. */
static void
add_late_row (SamsynDeadlines  *deadlines,
              const SamsynKind *kind,
              const SamsynRows *rows,
              guint             row,
              const char       *today)
{
  const SamsynField *field, *missed = NULL;
  const char *last = "";
  guint from = 0;

  for (guint column = FIRST_DATE; (field = deadline_field (kind, &from)) != NULL; column++)
    {
      const char *date = samsyn_rows_text (rows, row, column);

      if (g_strcmp0 (date, today) < 0 && g_strcmp0 (date, last) > 0)
        {
          last = date;
          missed = field;
        }
    }
  if (missed != NULL)
    add_row (deadlines, kind, missed, rows, row, last);
}

static gboolean
add_late (SamsynStore      *store,
          const SamsynKind *kind,
          const char       *today,
          guint             limit,
          const char       *language,
          SamsynDeadlines  *deadlines,
          GError          **error)
{
  g_autoptr (SamsynQuery) query = new_query (kind, language);
  g_autoptr (SamsynRows) rows = NULL;
  const SamsynField *field;
  gint64 n_records;
  guint from = 0;

  samsyn_query_where_late (query, today);
  n_records = samsyn_store_count (store, query, error);
  if (n_records <= 0)
    return n_records == 0;
  deadlines->n_all += n_records;
  while ((field = deadline_field (kind, &from)) != NULL)
    {
      samsyn_query_select (query, field->id);
      samsyn_query_order (query, field->id, TRUE);
    }
  samsyn_query_limit (query, limit);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    add_late_row (deadlines, kind, rows, i, today);
  return TRUE;
}

SamsynDeadlines *
samsyn_deadlines_late (SamsynStore *store,
                       const char  *today,
                       guint        limit,
                       const char  *language,
                       GError     **error)
{
  g_autoptr (SamsynDeadlines) deadlines = deadlines_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (samsyn_kind_has_deadlines (*kind) && !add_late (store, *kind, today, limit, language, deadlines, error))
      return NULL;
  return finish (g_steal_pointer (&deadlines), compare_newest_first, limit);
}

/* ---- Two dates of a record on one day, such as the plan and the forecast: the later field tells it ------------------------- */

static void
drop_doubles (SamsynDeadlines *deadlines)
{
  for (guint i = deadlines->all->len; i > 1; i--)
    {
      const SamsynDeadline *one = g_ptr_array_index (deadlines->all, i - 1), *other = g_ptr_array_index (deadlines->all, i - 2);

      if (one->record == other->record && g_strcmp0 (one->date, other->date) == 0)
        {
          g_ptr_array_remove_index (deadlines->all, one->field > other->field ? i - 2 : i - 1);
          deadlines->n_all--;
        }
    }
}

/* ---- Ahead ----------------------------------------------------------------------------------------------------------------- */

SamsynDeadlines *
samsyn_deadlines_ahead (SamsynStore *store,
                        const char  *from,
                        const char  *until,
                        guint        limit,
                        const char  *language,
                        GError     **error)
{
  g_autoptr (SamsynDeadlines) deadlines = deadlines_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      const SamsynField *field;
      guint next = 0;

      while ((field = deadline_field (*kind, &next)) != NULL)
        {
          g_autoptr (SamsynQuery) query = new_query (*kind, language);

          samsyn_query_where_unsettled (query);
          samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_LEAST, from);
          samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_MOST, until);
          if (!add_by_field (store, query, field, limit, deadlines, error))
            return NULL;
        }
    }
  g_ptr_array_sort (deadlines->all, compare);
  drop_doubles (deadlines);
  return finish (g_steal_pointer (&deadlines), compare, limit);
}

/* ---- Open ------------------------------------------------------------------------------------------------------------------ */

SamsynDeadlines *
samsyn_deadlines_open (SamsynStore      *store,
                       const SamsynKind *kind,
                       const char       *field,
                       guint             limit,
                       const char       *language,
                       GError          **error)
{
  g_autoptr (SamsynDeadlines) deadlines = deadlines_new ();
  g_autoptr (SamsynQuery) with = new_query (kind, language), without = new_query (kind, language);
  const SamsynField *date = samsyn_kind_field (kind, field);

  /* Empty dates sort first: asked for apart, they do not use up the limit. */
  samsyn_query_where_unsettled (with);
  samsyn_query_where (with, field, SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_where_unsettled (without);
  samsyn_query_where (without, field, SAMSYN_QUERY_EMPTY, NULL);
  if (!add_by_field (store, with, date, limit, deadlines, error) || !add_by_field (store, without, date, limit, deadlines, error))
    return NULL;
  return finish (g_steal_pointer (&deadlines), compare, limit);
}
