"""The app's own icons, drawn once as SVG and made into the files that each system wants."""
