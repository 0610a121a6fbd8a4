"""In which words do people speak of use? One table of patterns for each subject.

A pattern looks at plain text. `<ME>`, `<IT>` and their like stand for what `small_phrases` lists.
"""
