/* overview-cards.c: what the overview says, card by card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-cards.h"

#include "desktop/map/map-letter.h"
#include "desktop/page/pages.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/day-text.h"
#include "desktop/parts/light.h"
#include "findings/standing/judgement.h"
#include "kinds/kinds.h"
#include "model/words.h"

/* Parts of a project stand a bit in below it; what lies deeper finds no more room. */
#define INDENT 18
#define DEEPEST 3

const char *
samsyn_overview_card_title (SamsynCardId id)
{
  static const char *const titles[SAMSYN_N_CARDS] = {
    [SAMSYN_CARD_STANDINGS] = NC_ ("overview", "How the projects stand"),
    [SAMSYN_CARD_MEETINGS] = NC_ ("overview", "Next meetings"),
    [SAMSYN_CARD_DECISIONS] = NC_ ("overview", "Decisions needed"),
    [SAMSYN_CARD_LATE] = NC_ ("overview", "Late"),
    [SAMSYN_CARD_REPLIES] = NC_ ("overview", "Answers that are waited for"),
    [SAMSYN_CARD_FINDINGS] = NC_ ("overview", "Unclear responsibility"),
    [SAMSYN_CARD_RECENT] = NC_ ("overview", "Latest changes"),
  };

  return C_ ("overview", titles[id]);
}

/* Adds a part of a line's dimmed text, after a dot where there is one already. */
static void
append (GString    *markup,
        const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (*text != '\0')
    g_string_append_printf (markup, "%s%s", markup->len > 0 ? " · " : "", escaped);
}

static void
append_distance (GString    *markup,
                 const char *date,
                 const char *today)
{
  g_autofree char *distance = samsyn_day_distance (date, today);
  g_autofree char *escaped = g_markup_escape_text (distance, -1);
  gboolean late = g_strcmp0 (date, today) < 0;

  g_string_append_printf (markup, "%s%s%s%s", markup->len > 0 ? " · " : "", late ? "<b>" : "", escaped, late ? "</b>" : "");
}

static void
append_date (GString    *markup,
             const char *date)
{
  g_autofree char *text = samsyn_day_text (date);

  append (markup, text);
}

/* "All 34", which leads to a page, where the card doesn't show them all. */
static void
set_more (SamsynCard *card,
          gint64      n_all,
          guint       n_shown,
          const char *page)
{
  /* TRANSLATORS: a button that leads to the whole list, of that many */
  g_autofree char *label = g_strdup_printf (C_ ("overview", "All %d"), (int) n_all);

  samsyn_card_set_more (card, n_all > n_shown ? label : NULL, page);
}

/* ---- Projects -------------------------------------------------------------------------------------------------------------- */

static const SamsynField *
light_field (const char *id)
{
  return samsyn_kind_field (samsyn_kind_find ("status_light"), id);
}

/* A light with its name, and whether it is computed, or set otherwise than computed. */
static void
append_light (GString               *markup,
              const char            *gap,
              const SamsynJudgement *judgement,
              const char            *name)
{
  g_autofree char *mark = samsyn_judgement_mark (judgement, FALSE, NULL);
  g_autofree char *words = mark != NULL ? g_strconcat (name, " ", mark, NULL) : g_strdup (name);
  g_autofree char *light = samsyn_light_markup (samsyn_judgement_light (judgement), words);

  g_string_append_printf (markup, "%s%s", gap, light);
}

/* Every dimension that was assessed or can be computed, but the overall one. */
static void
append_dimensions (GString                     *markup,
                   const SamsynProjectStanding *standing)
{
  const SamsynField *field = light_field ("dimension");
  gboolean any = FALSE;

  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      const SamsynJudgement *judgement = &g_array_index (standing->judgements, SamsynJudgement, i);

      if (samsyn_judgement_light (judgement) == NULL || g_str_equal (field->choices[i].id, "overall"))
        continue;
      append_light (markup, any ? "   " : markup->len > 0 ? "\n" : "", judgement,
                    samsyn_choice_label (samsyn_kind_find ("status_light"), field, field->choices[i].id, NULL));
      any = TRUE;
    }
}

