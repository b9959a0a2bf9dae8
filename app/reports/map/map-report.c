/* map-report.c: what the reports about the responsibility map share: the first sheet, and the way to the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-report.h"

#include "model/words.h"

/* Of all maps in a book. */
#define MOST_CELLS 400000
#define MOST_COMMENTS 10000

static const SamsynPackColumn readme_columns[] = {
  { NC_ ("pack", "Sheet"), SAMSYN_COLUMN_TEXT, 38, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Contents"), SAMSYN_COLUMN_TEXT, 100, 0 },
  { NULL },
};

char *
samsyn_map_report_title (const SamsynMapReport *report,
                         const char            *title)
{
  return g_strconcat (title, report->scenario != NULL ? " – " : "", report->scenario, NULL);
}

void
samsyn_map_report_open (SamsynMapReport *report,
                        const char      *title,
                        const char      *subject)
{
  const char *language = report->view.language;
  g_autofree char *full = samsyn_map_report_title (report, title);
  SamsynSheet *readme = samsyn_book_add_sheet (
      report->book, samsyn_words (language, "pack", "Read me"), full,
      samsyn_words (language, "pack", "What the workbook is about, what it holds, and how its letters are read."));

  report->contents = samsyn_columns_add_table (readme, language, NULL, readme_columns);
  samsyn_sheet_set_one_page (readme);
  samsyn_columns_add_letters (readme, language);
  samsyn_book_set_properties (report->book, full, subject, "Samsyn");
}

void
samsyn_map_report_tell (SamsynMapReport *report,
                        const char      *name,
                        const char      *text)
{
  samsyn_table_add_row (report->contents);
  samsyn_table_text (report->contents, name);
  samsyn_table_text (report->contents, text);
}

SamsynSheet *
samsyn_map_report_open_sheet (SamsynMapReport *report,
                              const char      *name,
                              const char      *purpose)
{
  g_autofree char *title = samsyn_map_report_title (report, name);
  SamsynSheet *sheet = samsyn_book_add_sheet (report->book, name, title, purpose);

  samsyn_table_add_row (report->contents);
  samsyn_table_link (report->contents, samsyn_sheet_get_name (sheet), sheet);
  samsyn_table_text (report->contents, purpose);
  return sheet;
}

/* ---- A map ----------------------------------------------------------------------------------------------------------------- */

SamsynLookup *
samsyn_map_report_behind (SamsynMapReport *report,
                          GError         **error)
{
  if (report->behind == NULL)
    report->behind = samsyn_map_look_up (report->view.store, report->view.language, error);
  return report->behind;
}

void
samsyn_map_report_clear (SamsynMapReport *report)
{
  g_clear_pointer (&report->behind, samsyn_lookup_free);
}

void
samsyn_map_report_tell_large (SamsynMapReport *report,
                              const char      *name,
                              const char      *why)
{
  g_autofree char *text = g_strconcat (why, " ", samsyn_words (report->view.language, "pack", report->elsewhere), NULL);

  samsyn_map_report_tell (report, name, text);
}

static SamsynSheet *
open_map_sheet (SamsynMapReport       *report,
                const SamsynMapExtent *extent,
                const char            *name,
                const char            *purpose)
{
  g_autofree char *bare
    = g_strconcat (purpose, " ", samsyn_words (report->view.language, "pack", "The letters are too many for comments."), " ",
                   samsyn_words (report->view.language, "pack", report->elsewhere), NULL);
  gboolean fits = report->n_comments + extent->n_letters <= MOST_COMMENTS;

  report->n_cells += (gsize) extent->n_rows * extent->n_columns;
  report->n_comments += fits ? extent->n_letters : 0;
  return samsyn_map_report_open_sheet (report, name, fits ? purpose : bare);
}

gboolean
samsyn_map_report_add_map (SamsynMapReport *report,
                           const SamsynMap *map,
                           int              process,
                           const char      *name,
                           const char      *purpose,
                           GError         **error)
{
  g_autoptr (SamsynMapExtent) extent = samsyn_map_extent_new (map, process);
  g_autofree char *why = samsyn_map_extent_refuse (extent, MOST_CELLS - report->n_cells, report->view.language);
  gsize n_comments = report->n_comments;
  SamsynLookup *behind = NULL;
  SamsynSheet *sheet;

  if (why != NULL)
    {
      samsyn_map_report_tell_large (report, name, why);
      return TRUE;
    }
  sheet = open_map_sheet (report, extent, name, purpose);
  if (report->n_comments > n_comments && (behind = samsyn_map_report_behind (report, error)) == NULL)
    return FALSE;
  samsyn_map_add_table (extent, sheet, behind, report->view.language);
  samsyn_columns_add_letters (sheet, report->view.language);
  return TRUE;
}

/* ---- Sheets ---------------------------------------------------------------------------------------------------------------- */

static gboolean
add_sheet (SamsynMapReport      *report,
           const SamsynMapSheet *self,
           GError              **error)
{
  const char *purpose = samsyn_words (report->view.language, "pack", self->purpose);
  const char *name = samsyn_words (report->view.language, "pack", self->part.name);

  if (self->add_several != NULL)
    return self->add_several (report, name, purpose, error);
  return self->add (report, samsyn_map_report_open_sheet (report, name, purpose), error);
}

gboolean
samsyn_map_report_add_sheets (SamsynMapReport      *report,
                              const SamsynMapSheet *sheets,
                              guint                 n_sheets,
                              const char *const    *leave_out,
                              const char           *nothing,
                              GCancellable         *cancellable,
                              GError              **error)
{
  const char *language = report->view.language;

  for (guint i = 0; i < n_sheets; i++)
    {
      const char *name = samsyn_words (language, "pack", sheets[i].part.name);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (leave_out != NULL && g_strv_contains (leave_out, sheets[i].part.id))
        samsyn_map_report_tell (report, name, samsyn_words (language, "pack", "Left out, as was asked for."));
      else if (!sheets[i].has (report))
        samsyn_map_report_tell (report, name, samsyn_words (language, "pack", nothing));
      else if (!add_sheet (report, &sheets[i], error))
        return FALSE;
    }
  return TRUE;
}
