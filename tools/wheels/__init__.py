"""Makes the wheel folders, from which the app is installed without internet."""
