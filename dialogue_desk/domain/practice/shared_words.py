"""What two texts say in common, however each is worded: in English, in Spanish, or in the signs of a hurry.

A text becomes a set of keys.  Forms of one word have one key (*waited*, *waiting*), and so have a few words
that mean the same where people talk about a neighborhood and its police (*cop*, *officer*, *policía*).
Words that say nothing by themselves have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from dialogue_desk.domain.notes.search_terms import search_words

# Words that say nothing by themselves.
_ALONE = """
    a about after again all also am an and any are as at b be because been before being but by c can could d
    did didn do does doesn doing don down each even ever for from g get gets getting go goes going gonna got
    had hadn has hasn have haven having he her here him his how i if in into is isn it its just kind like ll
    m may me might more most much last my next no nor not now of off oh ok okay on one ones only or other
    our out over own put really re s said say says see she should so some somebody someone something still
    such t than that the their them then there these they thing things this those though to too two um up us
    ve very was wasn way we well were weren what when where which while who whom why will with won would
    yeah yes yet you your hasta al algo alguien alguna alguno ahi ahora aqui asi aun aunque bien bueno cada
    como con cosa cosas creo cual cuando da de del dan desde despues dice dicen digo donde e el ella ellas
    ellos en entonces era eran es esa esas ese eso esos esta estaba estan estar estas este esto estos fue
    fueron ha haber habia han hay haya iba igual ir la las le les lo los mas mi mis muy nada nadie ni nomas
    nos nosotros o otra otro para pero pues por porque que quien quienes se sea ser si siempre sin sobre
    solo soy su sus tal tambien tan te tener tengo tenia ti tiene tienen toda todas todavia todo todos
    tu tus u un una uno unos usted ustedes va van vamos vez voy y ya yo nobody everybody everyone anyone
    people gente persona personas ppl pq xq tb bc etc
"""
_NUMBERS = """
    0 zero cero none | 1 uno once | 2 dos twice two | 3 three tres | 4 four cuatro fourth cuarta | 5 five
    cinco | 6 six seis | 7 seven siete | 8 eight ocho | 9 nine nueve | 10 ten diez | 11 eleven | 12 twelve
    doce twelfth | 13 thirteen trece | 14 fourteen catorce | 15 fifteen quince | 16 sixteen dieciseis | 17
    seventeen diecisiete | 18 eighteen dieciocho | 19 nineteen diecinueve | 20 twenty veinte | 30 thirty
    treinta | 40 forty cuarenta | 50 fifty cincuenta | 60 sixty sesenta | 70 seventy setenta | 80 eighty
    ochenta | 90 ninety noventa
