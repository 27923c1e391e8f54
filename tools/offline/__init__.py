"""The installer in a wheel folder: it puts the app onto a laptop without internet or administrator."""
