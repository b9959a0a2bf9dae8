/* compile.c: a query as SQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compile.h"

#include "kinds/kinds.h"
#include "model/door.h"
#include "model/fold.h"
#include "path.h"

typedef struct
{
  const SamsynQuery *query;
  SamsynPaths       *paths;
  GArray            *bindings;
  GArray            *fields; /* SamsynCompiledColumn */
  GString           *columns;
  GString           *where;
  GString           *order;
  GString           *groups;
  gboolean           grouped; /* rows are groups, or the one sum of all */
  SamsynCompileNeeds needs;
  gboolean           steer;   /* conditions should choose the index, not the order */
} Compile;

/* Binds a value, which is moved; returns the number of its parameter. */
static guint
bind (Compile    *compile,
      SamsynValue value)
{
  g_array_append_val (compile->bindings, value);
  return compile->bindings->len;
}

/* ---- Columns -------------------------------------------------------------------------------------------------------------- */

/* What is taken of a term: of several values only of those that are sound. */
static char *
take_of (SamsynQueryTake   take,
         const SamsynTerm *term)
{
  static const char *const functions[] = {
    [SAMSYN_QUERY_VALUE] = NULL,     [SAMSYN_QUERY_COUNT] = "COUNT",   [SAMSYN_QUERY_SUM] = "samsyn_sum",
    [SAMSYN_QUERY_MINIMUM] = "MIN", [SAMSYN_QUERY_MAXIMUM] = "MAX", [SAMSYN_QUERY_LEFT_OUT] = NULL,
  };

  if (take == SAMSYN_QUERY_VALUE)
    return g_strdup (term->shown != NULL ? term->shown : term->value);
  if (take == SAMSYN_QUERY_LEFT_OUT)
    return term->sound != NULL ? g_strdup_printf ("COUNT(CASE WHEN NOT %s THEN 1 END)", term->sound) : g_strdup ("0");
  if (term->sound != NULL)
    return g_strdup_printf ("%s(CASE WHEN %s THEN %s END)", functions[take], term->sound, term->value);
  return g_strdup_printf ("%s(%s)", functions[take], term->value);
}

/* What the door lets through of it: sums of a field's values may lie outside of its limits. */
static SamsynCompiledColumn
column_of (SamsynQueryTake   take,
           const SamsynTerm *term)
{
  switch (take)
    {
    case SAMSYN_QUERY_VALUE:
      return (SamsynCompiledColumn) { term->door, term->required, term->leads };
    case SAMSYN_QUERY_MINIMUM:
    case SAMSYN_QUERY_MAXIMUM:
      return (SamsynCompiledColumn) { term->door, FALSE, FALSE };
    case SAMSYN_QUERY_COUNT:
    case SAMSYN_QUERY_SUM:
    case SAMSYN_QUERY_LEFT_OUT:
    default:
      return (SamsynCompiledColumn) { NULL, FALSE, FALSE };
    }
}

static gboolean
add_columns (Compile *compile,
             GError **error)
{

  for (guint i = 0; i < compile->query->columns->len; i++)
    {
      const SamsynQueryColumn *column = &g_array_index (compile->query->columns, SamsynQueryColumn, i);
      g_auto (SamsynTerm) term = { 0 };
      g_autofree char *taken = NULL;
      SamsynCompiledColumn is;

      if (!samsyn_paths_resolve (compile->paths, column->path, &term, error))
        return FALSE;
      taken = take_of (column->take, &term);
      is = column_of (column->take, &term);
      g_string_append_printf (compile->columns, "%s%s", i > 0 ? ", " : "", taken);
      g_array_append_val (compile->fields, is);
    }
  if (compile->columns->len == 0)
    g_string_append (compile->columns, "\"" SAMSYN_PATH_ROOT "\".\"id\"");
  return TRUE;
}

/* ---- Conditions ----------------------------------------------------------------------------------------------------------- */

