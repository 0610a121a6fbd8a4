"""Whose words mean what, and under which policy is something read?"""
