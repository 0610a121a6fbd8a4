"""The sieve: sentences without any of these words are about something else.

Reading a sentence for terms is slow, and most sentences of an hour's talk name neither terms nor
print nor the one who speaks or listens.
"""

from __future__ import annotations

import re


def may_matter(text: str) -> bool:
    """Tell whether a sentence in plain text may be about terms, a hint or a goodbye."""
    return bool(_SIEVE.search(text))


_SIEVE = re.compile(
    r"\[|record|background|attribut|chatham|\botr\b|\bnfa\b|lobby|print|publi[cs]|quot|anonym"
    r"|embargo|article"
    r"|\bpaper\b|confiden|secre|guidance|fingerprint|paraphras|identif|describ|referred|\btape"
    r"|machine|bye\b|truthful"
    r"|aside|entre nous|hush|sub rosa|privately|schtum|\bmum\b|definition|cheerio|take care"
    r"|have an? |for the talk"
    r"|\b(?:me|my|your|you|us|ours?|please|nobody|nothing|names?|strike|scrap|scratch|delete"
    r"|erase|forget|edit|bleep"
    r"|beep|cut|hold|wait|until|between|qt|sly|quiet|walls|speak|talk|call|story|say|use|used"
    r"|leave|keep|out|off|sources?"
    r"|approved?|stay|stays|room|never|promise|not for|goes|further|tell|repeat|breathe|anybody"
    r"|thanks|done here|soon|later)\b"
)
