"""Words that say what the word beside them is, in English, Spanish and other languages in Latin letters.

All are as ``name_key`` makes them: no capitals, no accents.
"""

from __future__ import annotations

from dialogue_desk.domain.privacy.lists import word_set


def _pairs(text: str) -> frozenset[str]:
    """Return the groups of words that commas separate."""
    return frozenset(" ".join(group.split()) for group in text.split(","))


TITLES = word_set(
    """
    mr mrs ms miss mx dr doctor prof professor officer ofc sgt sergeant lt lieutenant capt captain cpl
    corporal deputy detective det trooper sheriff chief commissioner agent judge justice mayor
    councilman councilwoman councilmember alderman alderwoman senator rep congressman congresswoman
    governor president principal superintendent coach pastor rev reverend father fr brother sister
    deacon bishop rabbi imam elder mother minister nurse attorney atty uncle aunt auntie tio tia cousin
    grandma grandpa granny nana doctora sr sra srta senor senora senorita don dona dn dna dra ing lic
    licenciado licenciada profe profesor profesora maestro maestra sor fray oficial agente policia
    sargento sargenta teniente capitan capitana comandante cabo juez jueza alcalde alcaldesa concejal
    regidor regidora padre madre hermano hermana pastora comadre compadre abuela abuelo nino patrullero
    monsieur madame mademoiselle mme mlle msye madan mesye manmzel seu dona senhor senhora doutor
    doutora sheikh shaykh sheik hajji haji hajja ustaz ustad ustadh mullah mawlana macallin abo abu umm
    sayed ato weizero woizero ong ba anh chi co chu bac kuya ate aling mang lola lolo tita tito pan pani
    pana gospodin gospozha shri shrimati sardar diacono diaconisa reverendo reverenda obispo rabino iman
    comisario comisaria entrenador entrenadora enfermera enfermero abogado abogada directora director
    subdirectora subdirector presidenta presidente secretario secretaria consejera consejero cura
    capellan vecina vecino principal clerk barber librarian
    """
)

PARTICLES = word_set(
    """
    de del la las los y e da das do dos di du des van von der den ter bin ibn al el ul san santa le De
    Del La Las Los Van Von Al El Bin
    """
)

PLACES = word_set(
    """
    academy airport alley apartments arena avenue ave av bank beach blvd boulevard bridge building
    campus cathedral cemetery center centre chapel church city clinic club college corner corners county
    court courthouse courts creek crossing drive elementary estates farm farms field fields garden
    gardens gate grill grocery grove gym hall heights high highway hill hills hospital hotel house
    houses housing island jail junction kitchen lake landing lane library lot mall manor market meadows
    memorial middle mill mills mosque museum neighborhood park parkway pharmacy pizza place plaza point
    pool precinct prep prison project projects rd ridge river road row school square st station store
    street synagogue temple terrace theater theatre tower towers town township trail university valley
    view village ville ward way yard zone foundation company inc llc corp association coalition
    department district elementary institute
    """
)

FORE_PLACES = word_set(
    """
    calle avenida parque escuela primaria secundaria preparatoria colonia barrio iglesia parroquia
    templo capilla hospital clinica biblioteca centro plaza ciudad pueblo estacion mercado teatro
    universidad colegio instituto edificio edificios residencial fraccionamiento lago rio cerro puente
    condado fundacion museo cancha estadio gimnasio panteon boulevard glorieta rancho ejido villa saint
    st mount mt fort lake port camp cape san santa santo city town county rue brand street avenue route
    """
)

