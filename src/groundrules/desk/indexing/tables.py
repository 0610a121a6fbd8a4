"""The tables in which the cards are kept, in SQLite's words. Every code is a keyed digest."""

TABLES = """
CREATE TABLE about (format TEXT NOT NULL, made REAL NOT NULL, changed REAL NOT NULL);
CREATE TABLE talks (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, place INTEGER NOT NULL,
    size INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, state INTEGER NOT NULL,
    stamp TEXT NOT NULL, policy TEXT NOT NULL, reading TEXT NOT NULL,
    statements INTEGER NOT NULL, restricted INTEGER NOT NULL, open INTEGER NOT NULL,
    unknown INTEGER NOT NULL, settled_from INTEGER, free BLOB NOT NULL
);
CREATE TABLE forms (code INTEGER, talk INTEGER, PRIMARY KEY (code, talk)) WITHOUT ROWID;
CREATE INDEX forms_of ON forms (talk);
CREATE TABLE names (
    mark INTEGER, person INTEGER, talk INTEGER, PRIMARY KEY (mark, person, talk)
) WITHOUT ROWID;
CREATE INDEX names_of ON names (talk);
CREATE TABLE people (
    person INTEGER, talk INTEGER, names INTEGER NOT NULL, unnamed INTEGER NOT NULL,
    PRIMARY KEY (person, talk)
) WITHOUT ROWID;
CREATE INDEX people_of ON people (talk);
CREATE TABLE phrases (
    start INTEGER, words INTEGER, code INTEGER, talk INTEGER, PRIMARY KEY (start, code, talk)
) WITHOUT ROWID;
CREATE INDEX phrases_of ON phrases (talk);
CREATE TABLE stems (number INTEGER PRIMARY KEY, code INTEGER NOT NULL UNIQUE, freely INTEGER);
CREATE TABLE sentences (number INTEGER PRIMARY KEY, talk INTEGER NOT NULL, stems BLOB NOT NULL);
CREATE INDEX sentences_of ON sentences (talk);
CREATE TABLE withheld (
    stem INTEGER, sentence INTEGER, PRIMARY KEY (stem, sentence)
) WITHOUT ROWID;
"""
