"""The pack's sheets, columns and words as PACK and the glossary of the users say, in both languages.

SPDX-License-Identifier: GPL-3.0-or-later
"""

# id: Swedish name, Swedish columns, English name, English columns
SHEETS = {
    "readme": ("Läs mig", "Blad; Innehåll", "Read me", "Sheet; Contents"),
    "overview": ("Nulägesbild", "Område; Läge; Förra mötet; Trend; Orsak; Åtgärd; Ansvarig; Grönt senast",
                 "Overview", "Area; Status; Last meeting; Trend; Cause; Measure; Responsible; Green by"),
    "agenda": ("Dagordning", "Nr; Ärende; Typ; Föredragande; Underlag", "Agenda", "No.; Item; Type; Presenter; Basis"),
    "decisions": ("Beslutsunderlag", "Nr; Del; Text", "Decisions needed", "No.; Part; Text"),
    "decision-follow-up": ("Beslutsuppföljning", "Datum; Nr; Beslut; Ansvarig; Läge; Verkställt; Dagar sedan beslut",
                           "Decision follow-up", "Date; No.; Decision; Responsible; Status; Effected; Days since decision"),
    "changes": ("Sedan sist", "Typ; Rubrik; Uppgift; Före; Efter; Datum",
                "Since last time", "Type; Subject; Detail; Before; After; Date"),
    "subprojects": ("Delprojekt", "Delprojekt; Ledare; Läge; Förra mötet; Gjort; Härnäst; Slut plan; Slut prognos",
                    "Subprojects", "Subproject; Manager; Status; Last meeting; Done; Next; Planned end; Forecast end"),
    "timeline": ("Tidplan", "Delprojekt; Milstolpe; BP; Plan; Förra prognos; Prognos; Utfall; Avvikelse (dagar); Ansvarig",
                 "Timetable", "Subproject; Milestone; Gate; Plan; Last forecast; Forecast; Outcome; Deviation (days); "
                              "Responsible"),
    "economy": ("Ekonomi", "Finansiär; År; Post; Budget (tkr); Utfall (tkr); Utfall t.o.m.; Förra prognos; Prognos; "
                "Avvikelse (tkr); Kommentar", "Economy", "Funder; Year; Heading; Budget (kSEK); Outcome (kSEK); Outcome up to; "
                "Last forecast; Forecast; Deviation (kSEK); Comment"),
    "risks": ("Risker", "Nr; Risk; Konsekvens; S; K; Riskvärde; Förra mötet; Trend; Åtgärd; Efter åtgärd; Ansvarig",
              "Risks", "No.; Risk; Consequence; P; I; Risk score; Last meeting; Trend; Measure; After measure; Responsible"),
    "actions": ("Åtgärder", "Åtgärd; Organisation; Ansvarig; Klar senast; Läge; Dagar sen; Ursprung",
                "Actions", "Action; Organisation; Responsible; Due on; Status; Days late; Origin"),
    "goals": ("Mål och indikatorer", "Mål; Indikator; Enhet; Utgångsvärde; Senaste värde; Period; Målvärde; Bedömning; Källa",
              "Goals and indicators", "Goal; Indicator; Unit; Baseline; Latest value; Period; Target; Assessment; Source"),
    "calendar": ("Kalender 90 dagar", "Datum; Händelse; Typ; Ansvarig", "Calendar 90 days", "Date; Event; Type; Responsible"),
    "responsibility-map": ("Ansvarskarta", "Process; Uppgift", "Responsibility map", "Process; Task"),
    "responsibility-findings": ("Ansvarsbrister", "Allvar; Uppgift; Brist; Organisationer; Förslag; Läge",
                                "Unclear responsibilities", "Severity; Task; Finding; Organisations; Proposal; Status"),
    "staffing": ("Bemanning", "Grupp; Roll; Funktion; Organisation; Omfattning %",
                 "Staffing", "Group; Role; Function; Organisation; Share (%)"),
    "agreements": ("Överenskommelser", "Överenskommelse; Nr; Åtagande; Part; Läge; Underlag",
                   "Agreements", "Agreement; No.; Commitment; Party; Status; Basis"),
    "consultations": ("Remisser", "Remiss; Remissinstans; Svar senast; Nämnd; Inkom; Ställningstagande; Villkor",
                      "Consultations", "Consultation; Consulted body; Answer by; Board; Received; Position; Conditions"),
    "deliverables": ("Leveranser", "Tema; Leverans; Läge; Lanserad; Mottagare; Finns på; Fortsätter hos",
                     "Deliverables", "Theme; Deliverable; Status; Launched; Receiver; To be found at; Continues at"),
    "documents": ("Styrande dokument", "Nivå; Typ; Beteckning; Titel; Gäller från; Gäller till",
                  "Steering documents", "Level; Type; Designation; Title; Valid from; Valid to"),
    "meetings": ("Möten", "Datum; Grupp; Närvarande; Beslut", "Meetings", "Date; Group; Present; Decisions"),
}

LIGHTS = {"sv": {"green": "● Grön – enligt plan", "amber": "▲ Gul – avvikelse, hanteras",
                 "red": "■ Röd – kräver styrgruppens beslut", "not_assessed": "○ Grå – ej bedömd"},
          "en": {"green": "● Green – on plan", "amber": "▲ Amber – deviation, being handled",
                 "red": "■ Red – needs the steering group’s decision", "not_assessed": "○ Grey – not assessed"}}
