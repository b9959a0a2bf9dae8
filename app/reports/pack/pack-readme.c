/* pack-readme.c: the first sheet: what the pack is about, what it holds, and how its marks are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackSheet readme_sheet = {
  .part = { "readme", NC_ ("pack", "Read me") },
  .title = NC_ ("pack", "Steering pack"),
  .purpose = NC_ ("pack", "What the pack is about, what it holds, and how its marks are read."),
};

SamsynSheet *
samsyn_pack_open_readme (SamsynPack *pack)
{
  samsyn_sheet_set_one_page (samsyn_pack_open_sheet (pack, &readme_sheet));
  return g_steal_pointer (&pack->sheet);
}

static void
add_text (SamsynTable *table,
          const char  *name,
          const char  *text)
{
  samsyn_table_add_row (table);
  samsyn_table_text (table, name);
  samsyn_table_text (table, text);
}

enum
{
  MEETING_GROUP,
  MEETING_TIME,
  MEETING_PLACE
};

/* “Strategic steering group, 2016-05-20 13:00, room” */
static char *
meeting_in_words (SamsynPack *pack,
                  GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("meeting", pack->language, "group.name", "starts_at", "place", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  const char *time;
  const char *place;

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, pack->meeting);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return NULL;
  time = samsyn_rows_text (rows, 0, MEETING_TIME);
  place = samsyn_rows_text (rows, 0, MEETING_PLACE);
  return g_strconcat (samsyn_rows_text (rows, 0, MEETING_GROUP), ", ", pack->date, *time != '\0' ? " " : "", time,
                      *place != '\0' ? ", " : "", place, NULL);
}

static char *
period_in_words (SamsynPack *pack)
{
  if (pack->since == NULL)
    return g_strdup_printf (samsyn_words (pack->language, "pack",
                                          "From the start to %s. No earlier pack has been published for this group: columns "
                                          "about the last meeting are empty."),
                            pack->date);
  return g_strdup_printf (samsyn_words (pack->language, "pack",
                                        "%s – %s. Compared with the pack of the meeting on %s, as published on %s."),
                          pack->since, pack->date, pack->before_date, pack->since);
}

static gboolean
add_facts (SamsynPack  *pack,
           SamsynTable *table,
           GError     **error)
{
  g_autofree char *meeting = meeting_in_words (pack, error);
  g_autofree char *period = period_in_words (pack);

  if (meeting == NULL)
    return FALSE;
  add_text (table, samsyn_words (pack->language, "pack", "Meeting"), meeting);
  add_text (table, samsyn_words (pack->language, "pack", "Project"),
            pack->project != 0
              ? pack->project_title
              : samsyn_words (pack->language, "pack", "All projects: the meeting's group belongs to no project of its own."));
  add_text (table, samsyn_words (pack->language, "pack", "Period"), period);
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_words (pack->language, "pack", "Status date"));
  samsyn_table_date (table, pack->date);
  return TRUE;
}

/* Why a sheet is not in the book. */
static void
add_missing (SamsynPack              *pack,
             SamsynTable             *table,
             const SamsynPackContent *content)
{
  const char *why = samsyn_words (pack->language, "pack", content->left_out ? NC_ ("pack", "Left out, as was asked for.")
                                                                              : NC_ ("pack", "Left out: no records."));
  g_autofree char *large
      = content->too_large == NULL
            ? NULL
            : g_strconcat (content->too_large, " ",
                           samsyn_words (pack->language, "pack", "The report “Responsibility map” of that day has every letter."),
                           NULL);

  add_text (table, samsyn_words (pack->language, "pack", content->description->part.name), large != NULL ? large : why);
}

static void
add_contents (SamsynPack              *pack,
              SamsynTable             *table,
              const SamsynPackContent *contents,
              guint                    n_contents)
{
  for (guint i = 0; i < n_contents; i++)
    if (contents[i].sheet != NULL)
      {
        samsyn_table_add_row (table);
        samsyn_table_link (table, samsyn_sheet_get_name (contents[i].sheet), contents[i].sheet);
        samsyn_table_text (table, samsyn_words (pack->language, "pack", contents[i].description->purpose));
      }
  for (guint i = 0; i < n_contents; i++)
    if (contents[i].sheet == NULL)
      add_missing (pack, table, &contents[i]);
}

static const SamsynSign lights[] = {
  { "green", NC_ ("pack", "Goals, time and money hold; the group need not do anything.") },
  { "amber", NC_ ("pack", "Deviates from the plan, but the project can handle it within its own limits.") },
  { "red", NC_ ("pack", "Deviates so much that the steering group must decide.") },
  { "not_assessed", NC_ ("pack", "Nobody has assessed it yet.") },
  { NULL, NULL },
};

static const SamsynSign trends[] = {
  { "1", NC_ ("pack", "Better than in the last published pack.") },
  { "0", NC_ ("pack", "As in the last published pack.") },
  { "-1", NC_ ("pack", "Worse than in the last published pack.") },
  { NULL, NULL },
};

static const SamsynPackColumn light_columns[] = {
  { NC_ ("pack", "Light"), SAMSYN_COLUMN_LIGHT, 0, 0 },
  { NC_ ("pack", "Meaning"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NULL },
};
static const SamsynPackColumn trend_columns[] = {
  { NC_ ("pack", "Trend"), SAMSYN_COLUMN_TREND, 0, 0 },
  { NC_ ("pack", "Meaning"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NULL },
};
static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Sheet"), SAMSYN_COLUMN_TEXT, 38, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Contents"), SAMSYN_COLUMN_TEXT, 100, 0 },
  { NULL },
};

gboolean
samsyn_pack_fill_readme (SamsynPack              *pack,
                         SamsynSheet             *readme,
                         const SamsynPackContent *contents,
                         guint                    n_contents,
                         GError                 **error)
{
  SamsynTable *table = samsyn_pack_add_table (pack, readme, NULL, columns);

  if (!add_facts (pack, table, error))
    return FALSE;
  add_contents (pack, table, contents, n_contents);
  samsyn_columns_add_legend (readme, pack->language, samsyn_words (pack->language, "pack", "How lights are read"), light_columns,
                             lights);
  samsyn_columns_add_legend (readme, pack->language, samsyn_words (pack->language, "pack", "How trends are read"), trend_columns,
                             trends);
  samsyn_columns_add_letters (readme, pack->language);
  return TRUE;
}
