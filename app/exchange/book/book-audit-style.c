/* book-audit-style.c: whether what is written can be read on what is behind it
 *
 * The contrast of two colours as WCAG 2 counts it, from 1 to 21; small text needs 4.5.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-audit.h"

#include <math.h>

#include "model/words.h"

#define LEAST_CONTRAST 4.5

static double
channel (gint64 color,
         guint  shift)
{
  double value = ((color >> shift) & 0xFF) / 255.0;
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (gint64 color)
{
  return 0.2126 * channel (color, 16) + 0.7152 * channel (color, 8) + 0.0722 * channel (color, 0);
}

static gboolean
is_readable (const SamsynXlsxStyle *style)
{
  double ink = luminance (style->ink < 0 ? 0x000000 : style->ink);
  double fill = luminance (style->fill < 0 ? 0xFFFFFF : style->fill);

  return (MAX (ink, fill) + 0.05) / (MIN (ink, fill) + 0.05) >= LEAST_CONTRAST;
}

void
samsyn_audit_style (SamsynAudit *audit,
                    guint        style)
{
  if (style < audit->xlsx->styles->len && !is_readable (&g_array_index (audit->xlsx->styles, SamsynXlsxStyle, style)))
    samsyn_audit_fault (audit, _ ("The sheet “%s” has text whose colour is too near that of its background."));
}

void
samsyn_audit_marks (SamsynAudit *audit)
{
  for (guint i = 0; i < audit->xlsx->marks->len; i++)
    if (!is_readable (&g_array_index (audit->xlsx->marks, SamsynXlsxStyle, i)))
      samsyn_audit_fault (audit,
                          _ ("A conditional format of the workbook has text whose colour is too near that of its background."));
}
