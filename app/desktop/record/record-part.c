/* record-part.c: a part of the pane that follows a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-part.h"

typedef struct
{
  SamsynSession *session;
  gint64         record;
  guint          refresh; /* source, or 0 */
} SamsynRecordPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SamsynRecordPart, samsyn_record_part, ADW_TYPE_BIN)

#define PRIVATE(part) ((SamsynRecordPartPrivate *) samsyn_record_part_get_instance_private (SAMSYN_RECORD_PART (part)))

static gboolean
on_idle (gpointer self)
{
  PRIVATE (self)->refresh = 0;
  SAMSYN_RECORD_PART_GET_CLASS (self)->fill (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_changed (SamsynRecordPart *self,
            GPtrArray        *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const SamsynChange *) g_ptr_array_index (changes, i))->record == PRIVATE (self)->record)
      return TRUE;
  return FALSE;
}

static void
on_changed (SamsynRecordPart *self,
            gint64            step,
            GPtrArray        *changes)
{
  if (SAMSYN_RECORD_PART_GET_CLASS (self)->of_record_only && !is_changed (self, changes))
    return;
  if (PRIVATE (self)->refresh == 0)
    PRIVATE (self)->refresh = g_idle_add (on_idle, self);
}

GtkWidget *
samsyn_record_part_new (GType          type,
                        SamsynSession *session,
                        gint64         record)
{
  SamsynRecordPart *self = g_object_new (type, NULL);

  PRIVATE (self)->session = g_object_ref (session);
  PRIVATE (self)->record = record;
  SAMSYN_RECORD_PART_GET_CLASS (self)->fill (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

SamsynSession *
samsyn_record_part_get_session (SamsynRecordPart *self)
{
  return PRIVATE (self)->session;
}

SamsynStore *
samsyn_record_part_get_store (SamsynRecordPart *self)
{
  return samsyn_session_get_store (PRIVATE (self)->session);
}

gint64
samsyn_record_part_get_record (SamsynRecordPart *self)
{
  return PRIVATE (self)->record;
}

static void
samsyn_record_part_dispose (GObject *object)
{
  g_clear_handle_id (&PRIVATE (object)->refresh, g_source_remove);
  g_clear_object (&PRIVATE (object)->session);
  G_OBJECT_CLASS (samsyn_record_part_parent_class)->dispose (object);
}

static void
samsyn_record_part_class_init (SamsynRecordPartClass *class)
{
  G_OBJECT_CLASS (class)->dispose = samsyn_record_part_dispose;
}

static void
samsyn_record_part_init (SamsynRecordPart *self)
{
}
