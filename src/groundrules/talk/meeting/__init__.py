"""What is a whole room told, who went along with it, and what may be written down of it?

A briefing, a meeting under the Chatham House Rule and talks between two sides: the words that open
them, who accepted, the minutes and the list of those who came. Pure: the texts are data.
"""
