"""The provenance map: on which words of the record does each quotation of a draft rest?"""
