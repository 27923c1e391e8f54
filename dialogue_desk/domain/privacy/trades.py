"""What somebody does, with the words that say which one: the county's midwife, el paletero d la esquina."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.roles import ROLES
from dialogue_desk.domain.privacy.tokens import words_in
from dialogue_desk.domain.privacy.whose_phrases import whose

_NOBODYS_TRADE = (
    r"(?:número|numero|cuero|acero|diálogo|dialogo|catálogo|catalogo|prólogo|exterior|bandera|carretera|"
    r"acera|manera|primera|escalera|cartera|frontera|cadera|madera|espera|hielera|hilera|"
    r"lavadora|computadora|secadora|impresora|grabadora|hora|señora|señor|flor|mayor|menor|mejor|peor|color|"
    r"dolor|"
    r"favor|olor|calor|valor|error|horror|motor|sector|enero|dinero|primero|tercero|tercera|agujero|letrero|"
    r"basurero|tablero|cero|sombrero|amor|honor|humor|temor|rumor|sudor|terror|tractor|factor|interior|"
    r"exterior|"
    r"anterior|puente|frente|gente|parte|muerte|suerte|fuente|corriente|ambiente|siguiente|noche|monte|norte|"
    r"corte|deporte|transporte|restaurante|estante|volante|semejante|comedor|corredor|mirador|elevador|"
    r"refrigerador|ventilador|parador|alrededor|televisor|lista|vista|pista|revista|entrevista|conquista|"
    r"sala|"
    r"diente|accidente|expediente|presente|oriente|occidente|aumento|estero|potrero|gallinero|hormiguero|"
    r"febrero|janero|librera|librero|pradera|ladera|ribera|guerra|tijera|cancha|era|fuera|pera|cera|guante|"
    r"semáforo|vapor|pavor|labor|licor|sabor|tambor|tumor|vigor|rigor|pastor|doctor|doctora|mora|demora|"
    r"mejora|"
    r"aurora|espora|emisora|editora|autora|cosechadora|aspiradora|podadora|licuadora|calculadora|pesadora|"
    r"carretero|crucero|sendero|pionera|pionero|trasera|delantera|entera|soltera|compañera|compañero|barrera|"
    r"heladera|regadera|cafetera|sopera|licorera|tetera|pulsera|billetera|caldera|bandolera|cabecera)"
)
_OFICIO = (
    rf"(?!{_NOBODYS_TRADE}(?!\w))(?:[^\W\d_]{{3,18}}(?:er[oa]|ista|dora?|tora?|sora?|log[oa])|"
    rf"bibliotecari[oa]|secretari[oa]|"
    r"comisari[oa]|notari[oa]|boticari[oa]|empresari[oa]|voluntari[oa]|veterinari[oa]|funcionari[oa]|"
    r"intérprete|"
    r"interprete|vigilante|cantante|guardia|costurera|músic[oa]|mecánic[oa]|electricista|albañil|sastre|"
    r"barman|"
    r"mesera|mesero|peluquer[oa]|estilista|payaso|mariachi|monja|monje|catequista|rezandera|curander[oa]|"
    r"yerber[oa]|"
    r"guardi[aá]n|velador|conductor|chofer|ministr[oa]|síndic[oa]|médic[oa]|partera|comadrona|güer[oa])"
)
_DEL = r"(?:del|de la|de el|de los|de las|d la|d el|d l|d los|d las|dl|de l)"
_OFICIO_DE = re.compile(
    rf"(?<!\w)(?:la|el|al|del) {_OFICIO}(?: (?:de|d) [^\W\d_]{{2,20}})?(?= {_DEL} (?:[úu]nic[oa] "
    rf")?[^\W\d_]{{3,}})",
    re.IGNORECASE,
)
_TOCANDO = (
    r"dirige|maneja|administra|encabeza|atiende|abrió|fundó|vende|vendía|cocina|limpia|enseña|entrena|cuida|"
    r"toca|"
    r"tocaba|canta|hornea|repara|arregla|corta|barre|reparte|recoge|lava|plancha|cose|borda|pinta|predica|"
    r"traduce|"
    r"interpreta|riega|abre|cierra|pone|prende|suena|baila|graba|narra|anuncia|organiza|coordina|presta|"
    r"renta|cobra|"
    r"pesca|siembra|ordeña|hace|hacía|prepara|sirve|despacha|entrega|carga|jala|rescató|salvó|ganó|crió|teje"
)
_LA_QUE = re.compile(
    rf"(?<!\w)(?:la|el) (?:que|q) (?:{_TOCANDO}) (?=[^\W\d_])",
    re.IGNORECASE,
)
_TRADE = (
    r"(?!(?:number|paper|order|water|corner|door|floor|computer|dinner|letter|matter|shelter|summer|winter|"
    r"river|"
    r"power|answer|center|after|over|under|other|another|never|ever|rather|together|weather|color|error|"
    r"mirror|"
    r"favor|factor|motor|list|assist|resist|twist|master|poster|former|later|better|greater|offer|buffer|"
    r"corridor|"
    r"cover|layer|manner|member|october|november|december|september|rumor|labor|honor|humor|terror|horror|"
    r"sector|"
    r"trailer|sticker|burner|charger|scanner|printer|counter|speaker|locker|boiler|heater|dryer|washer|"
    r"freezer|"
    r"cooler|elevator|monitor|tractor|generator|calculator|container|quarter|shower|tower|flower|finger|"
    r"hammer|"
    r"ladder|bumper|bladder|pepper|butter|supper|sweater|theater|chapter|filter|folder|border|banner|flyer|"
    r"officer|teacher|owner|stranger|danger|anger|hunger|older|younger|bigger|smaller|taser|laser|career|"
    r"neighbor|customer|newcomer|minister|sister|brother|mother|father|daughter|ever|user|homeowner|"
    r"renter)\b)"
    r"(?:[^\W\d_]{3,16}(?:er|or|ist|ian|smith|keeper|herder|monger|wright)|[^\W\d_]{2,14}(?:man|woman|lady|"
    r"boy|girl)|"
    r"lady|guy|dude|man|woman|midwife|nurse|cook|cop|chef|judge|monk|nun|priest|medic|vet|clerk|host|guide|"
    r"chief|"
    r"pharmacist|mechanic|butcher|kid|twins|widow|widower|elder|usher|chaplain|cantor|coach)"
)
_HOLDERS = (
    r"(?:county|town|city|village|parish|school|church|tribe|reservation|rez|block|island|valley|"
    r"neighborhood|union|"
    r"mill|plant|district|state|mosque|temple|synagogue|hospital|clinic|library|factory|ward|congregation|"
    r"college|"
    r"choir|team|high school|middle school|league|club|lodge|company|diner|salon|bar|building|complex|street|"
    r"nation|band|precinct|department|dept|center|shelter|pantry|park|court|prison|jail)"
)
_ITS = re.compile(
    rf"(?<!\w)(?:the |our |this |that )?{_HOLDERS}['’]?s (?:(?:only|first|last|one|own|head|lead|new|old|"
    rf"longtime) )?"
    rf"(?:[a-z]{{3,12}} )?(?:{ROLES}|{_TRADE}|bass|tenor|alto|soprano)(?!\w)",
    re.IGNORECASE,
)
_WITH_THE = re.compile(
    rf"(?<!\w)(?:the|that|our) (?:(?!(?:of|in|on|at|and|is|was|a|more|most|many|other|same|best|w|"
    rf"with)\b)[\w'’\-]{{2,18}} ){{0,2}}"
    rf"{_TRADE} (?:w/|with|w) (?:the|that|his|her|one|no|an?) "
    rf"(?!(?:attitude|problem|issue|power|keys?|most|best|worst|same|other|idea|question|ability|right|money|"
    rf"time)s?\b)"
    rf"(?:(?:big|little|small|long|short|old|red|blue|green|white|black|yellow|gray|grey|brown|pink|purple|"
    rf"gold|silver|bad|good|"
    rf"loud|tall|wooden|glass|three|two|broken|burned|service) )?[^\W\d_]{{3,20}}(?: (?:of|on|in) "
    rf"[^\W\d_]{{3,16}})?",
    re.IGNORECASE,
)
_CON_EL = re.compile(
    rf"(?<!\w)(?:el|la) (?:{_OFICIO}|señora?|sr|sra|chav[oa]|muchach[oa]|viejit[oa]|hombre|mujer|don|doña) "
    rf"(?:con|c/|c) (?:la|el|los|las|un|una) [^\W\d_]{{3,20}}(?: [^\W\d_]{{3,16}}(?:[oa]s?|e|l))?",
    re.IGNORECASE,
)
_LADY = re.compile(
    r"(?<!\w)(?:the|our|that) (?!(?:old|young|other|same|white|black|brown|nice|good|bad|poor|new|next|"
    r"little|big|older|"
    r"younger|tall|short|first|last|whole|right|wrong|only|another|rich|funny|mean|angry|quiet|cop|police|"
    r"one|lone|"
    r"cleaning|latino|latina|hmong|somali|asian|hispanic|native|indian|african|mexican|american|chinese|arab|"
    r"of|in|"
    r"on|at|to|and|is|was)\b)[^\W\d_]{3,16} (?:lady|guy|man|woman|dude)(?= (?:on|at|by|from|in|near|outside|"
    r"behind|"
    r"under|across) [^\W_])",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(
    r"(?<!\w)(?:the|that) (?:[a-z]+ )?(?:woman|man|lady|guy|couple|girl|boy|kid|gentleman|gal|dude|one|nurse|"
    r"elder|widow|vet|cook) "
    r"(?:who|that) (?!(?:was|is|has|does|says|wants|needs|comes|feels|thinks|asks|sits|goes|gets|"
    r"cries)\b)[a-z]{3,12}s "
    r"(?=(?:[a-z'’]{1,14} ){1,3}(?:at|in|on|for|by|of|outside|from|near) [a-z])",
    re.IGNORECASE,
)
_HOLDER_WORDS = frozenset(re.findall("[a-z]+", _HOLDERS))
_WHOLE = ((_WITH_THE, frozenset(("with", "w"))), (_CON_EL, frozenset(("con", "c"))))
_WHOSE = (
    (_ITS, _HOLDER_WORDS | {word + "s" for word in _HOLDER_WORDS}, 0),
    (_OFICIO_DE, frozenset(("la", "el", "al", "del")), 0),
    (_LADY, frozenset(("lady", "guy", "man", "woman", "dude")), 0),
    (_LA_QUE, frozenset(("que", "q")), 1),
    (_WHO_DOES, frozenset(("who", "that")), 1),
)
"""Patterns, the words that tell whether to try them, and how many spaces end what they find."""


def trades(text: str) -> Iterator[Find]:
    """Yield what somebody does, where it says who is meant."""
    words = words_in(text)
    for pattern, telling in _WHOLE:
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                yield Find(*match.span(), FindKind.ROLE)
    for pattern, telling, spaces in _WHOSE:
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                end = match.end() - spaces
                yield Find(match.start(), max(end, whose(text, end, 3 * spaces)), FindKind.ROLE)
