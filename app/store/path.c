/* path.c: where the paths of a query lead, as SQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "path.h"

#include "kinds/kinds.h"
#include "model/words.h"

/* SQLite joins at most 64 tables. */
#define MAX_JOINS 60

struct _SamsynPaths
{
  const SamsynKind *kind;
  const char       *language;
  GString          *from;
  GHashTable       *aliases; /* prefix of a path → alias of its table, both owned */
};

/* A walk stands on a table; or at the end of a reference (or body) of that table, whose target is not joined yet. */
typedef struct
{
  SamsynPaths       *paths;
  const char        *path; /* the whole of it, for messages */
  GString           *prefix;
  const SamsynKind  *kind;
  const char        *alias;
  const SamsynField *field;
} Walk;

void
samsyn_term_clear (SamsynTerm *term)
{
  g_clear_pointer (&term->value, g_free);
  g_clear_pointer (&term->key, g_free);
  g_clear_pointer (&term->sound, g_free);
  g_clear_pointer (&term->shown, g_free);
}

SamsynPaths *
samsyn_paths_new (const SamsynKind *kind,
                  const char       *language)
{
  SamsynPaths *paths = g_new0 (SamsynPaths, 1);
  gboolean known = language != NULL && g_strv_contains (samsyn_languages (), language);

  paths->kind = kind;
  paths->language = known ? language : samsyn_language ();
  paths->from = g_string_new (NULL);
  g_string_printf (paths->from, "FROM \"%s\" AS \"" SAMSYN_PATH_ROOT "\"", kind->id);
  paths->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return paths;
}

void
samsyn_paths_free (SamsynPaths *paths)
{
  if (paths == NULL)
    return;
  g_string_free (paths->from, TRUE);
  g_hash_table_unref (paths->aliases);
  g_free (paths);
}

const char *
samsyn_paths_from (SamsynPaths *paths)
{
  return paths->from->str;
}

/* ---- Walking -------------------------------------------------------------------------------------------------------------- */

static gboolean
no_such_field (const Walk *walk,
               const char *part,
               GError    **error)
{
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
               _ ("The path “%s” leads nowhere: records of the kind “%s” have no “%s”. Nothing was read. "
                 "The command “samsyn kinds” lists the fields of every kind."),
               walk->path, walk->kind->id, part);
  return FALSE;
}

static gboolean
no_way_on (const Walk *walk,
           const char *part,
           GError    **error)
{
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
               _ ("The path “%s” leads nowhere: “%s” cannot follow “%s”. Nothing was read. "
                 "A path goes on only after a field that refers to records of one kind."),
               walk->path, part, walk->field->id);
  return FALSE;
}

static char *
column (const Walk *walk,
        const char *id)
{
  return g_strdup_printf ("\"%s\".\"%s\"", walk->alias, id);
}

/* Whether the column of the walk's table holds a value of its field. */
static char *
sound_column (const Walk *walk,
              const char *id)
{
  return g_strdup_printf ("samsyn_sound(\"%s\".\"%s\", '%s.%s')", walk->alias, id, walk->kind->id, id);
}

/* The column where it does, otherwise null. */
static char *
only_sound (const Walk *walk,
            const char *id)
{
  g_autofree char *sound = sound_column (walk, id);

  return g_strdup_printf ("CASE WHEN %s THEN \"%s\".\"%s\" END", sound, walk->alias, id);
}

/* The alias of a table joined by its id at the end of the walk's reference, joining it if it is not yet. */
static const char *
join (const Walk *walk,
      const char *table)
{
  SamsynPaths *paths = walk->paths;
  g_autofree char *key = g_strconcat (walk->prefix->str, " ", table, NULL);
  char *alias = g_hash_table_lookup (paths->aliases, key);

  if (alias != NULL)
    return alias;
  alias = g_strdup_printf ("j%u", g_hash_table_size (paths->aliases) + 1);
  g_string_append_printf (paths->from, " LEFT JOIN \"%s\" AS \"%s\" ON \"%s\".\"id\" = \"%s\".\"%s\"", table, alias, alias,
                          walk->alias, walk->field->id);
  g_hash_table_insert (paths->aliases, g_steal_pointer (&key), alias);
  return alias;
}

/* Steps from the end of a reference onto its target's table, where there is only one. */
static gboolean
enter (Walk       *walk,
       const char *part,
       GError    **error)
{
  const SamsynKind *target;

  if (walk->field == NULL)
    return TRUE;
  target = walk->field->type == SAMSYN_TYPE_REFERENCE ? samsyn_field_target (walk->field) : NULL;
  if (target == NULL || g_hash_table_size (walk->paths->aliases) >= MAX_JOINS)
    return no_way_on (walk, part, error);
  walk->alias = join (walk, target->id);
  walk->kind = target;
  walk->field = NULL;
  return TRUE;
}

/* ---- Titles --------------------------------------------------------------------------------------------------------------- */

