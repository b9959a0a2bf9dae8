/* scenario-option.c: a scenario, as somebody names it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-option.h"

#include "command.h"
#include "kinds/kinds.h"
#include "model/fold.h"
#include "model/words.h"

enum
{
  SCENARIO_ID,
  SCENARIO_NAME
};

static gboolean
is_meant (const SamsynRows *rows,
          guint             row,
          const char       *text)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, samsyn_rows_integer (rows, row, SCENARIO_ID, 0));
  g_autofree char *name = samsyn_fold_key (samsyn_rows_text (rows, row, SCENARIO_NAME)), *asked = samsyn_fold_key (text);

  return g_str_equal (id, text) || g_str_equal (name, asked);
}

static void
refuse (const SamsynRows *rows,
        const char       *text,
        const char       *option,
        gboolean          several,
        GError          **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < rows->n_rows; i++)
    if (!several || is_meant (rows, i, text))
      g_string_append_printf (list, "\n  %" G_GINT64_FORMAT "  %s", samsyn_rows_integer (rows, i, SCENARIO_ID, 0),
                              samsyn_rows_text (rows, i, SCENARIO_NAME));
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE,
               several            ? _ ("%s: several scenarios are called “%s”; give the id of one of them:%s")
               : rows->n_rows > 0 ? _ ("%s: there is no scenario “%s”. There are:%s")
                                  : _ ("%s: there is no scenario “%s”; the workspace has none.%s"),
               option, text, list->str);
}

gboolean
samsyn_scenario_option (SamsynStore *store,
                        const char  *text,
                        const char  *option,
                        gint64      *scenario,
                        GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("scenario"));
  g_autoptr (SamsynRows) rows = NULL;
  guint n_meant = 0;

  *scenario = 0;
  if (text == NULL)
    return TRUE;
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "name");
  samsyn_query_order_default (query);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    if (is_meant (rows, i, text))
      {
        *scenario = samsyn_rows_integer (rows, i, SCENARIO_ID, 0);
        n_meant++;
      }
  if (n_meant == 1)
    return TRUE;
  refuse (rows, text, option, n_meant > 1, error);
  return FALSE;
}

gboolean
samsyn_side_option (const char *text,
                    const char *option,
                    char      **date,
                    char      **scenario,
                    GError    **error)
{
  g_auto (GStrv) parts = NULL;

  if (!samsyn_call_check_text (text, option, error))
    return FALSE;
  parts = g_strsplit (text, ",", 2);
  if (!samsyn_call_check_date (parts[0] != NULL ? parts[0] : "", option, error))
    return FALSE;
  *date = g_strdup (parts[0]);
  *scenario = g_strdup (parts[1]);
  return TRUE;
}
