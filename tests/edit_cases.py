"""The edits that reporters make to what they were told, class by class, with what must be found.

In a draft, `⟦…⟧` stands about each passage that must be found; the marks are taken out before the
search. `said` is the passage of the statement, in order.
"""

from __future__ import annotations

from typing import NamedTuple

from groundrules.evidence.case import Reuse

DEAL = (
    "Um, the deal was, you know, dead by Friday, and the mayor, uh, knew about it all along"
    " because I told him."
)
LEASE = (
    "We never voted on the harbor lease, and nobody on the board asked why the bids were opened"
    " twice."
)
HOMES = (
    "I don't think it's fair that twenty-five families lost their homes while the commission was"
    " arguing about parking."
)
AUDITOR = "The auditor can’t be trusted — he’s been paid by the ferry company since 2019."
WARNED = (
    "You have to understand: the engineers warned us three times, and three times we looked the"
    " other way."
)
SAID = (DEAL, LEASE, HOMES, AUDITOR, WARNED)

VERBATIM, TRIMMED, EDITED = Reuse.VERBATIM, Reuse.TRIMMED, Reuse.EDITED


class Edit(NamedTuple):
    """One edit.

    Attributes:
        kind: the class of edit, and which of it.
        draft: the text, with the passages that must be found marked.
        reuse: how close each is to the statement.
        said: what of the statement each comes from.
    """

    kind: str
    draft: str
    reuse: Reuse = VERBATIM
    said: tuple[str, ...] = ()


