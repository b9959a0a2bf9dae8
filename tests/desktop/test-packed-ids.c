/* test-packed-ids.c: numbers come out of little memory as they went in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/parts/packed-ids.h"

static void
check (const SamsynPackedIds *packed,
       GArray                *ids)
{
  g_assert_cmpuint (samsyn_packed_ids_length (packed), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (samsyn_packed_ids_get (packed, i), ==, g_array_index (ids, gint64, i));
}

/* Every bit of 64 is the highest once, and what is just below and above it, on both sides of zero. */
static void
test_all_widths (void)
{
  g_autoptr (SamsynPackedIds) packed = samsyn_packed_ids_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint bit = 0; bit < 63; bit++)
    for (gint64 near = -1; near <= 1; near++)
      {
        gint64 both[] = { (G_GINT64_CONSTANT (1) << bit) + near, -(G_GINT64_CONSTANT (1) << bit) - near };

        g_array_append_vals (ids, both, 2);
        samsyn_packed_ids_append (packed, both, 2);
        check (packed, ids);
      }
  samsyn_packed_ids_append (packed, (gint64[]) { G_MAXINT64, G_MININT64 }, 2);
  g_array_append_vals (ids, (gint64[]) { G_MAXINT64, G_MININT64 }, 2);
  check (packed, ids);
}

static SamsynPackedIds *
pack (const gint64 *ids)
{
  SamsynPackedIds *packed = samsyn_packed_ids_new ();

  for (; *ids != 0; ids++)
    samsyn_packed_ids_append (packed, ids, 1);
  return packed;
}

static void
check_compared (const gint64 *ids,
                const gint64 *others,
                guint         first,
                guint         last)
{
  g_autoptr (SamsynPackedIds) packed = pack (ids), other = pack (others);
  guint n_first, n_last;

  samsyn_packed_ids_compare (packed, other, &n_first, &n_last);
  g_assert_cmpuint (n_first, ==, first);
  g_assert_cmpuint (n_last, ==, last);
}

/* That some of an id's bytes are another's doesn't make it the other. */
static void
test_compare (void)
{
  check_compared ((gint64[]) { 0 }, (gint64[]) { 0 }, 0, 0);
  check_compared ((gint64[]) { 0 }, (gint64[]) { 1, 2, 0 }, 0, 0);
  check_compared ((gint64[]) { 1, 2, 0 }, (gint64[]) { 1, 2, 0 }, 2, 0);
  check_compared ((gint64[]) { 1, 2, 3, 0 }, (gint64[]) { 1, 3, 0 }, 1, 1);
  check_compared ((gint64[]) { 7, 7, 0 }, (gint64[]) { 7, 7, 7, 0 }, 2, 0);
  check_compared ((gint64[]) { 0x1234, 0x5678, 0x2134, 0 }, (gint64[]) { 0x1234, 0x5778, 0x2134, 0 }, 1, 1);
  check_compared ((gint64[]) { 0x1234, 0x5678, 0x2134, 0 }, (gint64[]) { 0x1234, 0x5679, 0x2134, 0 }, 1, 1);
  check_compared ((gint64[]) { 1, 2, 3, 0 }, (gint64[]) { 1, 0x123456789, 3, 0 }, 1, 1);
  check_compared ((gint64[]) { 1, 2, -3, 0 }, (gint64[]) { 0x10001, 2, -3, 0 }, 0, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packed-ids/all-widths", test_all_widths);
  g_test_add_func ("/packed-ids/compare", test_compare);
  return g_test_run ();
}
