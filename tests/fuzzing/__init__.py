"""Files that were honest once, changed where it hurts: none may crash, hang or fill whoever opens it."""
