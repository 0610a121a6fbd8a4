"""The wordings that edits put in the place of others: persons, tenses, synonyms."""

from __future__ import annotations

import re

FILLER_WORDS = frozenset(
    {"um", "uh", "er", "ah", "like", "well", "so", "actually", "basically", "right", "okay"}
)
FILLER_PHRASES = re.compile(
    r"\b(?:you know|i mean|sort of|kind of|i guess|i think)\b,? ?", re.IGNORECASE
)

SHE = {
    "i": "she", "me": "her", "my": "her", "mine": "hers", "myself": "herself",
    "we": "they", "us": "them", "our": "their", "ours": "theirs",
    "i'm": "she was", "i've": "she had", "i'll": "she would", "i'd": "she would",
    "we're": "they were", "we've": "they had", "we'll": "they would", "we'd": "they would",
}  # fmt: skip
HE = {
    **SHE, "i": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself",
    "i'm": "he was", "i've": "he had", "i'll": "he would", "i'd": "he would",
    "you": "people", "your": "their", "you're": "people were", "you've": "people had",
}  # fmt: skip

PAST = {
    "is": "was", "am": "was", "are": "were", "has": "had", "have": "had", "will": "would",
    "can": "could", "do": "did", "does": "did", "don't": "didn't", "doesn't": "didn't",
    "can't": "couldn't", "won't": "wouldn't", "it's": "it was", "that's": "that was",
}  # fmt: skip
FULL_PAST = {
    **PAST,
    "isn't": "was not", "aren't": "were not", "there's": "there was", "they're": "they were",
    "they've": "they had", "may": "might", "think": "thought", "know": "knew", "want": "wanted",
    "need": "needed", "feel": "felt", "go": "went", "get": "got", "make": "made", "see": "saw",
    "say": "said", "try": "tried", "come": "came", "use": "used", "work": "worked",
    "look": "looked", "take": "took", "find": "found", "give": "gave", "believe": "believed",
    "today": "that day", "now": "then", "here": "there", "this": "that", "these": "those",
    "tomorrow": "the next day", "yesterday": "the day before", "ago": "earlier",
}  # fmt: skip
THEY = {
    **SHE, "i": "they", "me": "them", "my": "their", "mine": "theirs", "myself": "themselves",
    "i'm": "they were", "i've": "they had", "i'll": "they would", "i'd": "they would",
    "you": "one", "your": "one's",
}  # fmt: skip
MORE_PAST = {
    "wasn't": "had not been", "isn't": "was not", "shall": "should", "must": "had to",
    "think": "thought", "mean": "meant", "keep": "kept", "put": "had put", "run": "ran",
    "start": "started", "like": "liked", "love": "loved", "hear": "heard", "learn": "learned",
    "write": "wrote", "talk": "talked", "get": "got", "have": "had", "build": "built",
    "here": "in that place", "now": "at that point", "this": "that", "last": "the previous",
}  # fmt: skip

_SYNONYM_SETS = """
big large | small little | begin start | end finish | help assist aid | show demonstrate
| important crucial | build construct | buy purchase | fast quick rapid | hard difficult
| easy simple | idea notion | problem issue difficulty | answer reply | question query
| job position | work labor | money funds | company firm business | people folks | kids children
| think believe | know understand | need require | get obtain | try attempt | use employ
| want desire | look appear | find discover | change alter | talk speak | tell inform | ask inquire
| happen occur | keep retain | give provide | choose select pick | right correct | wrong mistaken
| whole entire | enough sufficient | main principal | new recent | old aged | whole complete
| things matters | stuff material | great excellent | good decent | bad poor
| interesting intriguing
| really truly | probably likely | maybe perhaps | often frequently | always constantly
| lots plenty | kind type | way manner | place spot | team group | code program | error mistake
| feature function | software programs | website site | user customer | version release
"""
SYNONYMS: dict[str, list[str]] = {}
for _set in _SYNONYM_SETS.replace("\n", " ").split("|"):
    for _word in _set.split():
        SYNONYMS.setdefault(_word, []).extend(other for other in _set.split() if other != _word)