TRENDS = {"sv": {-1: "↓ Sämre", 0: "→ Oförändrat", 1: "↑ Bättre"}, "en": {-1: "↓ Worse", 0: "→ As before", 1: "↑ Better"}}
PARTS = {"sv": ["Fråga", "Bakgrund", "Alternativ", "Konsekvenser", "Beredning", "Om vi inte beslutar", "Förslag till beslut",
                "Beslut senast", "Inte angivet."],
         "en": ["Question", "Background", "Alternatives", "Consequences", "Preparation", "If we do not "
                                                                                         "decide", "Proposed decision",
                "Decide by", "Not stated."]}
SEVERITIES = {"sv": {"error": "■ Fel", "warning": "▲ Varning", "note": "○ Notering"},
              "en": {"error": "■ Error", "warning": "▲ Warning", "note": "○ Note"}}
STATES = {"sv": {"open": "Öppen", "accepted": "Godtagen",
                 "expired": "Öppen igen: godtagandet har gått ut",
                 "changed": "Öppen igen: orsaken har ändrats"},
          "en": {"open": "Open", "accepted": "Accepted",
                 "expired": "Open again: the acceptance has run out",
                 "changed": "Open again: the cause has changed"}}
TOPICS = {"sv": ["Läge", "Datum", "Pengar", "Risk", "Ansvar", "Borttaget"],
          "en": ["Status", "Date", "Money", "Risk", "Responsibility", "Deleted"]}
THOUSANDS = {"sv": "{} (tkr)", "en": "{} (kSEK)"}
NEW, GONE = {"sv": "Fanns inte", "en": "Did not exist"}, {"sv": "Borttagen", "en": "Deleted"}
GATE = {"sv": "BP", "en": "Gate"}
OF = {"sv": "av", "en": "of"}
OTHERS = {"sv": "{} av {}, och {} från andra grupper", "en": "{} of {}, and {} from other groups"}
AMOUNTS = {"sv": ("{} kr", "{} tkr", "{} mkr"), "en": ("SEK {}", "SEK {} k", "SEK {} m")}
GROUPS = {"sv": "\u00a0", "en": ","}
LEFT_OUT = {"sv": "Utelämnat: inga poster.", "en": "Left out: no records."}
CONTINUES = {"sv": {0: "Fortsätter inte", 1: "Fortsätter, ännu inte bestämt var"},
             "en": {0: "Does not continue", 1: "Continues, not yet decided where"}}
UP_TO = {"sv": ", upp till ", "en": ", up to "}
COMPUTED = {"sv": "(beräknat)", "en": "(computed)"}
OTHERWISE = {"sv": "(beräknat {})", "en": "(computed {})"}
OTHERWISE_WHOLE = {"sv": "(beräknat {}: {})", "en": "(computed {}: {})"}
OTHERWISE_TOLD = {"sv": "Satt {}, beräknat {}: {} ({})", "en": "Set {}, computed {}: {} ({})"}
OTHERWISE_UNREASONED = {"sv": "Satt {}, beräknat {} ({})", "en": "Set {}, computed {} ({})"}
NO_REASON = {"sv": "skäl saknas", "en": "reason missing"}
IN_SENTENCE = {"sv": {"green": "grönt", "amber": "gult", "red": "rött", "not_assessed": "grått"},
               "en": {"green": "green", "amber": "amber", "red": "red", "not_assessed": "grey"}}
NO_AREA = {"sv": "Inget område är bedömt.", "en": "No area is assessed."}
WORST = {"sv": "Sämst bland områdena: {}.", "en": "Worst of the areas: {}."}
SUGGESTIONS = {
    "sv": {"time": "Sena milstolpar: {} av {}, som mest {} dagar.", "deviation": "Prognos mot budget: {} ({}).", "percent": "Prognos mot budget: {}, {} ({}).",
           "none": "Prognos enligt budget.", "incomplete": "Prognos för {} av {} poster.",
           "over": "De tar ensamma mer än hela budgeten.", "unbudgeted": "Budget saknas för {} av {} poster.",
           "deficit": "underskott", "surplus": "överskott", "unknown": "{} av {} ej bedömda.",
           "risk": "Öppna risker på {} eller mer: {}; den högsta är {}.",
           "benefit": "Mål ej uppfyllda: {}, delvis uppfyllda: {}, uppfyllda: {}."},
    "en": {"time": "Late milestones: {} of {}, at most {} days.", "deviation": "Forecast against budget: {} ({}).", "percent": "Forecast against budget: {}, {} ({}).",
           "none": "Forecast as budgeted.", "incomplete": "Forecast for {} of {} lines.",
           "over": "They alone take more than the whole budget.", "unbudgeted": "No budget for {} of {} lines.",
           "deficit": "deficit", "surplus": "surplus", "unknown": "{} of {} not assessed.",
           "risk": "Open risks of {} or more: {}; the highest is {}.",
           "benefit": "Goals not met: {}, partly met: {}, met: {}."}}
SV_DECIMAL = {"sv": ",", "en": "."}