/* A text of lists is found by its key, which has the index, and equal where it looks the same: composed or not, with or without
 * soft hyphens.  Others are equal byte by byte. */
static void
add_equal (Compile           *compile,
           const SamsynTerm  *term,
           const SamsynValue *value)
{
  if (samsyn_value_is_null (value))
    {
      g_string_append_printf (compile->where, "%s IS NULL", term->value);
      return;
    }
  if (term->field != NULL && samsyn_field_has_key (term->field) && value->stored == SAMSYN_STORED_TEXT)
    {
      g_autofree char *key = samsyn_fold_key (value->text), *plain = samsyn_fold_plain (value->text);

      g_string_append_printf (compile->where, "(%s = ?%u", term->key, bind (compile, samsyn_value_text (key)));
      g_string_append_printf (compile->where, " AND samsyn_plain(%s) = ?%u", term->value,
                              bind (compile, samsyn_value_text (plain)));
      g_string_append_printf (compile->where, " AND %s)", term->sound);
    }
  else if (value->stored == SAMSYN_STORED_TEXT || term->sound == NULL)
    g_string_append_printf (compile->where, "%s = ?%u", term->value, bind (compile, samsyn_value_copy (value)));
  else /* 5.0 equals 5 in SQL */
    g_string_append_printf (compile->where, "(%s = ?%u AND %s)", term->value, bind (compile, samsyn_value_copy (value)),
                            term->sound);
}

static void
add_contains (Compile           *compile,
              const SamsynTerm  *term,
              const SamsynValue *value)
{
  const char *text = samsyn_value_get_text (value);
  g_autofree char *needle = samsyn_fold_match (text != NULL ? text : "");

  g_string_append_printf (compile->where, "samsyn_match(%s, ?%u)", term->value, bind (compile, samsyn_value_text (needle)));
}

/* References are ordered by title, but given, and so compared, by id. */
static gboolean
is_reference (const SamsynTerm *term)
{
  return term->field != NULL && term->field->type == SAMSYN_TYPE_REFERENCE;
}

/* What a term's key is compared with. */
static SamsynValue
comparable (const SamsynTerm  *term,
            const SamsynValue *value)
{
  const char *text = samsyn_value_get_text (value);

  if (text != NULL && term->sort == SAMSYN_SORT_TEXT)
    {
      g_autofree char *key = samsyn_fold_key (text);

      return samsyn_value_text (key);
    }
  if (term->sort == SAMSYN_SORT_PLACE)
    {
      const SamsynChoice *choice = samsyn_field_find_choice (term->field, text);

      return choice != NULL ? samsyn_value_integer (choice - term->field->choices) : SAMSYN_VALUE_NULL;
    }
  return samsyn_value_copy (value);
}

/* The records of that name are found once, not for each that may refer to them. */
static gboolean
add_named (Compile           *compile,
           const SamsynTerm  *term,
           const SamsynValue *value,
           GError           **error)
{
  gboolean any = FALSE;

  g_string_append_c (compile->where, '(');
  for (const SamsynKind *const *kind = samsyn_kinds (); is_reference (term) && *kind != NULL; kind++)
    {
      g_autoptr (SamsynPaths) paths = NULL;
      g_auto (SamsynTerm) title = { 0 };

      if (!samsyn_field_targets (term->field, *kind))
        continue;
      paths = samsyn_paths_new (*kind, compile->query->language);
      if (!samsyn_paths_resolve (paths, "@title", &title, error))
        return FALSE;
      g_string_append_printf (compile->where, "%s%s IN (SELECT \"" SAMSYN_PATH_ROOT "\".\"id\" %s WHERE ", any ? " OR " : "",
                              term->value, samsyn_paths_from (paths));
      add_contains (compile, &title, value);
      g_string_append_c (compile->where, ')');
      any = TRUE;
    }
  g_string_append (compile->where, any ? ")" : "FALSE)");
  return TRUE;
}

