"""What was promised to whom, for those who want the agreement of a talk on paper?"""
