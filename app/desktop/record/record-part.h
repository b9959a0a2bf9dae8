/* record-part.h: a part of the pane that follows a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* A widget that is filled from one record, and filled anew after a step: in the next idle moment, since what was clicked in it is
 * not to go while it is at work. */
#define SAMSYN_TYPE_RECORD_PART (samsyn_record_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (SamsynRecordPart, samsyn_record_part, SAMSYN, RECORD_PART, AdwBin)

struct _SamsynRecordPartClass
{
  AdwBinClass parent_class;

  /* Whether only steps that change the record itself count. */
  gboolean of_record_only;

  /* Fills the part; the workspace may be closed. */
  void (*fill) (SamsynRecordPart *part);
};

/* A part of that type about the record with that id, floating as widgets are. */
GtkWidget *samsyn_record_part_new (GType          type,
                                   SamsynSession *session,
                                   gint64         record);

/* For the derived: the session, its store (NULL when closed), the record. */
SamsynSession *samsyn_record_part_get_session (SamsynRecordPart *part);
SamsynStore   *samsyn_record_part_get_store   (SamsynRecordPart *part);
gint64         samsyn_record_part_get_record  (SamsynRecordPart *part);

G_END_DECLS