FAMILY = word_set(
    """
    neighbor neighbour son daughter cousin friend uncle aunt brother sister teacher boss landlord
    landlady coach wife husband boyfriend girlfriend nephew niece grandson granddaughter grandmother
    grandfather grandma grandpa mother father mom dad mum coworker co-worker colleague pastor doctor
    lawyer partner roommate client student kid boy girl baby stepson stepdaughter stepdad stepmom fiance
    fiancee classmate supervisor manager caseworker interpreter buddy twin godson goddaughter barber
    babysitter counselor therapist vecino vecina hijo hija primo prima amigo amiga tio tia hermano
    hermana compadre comadre esposo esposa marido mujer abuela abuelo nieto nieta maestro maestra jefe
    jefa casero casera sobrino sobrina cunado cunada suegro suegra yerno nuera novio novia companero
    companera mama papa padre madre padrino madrina ahijado ahijada nene nena patron patrona abogado
    abogada doctora entrenador entrenadora hijastro hijastra alumno alumna
    """
)

WHOSE = word_set(
    """
    my his her our their your a an the old younger older little big late best oldest youngest eldest
    good dear ex first mi mis su sus tu nuestro nuestra un una el la mayor menor
    """
)

NAMING = word_set(
    """
    named called nicknamed alias aka surnamed nickname llamado llamada llamados llamadas apodado apodada
    llamaba llama llamo apellido apellida apellidado prenom kele rele
    """
)

NAMING_PAIRS = _pairs(
    """
    name is, name's, name was, named is, names are, first name, last name, maiden name, known as, goes
    by, went by, name of, signed by, nombre es, se llama, se llamaba, me llamo, me llaman, le dicen, le
    decimos, conocido como, conocida como, nombre de, firmado por, de apellido, apellido es, de nombre,
    i am, i'm called, call me, call him, call her
    """
)

SAYING = word_set(
    """
    said says asked asks told tells thinks thought mentioned mentions shared shares explained explains
    added adds agreed agrees argued argues suggested suggests answered answers replied remembers
    remembered reminded described describes wondered wonders wants wanted feels felt believes believed
    works worked lives lived drives drove lost walks walked moved moves started cried cries came went
    offered offers volunteered runs ran knows knew sees saw helps helped called spoke speaks talked
    talks lent lends lives owns owned wishes hopes hoped worries worried got gets dijo dice contó conto
    cuenta pregunto pregunta comento comenta explico explica cree creia piensa pensaba opina opino
    menciono menciona propuso propone siente sintio quiere queria agrego agrega respondio recordo
    recuerda compartio comparte trabaja trabajaba vive vivia perdio llego llega ofrecio ayuda ayudo
    maneja manejaba sugirio sugiere hablo habla platico platica nos repitio insistio conoce sabe vio
    lloro aclaro lleva llevaba invito mando tiene tenia vende recibio anadio
    """
)
"""What people do in notes; a word with a capital before one of these is a person."""

SPOKE = word_set(
    """
    said says told tells asked asks thinks mentioned shared explained added agreed suggested replied
    dijo dice conto pregunto comento explico opino propuso cree piensa
    """
)
"""Of these, what only people do: proof enough for a name that is a word too and begins a sentence."""

SAYING_BEFORE = word_set(
    """
    dijo dice pregunto comento explico conto opino propuso agrego respondio segun said asked replied
    thank thanks gracias
    """
)

TOWARDS = _pairs(
    """
    according to, thanks to, thank you, talk to, talked to, spoke to, spoke with, talked with, meet
    with, met with, ask for, listen to, busquen a, llamen a, fuimos con, hablen con, pregunten por,
    preguntar por, pregunta por, story of, gracias a, hablar con, hable con, hablamos con, platicar con,
    pregunten a, preguntar a, preguntale a, digan a, dile a, vive con, de parte, historia de, caso de,
    casa de, hijo de, hija de, esposa de, esposo de, mama de, papa de, hermano de, hermana de, mujer de
    """
)

OWNED = word_set(
    """
    brother sister son daughter mother father mom dad kid kids house home car apartment place store shop
    porch story family cousin friend husband wife job boss phone dog garden uncle aunt idea suggestion
    question point comment boy girl truck grandson grandma nephew niece case arrest death funeral
    landlord teacher street block yard name number
    """
)

