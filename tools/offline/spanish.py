"""What the installer says, in Spanish, by its English."""

SPANISH = {
    "This Python is one for 32 bits, and Qt is made for 64 bits alone. "
    "Install the 64-bit Python from python.org, and try again with that.": (
        "Este Python es de 32 bits, y Qt solo existe para 64 bits. "
        "Instale el Python de 64 bits de python.org e inténtelo de nuevo con él."
    ),
    "This Python is from the Microsoft Store. Windows would keep your notes inside that Python, "
    "and delete them when it is removed or replaced. Nothing was installed. Install Python "
    "from python.org (no administrator is needed), and try again with that.": (
        "Este Python es de Microsoft Store. Windows guardaría sus notas dentro de ese Python y las borraría "
        "al quitarlo o reemplazarlo. No se instaló nada. Instale Python de python.org (no hace falta un "
        "administrador) e inténtelo de nuevo con él."
    ),
    "Dialogue Desk runs with Python {oldest} to {newest}, and this is Python {python}. "
    "Install one of those beside it from python.org, and try again.": (
        "Dialogue Desk funciona con Python {oldest} a {newest}, y este es Python {python}. "
        "Instale uno de esos junto a este desde python.org e inténtelo de nuevo."
    ),
    "On a system of this age, Dialogue Desk runs with Python {oldest} to {newest}, and this is "
    "Python {python}. Install Python {newest} beside it from python.org, and try again.": (
        "En un sistema de esta edad, Dialogue Desk funciona con Python {oldest} a {newest}, y este es "
        "Python {python}. Instale Python {newest} junto a este desde python.org e inténtelo de nuevo."
    ),
    "Dialogue Desk is made for Windows and Linux on 64-bit Intel and ARM processors, and for "
    "Macs. This computer, or its Python, is of another kind, for which Qt has no libraries.": (
        "Dialogue Desk está hecho para Windows y Linux en procesadores Intel y ARM de 64 bits, y para Mac. "
        "Esta computadora, o su Python, es de otra clase, para la que Qt no tiene bibliotecas."
    ),
    "Dialogue Desk needs Windows 10, version 1809 (October 2018), or newer: Qt does not start on "
    "older ones. This is Windows {here}.": (
        "Dialogue Desk necesita Windows 10, versión 1809 (octubre de 2018), o posterior: Qt no se inicia en "
        "los anteriores. Este es Windows {here}."
    ),
    "Dialogue Desk needs macOS 12 or newer: there is no Qt for older ones. This is macOS {here}.": (
        "Dialogue Desk necesita macOS 12 o posterior: no hay Qt para los anteriores. Este es macOS {here}."
    ),
    "Dialogue Desk needs a Linux with the GNU C library, such as Debian, Ubuntu or Fedora. "
    "This one has another, for which Qt has no libraries.": (
        "Dialogue Desk necesita un Linux con la biblioteca C de GNU, como Debian, Ubuntu o Fedora. "
        "Este tiene otra, para la que Qt no tiene bibliotecas."
    ),
    "Dialogue Desk needs a Linux with the C library glibc {oldest} or newer: there is no Qt for "
    "older ones. This one has glibc {here}.": (
        "Dialogue Desk necesita un Linux con la biblioteca C glibc {oldest} o posterior: no hay Qt para las "
        "anteriores. Este tiene glibc {here}."
    ),
    "The path of this folder has {length} characters, and Windows takes at most {most} here, because the "
    "libraries inside have long names: {folder} Move it to a folder with a shorter path, such as "
    "one right under your own, and try again.": (
        "La ruta de esta carpeta tiene {length} caracteres, y Windows admite aquí {most} como máximo, porque "
        "las bibliotecas que van dentro tienen nombres largos: {folder} Llévela a una carpeta con una ruta "
        "más corta, por ejemplo una que esté directamente en la suya, e inténtelo de nuevo."
    ),
    "This folder holds Dialogue Desk for {there}, and this laptop with its Python is {here}. "
    "Take the folder whose name ends in {here}.": (
        "Esta carpeta contiene Dialogue Desk para {there}, y esta computadora con su Python es {here}. "
        "Tome la carpeta cuyo nombre termina en {here}."
    ),
    "This folder has no libraries for Python {python} on this system. It has them for: {there}.": (
        "Esta carpeta no tiene bibliotecas para Python {python} en este sistema. Las tiene para: {there}."
    ),
    "This folder is not whole: files are missing in it. Copy it again.": (
        "Esta carpeta no está completa: le faltan archivos. Cópiela de nuevo."
    ),
    "Dialogue Desk {version} is installed.": "Dialogue Desk {version} está instalado.",
    "Dialogue Desk is not installed here, so there is nothing to remove.": (
        "Dialogue Desk no está instalado aquí, así que no hay nada que quitar."
    ),
    "“{file}” could not be deleted. Close Dialogue Desk, and try again.": (
        "No se pudo borrar “{file}”. Cierre Dialogue Desk e inténtelo de nuevo."
    ),
    "Dialogue Desk is removed. What you entered in it is still here, and a new one finds it.": (
        "Dialogue Desk se quitó. Lo que usted escribió en él sigue aquí, y uno nuevo lo encuentra."
    ),
    "“{file}” is there already, and this installer did not put it there. "
    "Remove it or give it another name, and try again.": (
        "“{file}” ya está ahí, y no lo puso este instalador. Quítelo o dele otro nombre e inténtelo de nuevo."
    ),
    "There is not enough room on the disk: Dialogue Desk takes {needed} MB, and {free} MB are free. "
    "Nothing was installed. Free some, and try again.": (
        "No hay suficiente espacio en el disco: Dialogue Desk ocupa {needed} MB, y hay {free} MB libres. "
        "No se instaló nada. Libere espacio e inténtelo de nuevo."
    ),
    "Installing Dialogue Desk {version}. This takes a minute or two.": (
        "Instalando Dialogue Desk {version}. Tarda uno o dos minutos."
    ),
    "It is in the folder Applications of your own folder: “{app}”.": (
        "Está en la carpeta Aplicaciones de su propia carpeta: “{app}”."
    ),
    "It is in the menu, as “Dialogue Desk”.": "Está en el menú, como “Dialogue Desk”.",
    "To remove it: {command}": "Para quitarlo: {command}",
    "One thing is missing before it starts: this system lacks the library {name}. "
    "Whoever looks after this laptop can install it.": (
        "Falta una cosa para que se inicie: este sistema no tiene la biblioteca {name}. "
        "Quien cuida de esta computadora puede instalarla."
    ),
    "The disk is full. Nothing was installed. Free 1 GB, and try again.": (
        "El disco está lleno. No se instaló nada. Libere 1 GB e inténtelo de nuevo."
    ),
    "A file in this folder is damaged or missing, so nothing was installed. Copy the whole folder again.": (
        "Un archivo de esta carpeta está dañado o falta, así que no se instaló nada. "
        "Copie de nuevo toda la carpeta."
    ),
    "Something failed that should not. Nothing was installed. What was said is above.": (
        "Falló algo que no debería. No se instaló nada. Arriba está lo que se dijo."
    ),
    "“{file}” could not be written: {reason}. Nothing was changed in what you entered.": (
        "No se pudo escribir “{file}”: {reason}. No cambió nada de lo que usted escribió."
    ),
}
