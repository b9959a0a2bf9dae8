/* columns.h: what a list of records of a kind shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/query.h"

G_BEGIN_DECLS

/* One column: a field that stands in lists, or a derived value. */
typedef struct
{
  const SamsynKind *kind;
  SamsynField       field; /* a derived value is described as if it were a field */
  const char       *label; /* in the program's language */
  char             *shown;   /* the path of what is shown: of a reference the title of its record */
  gboolean          usual;   /* stands in lists unless it is hidden */
  gboolean          visible; /* stands in this list now */
  gboolean          leads;   /* is the first of those that are visible */
  guint             place;   /* among the values of a row, while it is visible */
  int               width;   /* in characters, as fits */
  int               pixels;  /* as the user wants it; 0: as fits */
} SamsynColumn;

/* All columns a list of the kind can have, in order, the usual ones visible; an array of SamsynColumn that owns them.  Of these,
 * texts and names give way until all fit a window of usual width, as long as enough of them is left to read. */
GPtrArray *samsyn_columns_new (const SamsynKind *kind);

/* The column of the field or derived value, or NULL. */
SamsynColumn *samsyn_columns_find (GPtrArray  *columns,
                                   const char *id);

/* How wide so many characters count, in pixels: whatever the font, but larger where the user's text is. */
int samsyn_characters_pixels (int n_characters);

/* The width of a column in pixels: as long as the user has not changed it, and as it is; and that of all visible columns
 * together. */
int samsyn_column_usual_pixels (const SamsynColumn *column);
int samsyn_column_pixels       (const SamsynColumn *column);
int samsyn_columns_pixels      (const GPtrArray    *columns);

/* What a column shows of a value of its path; to be freed by the caller. */
char *samsyn_column_display (const SamsynColumn *column,
                             const SamsynValue  *value);

/* Whether it holds texts or names, of which a part is enough to know them by. */
gboolean samsyn_column_gives_way (const SamsynColumn *column);

/* Whether its values are numbers, which end on one line. */
gboolean samsyn_column_is_number (const SamsynColumn *column);

G_END_DECLS
