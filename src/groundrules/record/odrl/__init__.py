"""Every negotiation of a record as ODRL 2.2, for other programs, and back.

ODRL is generated and never the source of truth: the record is. `to_odrl` writes it and `from_odrl`
reads it; each undoes the other. The mapping and the profile are specified in
`docs/reference/odrl.md`. `history` and `gathering` find the negotiations in a conversation, whose
type is in `negotiation`; `identifiers`, `rights`, `conditions` and `spans` each write a part of one
and read it back; `writer` and `reader` put the parts together, `comparing` holds what was read
against what would have been written, and `vocabulary` has the words of the profile. `profile.ttl`
is the profile itself, with its shapes.
"""

from groundrules.record.odrl.gathering import negotiations
from groundrules.record.odrl.reader import from_odrl
from groundrules.record.odrl.writer import document, to_odrl

__all__ = ["document", "from_odrl", "negotiations", "to_odrl"]
