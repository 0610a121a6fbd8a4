"""The words of the profile: its IRI, its actions and properties, and the JSON-LD context.

Sources: W3C, ODRL Information Model 2.2 and ODRL Vocabulary & Expression 2.2 (2018); PROV-O (2013).
The context stands in every export, so that reading one fetches nothing.
"""

from __future__ import annotations

PROFILE = "urn:groundrules:odrl:1"
"""The IRI of the profile; it changes when the meaning of an export does."""

CONTEXT: dict[str, object] = {
    "@vocab": "http://www.w3.org/ns/odrl/2/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "gr": f"{PROFILE}:",
    "uid": "@id",
    "type": "@type",
    **{name: {"@type": "@vocab"} for name in ("conflict", "action", "leftOperand", "operator")},
    **{
        name: {"@type": "@id"}
        for name in (
            "profile",
            "target",
            "partOf",
            "source",
            "assigner",
            "assignee",
            "consentingParty",
            "prov:wasRevisionOf",
            "prov:wasAttributedTo",
        )
    },
}
"""What the words of an export stand for: those of ODRL itself without a prefix."""

PUBLISH = "gr:publish"
QUOTE = "gr:quote"
PARAPHRASE = "gr:paraphrase"
BY_NAME = "gr:attributeByName"
BY_DESCRIPTION = "gr:attributeByDescription"
TO_INSTITUTION = "gr:attributeToInstitution"
DISCLOSE_ATTENDANCE = "gr:discloseAttendance"
PURSUE = "gr:pursue"
TELL = "gr:tell"
CONTRADICT = "gr:contradict"
ATTRIBUTE_AS = "gr:attributeAs"
"""Actions of the profile."""

OBTAIN_CONSENT = "obtainConsent"
DELETE = "delete"
"""Actions of ODRL's common vocabulary."""

OBTAINED = "gr:obtained"
DESCRIPTION = "gr:description"
SETTLED = "gr:settled"
TOPIC = "gr:topic"
SAID_AT = "gr:saidAt"
"""Left operands of the profile."""

RECIPIENT = "recipient"
DATE_TIME = "dateTime"
EVENT = "event"
"""Left operands of ODRL's common vocabulary."""

INDEPENDENTLY = "gr:independently"
NEED_TO_KNOW = "gr:needToKnow"
"""Right operands of the profile."""

OUTLET = "gr:outletName"
LEVEL = "gr:level"
POLICY = "gr:policy"
VERSION = "gr:policyVersion"
ACT = "gr:act"
BASIS = "gr:basis"
DOUBT = "gr:doubt"
APPROVED = "gr:quotationsApproved"
"""Properties of the profile."""

REVISES = "prov:wasRevisionOf"
BY = "prov:wasAttributedTo"
