/* sample-book.h: workbooks that tests write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/book/book.h"

/* A text that tries everything: a formula, codes of footers, XML, escapes, control characters, bytes that are no UTF-8. */
#define HOSTILE "=HYPERLINK(\"http://x\")&P&[Tab]<b>'\"]]>_x0041_\x01\x0b\xff[a]:*?/\\@+-"

/* A steering group's workbook with every type of column, every kind of chart, links, totals and tables below one another. */
SamsynBook *sample_book (const char *language);

/* A workbook with HOSTILE in every place that takes text. */
SamsynBook *sample_hostile (void);

/* A workbook of a streamed table; rows that give more or fewer than `n_rows` where `given` differs. */
SamsynBook *sample_streamed (guint n_rows,
                             guint given);
