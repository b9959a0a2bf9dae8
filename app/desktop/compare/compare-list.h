/* compare-list.h: what differs between two maps, as a list on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "findings/map/compare.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_COMPARE_HEADING, /* what is told of */
  SAMSYN_COMPARE_ABOUT,   /* under it, whom the lines are about */
  SAMSYN_COMPARE_LINE
} SamsynCompareLevel;

/* A line of the list, or a heading in it. */
#define SAMSYN_TYPE_COMPARE_ITEM (samsyn_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCompareItem, samsyn_compare_item, SAMSYN, COMPARE_ITEM, GObject)

/* What stands in it: the mark is what changes, in a word or two, "" where the text says all; the record is what it leads to, 0:
 * nothing. */
SamsynCompareLevel samsyn_compare_item_level  (SamsynCompareItem *item);
const char        *samsyn_compare_item_mark   (SamsynCompareItem *item);
const char        *samsyn_compare_item_text   (SamsynCompareItem *item);
gint64             samsyn_compare_item_record (SamsynCompareItem *item);

/* The lines, SamsynCompareItem, under their headings; empty where nothing differs.  With `huki` the letters are those many Swedes
 * know. */
GPtrArray *samsyn_compare_list_make (const SamsynComparison *comparison,
                                     gboolean                huki);

G_END_DECLS
