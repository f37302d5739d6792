"""The clauses of a contract, in the order of the questions that a parent asks."""

from poucet.i18n import N_

CHAPTERS = {
    N_("Ce qui part"): ("fields", "identifier", "verbs", "time", "ip"),
    N_("Pour quoi faire"): (
        "purposes", "anonymised_unless_personalising", "sponsorship", "same_for_all",
    ),
    N_("Où, et chez qui"): (
        "hosting", "subprocessors", "exclusive", "security", "supervised", "published_source",
    ),
    N_("Combien de temps"): (
        "retention_months", "trail_months", "erasure_reaches_copies", "returned_at_the_end",
    ),
    N_("Vos droits"): (
        "families_informed", "fields_published", "families_asked", "reply_days", "open_format",
    ),
}  # fmt: skip