"""
# In each row, words that mean the same; their other forms are left out.
_SAME = """
    police officer pd ofc ofcr cop badge sheriff deputy uniform patrol policias placa oficial agente
    cruiser squad patrulla
    car vehicle truck coche auto camioneta
    stop pulled detain parar detener detiene detuvieron
    kid child children nino
    teen teenager youth young youngster boy joven jovenes juventud muchacho adolescente
    daughter son hijo
    nephew niece sobrino
    husband spouse wife esposo marido
    brother bro hermano
    mother mom mama madre
    father dad papa padre
    old elder elderly senior mayor anciano
    neighbor neighbour nbr nbrs vecino
    home house casa hogar
    street st road calle avenida
    block cuadra
    sidewalk pavement banqueta acera
    shop store tienda negocio business
    school escuela colegio
    church iglesia
    city town pueblo ciudad
    council concejo ayuntamiento
    hall salon
    bus autobus camion
    work job shift trabajo turno
    night nighttime noche
    day daytime dia
    light lamp luz luces lampara
    dark oscuro oscuridad
    wait espera
    scared afraid fear frightened fearful miedo temor asustado
    angry mad anger furious coraje enojo
    sleep asleep awake dormir duermo despierta
    safe safety secure salvo seguro seguridad
    tense tension nervous
    steal stole rob robbery theft thief burglary ladron
    break broke smash quebraron romper roto
    window vidrio ventana
    tool herramienta
    call dial phone tel callback llamada llamar marcar
    report paperwork denuncia denunciar
    complaint queja
    answer answered reply replied response contestar responder respuesta
    reason razon motivo
    letter carta
    sentence line linea
    truth true honest honesty sincere verdad verdadera sinceridad
    law ley rule regla
    document documents papeles
    immigration immigrant feds federal ice migracion inmigracion migra
    born nacer naci
    newcomer recien llegado arrived
    hello greet wave saludar
    afternoon evening tarde
    crisis emergency
    training capacitacion entrenamiento
    film footage video record grabar
    camera cam cams camara
    few less pocos menos
    hood capucha
    rain lluvia lloviendo
    empty vacant abandoned vacia vacio
    close shut cerro
    teach taught learn ensenar aprender aprendio
    ground floor piso suelo
    food sandwich comida
    dog perro
    face cara
    stay remain quedar quedarse
    look watch mira
    key llave
    room cuarto sala
    door puerta
    hope esperanza
    field cancha campo
    baseball beisbol
    whole entire entero
    both ambos
    same mismo
    different distinto diferente
    money dinero
    wall muro
    library biblioteca
    dangerous danger unsafe peligro peligroso
    meeting mtg junta reunion
    name nombre
    hour hr hrs hora
    minute min mins minuto
    week wk wks semana
    month mo mes
    year yr yrs ano
    government gov govt gobierno
    tomorrow manana
    winter invierno
    summer verano
    spring primavera
    notify told tell informed avisar
    confuse confusion distinguir
"""

_ENDING = re.compile(
    "(?<=...)(?:ciones|iendo|mente|tions|ieron|amos|aban|adas|ados|ando|aron|ment|emos|idas|idos|imos|ings"
    "|cion|ness|tion|aba|ada|ado|ers|est|ian|ida|ido|ied|ies|ing|an|ar|as|ed|en|er|es|ia|ir|ly|os|[aeosy])$"
)
"""What is left off the end of a word, as much as possible, so that three letters stay."""
_BEGIN, _ALIKE = 4, 0.75
"""Two words are forms of one if they begin with so many letters alike, and with that part of the longer."""


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    # "stopped" and "stop" are forms of one word.
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def _meanings() -> dict[str, str]:
    """Return the key of each word in the rows; of its other forms too, if they are no word of another row."""
    rows = [row.split() for row in _SAME.strip().splitlines()]
    words = {word: f"={row[0]}" for row in rows for word in row}
    return {_stem(word): key for word, key in words.items()} | words


def _by_number() -> Iterator[tuple[str, str]]:
    for row in _NUMBERS.split("|"):
        number, *words = row.split()
        for word in (number, *words):
            yield word, number


_EMPTY = frozenset(_ALONE.split())
_MEANING = _meanings()
_NUMBER = dict(_by_number())
_TIMES = re.compile(r"(\d+)x?")


@cache
def _keys_of(word: str) -> tuple[str, ...]:
    if word in _NUMBER:
        return (_NUMBER[word],)
    if match := _TIMES.fullmatch(word):
        return _figures(match[1])
    if word in _EMPTY or len(word) < 2:
        return ()
    stem = _stem(word)
    return (_MEANING.get(word) or _MEANING.get(stem, stem),)


def _figures(digits: str) -> tuple[str, ...]:
    """Return the keys of a number as it is said: 61 is sixty and one."""
    if len(digits) == 2 and digits[0] not in "01" and digits[1] != "0":
        return f"{digits[0]}0", digits[1]
    return (digits,)


def keys_in(text: str) -> frozenset[str]:
    """Return the keys of the words in a text."""
    return frozenset(key for word in search_words(text) for key in _keys_of(word))


def alike(one: str, other: str) -> bool:
    """Return whether two keys are of forms of one word."""
    if one == other:
        return True
    begin = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return begin >= _BEGIN and begin >= _ALIKE * max(len(one), len(other)) and not one.startswith("=")
