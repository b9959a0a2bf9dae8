/* meeting-actions.c: what can be done with a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "meeting-actions.h"

#include "model/words.h"

static void
prepare_meeting (SamsynSession *session,
                 gint64         record,
                 GtkWidget     *origin)
{
  gtk_widget_activate_action (origin, "win.prepare-report", "x", record);
}

const SamsynRecordAction samsyn_meeting_actions[] = {
  { "meeting", NC_ ("action", "_Prepare the Report…"), NC_ ("action", "Make the workbook that the meeting reads"), FALSE, NULL,
    prepare_meeting, NULL },
  { NULL },
};
