/* question.c: what a list asks the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "question.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/fold.h"

/* ---- Narrowing ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_name (const SamsynKind  *kind,
         const SamsynField *field)
{
  for (guint i = 0; kind->title[i] != NULL; i++)
    if (g_str_equal (kind->title[i], field->id))
      return TRUE;
  return FALSE;
}

/* A text that is shown as it is stored. */
static gboolean
is_plain_text (const SamsynField *field)
{
  return (field->type == SAMSYN_TYPE_TEXT || field->type == SAMSYN_TYPE_LONG_TEXT) && field->known == NULL;
}

/* Whoever sees a name or a choice in a column looks for it by typing. */
static void
add_shown (SamsynQuery        *query,
           const char         *text,
           const SamsynColumn *column)
{
  const SamsynField *field = samsyn_kind_field (query->kind, column->field.id);
  g_autofree char *typed = samsyn_fold_match (text);

  if (field == NULL || !column->visible)
    return;
  if (field->type == SAMSYN_TYPE_REFERENCE && field->targets != NULL && !is_name (query->kind, field))
    samsyn_query_where_text (query, field->id, SAMSYN_QUERY_NAMED, text);
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      g_autofree char *label = samsyn_fold_match (samsyn_choice_label (query->kind, field, choice->id, NULL));

      if (strstr (label, typed) != NULL)
        samsyn_query_where_text (query, field->id, SAMSYN_QUERY_EQUAL, choice->id);
    }
}

void
samsyn_question_narrow_to_text (SamsynQuery     *query,
                                const char      *text,
                                const GPtrArray *columns)
{
  const SamsynKind *kind = query->kind;
  gboolean by_title = FALSE;

  samsyn_query_begin_any (query);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      gboolean searchable = (field->flags & SAMSYN_FIELD_IN_LIST) && (field->flags & SAMSYN_FIELD_SEARCHABLE);

      if (is_plain_text (field) && (searchable || is_name (kind, field)))
        samsyn_query_where_text (query, field->id, SAMSYN_QUERY_CONTAINS, text);
      else if (is_name (kind, field))
        by_title = TRUE;
    }
  /* Where other records or words of ours give a record its name, that is put together for every row: only then is it looked
   * through. */
  if (by_title)
    samsyn_query_where_text (query, "@title", SAMSYN_QUERY_CONTAINS, text);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    add_shown (query, text, g_ptr_array_index (columns, i));
  samsyn_query_end_any (query);
}

void
samsyn_question_narrow (const SamsynQuestion *question,
                        const SamsynClock    *clock,
                        SamsynQuery          *query)
{
  g_autofree char *today = samsyn_clock_today (clock);

  if (question->filters != NULL)
    samsyn_filters_narrow (question->filters, query, today);
  if (*question->text != '\0')
    samsyn_question_narrow_to_text (query, question->text, question->columns);
}

gboolean
samsyn_question_is_narrowed (const SamsynQuestion *question)
{
  return *question->text != '\0' || (question->filters != NULL && !samsyn_filters_is_empty (question->filters));
}

/* ---- Groups --------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_question_can_group (const SamsynColumn *column)
{
  SamsynType type = column->field.type;

  return type == SAMSYN_TYPE_CHOICE || type == SAMSYN_TYPE_REFERENCE || type == SAMSYN_TYPE_BOOLEAN;
}

/* Rows and groups come in the same order; records of one name are kept apart by their ids. */
static void
order_by_group (const SamsynColumn *group,
                SamsynQuery        *query)
{
  samsyn_query_order (query, group->field.id, FALSE);
  if (group->field.type == SAMSYN_TYPE_REFERENCE)
    {
      g_autofree char *id = g_strconcat (group->field.id, ".@id", NULL);

      samsyn_query_order (query, id, FALSE);
    }
}

SamsynQuery *
samsyn_question_groups (const SamsynQuestion *question,
                        const SamsynClock    *clock)
{
  SamsynQuery *query;

  if (question->group == NULL)
    return NULL;
  query = samsyn_query_new (question->kind);
  samsyn_query_select (query, question->group->shown);
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "@id");
  samsyn_query_group (query, question->group->field.id);
  samsyn_question_narrow (question, clock, query);
  order_by_group (question->group, query);
  return query;
}

/* ---- Rows ----------------------------------------------------------------------------------------------------------------- */

SamsynQuery *
samsyn_question_rows (const SamsynQuestion *question,
                      const SamsynClock    *clock)
{
  SamsynQuery *query = samsyn_query_new (question->kind);
  gboolean first = TRUE;

  samsyn_query_select (query, "@title");
  for (const SamsynSettled *settled = question->kind->settled; settled != NULL && settled->field != NULL; settled++)
    samsyn_query_select (query, settled->field);
  for (guint i = 0; i < question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (question->columns, i);

      column->leads = column->visible && first;
      if (!column->visible)
        continue;
      column->place = samsyn_query_select (query, column->shown);
      first = FALSE;
    }
  samsyn_question_narrow (question, clock, query);
  if (question->group != NULL)
    order_by_group (question->group, query);
  if (question->sort != NULL)
    samsyn_query_order (query, question->sort->field.id, question->descending);
  else
    samsyn_query_order_default (query);
  return query;
}
