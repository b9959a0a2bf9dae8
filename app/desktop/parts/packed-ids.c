/* packed-ids.c: the ids of very many records, in little memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "packed-ids.h"

struct _SamsynPackedIds
{
  GByteArray *bytes; /* of each id the lowest ones, least first */
  guint       width; /* how many of each */
};

SamsynPackedIds *
samsyn_packed_ids_new (void)
{
  SamsynPackedIds *self = g_new0 (SamsynPackedIds, 1);

  self->bytes = g_byte_array_new ();
  self->width = 1;
  return self;
}

void
samsyn_packed_ids_free (SamsynPackedIds *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

guint
samsyn_packed_ids_length (const SamsynPackedIds *self)
{
  return self->bytes->len / self->width;
}

gint64
samsyn_packed_ids_get (const SamsynPackedIds *self,
                       guint                  position)
{
  const guint8 *bytes = self->bytes->data + (gsize) position * self->width;
  guint rest = 64 - 8 * self->width;
  guint64 id = 0;

  for (guint i = 0; i < self->width; i++)
    id |= (guint64) bytes[i] << (8 * i);
  /* The sign is that of the highest byte that is there. */
  return (gint64) (id << rest) >> rest;
}

static guint
width_of (gint64 id)
{
  guint width = 1;

  while (width < 8 && (id < -(G_GINT64_CONSTANT (1) << (8 * width - 1)) || id >= G_GINT64_CONSTANT (1) << (8 * width - 1)))
    width++;
  return width;
}

static void
pack (SamsynPackedIds *self,
      const gint64    *ids,
      guint            n_ids)
{
  guint8 *bytes;

  g_byte_array_set_size (self->bytes, self->bytes->len + n_ids * self->width);
  bytes = self->bytes->data + self->bytes->len - n_ids * self->width;
  for (guint i = 0; i < n_ids; i++)
    for (guint byte = 0; byte < self->width; byte++)
      *bytes++ = (guint8) ((guint64) ids[i] >> (8 * byte));
}

static void
widen (SamsynPackedIds *self,
       guint            width)
{
  SamsynPackedIds narrow = *self;

  if (width <= narrow.width)
    return;
  *self = (SamsynPackedIds) { .bytes = g_byte_array_new (), .width = width };
  for (guint i = 0; i < samsyn_packed_ids_length (&narrow); i++)
    pack (self, (gint64[]) { samsyn_packed_ids_get (&narrow, i) }, 1);
  g_byte_array_unref (narrow.bytes);
}

void
samsyn_packed_ids_append (SamsynPackedIds *self,
                          const gint64    *ids,
                          guint            n_ids)
{
  guint width = self->width;

  for (guint i = 0; i < n_ids; i++)
    width = MAX (width, width_of (ids[i]));
  widen (self, width);
  pack (self, ids, n_ids);
}

/* Equally wide, they are alike where their bytes are. */
void
samsyn_packed_ids_compare (SamsynPackedIds *self,
                           SamsynPackedIds *other,
                           guint           *n_first,
                           guint           *n_last)
{
  guint shorter, first = 0, last = 0;
  const guint8 *end, *other_end;

  widen (self, other->width);
  widen (other, self->width);
  shorter = MIN (self->bytes->len, other->bytes->len);
  while (first < shorter && self->bytes->data[first] == other->bytes->data[first])
    first++;
  *n_first = first / self->width;
  shorter -= *n_first * self->width;
  end = self->bytes->data + self->bytes->len;
  other_end = other->bytes->data + other->bytes->len;
  while (last < shorter && *--end == *--other_end)
    last++;
  *n_last = last / self->width;
}