/* What is bent meets no condition, however its bytes compare. */
static void
add_sound (Compile          *compile,
           const SamsynTerm *term)
{
  if (term->sound != NULL)
    g_string_append_printf (compile->where, " AND %s", term->sound);
}

/* Of a reference also what leads to no record of its kinds, of a required field also nothing. */
static void
add_bent (Compile          *compile,
          const SamsynTerm *term)
{
  GString *where = compile->where;

  if (term->sound == NULL)
    {
      g_string_append (where, "FALSE");
      return;
    }
  g_string_append_printf (where, "(NOT %s", term->sound);
  if (term->required)
    g_string_append_printf (where, " OR %s IS NULL", term->value);
  if (term->field != NULL && term->field->type == SAMSYN_TYPE_BODY)
    g_string_append_printf (where,
                            " OR (%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"body\" AS \"b\" WHERE \"b\".\"id\" = %s))",
                            term->value, term->value);
  if (is_reference (term))
    {
      g_string_append_printf (where,
                              " OR (%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"record\" AS \"r\" WHERE \"r\".\"id\" = %s",
                              term->value, term->value);
      for (guint i = 0; term->field->targets != NULL && term->field->targets[i] != NULL; i++)
        g_string_append_printf (where, "%s'%s'", i == 0 ? " AND \"r\".\"kind\" IN (" : ", ", term->field->targets[i]);
      g_string_append (where, term->field->targets != NULL ? ")))" : "))");
    }
  g_string_append_c (where, ')');
}

static gboolean
add_condition (Compile                    *compile,
               const SamsynTerm           *term,
               const SamsynQueryCondition *condition,
               GError                    **error)
{
  static const char *const orders[] = {
    [SAMSYN_QUERY_LESS] = "<",
    [SAMSYN_QUERY_AT_MOST] = "<=",
    [SAMSYN_QUERY_GREATER] = ">",
    [SAMSYN_QUERY_AT_LEAST] = ">=",
  };
  GString *where = compile->where;

  switch (condition->test)
    {
    case SAMSYN_QUERY_EQUAL:
      add_equal (compile, term, &condition->value);
      break;
    case SAMSYN_QUERY_NOT_EQUAL:
      g_string_append_printf (where, "(%s IS NOT ?%u", term->value, bind (compile, samsyn_value_copy (&condition->value)));
      add_sound (compile, term);
      g_string_append_c (where, ')');
      break;
    case SAMSYN_QUERY_LESS:
    case SAMSYN_QUERY_AT_MOST:
    case SAMSYN_QUERY_GREATER:
    case SAMSYN_QUERY_AT_LEAST:
      g_string_append_printf (where, "(%s %s ?%u", is_reference (term) ? term->value : term->key, orders[condition->test],
                              bind (compile, comparable (term, &condition->value)));
      add_sound (compile, term);
      g_string_append_c (where, ')');
      break;
    case SAMSYN_QUERY_CONTAINS:
      g_string_append_c (where, '(');
      add_contains (compile, term, &condition->value);
      add_sound (compile, term);
      g_string_append_c (where, ')');
      break;
    case SAMSYN_QUERY_EMPTY:
      g_string_append_printf (where, "%s IS NULL", term->value);
      break;
    case SAMSYN_QUERY_GIVEN:
      g_string_append_printf (where, "(%s IS NOT NULL", term->value);
      add_sound (compile, term);
      g_string_append_c (where, ')');
      break;
    case SAMSYN_QUERY_BENT:
      add_bent (compile, term);
      break;
    case SAMSYN_QUERY_NAMED:
      return add_named (compile, term, &condition->value, error);
    }
  return TRUE;
}

