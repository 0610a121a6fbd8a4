"""Is a promise broken here?

Every rule is two small files, its code and its page, in the package of its subject. A rule is
pure: it sees a case and yields findings. `registry` walks the packages; there is no list to edit.
"""
