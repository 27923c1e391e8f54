"""The licences of everything that the app and its builds carry, gathered into ``resources/licences``."""
