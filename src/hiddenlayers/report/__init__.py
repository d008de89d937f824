"""What people see of a graded class: the table of marks and the feedback pages."""
