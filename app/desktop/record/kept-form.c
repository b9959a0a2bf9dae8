/* kept-form.c: the form that was left last with what could not be saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kept-form.h"

void
samsyn_kept_form_set (SamsynKeptForm   *kept,
                      SamsynSession    *session,
                      SamsynRecordForm *form)
{
  samsyn_kept_form_clear (kept);
  kept->form = g_object_ref (form);
  kept->step = samsyn_store_undoable (samsyn_session_get_store (session));
  samsyn_record_form_set_resting (form, TRUE);
}

void
samsyn_kept_form_clear (SamsynKeptForm *kept)
{
  g_clear_object (&kept->form);
}

gboolean
samsyn_kept_form_is_last (const SamsynKeptForm *kept,
                          SamsynSession        *session)
{
  return kept->form != NULL && samsyn_session_get_store (session) != NULL
         && samsyn_store_undoable (samsyn_session_get_store (session)) == kept->step;
}

SamsynRecordForm *
samsyn_kept_form_take (SamsynKeptForm *kept,
                       gint64          record)
{
  if (kept->form == NULL || samsyn_record_form_get_record (kept->form) != record)
    return NULL;
  samsyn_record_form_set_resting (kept->form, FALSE);
  return g_steal_pointer (&kept->form);
}