/* Whether the condition narrows the very index that would give the order: then the two go together. */
static gboolean
follows_order (const Compile              *compile,
               const SamsynQueryCondition *condition)
{
  const SamsynQueryOrder *first;

  if (compile->query->order->len == 0 || condition->any > 0)
    return FALSE;
  first = &g_array_index (compile->query->order, SamsynQueryOrder, 0);
  return g_str_equal (first->path, condition->path) && condition->test != SAMSYN_QUERY_CONTAINS
         && condition->test != SAMSYN_QUERY_NAMED && condition->test != SAMSYN_QUERY_NOT_EQUAL;
}

/* Alternatives follow one another in the query: they are added between one begin and one end. */
static gboolean
add_conditions (Compile *compile,
                GError **error)
{
  const GArray *conditions = compile->query->conditions;
  guint open = 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SamsynQueryCondition *condition = &g_array_index (conditions, SamsynQueryCondition, i);
      g_auto (SamsynTerm) term = { 0 };

      if (!samsyn_paths_resolve (compile->paths, condition->path, &term, error))
        return FALSE;
      if (open > 0 && condition->any == open)
        g_string_append (compile->where, " OR ");
      else
        g_string_append_printf (compile->where, "%s%s%s", open > 0 ? ")" : "", i > 0 ? " AND " : "",
                                condition->any > 0 ? "(" : "");
      open = condition->any;
      if (!add_condition (compile, &term, condition, error))
        return FALSE;
      if (!follows_order (compile, condition))
        compile->steer = TRUE;
    }
  if (open > 0)
    g_string_append_c (compile->where, ')');
  if (compile->needs & SAMSYN_COMPILE_STRAY_IDS)
    g_string_append_printf (compile->where, "%s\"" SAMSYN_PATH_ROOT "\".\"id\" BETWEEN 1 AND %" G_GINT64_FORMAT,
                            conditions->len > 0 ? " AND " : "", SAMSYN_ID_END - 1);
  return TRUE;
}

/* ---- Order and groups ----------------------------------------------------------------------------------------------------- */

/* Empty values come last in both directions.  Descending they do so by themselves, required ones never are; not to say it then
 * lets SQLite follow the index.  On the other hand SQLite would rather follow an index than sort, and look a million rows up in
 * its order to find a few: a plus sign hides the index from it where conditions speak of something else. */
static gboolean
add_order (Compile *compile,
           GError **error)
{
  const GArray *orders = compile->query->order;

  for (guint i = 0; i < orders->len; i++)
    {
      const SamsynQueryOrder *order = &g_array_index (orders, SamsynQueryOrder, i);
      g_auto (SamsynTerm) term = { 0 };

      if (!samsyn_paths_resolve (compile->paths, order->path, &term, error))
        return FALSE;
      if (term.sound != NULL && !compile->grouped && (compile->needs & SAMSYN_COMPILE_BENT_LAST))
        g_string_append_printf (compile->order, "NOT %s, ", term.sound);
      g_string_append_printf (compile->order, "%s%s%s, ", i == 0 && compile->steer ? "+" : "", term.key,
                              order->descending ? " DESC" : term.required ? "" : " NULLS LAST");
    }
  g_string_append (compile->order, compile->grouped ? "MIN(\"" SAMSYN_PATH_ROOT "\".\"id\")" : "\"" SAMSYN_PATH_ROOT "\".\"id\"");
  return TRUE;
}

static gboolean
add_groups (Compile *compile,
            GError **error)
{
  for (guint i = 0; i < compile->query->groups->len; i++)
    {
      g_auto (SamsynTerm) term = { 0 };

      if (!samsyn_paths_resolve (compile->paths, g_ptr_array_index (compile->query->groups, i), &term, error))
        return FALSE;
      g_string_append_printf (compile->groups, "%s%s", i > 0 ? ", " : "", term.value);
    }
  return TRUE;
}

static gboolean
is_grouped (const SamsynQuery *query)
{
  for (guint i = 0; i < query->columns->len; i++)
    if (g_array_index (query->columns, SamsynQueryColumn, i).take != SAMSYN_QUERY_VALUE)
      return TRUE;
  return query->groups->len > 0;
}