EDITS = (
    Edit("verbatim, a sentence", f"⟦{LEASE[:-1]}⟧.", VERBATIM, (LEASE[:-1],)),
    Edit("verbatim, quoted", f"“⟦{WARNED[:-1]}⟧.”", VERBATIM, (WARNED[:-1],)),
    Edit(
        "verbatim, eight words",
        "Minutes show ⟦nobody on the board asked why the bids⟧ stayed sealed.",
        VERBATIM,
        ("nobody on the board asked why the bids",),
    ),
    Edit(
        "verbatim, eight words of which one has matter",
        "Some say ⟦knew about it all along because I told⟧ is fine.",
        VERBATIM,
        ("knew about it all along because I told",),
    ),
    Edit(
        "verbatim, six words without marks",
        "In spring ⟦nobody on the board asked why⟧, records suggest.",
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "verbatim, six words in the middle of a sentence",
        "Then ⟦families lost their homes while the commission⟧ met elsewhere.",
        VERBATIM,
        ("families lost their homes while the commission",),
    ),
    Edit(
        "verbatim, at the very start",
        "⟦The engineers warned us three times⟧. Nothing came of it.",
        VERBATIM,
        ("the engineers warned us three times",),
    ),
    Edit(
        "verbatim, at the very end",
        "Nothing came of it, and ⟦the engineers warned us three times⟧",
        VERBATIM,
        ("the engineers warned us three times",),
    ),
    Edit(
        "verbatim, across a line end",
        "Asked again: ⟦the bids\nwere opened twice⟧. That is all.",
        VERBATIM,
        ("the bids were opened twice",),
    ),
    Edit(
        "verbatim, found twice",
        "⟦We never voted on the harbor lease⟧ reads the label. “⟦We never voted on the harbor"
        " lease⟧,” she wrote.",
        VERBATIM,
        ("We never voted on the harbor lease",) * 2,
    ),
    Edit(
        "case, capitals",
        "⟦WE NEVER VOTED ON THE HARBOR LEASE⟧, shouts the sign.",
        VERBATIM,
        ("We never voted on the harbor lease",),
    ),
    Edit(
        "case, a headline",
        "⟦Nobody on the Board Asked Why the Bids Were Opened Twice⟧",
        VERBATIM,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "case, lower",
        "“⟦the auditor can't be trusted⟧”, one wrote.",
        VERBATIM,
        ("The auditor can’t be trusted",),
    ),
    Edit(
        "marks, straight for curly apostrophe",
        "“⟦he's been paid by the ferry company⟧”",
        VERBATIM,
        ("he’s been paid by the ferry company",),
    ),
    Edit(
        "marks, curly for straight apostrophe",
        "“⟦I don’t think it’s fair that twenty-five families lost their homes⟧.”",
        VERBATIM,
        ("I don't think it's fair that twenty-five families lost their homes",),
    ),
    Edit(
        "marks, single quotation marks",
        "He said: ‘⟦nobody on the board asked why⟧’.",
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "marks, straight double quotation marks",
        'He said: "⟦nobody on the board asked why⟧."',
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "marks, guillemets",
        "He said: «⟦nobody on the board asked why⟧».",
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "marks, other punctuation",
        "“⟦The auditor can’t be trusted; he’s been paid by the ferry company, since 2019⟧.”",
        VERBATIM,
        ("The auditor can’t be trusted — he’s been paid by the ferry company since 2019",),
    ),
    Edit(
        "marks, a word of it in marks of its own",
        "Papers show ⟦the engineers “warned” us three times⟧, then no more.",
        VERBATIM,
        ("the engineers warned us three times",),
    ),
    Edit(
        "marks, a zero-width space in a word",
        "“⟦nobody on the bo\u200bard asked why⟧”",
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "fillers, dropped without marks",
        "She knew ⟦the deal was dead by Friday⟧, at least.",
        TRIMMED,
        ("the deal was, you know, dead by Friday",),
    ),
    Edit(
        "fillers, dropped in a quotation",
        "“⟦The deal was dead by Friday, and the mayor knew about it all along⟧,” she said.",
        TRIMMED,
        ("the deal was, you know, dead by Friday, and the mayor, uh, knew about it all along",),
    ),
    Edit(
        "fillers, kept",
        "“⟦Um, the deal was, you know, dead by Friday⟧,” she said.",
        VERBATIM,
        ("Um, the deal was, you know, dead by Friday",),
    ),
    Edit(
        "fillers, one kept and one dropped",
        "“⟦The deal was, you know, dead by Friday, and the mayor knew about it⟧.”",
        TRIMMED,
        ("the deal was, you know, dead by Friday, and the mayor, uh, knew about it",),
    ),
    Edit(
        "fillers, put in",
        "“⟦We, um, never voted on the harbor lease⟧.”",
        EDITED,
        ("We never voted on the harbor lease",),
    ),
    Edit(
        "ellipsis, one character",
        "“⟦The deal was … dead by Friday … because I told him⟧.”",
        TRIMMED,
        (DEAL[4:-1],),
    ),
    Edit(
        "ellipsis, three points",
        "“⟦We never voted on the harbor lease ... the bids were opened twice⟧.”",
        TRIMMED,
        (LEASE[:-1],),
    ),
    Edit(
        "ellipsis, three points with spaces",
        "“⟦We never voted on the harbor lease . . . the bids were opened twice⟧.”",
        TRIMMED,
        (LEASE[:-1],),
    ),
    Edit(
        "ellipsis, in brackets",
        "“⟦We never voted on the harbor lease […] the bids were opened twice⟧.”",
        TRIMMED,
        (LEASE[:-1],),
    ),
    Edit(
        "ellipsis, outside quotation marks",
        "⟦Twenty-five families lost their homes ... arguing about parking⟧, she thought.",
        TRIMMED,
        ("twenty-five families lost their homes while the commission was arguing about parking",),
    ),
    Edit(
        "brackets, put in",
        "“⟦Nobody on the board [of the port] asked why the bids were opened⟧.”",
        TRIMMED,
        ("nobody on the board asked why the bids were opened",),
    ),
    Edit(
        "brackets, in place of a word",
        "“⟦Nobody on the board asked why [the offers] were opened twice⟧.”",
        TRIMMED,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "brackets, a capital",
        "“⟦[N]obody on the board asked why⟧.”",
        VERBATIM,
        ("nobody on the board asked why",),
    ),
    Edit(
        "brackets, an ending",
        "“⟦Nobody on the board ask[s] why the bids were opened twice⟧.”",
        EDITED,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "brackets, round ones in a quotation",
        "“⟦Nobody on the board (of the port) asked why the bids were opened⟧.”",
        TRIMMED,
        ("nobody on the board asked why the bids were opened",),
    ),
    Edit(
        "brackets, a link is none",
        "Read how [⟦nobody on the board asked why the bids were opened⟧](x).",
        VERBATIM,
        ("nobody on the board asked why the bids were opened",),
    ),
    Edit(
        "brackets, what they hide is found",
        "“It was plain to all there [⟦the engineers warned us three times⟧].”",
        VERBATIM,
        ("the engineers warned us three times",),
    ),
    Edit(
        "contraction, written out",
        "“⟦I do not think it is fair that twenty-five families lost their homes⟧.”",
        VERBATIM,
        ("I don't think it's fair that twenty-five families lost their homes",),
    ),
    Edit(
        "contraction, made",
        "“⟦You've got to understand: the engineers warned us three times⟧.”",
        EDITED,
        ("You have to understand: the engineers warned us three times",),
    ),
    Edit(
        "contraction, cannot",
        "“⟦The auditor cannot be trusted⟧.”",
        VERBATIM,
        ("The auditor can’t be trusted",),
    ),
    Edit(
        "contraction, halved at the end",
        "Clerks say ⟦the commission was arguing about parking⟧ and wasn't voting.",
        VERBATIM,
        ("the commission was arguing about parking",),
    ),
    Edit(
        "numbers, in figures",
        "It is known ⟦that 25 families lost their homes while the commission was arguing⟧.",
        VERBATIM,
        ("that twenty-five families lost their homes while the commission was arguing",),
    ),
    Edit(
        "numbers, small ones in figures",
        "“⟦The engineers warned us 3 times⟧.”",
        VERBATIM,
        ("the engineers warned us three times",),
    ),
    Edit(
        "substitution, one word",
        "“⟦The auditor can’t be trusted — he’s been hired by the ferry company since 2019⟧.”",
        EDITED,
        ("The auditor can’t be trusted — he’s been paid by the ferry company since 2019",),
    ),
    Edit(
        "substitution, one word without marks",
        "⟦Nobody on the council asked why the bids were opened twice⟧, she recalled.",
        EDITED,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "substitution, two words",
        "“⟦Twenty-five tenants lost their homes while the commission was talking about parking⟧.”",
        EDITED,
        ("twenty-five families lost their homes while the commission was arguing about parking",),
    ),
    Edit(
        "substitution, two words together",
        "“⟦The deal was dead on Monday, and the mayor knew about it all along⟧.”",
        EDITED,
        ("the deal was, you know, dead by Friday, and the mayor, uh, knew about it all along",),
    ),
    Edit(
        "addition, one word",
        "“⟦Nobody on the entire board asked why the bids were opened twice⟧.”",
        EDITED,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "omission, one word",
        "“⟦Nobody on the board asked why bids were opened twice⟧.”",
        TRIMMED,
        ("nobody on the board asked why the bids were opened twice",),
    ),
    Edit(
        "omission, several words",
        "“⟦Families lost their homes while the commission was arguing⟧” is how it ended.",
        VERBATIM,
        ("families lost their homes while the commission was arguing",),
    ),
    Edit(
        "omission, a clause",
        "“⟦The engineers warned us three times, and we looked the other way⟧.”",
        TRIMMED,
        ("the engineers warned us three times, and three times we looked the other way",),
    ),
    Edit(
        "omission, that turns the sense",
        "“⟦I do think it’s fair that twenty-five families lost their homes⟧.”",
        EDITED,
        ("I don't think it's fair that twenty-five families lost their homes",),
    ),
    Edit(
        "order, two halves changed about",
        "“⟦Nobody on the board asked why the bids were opened twice⟧, and ⟦we never voted on the"
        " harbor lease⟧.”",
        VERBATIM,
        (
            "nobody on the board asked why the bids were opened twice",
            "We never voted on the harbor lease",
        ),
    ),
    Edit("order, words shaken", "Twice asked board the why, bids voted lease never harbor on we."),
    Edit(
        "interruption, by an attribution",
        "“⟦The engineers warned us three times⟧,” he told the panel, “⟦and three times we looked"
        " the other way⟧.”",
        VERBATIM,
        ("the engineers warned us three times", "and three times we looked the other way"),
    ),
    Edit(
        "interruption, after two words",
        "“⟦The auditor⟧,” she said, “⟦can’t be trusted — he’s been paid by the ferry company⟧.”",
        VERBATIM,
        ("The auditor", "can’t be trusted — he’s been paid by the ferry company"),
    ),
    Edit(
        "stitched, of two statements",
        "“⟦Nobody on the board asked why the bids were opened twice⟧. ⟦The engineers warned us"
        " three times⟧.”",
        VERBATIM,
        (
            "nobody on the board asked why the bids were opened twice",
            "the engineers warned us three times",
        ),
    ),
    Edit(
        "indirect speech, the person changed",
        "She said ⟦they never voted on the harbor lease⟧.".replace("⟦they ", "they ⟦"),
        VERBATIM,
        ("never voted on the harbor lease",),
    ),
    Edit(
        "indirect speech, the tense changed",
        "He said ⟦the engineers had warned us three times, and three times they looked the other"
        " way⟧.",
        EDITED,
        ("the engineers warned us three times, and three times we looked the other way",),
    ),
    Edit(
        "indirect speech, six words in common",
        "Aides say ⟦the mayor had known about it all along⟧.",
        EDITED,
        ("the mayor, uh, knew about it all along",),
    ),
    Edit(
        "indirect speech, a clause",
        "The source complained ⟦that twenty-five families had lost their homes while the"
        " commission argued about parking⟧.",
        EDITED,
        (HOMES[24:-1],),
    ),
    Edit(
        "fragment, quoted, four words",
        "Bids were “⟦opened twice⟧” and more, “⟦paid by the ferry company⟧” or not.".replace(
            "“⟦opened twice⟧”", "“opened twice”"
        ),
        VERBATIM,
        ("paid by the ferry company",),
    ),
    Edit(
        "fragment, quoted, exactly four words",
        "The board was “⟦arguing about parking⟧” while “⟦families lost their homes⟧” nearby.",
        VERBATIM,
        ("arguing about parking", "families lost their homes"),
    ),
    Edit(
        "fragment, quoted, five words",
        "It is “⟦looked the other way⟧” again.",
        VERBATIM,
        ("looked the other way",),
    ),
    Edit(
        "fragment, quoted, six words",
        "He is “⟦paid by the ferry company since⟧” then.",
        VERBATIM,
        ("paid by the ferry company since",),
    ),
    Edit(
        "fragment, quoted, eight words",
        "Records call it “⟦the commission was arguing about parking⟧” day.",
        VERBATIM,
        ("the commission was arguing about parking",),
    ),
    Edit(
        "fragment, unquoted, eight words",
        "Some ⟦families lost their homes while the commission was⟧ away.",
        VERBATIM,
        ("families lost their homes while the commission was",),
    ),
    Edit("fragment, unquoted, four words of no note", "They had to see about it all and go."),
    Edit("null, stop words alone", "It was what it was, and that is all there is to it."),
    Edit("null, a stock phrase", "At the end of the day the board looked at the bids on Friday."),
    Edit("null, an attribution", "A spokesman for the board said on Friday the lease was old."),
    Edit("null, single words", "The harbor board met; the auditor and the mayor spoke of parking."),
    Edit("null, a quoted word", "They call it a “deal” and the families “lost”."),
    Edit("null, nothing", ""),
    Edit("null, marks alone", "“…” — [ ] ( ) “”"),
)
