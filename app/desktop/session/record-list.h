/* record-list.h: the records that a query finds, as a list model
 *
 * The list keeps the records' ids only, the first of them at once and the rest as the main loop is idle; what a row shows is
 * looked up when it is shown.  So a million records open as fast as a thousand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A row as long as somebody looks at it.  The same record has the same row while that lasts.  The signal "changed" tells that its
 * values may be others now. */
#define SAMSYN_TYPE_RECORD_ROW (samsyn_record_row_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordRow, samsyn_record_row, SAMSYN, RECORD_ROW, GObject)

/* The id of the record that the row is of; 0 of a group's heading. */
gint64 samsyn_record_row_get_id (SamsynRecordRow *row);

/* The values of the query's columns for the row, valid until the next call; NULL if the record is gone, or for a heading. */
const SamsynValue *samsyn_record_row_get_values (SamsynRecordRow *row);

/* The values of the groups' query for a heading, valid until the list is refreshed; NULL for a record. */
const SamsynValue *samsyn_record_row_get_group (SamsynRecordRow *row);

/* A GListModel of SamsynRecordRow. */
#define SAMSYN_TYPE_RECORD_LIST (samsyn_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordList, samsyn_record_list, SAMSYN, RECORD_LIST, GObject)

/* An empty list.  The store must live until samsyn_record_list_close(), which empties the list and lets the store go. */
SamsynRecordList *samsyn_record_list_new   (SamsynStore *store);
void              samsyn_record_list_close (SamsynRecordList *list);

/* Shows what the query finds, and owns the query; the least stretch of rows that covers the difference is told as changed. */
gboolean samsyn_record_list_set_query (SamsynRecordList *list,
                                       SamsynQuery      *query,
                                       GError          **error);

/* The same with headings: `groups` (owned by the list too, may be NULL) finds the groups in the order of the query's records; its
 * second column is how many they are. */
gboolean samsyn_record_list_set_grouped_query (SamsynRecordList *list,
                                               SamsynQuery      *query,
                                               SamsynQuery      *groups,
                                               GError          **error);

/* Asks the same query again, after a step. */
gboolean samsyn_record_list_refresh (SamsynRecordList *list,
                                     GError          **error);

/* Whether all ids are there; whether there are headings. */
gboolean samsyn_record_list_is_complete (SamsynRecordList *list);
gboolean samsyn_record_list_has_groups  (SamsynRecordList *list);

/* The id at a position, 0 of a heading and beyond the end; and the position of an id, G_MAXUINT if it isn't among those that are
 * there. */
gint64 samsyn_record_list_get_id (SamsynRecordList *list,
                                  guint             position);
guint  samsyn_record_list_find   (SamsynRecordList *list,
                                  gint64            id);

G_END_DECLS
