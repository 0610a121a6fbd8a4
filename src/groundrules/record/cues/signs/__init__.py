"""Signs: small things in a sentence that speak for or against its being about terms.

No single one decides. Each has a weight, and what they come to decides; see `weighing`.
"""