static void
fill_standings (SamsynCard           *card,
                const SamsynOverview *overview)
{
  for (guint i = 0; i < overview->standings->len; i++)
    {
      const SamsynProjectStanding *standing = g_ptr_array_index (overview->standings, i);
      const SamsynJudgement *overall = samsyn_judgement_of (standing->judgements, "overall");
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char *date = samsyn_day_text (standing->date);
      GtkWidget *line;

      if (samsyn_judgement_light (overall) != NULL)
        append_light (markup, "", overall,
                      samsyn_choice_label (samsyn_kind_find ("status_light"), light_field ("light"),
                                           samsyn_judgement_light (overall), NULL));
      append (markup, date);
      append_dimensions (markup, standing);
      line = samsyn_card_add (card, standing->name, markup->str, NULL, standing->report, NULL);
      gtk_widget_set_margin_start (line, (int) MIN (standing->depth, DEEPEST) * INDENT);
    }
  samsyn_card_set_more (card, C_ ("overview", "All projects"), "project");
  if (overview->n_unreported > 0)
    {
      g_autofree char *text = g_strdup_printf (samsyn_words_n (NULL, "%u project has no status report yet",
                                                               "%u projects have no status report yet",
                                                               (gulong) overview->n_unreported), (guint) overview->n_unreported);

      samsyn_card_add (card, text, NULL, NULL, 0, "project");
    }
  gtk_widget_set_visible (GTK_WIDGET (card), overview->standings->len > 0 || overview->n_unreported > 0);
}

/* ---- Meetings -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_prepare_button (const SamsynNextMeeting *meeting,
                    const char              *date)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Prepare"));
  /* TRANSLATORS: the group and the day of its meeting */
  g_autofree char *name = g_strdup_printf (_ ("Prepare the report to %s, %s"), meeting->group, date);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", meeting->meeting);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.prepare-report");
  samsyn_accessible_name (button, name);
  return button;
}

static char *
describe_items (gint64 n_items)
{
  if (n_items == 0)
    return g_strdup (_ ("no agenda yet"));
  return g_strdup_printf (samsyn_words_n (NULL, "%u agenda item", "%u agenda items", (gulong) n_items), (guint) n_items);
}

static void
fill_meetings (SamsynCard           *card,
               const SamsynOverview *overview,
               const char           *today)
{
  for (guint i = 0; i < overview->meetings->len; i++)
    {
      const SamsynNextMeeting *meeting = g_ptr_array_index (overview->meetings, i);
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char *date = samsyn_day_text (meeting->date);
      g_autofree char *when = g_strdup_printf ("%s %s%s%s", samsyn_day_weekday (meeting->date), date,
                                               *meeting->time != '\0' ? " " : "", meeting->time);
      g_autofree char *items = describe_items (meeting->n_items);

      append (markup, when);
      append_distance (markup, meeting->date, today);
      append (markup, meeting->place);
      append (markup, items);
      samsyn_card_add (card, meeting->group, markup->str, new_prepare_button (meeting, date), meeting->meeting, NULL);
    }
  if (overview->meetings->len == 0)
    samsyn_card_set_empty (card, _ ("No meeting of a steering group is planned."));
  samsyn_card_set_more (card, C_ ("overview", "All meetings"), "meeting");
}

/* ---- Dates ----------------------------------------------------------------------------------------------------------------- */

static void
fill_deadlines (SamsynCard            *card,
                const SamsynDeadlines *deadlines,
                const char            *today,
                gboolean               with_kind)
{
  for (guint i = 0; i < deadlines->all->len; i++)
    {
      const SamsynDeadline *deadline = g_ptr_array_index (deadlines->all, i);
      g_autoptr (GString) markup = g_string_new (NULL);

      if (deadline->date != NULL)
        {
          append_date (markup, deadline->date);
          append_distance (markup, deadline->date, today);
        }
      if (with_kind)
        append (markup, samsyn_kind_label (deadline->kind, NULL));
      append (markup, deadline->who);
      samsyn_card_add (card, deadline->title, markup->len > 0 ? markup->str : NULL, NULL, deadline->record, NULL);
    }
}

static void
fill_decisions (SamsynCard           *card,
                const SamsynOverview *overview,
                const char           *today)
{
  fill_deadlines (card, overview->decisions, today, FALSE);
  if (overview->decisions->n_all == 0)
    samsyn_card_set_empty (card, _ ("No decision is waited for."));
  set_more (card, overview->decisions->n_all, overview->decisions->all->len, "decision");
}

static void
fill_late (SamsynCard           *card,
           const SamsynOverview *overview,
           const char           *today)
{
  fill_deadlines (card, overview->late, today, TRUE);
  if (overview->late->n_all == 0)
    samsyn_card_set_empty (card, _ ("Nothing is late."));
  set_more (card, overview->late->n_all, overview->late->all->len, "watch");
}

static void
fill_replies (SamsynCard           *card,
              const SamsynOverview *overview,
              const char           *today)
{
  fill_deadlines (card, overview->replies, today, FALSE);
  set_more (card, overview->replies->n_all, overview->replies->all->len, "reply");
  gtk_widget_set_visible (GTK_WIDGET (card), overview->replies->n_all > 0);
}

/* ---- Findings -------------------------------------------------------------------------------------------------------------- */

