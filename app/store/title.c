/* title.c: what a record is called
 *
 * The texts of the kind's title fields with a dot between them; a reference among them by the title of the record that it names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "title.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/bent.h"
#include "model/format.h"
#include "select.h"

/* Titles lead to titles: an assignment is called by its task and organisation.  A circle ends here. */
#define MAX_DEPTH 4

static char *make (const SamsynTitleSource *source,
                   const SamsynKind        *kind,
                   gint64                   id,
                   const char              *language,
                   guint                    depth);

/* The statement is released before a title in the title is made: it may be of the same kind. */
guint
samsyn_title_read (SamsynStore      *store,
                   const SamsynKind *kind,
                   gint64            id,
                   SamsynValue      *values)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (SamsynStatement) statement = NULL;
  guint n = 0;

  for (; kind->title[n] != NULL && n < SAMSYN_TITLE_FIELDS; n++)
    g_string_append_printf (sql, "%s\"%s\"", n > 0 ? ", " : "", kind->title[n]);
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = ?1", kind->id);

  statement = samsyn_db_prepare (store, sql->str, NULL);
  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, id);
  if (samsyn_db_step (store, statement, NULL) != SQLITE_ROW)
    return 0;
  for (guint i = 0; i < n; i++)
    values[i] = samsyn_db_column (statement, (int) i, samsyn_kind_field (kind, kind->title[i]), FALSE, FALSE);
  return n;
}

/* What the text stands for, and the titles of the records whose ids follow. */
static char *
known (const SamsynTitleSource *source,
       const SamsynField       *field,
       const char              *text,
       const char              *language,
       guint                    depth)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  GString *out = g_string_new (samsyn_field_known_label (field, text, language));

  for (guint i = 1; parts[i] != NULL && depth < MAX_DEPTH; i++)
    {
      g_autofree char *title = make (source, NULL, g_ascii_strtoll (parts[i], NULL, 10), language, depth + 1);

      if (title != NULL)
        g_string_append_printf (out, "%s%s", i > 1 ? ", " : ": ", title);
    }
  return g_string_free (out, FALSE);
}

/* What is not there is told, not passed over. */
static char *
referred (const SamsynTitleSource *source,
          const SamsynField       *field,
          gint64                   id,
          const char              *language,
          guint                    depth)
{
  char *title = make (source, samsyn_field_target (field), id, language, depth + 1);

  if (title == NULL && source->kind_of (source->data, id) == NULL)
    {
      g_auto (SamsynValue) dangling = samsyn_value_bent (SAMSYN_RAW_INTEGER, SAMSYN_BENT_DANGLING, id, 0, NULL, 0);

      return samsyn_bent_describe (dangling.bent, language);
    }
  return title;
}

/* A choice by its label, but the responsibility letters as they are: a letter is what its reader looks for. */
static char *
part (const SamsynTitleSource *source,
      const SamsynKind        *kind,
      const SamsynField       *field,
      const SamsynValue       *value,
      const char              *language,
      guint                    depth)
{
  if (samsyn_value_is_null (value))
    return NULL;
  if (samsyn_value_is_bent (value))
    return samsyn_bent_describe (value->bent, language);
  if (field->type == SAMSYN_TYPE_REFERENCE)
    return depth < MAX_DEPTH ? referred (source, field, value->integer, language, depth) : NULL;
  if (field->type == SAMSYN_TYPE_TEXT && samsyn_field_known_label (field, value->text, language) != NULL)
    return known (source, field, value->text, language, depth);
  if (field->type == SAMSYN_TYPE_CHOICE && strlen (value->text) > 1)
    return g_strdup (samsyn_choice_label (kind, field, value->text, language));
  return value->stored == SAMSYN_STORED_TEXT ? g_strdup (value->text) : samsyn_value_format (field, value);
}

/* Of a text that is longer than one may be that is written today, the beginning: a window would take minutes to break it into
 * lines. */
static void
append_part (GString    *title,
             const char *text)
{
  gsize most = (gsize) samsyn_type_longest (SAMSYN_TYPE_TEXT);
  gboolean cut = strlen (text) > most && g_utf8_strlen (text, -1) > (glong) most;
  g_autofree char *beginning = cut ? g_utf8_substring (text, 0, (glong) most) : NULL;

  g_string_append_printf (title, "%s%s%s", title->len > 0 ? " · " : "", cut ? beginning : text, cut ? "…" : "");
}

static char *
make (const SamsynTitleSource *source,
      const SamsynKind        *kind,
      gint64                   id,
      const char              *language,
      guint                    depth)
{
  SamsynValue values[SAMSYN_TITLE_FIELDS];
  g_autoptr (GString) title = g_string_new (NULL);
  guint n;

  if (kind == NULL)
    kind = source->kind_of (source->data, id);
  n = kind != NULL ? source->read (source->data, kind, id, values) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = part (source, kind, samsyn_kind_field (kind, kind->title[i]), &values[i], language, depth);

      if (text != NULL && *text != '\0')
        append_part (title, text);
      samsyn_value_clear (&values[i]);
    }
  return title->len > 0 ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}

char *
samsyn_title_make_from (const SamsynTitleSource *source,
                        gint64                   id,
                        const char              *language)
{
  return make (source, NULL, id, language, 1);
}

static const SamsynKind *
kind_now (gpointer store,
          gint64   id)
{
  return samsyn_store_kind_of (store, id);
}

static guint
read_now (gpointer          store,
          const SamsynKind *kind,
          gint64            id,
          SamsynValue      *values)
{
  return samsyn_title_read (store, kind, id, values);
}

char *
samsyn_title_make (SamsynStore      *store,
                   const SamsynKind *kind,
                   gint64            id,
                   const char       *language)
{
  const SamsynTitleSource source = { .kind_of = kind_now, .read = read_now, .data = store };
  gboolean reading = samsyn_reading_begin (store);
  char *title = make (&source, kind, id, language, 1);

  samsyn_reading_end (store, reading);
  return title;
}

char *
samsyn_store_title (SamsynStore *store,
                    gint64       id,
                    const char  *language)
{
  char *title = samsyn_title_make (store, NULL, id, language);

  return title != NULL ? title : g_strdup ("");
}