/* The one field that is the whole title of a kind and reads as it is stored, or NULL. */
static const SamsynField *
plain_title (const SamsynKind *kind)
{
  const SamsynField *field = kind->title[0] != NULL && kind->title[1] == NULL ? samsyn_kind_field (kind, kind->title[0]) : NULL;

  if (field != NULL && samsyn_type_stored (field->type) == SAMSYN_STORED_TEXT && field->type != SAMSYN_TYPE_CHOICE
      && field->known == NULL)
    return field;
  return NULL;
}

/* The title of the record that the walk stands on or refers to.  Titles of one text are read by the join that most queries need
 * anyway; others are put together by samsyn_title(). */
static void
title_column (const Walk        *walk,
              const SamsynKind  *kind,
              const SamsynField *plain,
              const char        *alias,
              SamsynTerm        *term)
{
  term->sound = g_strdup_printf ("samsyn_sound(\"%s\".\"%s\", '%s.%s')", alias, plain->id, kind->id, plain->id);
  term->door = plain;
  term->leads = walk->field != NULL;
  if (walk->field != NULL)
    term->shown = g_strdup_printf ("CASE WHEN \"%s\".\"id\" IS NULL THEN \"%s\".\"%s\" ELSE \"%s\".\"%s\" END", alias,
                                   walk->alias, walk->field->id, alias, plain->id);
}

static void
title (const Walk *walk,
       SamsynTerm *term,
       char      **key)
{
  const SamsynKind *kind = walk->field == NULL ? walk->kind : samsyn_field_target (walk->field);
  const SamsynField *plain = kind != NULL ? plain_title (kind) : NULL;
  g_autofree char *text = NULL;

  if (plain != NULL)
    {
      const char *alias = walk->field == NULL ? walk->alias : join (walk, kind->id);

      text = g_strdup_printf ("\"%s\".\"%s\"", alias, plain->id);
      if (term != NULL)
        title_column (walk, kind, plain, alias, term);
      if (samsyn_field_has_key (plain))
        *key = g_strdup_printf ("\"%s\".\"%s_key\"", alias, plain->id);
    }
  else
    {
      g_autofree char *id = column (walk, walk->field == NULL ? "id" : walk->field->id);

      text = g_strdup_printf ("samsyn_title(%s, '%s')", id, walk->paths->language);
      if (term != NULL && walk->field != NULL)
        {
          term->shown = g_strdup_printf ("ifnull(%s, (SELECT %s WHERE NOT EXISTS (SELECT 1 FROM \"record\" AS \"r\" WHERE "
                                         "\"r\".\"id\" = %s)))",
                                         text, id, id);
          term->leads = TRUE;
        }
    }
  if (*key == NULL)
    *key = g_strdup_printf ("samsyn_key(%s)", text);
  if (term != NULL)
    term->value = g_steal_pointer (&text);
}

/* ---- Ends of paths -------------------------------------------------------------------------------------------------------- */

static char *
kind_value (const Walk *walk)
{
  const SamsynKind *target = walk->field != NULL ? samsyn_field_target (walk->field) : walk->kind;

  if (walk->field == NULL)
    return g_strdup_printf ("'%s'", target->id);
  if (target != NULL)
    return g_strdup_printf ("CASE WHEN \"%s\".\"%s\" IS NOT NULL THEN '%s' END", walk->alias, walk->field->id, target->id);
  return g_strdup_printf ("\"%s\".\"kind\"", join (walk, "record"));
}

static gboolean
end_at (Walk       *walk,
        const char *part,
        SamsynTerm *term,
        GError    **error)
{
  gboolean body = walk->field != NULL && walk->field->type == SAMSYN_TYPE_BODY;
  gboolean record = walk->field == NULL || walk->field->type == SAMSYN_TYPE_REFERENCE;

  if (body && g_str_equal (part, "@text"))
    {
      const char *alias = join (walk, "body");

      term->value = g_strdup_printf ("\"%s\".\"text\"", alias);
      term->shown = g_strdup_printf ("CASE WHEN \"%s\".\"id\" IS NULL THEN \"%s\".\"%s\" ELSE %s END", alias, walk->alias,
                                     walk->field->id, term->value);
      term->leads = TRUE;
      term->key = g_strdup_printf ("samsyn_key(%s)", term->value);
      term->sort = SAMSYN_SORT_TEXT;
    }
  else if (record && g_str_equal (part, "@id"))
    {
      term->value = column (walk, walk->field == NULL ? "id" : walk->field->id);
      term->door = walk->field;
      term->own = term->required = walk->prefix->len == 0;
    }
  else if (record && g_str_equal (part, "@title"))
    {
      title (walk, term, &term->key);
      term->sort = SAMSYN_SORT_TEXT;
    }
  else if (record && g_str_equal (part, "@kind"))
    term->value = kind_value (walk);
  else
    return walk->field != NULL ? no_way_on (walk, part, error) : no_such_field (walk, part, error);
  return TRUE;
}

