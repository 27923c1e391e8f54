"""What a person sees and chooses at the theme workbench."""

from dialogue_desk.ui.widgets.sheet import SheetDialog


def rows(tab):
    """Return the rows of the list of themes, by their titles."""
    return {row.title: row for row in tab.list.rows()}


def texts(tab):
    return [row.text for row in tab.notes.list.rows()]


def choose(tab, title):
    tab.go_to(rows(tab)[title].id)


def select(tab, *beginnings):
    found = [row.id for row in tab.notes.list.rows() if row.text.startswith(beginnings)]
    tab.notes.list.choose(found)
    return found


def theme(tab, name):
    return next(one for one in tab.acts.picture.every_theme if one.name == name)


def sheet(tab):
    """Return the sheet that is open over the workbench."""
    return next(one for one in tab.window().findChildren(SheetDialog) if one.isVisible())
