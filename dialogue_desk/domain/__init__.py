"""What community dialogue is made of: values and functions that know no window, file or clock."""
