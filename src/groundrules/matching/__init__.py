"""How is the evidence found? Which words of a draft come from which statement of the record.

An index says which statements share anything with the draft, alignment says which words of the
one are which of the other, and their rarity says whether that can be chance.
"""

from groundrules.matching.find import Matches, find_matches

__all__ = ["Matches", "find_matches"]
