"""What holds now, in a talk that is going on, and how does an act get into its record?"""