static char *
choice_key (const SamsynField *field,
            const char        *value)
{
  GString *key = g_string_new ("CASE ");

  g_string_append (key, value);
  for (guint i = 0; field->choices[i].id != NULL; i++)
    g_string_append_printf (key, " WHEN '%s' THEN %u", field->choices[i].id, i);
  g_string_append (key, " END");
  return g_string_free (key, FALSE);
}

static void
end_field (Walk       *walk,
           SamsynTerm *term)
{
  const SamsynField *field = walk->field;

  term->field = term->door = field;
  term->value = column (walk, field->id);
  term->sound = sound_column (walk, field->id);
  term->own = g_str_equal (walk->alias, SAMSYN_PATH_ROOT);
  term->required = term->own && (field->flags & SAMSYN_FIELD_REQUIRED);

  if (samsyn_field_has_key (field))
    term->key = g_strdup_printf ("\"%s\".\"%s_key\"", walk->alias, field->id);
  else if (field->type == SAMSYN_TYPE_TEXT || field->type == SAMSYN_TYPE_LONG_TEXT)
    term->key = g_strdup_printf ("samsyn_key(%s)", term->value);
  else if (field->type == SAMSYN_TYPE_CHOICE)
    term->key = choice_key (field, term->value);
  else if (field->type == SAMSYN_TYPE_REFERENCE)
    title (walk, NULL, &term->key);

  if (field->type == SAMSYN_TYPE_CHOICE)
    term->sort = SAMSYN_SORT_PLACE;
  else if (term->key != NULL)
    term->sort = SAMSYN_SORT_TEXT;
}

/* Amounts that older versions took may differ by more than an amount can be: then nothing is derived, as samsyn_record_derive()
 * has it; SQL would make a rounded number of it. */
static void
leave_out_rounded (SamsynTerm *term)
{
  g_autofree char *value = g_steal_pointer (&term->value);

  term->value = g_strdup_printf ("iif(typeof(%s) = 'integer', %s, NULL)", value, value);
}

static void
end_derived (const Walk          *walk,
             const SamsynDerived *derived,
             SamsynTerm          *term)
{
  g_autofree char *a = only_sound (walk, derived->from[0]), *b = only_sound (walk, derived->from[1]);
  g_autofree char *sound = NULL;
  g_autoptr (GString) later = g_string_new (b);

  switch (derived->derive)
    {
    case SAMSYN_DERIVE_PRODUCT:
      term->value = g_strdup_printf ("(%s * %s)", a, b);
      break;
    case SAMSYN_DERIVE_DIFFERENCE:
      term->value = g_strdup_printf ("(%s - %s)", a, b);
      break;
    case SAMSYN_DERIVE_EXCESS:
      sound = sound_column (walk, derived->from[1]);
      term->value = g_strdup_printf ("(CASE WHEN %s THEN %s - coalesce(%s, 0) END)", sound, a, b);
      break;
    case SAMSYN_DERIVE_DAYS:
      for (guint i = 2; i < G_N_ELEMENTS (derived->from) && derived->from[i] != NULL; i++)
        {
          g_autofree char *next = only_sound (walk, derived->from[i]);

          g_string_append_printf (later, ", %s", next);
        }
      if (later->len > strlen (b))
        {
          g_string_prepend (later, "coalesce(");
          g_string_append_c (later, ')');
        }
      term->value = g_strdup_printf ("CAST(julianday(%s) - julianday(%s) AS INTEGER)", later->str, a);
      break;
    }
  if (derived->type == SAMSYN_TYPE_MONEY)
    leave_out_rounded (term);
}

/* One part of a path: an end of it, or a step on. */
static gboolean
walk_part (Walk       *walk,
           const char *part,
           gboolean    last,
           SamsynTerm *term,
           GError    **error)
{
  const SamsynDerived *derived;

  if (last && part[0] == '@')
    return end_at (walk, part, term, error);
  if (!enter (walk, part, error))
    return FALSE;

  derived = last ? samsyn_kind_derived (walk->kind, part) : NULL;
  if (derived != NULL)
    {
      end_derived (walk, derived, term);
      return TRUE;
    }
  walk->field = samsyn_kind_field (walk->kind, part);
  if (walk->field == NULL)
    return no_such_field (walk, part, error);
  if (walk->prefix->len > 0)
    g_string_append_c (walk->prefix, '.');
  g_string_append (walk->prefix, part);
  if (last)
    end_field (walk, term);
  return TRUE;
}

gboolean
samsyn_paths_resolve (SamsynPaths *paths,
                      const char  *path,
                      SamsynTerm  *term,
                      GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  g_autoptr (GString) prefix = g_string_new (NULL);
  Walk walk = { .paths = paths, .path = path, .prefix = prefix, .kind = paths->kind, .alias = SAMSYN_PATH_ROOT };

  *term = (SamsynTerm) { 0 };
  if (parts[0] == NULL)
    return no_such_field (&walk, "", error);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!walk_part (&walk, parts[i], parts[i + 1] == NULL, term, error))
      return FALSE;
  if (term->key == NULL)
    term->key = g_strdup (term->value);
  return TRUE;
}
