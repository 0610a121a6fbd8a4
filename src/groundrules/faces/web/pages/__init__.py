"""The pages: a module for each subject, with its routes in `routes`."""