/* ---- Statements ----------------------------------------------------------------------------------------------------------- */

/* Resolves every path that the statement needs; only then its FROM is known. */
static gboolean
gather (Compile          *compile,
        SamsynCompileWhat what,
        GError          **error)
{
  if ((what == SAMSYN_COMPILE_ROWS || what == SAMSYN_COMPILE_LOOKUP) && !add_columns (compile, error))
    return FALSE;
  if (what == SAMSYN_COMPILE_LOOKUP)
    return TRUE;
  if (!add_conditions (compile, error))
    return FALSE;
  if (what == SAMSYN_COMPILE_COUNT)
    return TRUE;
  if (what == SAMSYN_COMPILE_ROWS)
    {
      compile->grouped = is_grouped (compile->query);
      if (!add_groups (compile, error))
        return FALSE;
    }
  return add_order (compile, error);
}

static char *
assemble (Compile          *compile,
          SamsynCompileWhat what,
          guint             offset,
          guint             limit)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  if (what == SAMSYN_COMPILE_COUNT)
    g_string_append (sql, "COUNT(*)");
  else if (what == SAMSYN_COMPILE_IDS)
    g_string_append (sql, "\"" SAMSYN_PATH_ROOT "\".\"id\"");
  else
    g_string_append (sql, compile->columns->str);
  g_string_append_printf (sql, " %s", samsyn_paths_from (compile->paths));

  if (what == SAMSYN_COMPILE_LOOKUP)
    g_string_append (sql, " WHERE \"" SAMSYN_PATH_ROOT "\".\"id\" = ?1");
  else if (compile->where->len > 0)
    g_string_append_printf (sql, " WHERE %s", compile->where->str);
  if (compile->groups->len > 0)
    g_string_append_printf (sql, " GROUP BY %s", compile->groups->str);
  if (compile->order->len > 0 && (!compile->grouped || compile->groups->len > 0))
    g_string_append_printf (sql, " ORDER BY %s", compile->order->str);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u", limit);
  else if (offset > 0)
    g_string_append (sql, " LIMIT -1");
  if (offset > 0)
    g_string_append_printf (sql, " OFFSET %u", offset);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

SamsynCompiled *
samsyn_compile (const SamsynQuery *query,
                SamsynCompileWhat  what,
                guint              offset,
                guint              limit,
                SamsynCompileNeeds needs,
                GError           **error)
{
  g_autoptr (SamsynPaths) paths = samsyn_paths_new (query->kind, query->language);
  g_autoptr (GString) columns = g_string_new (NULL), where = g_string_new (NULL);
  g_autoptr (GString) order = g_string_new (NULL), groups = g_string_new (NULL);
  g_autoptr (SamsynCompiled) compiled = g_new0 (SamsynCompiled, 1);
  Compile compile
      = { .query = query, .paths = paths, .columns = columns, .where = where, .order = order, .groups = groups, .needs = needs };

  compiled->bindings = compile.bindings = g_array_new (FALSE, FALSE, sizeof (SamsynValue));
  compiled->columns = compile.fields = g_array_new (FALSE, FALSE, sizeof (SamsynCompiledColumn));
  g_array_set_clear_func (compiled->bindings, (GDestroyNotify) samsyn_value_clear);
  if (!gather (&compile, what, error))
    return NULL;

  if (limit == 0 && (what == SAMSYN_COMPILE_ROWS || what == SAMSYN_COMPILE_IDS))
    limit = query->limit;
  compiled->sql = assemble (&compile, what, offset, limit);
  compiled->n_columns = query->columns->len;
  return g_steal_pointer (&compiled);
}

void
samsyn_compiled_free (SamsynCompiled *compiled)
{
  if (compiled == NULL)
    return;
  g_free (compiled->sql);
  g_array_unref (compiled->bindings);
  g_array_unref (compiled->columns);
  g_free (compiled);
}