NOBODY = word_set(
    """
    god jesus that this it the they we you he she him her them us everyone everybody somebody someone
    anyone nobody who what how why where when if a an to for no yes not dios que ella ellos ellas
    nosotros ustedes usted si el la los las un una nadie alguien todos todas black white
    """
)

STARTERS = word_set(
    """
    a about above according after afterwards again against ago ah all almost already also although
    always am an and another any anybody anyone anything anyway are as ask asked asking at away back bad
    be because been before behind being below best better between big both bring brings but by call
    calling can cannot can't care cars change check children city clean come coming community cops could
    couple dad days did didn't do does doesn't doing don't done down during each early either elders
    else end enough even evening ever every everybody everyone everything fear feel feeling feels few
    fewer find first five folks for four free from get gets getting give gives go goes going good got
    grandma grandpa great had half happy hard has have having he he's hear heard hearing hello help her
    here hers hi him his hold hope how however i if in instead is isn't it it's its just keep kids kind
    know knowing last lately later least leave less let let's letting lights like listen listening
    little lots long look looking lost make makes making man many mayor maybe me mean meet meeting
    meetings mom money more most mostly mother mothers much music must my near needs neighbors
    neighbours need needed never new next nice night no nobody none nor not note nothing now of off
    officer officers often oh old older on once one ones only open or other others our out outside over
    own parents parking part pay people perhaps person place play please plenty police policing poor put
    putting quite rather really rent residents respect right safe safety same say saying says school
    schools second see seeing seems seen sends several she she's should show side since sister six small
    so some somebody someone something sometimes somewhere son soon sorry speak start still stop stops
    streets such sure take takes talk talking teachers teens tell tenants ten thank thanks that that's
    the their theirs them then there there's these they they're thing things think third this those
    three through time to today together tomorrow tonight too trash trust try two under until up us use
    used usually very veterans wait walk walking want wants was wasn't watch water way we we're we've
    well went were weren't what what's when where whether which while who who's whoever whole whom whose
    why will with within without woman women won't words work workers working would write yeah years yes
    yesterday yet you you're young younger your yours youth al algo alguien alguna algunas alguno
    algunos ahi ahora alla alli ante antes apenas aqui aquella aquellos asi aun aunque ayer bajo barrio
    bien buena bueno buenas buenos cada calles casi como con cosas cual cuales cualquier cuando cuanta
    cuantas cuanto cuantos cuidado dale de deben debe decir deja dejar del demasiado dentro desde
    despues dia dicen donde dos el ella ellas ellos en entonces entre era eran es esa esas ese eso esos
    esta estaba estaban estamos estan estar estas este esto estos falta faltan fue fueron fuera gente
    gracias ha haber habia habla hace hacen hacer hacia hagan han hasta hay hemos hijos hombres hora hoy
    igual ir jovenes juntos la las le les llega llegan lo los luego luz mal mama mas mayo me mejor menos
    mi miedo mientras mis misma mismo mucha muchas mucho muchos mujeres muy nada nadie necesitamos ni
    ninguna ninguno ninos no nos nosotras nosotros nuestra nuestras nuestro nuestros nunca o ojala os
    otra otras otro otros para parece pasa pedir pedimos pero personas poca pocas poco pocos podemos
    poner por porque pos primero primera puede pueden pues que quedan queda quien quienes quieren
    queremos quiza quizas respeto saben saber se sea sean segun segunda segundo seguridad seis ser seria
    si siempre sin sino sobre solo somos son soy su sus tal tambien tampoco tan tanta tanto tantos te
    temor tener tenemos tengo tenia tiene tienen toda todas todavia todo todos tres tu tus un una unas
    uno unos usted ustedes va vamos van varias varios vecinas vecinos ver veces vez vive viven vivimos
    voy y ya yo
    """
)
"""Words that often begin sentences, and so have a capital without being a name."""
