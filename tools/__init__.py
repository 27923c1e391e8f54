"""What those who build Dialogue Desk use: pictures of every screen, measurements, the sample community."""
