"""For those who publish builds: the key with which updates are signed, and updates made of builds."""
