"""The record's picture: a rail of letters for many talks, and a page for one."""
