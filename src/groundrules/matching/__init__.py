"""How is the evidence found? Which words of a draft come from which statement of the record.

An index says which statements share anything with the draft, alignment says which words of the
one are which of the other, and their rarity says whether that can be chance. What is kept in
memory is searched by `find`; what is kept on disk by `find_indexed`, which takes longer to import.
"""

from groundrules.matching.find import Matches, find_matches

__all__ = ["Matches", "find_matches"]