/* "■ Error: 3   ▲ Warning: 12", as markup. */
static char *
describe_tally (const SamsynFindings *findings)
{
  guint counts[SAMSYN_N_SEVERITIES];
  GString *markup = g_string_new (NULL);

  samsyn_findings_tally (findings, counts);
  for (int severity = SAMSYN_N_SEVERITIES - 1; severity >= 0; severity--)
    if (counts[severity] > 0)
      {
        g_autofree char *word
            = g_strdup_printf ("%s: %u", samsyn_severity_label ((SamsynSeverity) severity, NULL), counts[severity]);
        g_autofree char *light = samsyn_severity_markup ((SamsynSeverity) severity, word, FALSE);

        g_string_append_printf (markup, "%s%s", markup->len > 0 ? "   " : "", light);
      }
  return g_string_free (markup, FALSE);
}

static void
add_finding (SamsynCard           *card,
             const SamsynFindings *findings,
             const SamsynFinding  *finding)
{
  g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL);
  SamsynSeverity severity = finding->rule->severity;
  g_autofree char *light = samsyn_severity_markup (severity, samsyn_severity_label (severity, NULL), FALSE);
  g_autoptr (GString) markup = g_string_new (light);
  guint n_records;
  const gint64 *records = samsyn_finding_records (findings, finding, &n_records);

  append (markup, samsyn_rule_title (finding->rule, NULL));
  samsyn_card_add (card, sentence, markup->str, NULL, n_records > 0 ? records[0] : 0, NULL);
}

void
samsyn_overview_card_findings (SamsynCard           *card,
                               const SamsynFindings *findings,
                               guint                 limit)
{
  g_autofree char *tally = findings != NULL ? describe_tally (findings) : NULL;
  const char *page = samsyn_page_find ("findings") != NULL ? "findings" : "assignment";
  guint n_shown = 0;

  samsyn_card_clear (card);
  if (tally != NULL && *tally != '\0')
    samsyn_card_add (card, C_ ("overview", "Found in the responsibility map"), tally, NULL, 0, page);
  for (guint i = 0; findings != NULL && i < samsyn_findings_count (findings) && n_shown < limit; i++)
    if (samsyn_findings_get (findings, i)->state != SAMSYN_FINDING_ACCEPTED)
      {
        add_finding (card, findings, samsyn_findings_get (findings, i));
        n_shown++;
      }
  gtk_widget_set_visible (GTK_WIDGET (card), n_shown > 0);
}

/* ---- Changes --------------------------------------------------------------------------------------------------------------- */

/* The record, and how many others there were. */
static char *
describe_step (const SamsynRecentChange *change)
{
  const char *kind = change->step->kind != NULL ? samsyn_kind_label (change->step->kind, NULL) : "";
  const char *title = *change->title != '\0' ? change->title : kind;
  guint n_others = (guint) (change->step->n_changes - 1);

  if (change->step->n_changes < 2)
    return g_strdup (title);
  return g_strdup_printf (samsyn_words_n (NULL, "%s and %u more", "%s and %u more", n_others), title, n_others);
}

static void
fill_recent (SamsynCard           *card,
             const SamsynOverview *overview,
             const SamsynClock    *clock)
{
  for (guint i = 0; i < overview->recent->len; i++)
    {
      const SamsynRecentChange *change = g_ptr_array_index (overview->recent, i);
      const SamsynRecentStep *step = change->step;
      g_autofree char *title = describe_step (change), *at = samsyn_day_moment (clock, step->at);
      g_autofree char *action = g_strdup_printf ("%s %s", step->author, samsyn_step_words (step->code));
      g_autoptr (GString) markup = g_string_new (NULL);

      if (step->kind == NULL)
        continue;
      append (markup, at);
      append (markup, action);
      append (markup, samsyn_kind_label (step->kind, NULL));
      samsyn_card_add (card, title, markup->str, NULL, step->record, step->record == 0 ? step->kind->id : NULL);
    }
}

void
samsyn_overview_card_fill (SamsynCard           *card,
                           SamsynCardId          id,
                           const SamsynOverview *overview,
                           const char           *today,
                           const SamsynClock    *clock)
{
  samsyn_card_clear (card);
  switch (id)
    {
    case SAMSYN_CARD_STANDINGS:
      fill_standings (card, overview);
      break;
    case SAMSYN_CARD_MEETINGS:
      fill_meetings (card, overview, today);
      break;
    case SAMSYN_CARD_DECISIONS:
      fill_decisions (card, overview, today);
      break;
    case SAMSYN_CARD_LATE:
      fill_late (card, overview, today);
      break;
    case SAMSYN_CARD_REPLIES:
      fill_replies (card, overview, today);
      break;
    case SAMSYN_CARD_RECENT:
      fill_recent (card, overview, clock);
      break;
    case SAMSYN_CARD_FINDINGS:
    case SAMSYN_N_CARDS:
    default:
      break;
    }
}
