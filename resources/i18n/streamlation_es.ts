<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>Watch any video or live stream in your own language, offline.</source>
        <translation>Vea cualquier vídeo o emisión en directo en su idioma, sin conexión.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Components of others</source>
        <translation>Componentes de terceros</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>These are subtitles</source>
        <translation>Son subtítulos</translation>
    </message>
    <message>
        <source>Open the film first, then drop them on it once more.</source>
        <translation>Abra primero la película y suéltelos otra vez sobre ella.</translation>
    </message>
</context>
<context>
    <name>CaptionWindow</name>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
</context>
<context>
    <name>CaptionsControl</name>
    <message>
        <source>No captions</source>
        <translation>Sin subtítulos</translation>
    </message>
    <message>
        <source>Captions on</source>
        <translation>Subtítulos activados</translation>
    </message>
    <message>
        <source>Captions off</source>
        <translation>Subtítulos desactivados</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>Dos idiomas</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>Un idioma</translation>
    </message>
    <message>
        <source>Captions {0} s</source>
        <translation>Subtítulos {0} s</translation>
    </message>
</context>
<context>
    <name>CastDialog</name>
    <message>
        <source>Play on a television</source>
        <translation>Reproducir en un televisor</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Address of a device</source>
        <translation>Dirección de un dispositivo</translation>
    </message>
    <message>
        <source>Not found? Its address, such as 192.168.1.20</source>
        <translation>¿No aparece? Su dirección, como 192.168.1.20</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation>Qué se oye</translation>
    </message>
    <message>
        <source>The film&apos;s own sound</source>
        <translation>El sonido propio de la película</translation>
    </message>
    <message>
        <source>On a phone or another screen…</source>
        <translation>En un teléfono u otra pantalla…</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Buscando dispositivos…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Dub: {0}</source>
        <translation>Doblaje: {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>Preguntando a {0}…</translation>
    </message>
    <message>
        <source>{0} shows a PIN in a moment…</source>
        <translation>{0} mostrará un PIN enseguida…</translation>
    </message>
    <message>
        <source>PIN that {0} shows:</source>
        <translation>PIN que muestra {0}:</translation>
    </message>
</context>
<context>
    <name>CastStrip</name>
    <message>
        <source>Pause on the television</source>
        <translation>Pausar en el televisor</translation>
    </message>
    <message>
        <source>Stop on the television</source>
        <translation>Detener en el televisor</translation>
    </message>
    <message>
        <source>Volume of the television</source>
        <translation>Volumen del televisor</translation>
    </message>
    <message>
        <source>Go on on the television</source>
        <translation>Continuar en el televisor</translation>
    </message>
    <message>
        <source>{0}: connecting…</source>
        <translation>{0}: conectando…</translation>
    </message>
    <message>
        <source>{0}: loading…</source>
        <translation>{0}: cargando…</translation>
    </message>
    <message>
        <source>{0}: playing</source>
        <translation>{0}: reproduciendo</translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation>{0}: en pausa</translation>
    </message>
    <message>
        <source>{0}: connection lost, trying again…</source>
        <translation>{0}: conexión perdida, reintentando…</translation>
    </message>
    <message>
        <source>Waited {0} s for data in all; {1} s from its clock; {2} parts without their captions</source>
        <translation>Ha esperado datos {0} s en total; {1} s respecto a su reloj; {2} partes sin sus subtítulos</translation>
    </message>
</context>
<context>
    <name>CastTimingButton</name>
    <message>
        <source>Delay of the television</source>
        <translation>Retraso del televisor</translation>
    </message>
    <message>
        <source>Behind the stream</source>
        <translation>Detrás de la emisión</translation>
    </message>
    <message>
        <source>The television keeps</source>
        <translation>El televisor guarda</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>según haga falta</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Elegir: {0}</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>Opening the link…</source>
        <translation>Abriendo el enlace…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are in line</source>
        <translation>
            <numerusform>%Ln archivo más en espera</numerusform>
            <numerusform>%Ln archivos más en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions page shows them.</source>
        <translation>Se ven en la página Sesiones.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Position and length</source>
        <translation>Posición y duración</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Pista de audio</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Captura</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Imagen en imagen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Live −{0}</source>
        <translation>En directo −{0}</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Salir de pantalla completa</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver al directo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>name of a speaker</source>
        <translation>nombre de un hablante</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>cambio de una línea</translation>
    </message>
</context>
<context>
    <name>DelayBox</name>
    <message>
        <source>How far behind the stream</source>
        <translation>Cuánto por detrás de la emisión</translation>
    </message>
    <message>
        <source>Behind by some seconds, captions land on what is said; as early as possible, they come after it.</source>
        <translation>Con unos segundos de retraso, los subtítulos coinciden con lo dicho; lo antes posible, llegan después.</translation>
    </message>
    <message>
        <source>Delay: automatic</source>
        <translation>Retraso: automático</translation>
    </message>
    <message>
        <source>As early as possible</source>
        <translation>Lo antes posible</translation>
    </message>
    <message>
        <source>{0} s behind</source>
        <translation>{0} s por detrás</translation>
    </message>
    <message>
        <source>Delay: automatic ({0} s)</source>
        <translation>Retraso: automático ({0} s)</translation>
    </message>
</context>
<context>
    <name>DeleteJobBox</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete the job {0}?</source>
        <translation>¿Eliminar el trabajo {0}?</translation>
    </message>
    <message>
        <source>Its trail and intermediate files go. The film itself stays.</source>
        <translation>Se borran su registro y los archivos intermedios. La película se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>Also delete its %Ln finished file(s)</source>
        <translation>
            <numerusform>Eliminar también su archivo terminado (%Ln)</numerusform>
            <numerusform>Eliminar también sus %Ln archivos terminados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Without names of files, folders or addresses</source>
        <translation>Sin nombres de archivos, carpetas ni direcciones</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limitado</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>no funciona</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Download of {0}</source>
        <translation>Descarga de {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Give up; what arrived is deleted</source>
        <translation>Desistir; lo que llegó se borra</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>DubButton</name>
    <message>
        <source>Hear the translation</source>
        <translation>Oír la traducción</translation>
    </message>
    <message>
        <source>Volume of the original</source>
        <translation>Volumen del original</translation>
    </message>
    <message>
        <source>Volume of the voice</source>
        <translation>Volumen de la voz</translation>
    </message>
    <message>
        <source>Voice later by</source>
        <translation>Retraso de la voz</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Voices of the speakers…</source>
        <translation>Voces de los hablantes…</translation>
    </message>
</context>
<context>
    <name>DubDialog</name>
    <message>
        <source>Make a dub</source>
        <translation>Crear un doblaje</translation>
    </message>
    <message>
        <source>Film or recording</source>
        <translation>Película o grabación</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Averiguar</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Languages of the dub</source>
        <translation>Idiomas del doblaje</translation>
    </message>
    <message>
        <source>Subtitles of what is said</source>
        <translation>Subtítulos de lo que se dice</translation>
    </message>
    <message>
        <source>Instead of recognizing the speech</source>
        <translation>En lugar de reconocer el habla</translation>
    </message>
    <message>
        <source>Voice and background are there as separate files</source>
        <translation>La voz y el fondo están en archivos separados</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonoridad</translation>
    </message>
    <message>
        <source>For listening (−16 LUFS)</source>
        <translation>Para escuchar (−16 LUFS)</translation>
    </message>
    <message>
        <source>For broadcast (−23 LUFS)</source>
        <translation>Para emisión (−23 LUFS)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Carpeta de los archivos</translation>
    </message>
    <message>
        <source>Beside the film</source>
        <translation>Junto a la película</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>Reemplazar los archivos que existan</translation>
    </message>
    <message>
        <source>Make the dub</source>
        <translation>Crear el doblaje</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose a film or recording.</source>
        <translation>Elija una película o grabación.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>No existe el archivo {0}.</translation>
    </message>
    <message>
        <source>Tick the languages of the dub.</source>
        <translation>Marque los idiomas del doblaje.</translation>
    </message>
    <message>
        <source>Choose the language of the subtitles.</source>
        <translation>Elija el idioma de los subtítulos.</translation>
    </message>
    <message>
        <source>Choose both files: voice and background.</source>
        <translation>Elija ambos archivos: voz y fondo.</translation>
    </message>
</context>
<context>
    <name>DubLineModel</name>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
</context>
<context>
    <name>EditKeysDialog</name>
    <message>
        <source>Keys of the player</source>
        <translation>Teclas del reproductor</translation>
    </message>
    <message>
        <source>What keys do</source>
        <translation>Qué hacen las teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Añadir tecla</translation>
    </message>
    <message>
        <source>Keys of this action</source>
        <translation>Teclas de esta acción</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Quitar tecla</translation>
    </message>
    <message>
        <source>Usual keys of this action</source>
        <translation>Teclas habituales de esta acción</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Todas las teclas habituales</translation>
    </message>
    <message>
        <source>{0} belongs to the menu: {1}</source>
        <translation>{0} pertenece al menú: {1}</translation>
    </message>
    <message>
        <source>{0} is used for: {1}. Adding it takes it away there.</source>
        <translation>{0} se usa para: {1}. Al añadirla, se quita de allí.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} no existe</translation>
    </message>
    <message>
        <source>no such file: {0}</source>
        <translation>no existe el archivo: {0}</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>{0} es una carpeta</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} está vacío</translation>
    </message>
    <message>
        <source>{0} is not a language</source>
        <translation>{0} no es un idioma</translation>
    </message>
    <message>
        <source>{0} is not a media file, or it is damaged</source>
        <translation>{0} no es un archivo multimedia o está dañado</translation>
    </message>
    <message>
        <source>{0} of the playlist is missing</source>
        <translation>Falta {0} de la lista de reproducción</translation>
    </message>
    <message>
        <source>{0} may not be read</source>
        <translation>{0} no se puede leer</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1})</source>
        <translation>{0} no se puede abrir ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} no se puede leer: {1}</translation>
    </message>
    <message>
        <source>{0} may not be read ({1})</source>
        <translation>No se permite leer {0} ({1})</translation>
    </message>
    <message>
        <source>{0} was not found ({1})</source>
        <translation>No se encontró {0} ({1})</translation>
    </message>
    <message>
        <source>{0}: no secure connection ({1})</source>
        <translation>{0}: no hay conexión segura ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>No se puede leer {0} ({1})</translation>
    </message>
    <message>
        <source>no video was found in {0}</source>
        <translation>No se encontró ningún vídeo en {0}</translation>
    </message>
    <message>
        <source>the stream did not begin</source>
        <translation>La transmisión no comenzó</translation>
    </message>
    <message>
        <source>{0} names no server</source>
        <translation>{0} no indica ningún servidor</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device</source>
        <translation>{0} es una tubería o un dispositivo</translation>
    </message>
    <message>
        <source>no decoder for {0} audio in {1}</source>
        <translation>No hay decodificador para el audio {0} de {1}</translation>
    </message>
    <message>
        <source>the playlist refers to itself or has no end</source>
        <translation>La lista de reproducción se refiere a sí misma o no tiene fin</translation>
    </message>
    <message>
        <source>the playlist is too large</source>
        <translation>La lista de reproducción es demasiado grande</translation>
    </message>
    <message>
        <source>the server ended the transfer early</source>
        <translation>El servidor terminó la transferencia antes de tiempo</translation>
    </message>
    <message>
        <source>{0} has no audio track</source>
        <translation>{0} no tiene pista de audio</translation>
    </message>
    <message>
        <source>{0} has no such audio track</source>
        <translation>{0} no tiene esa pista de audio</translation>
    </message>
    <message>
        <source>{0} has neither picture nor sound</source>
        <translation>{0} no tiene imagen ni sonido</translation>
    </message>
    <message>
        <source>{0} has neither sound nor pictures that can be decoded</source>
        <translation>{0} no tiene sonido ni imágenes que se puedan descodificar</translation>
    </message>
    <message>
        <source>no audio or video in {0}</source>
        <translation>no hay audio ni vídeo en {0}</translation>
    </message>
    <message>
        <source>{0} is a web page, not media</source>
        <translation>{0} es una página web, no un medio</translation>
    </message>
    <message>
        <source>{0} is not a valid address</source>
        <translation>{0} no es una dirección válida</translation>
    </message>
    <message>
        <source>{0} sends nothing</source>
        <translation>{0} no envía nada</translation>
    </message>
    <message>
        <source>{0} was taken away</source>
        <translation>{0} fue retirado</translation>
    </message>
    <message>
        <source>the source may not reach into the local network ({0})</source>
        <translation>la fuente no puede acceder a la red local ({0})</translation>
    </message>
    <message>
        <source>this link leads into your own network ({0})</source>
        <translation>este enlace lleva a su propia red ({0})</translation>
    </message>
    <message>
        <source>nothing installed translates {0:language} into {1:language}</source>
        <translation>nada de lo instalado traduce de {0} a {1}</translation>
    </message>
    <message>
        <source>no installed model recognizes {0:language}</source>
        <translation>ningún modelo instalado reconoce {0}</translation>
    </message>
    <message>
        <source>nothing translates {0:language} into {1:language}</source>
        <translation>nada traduce de {0:language} a {1:language}</translation>
    </message>
    <message>
        <source>no installed voice speaks {0:language}</source>
        <translation>ninguna voz instalada habla {0}</translation>
    </message>
    <message>
        <source>recognition failed: {0}</source>
        <translation>el reconocimiento falló: {0}</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}, again and again</source>
        <translation>el proceso de los motores murió por la señal {0}, una y otra vez</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}</source>
        <translation>el proceso de los motores murió por la señal {0}</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} no está instalado</translation>
    </message>
    <message>
        <source>{0} is installed already</source>
        <translation>{0} ya está instalado</translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation>{0} está dañado ({1})</translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation>{0} no coincide con su suma de verificación</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}</source>
        <translation>{0} no se puede cargar: {1}</translation>
    </message>
    <message>
        <source>this installation does not say where {0} is</source>
        <translation>esta instalación no dice dónde está {0}</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} no está</translation>
    </message>
    <message>
        <source>{0} does not have {1}</source>
        <translation>{0} no tiene {1}</translation>
    </message>
    <message>
        <source>{0} is neither a folder nor the address of a package index</source>
        <translation>{0} no es una carpeta ni la dirección de un índice de paquetes</translation>
    </message>
    <message>
        <source>{0} cannot be reached: {1}</source>
        <translation>{0} no está accesible: {1}</translation>
    </message>
    <message>
        <source>the certificate of {0} is not trusted</source>
        <translation>el certificado de {0} no es de confianza</translation>
    </message>
    <message>
        <source>no space left for {0}</source>
        <translation>no queda espacio para {0}</translation>
    </message>
    <message>
        <source>no space left in {0}</source>
        <translation>no queda espacio en {0}</translation>
    </message>
    <message>
        <source>the disk is full: nothing more can be stored</source>
        <translation>el disco está lleno: no se puede guardar nada más</translation>
    </message>
    <message>
        <source>the disk is full: {0}</source>
        <translation>el disco está lleno: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>{0} no se puede escribir</translation>
    </message>
    <message>
        <source>{0} exists</source>
        <translation>{0} ya existe</translation>
    </message>
    <message>
        <source>{0} is not connected</source>
        <translation>{0} no está conectado</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} no responde</translation>
    </message>
    <message>
        <source>{0} does not answer at {1}</source>
        <translation>{0} no responde en {1}</translation>
    </message>
    <message>
        <source>{0} is not reachable ({1})</source>
        <translation>{0} no está accesible ({1})</translation>
    </message>
    <message>
        <source>{0} did not accept the PIN</source>
        <translation>{0} no aceptó el PIN</translation>
    </message>
    <message>
        <source>{0} has gone</source>
        <translation>{0} se ha ido</translation>
    </message>
    <message>
        <source>{0} plays this in no form: {1}</source>
        <translation>{0} no reproduce esto de ninguna forma: {1}</translation>
    </message>
    <message>
        <source>nothing of this job has failed</source>
        <translation>nada de este trabajo ha fallado</translation>
    </message>
    <message>
        <source>the job is being worked on</source>
        <translation>se está trabajando en este trabajo</translation>
    </message>
    <message>
        <source>the release&apos;s manifest is not signed by the developers</source>
        <translation>el manifiesto de la versión no está firmado por los desarrolladores</translation>
    </message>
    <message>
        <source>this build does not know where releases are announced</source>
        <translation>esta compilación no sabe dónde se anuncian las versiones</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This file or address cannot be found</source>
        <translation>No se encuentra este archivo o esta dirección</translation>
    </message>
    <message>
        <source>It may have been moved, or the address has a slip. Open it again.</source>
        <translation>Quizá se movió, o la dirección tiene un error. Ábralo de nuevo.</translation>
    </message>
    <message>
        <source>This source may not be opened</source>
        <translation>Esta fuente no se puede abrir</translation>
    </message>
    <message>
        <source>Check its permissions, or whether it needs a sign-in.</source>
        <translation>Compruebe los permisos, o si hace falta iniciar sesión.</translation>
    </message>
    <message>
        <source>This is not audio or video that can be read</source>
        <translation>Esto no es audio ni vídeo que se pueda leer</translation>
    </message>
    <message>
        <source>The file may be damaged or of another kind. Choose another one.</source>
        <translation>El archivo puede estar dañado o ser de otro tipo. Elija otro.</translation>
    </message>
    <message>
        <source>There is no sound to translate</source>
        <translation>No hay sonido que traducir</translation>
    </message>
    <message>
        <source>The video has no audio track that can be heard.</source>
        <translation>El vídeo no tiene ninguna pista de audio audible.</translation>
    </message>
    <message>
        <source>The connection to the source was lost</source>
        <translation>Se perdió la conexión con la fuente</translation>
    </message>
    <message>
        <source>What was done is kept. Try again to go on from there.</source>
        <translation>Lo hecho se conserva. Inténtelo de nuevo para continuar desde ahí.</translation>
    </message>
    <message>
        <source>A model for this language is missing</source>
        <translation>Falta un modelo para este idioma</translation>
    </message>
    <message>
        <source>Install one that serves it; the work then goes on where it stopped.</source>
        <translation>Instale uno que sirva; el trabajo sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>An engine could not do its work</source>
        <translation>Un motor no pudo hacer su trabajo</translation>
    </message>
    <message>
        <source>What was done is kept. Try again; the diagnostics tell more.</source>
        <translation>Lo hecho se conserva. Inténtelo de nuevo; el diagnóstico dice más.</translation>
    </message>
    <message>
        <source>A model is damaged</source>
        <translation>Un modelo está dañado</translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation>Quítelo e instálelo de nuevo.</translation>
    </message>
    <message>
        <source>The model could not be downloaded</source>
        <translation>No se pudo descargar el modelo</translation>
    </message>
    <message>
        <source>What arrived is kept. Check the connection and try again.</source>
        <translation>Lo recibido se conserva. Compruebe la conexión e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The licence has to be accepted first</source>
        <translation>Primero hay que aceptar la licencia</translation>
    </message>
    <message>
        <source>Read it on the models page, and install from there.</source>
        <translation>Léala en la página Modelos e instale desde ahí.</translation>
    </message>
    <message>
        <source>A model is missing</source>
        <translation>Falta un modelo</translation>
    </message>
    <message>
        <source>Install it; the work then goes on where it stopped.</source>
        <translation>Instálelo; el trabajo sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing is lost.</source>
        <translation>Libere espacio e inténtelo de nuevo. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>A file of that name is there already</source>
        <translation>Ya hay un archivo con ese nombre</translation>
    </message>
    <message>
        <source>Allow overwriting, or choose another folder or name.</source>
        <translation>Permita sobrescribir, o elija otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>This is being translated already</source>
        <translation>Esto ya se está traduciendo</translation>
    </message>
    <message>
        <source>Another window or program works on it. Wait for it, or stop it first.</source>
        <translation>Otra ventana u otro programa trabaja en ello. Espere, o deténgalo antes.</translation>
    </message>
    <message>
        <source>The library belongs to a newer version</source>
        <translation>La biblioteca es de una versión más nueva</translation>
    </message>
    <message>
        <source>Install the newer version again. The library was not touched.</source>
        <translation>Vuelva a instalar la versión nueva. La biblioteca no se ha tocado.</translation>
    </message>
    <message>
        <source>The disk or the library refuses</source>
        <translation>El disco o la biblioteca no responden</translation>
    </message>
    <message>
        <source>Check space and permissions; the diagnostics tell more.</source>
        <translation>Compruebe el espacio y los permisos; el diagnóstico dice más.</translation>
    </message>
    <message>
        <source>The memory does not suffice</source>
        <translation>La memoria no alcanza</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close other programs. What was done is kept.</source>
        <translation>Elija un modelo más pequeño o cierre otros programas. Lo hecho se conserva.</translation>
    </message>
    <message>
        <source>The device was not found</source>
        <translation>No se encontró el dispositivo</translation>
    </message>
    <message>
        <source>Check that it is on and in the same network; or give its address.</source>
        <translation>Compruebe que está encendido y en la misma red, o indique su dirección.</translation>
    </message>
    <message>
        <source>The device has gone</source>
        <translation>El dispositivo se ha ido</translation>
    </message>
    <message>
        <source>The media goes on here. Choose the device again when it is back.</source>
        <translation>La reproducción sigue aquí. Elija el dispositivo de nuevo cuando vuelva.</translation>
    </message>
    <message>
        <source>The device does not play this</source>
        <translation>El dispositivo no reproduce esto</translation>
    </message>
    <message>
        <source>Every form that we can make was tried. Choose another device.</source>
        <translation>Se probaron todas las formas posibles. Elija otro dispositivo.</translation>
    </message>
    <message>
        <source>The device did not accept the PIN</source>
        <translation>El dispositivo no aceptó el PIN</translation>
    </message>
    <message>
        <source>Choose the device again; it then shows a new one.</source>
        <translation>Elija el dispositivo de nuevo; entonces mostrará otro.</translation>
    </message>
    <message>
        <source>The device cannot be reached</source>
        <translation>No se puede acceder al dispositivo</translation>
    </message>
    <message>
        <source>Check the network and the firewall. The media goes on here.</source>
        <translation>Compruebe la red y el cortafuegos. La reproducción sigue aquí.</translation>
    </message>
    <message>
        <source>The news of an update is not to be believed</source>
        <translation>El aviso de actualización no es de fiar</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the project&apos;s own page for news.</source>
        <translation>No se cambió nada. Busque novedades en la página del proyecto.</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <translation>No se puede leer la fuente</translation>
    </message>
    <message>
        <source>Try again, or choose another one.</source>
        <translation>Inténtelo de nuevo o elija otra.</translation>
    </message>
    <message>
        <source>A setting is not valid</source>
        <translation>Un ajuste no es válido</translation>
    </message>
    <message>
        <source>Correct it in the preferences.</source>
        <translation>Corríjalo en las preferencias.</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>Eso no se puede hacer</translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation>Cambie lo pedido e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Ha ocurrido algo inesperado</translation>
    </message>
    <message>
        <source>This is a defect of ours. The diagnostics have a report that you can copy.</source>
        <translation>Es un defecto nuestro. En Diagnóstico hay un informe que puede copiar.</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Mostrar modelos</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Obtener un modelo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>Mostrar diagnóstico</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>Abrir otro</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export captions</source>
        <translation>Exportar subtítulos</translation>
    </message>
    <message>
        <source>Two languages in each file: what was said above what it means</source>
        <translation>Dos idiomas en cada archivo: lo dicho encima de lo que significa</translation>
    </message>
    <message>
        <source>A copy of the film with captions in the picture</source>
        <translation>Una copia de la película con subtítulos en la imagen</translation>
    </message>
    <message>
        <source>A copy of the film with captions as tracks</source>
        <translation>Una copia de la película con subtítulos como pistas</translation>
    </message>
    <message>
        <source>Overwrite files that are there</source>
        <translation>Sobrescribir los archivos existentes</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Folder for the captions</source>
        <translation>Carpeta para los subtítulos</translation>
    </message>
    <message>
        <source>Already there: {0}</source>
        <translation>Ya existen: {0}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There are no captions to export yet</source>
        <translation>Todavía no hay subtítulos que exportar</translation>
    </message>
    <message>
        <source>This is still being translated: what there is so far is written.</source>
        <translation>Todavía se está traduciendo: se escribe lo que hay hasta ahora.</translation>
    </message>
    <message>
        <source>Writing a copy of the film…</source>
        <translation>Escribiendo una copia de la película…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln archivo escrito</numerusform>
            <numerusform>%Ln archivos escritos</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
</context>
<context>
    <name>ExtrasDialog</name>
    <message>
        <source>Optional parts</source>
        <translation>Partes opcionales</translation>
    </message>
    <message>
        <source>Each file is checked against the list of this release. Parts are used from the next start on.</source>
        <translation>Cada archivo se comprueba con la lista de esta versión. Las partes se usan a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Folder or package index with the files, if not the usual one</source>
        <translation>Carpeta o índice de paquetes con los archivos, si no es el habitual</translation>
    </message>
    <message>
        <source>Name a folder or a package index that has the file.</source>
        <translation>Indique una carpeta o un índice de paquetes que tenga el archivo.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>program</source>
        <translation>programa</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>carpetas</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disco</translation>
    </message>
    <message>
        <source>finds speech</source>
        <translation>detecta el habla</translation>
    </message>
    <message>
        <source>recognizes</source>
        <translation>reconoce</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>traduce</translation>
    </message>
    <message>
        <source>recognizes live</source>
        <translation>reconoce en directo</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>habla</translation>
    </message>
    <message>
        <source>takes out noise</source>
        <translation>quita el ruido</translation>
    </message>
    <message>
        <source>tells speakers apart</source>
        <translation>distingue hablantes</translation>
    </message>
    <message>
        <source>takes voices and music apart</source>
        <translation>separa voces y música</translation>
    </message>
    <message>
        <source>models</source>
        <translation>modelos</translation>
    </message>
    <message>
        <source>recognition</source>
        <translation>reconocimiento</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>traducción</translation>
    </message>
    <message>
        <source>library</source>
        <translation>biblioteca</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>procesador</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>tarjeta gráfica</translation>
    </message>
    <message>
        <source>{0} GB free</source>
        <translation>{0} GB libres</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>ningún modelo</translation>
    </message>
    <message>
        <source>English only, at starter quality</source>
        <translation>solo inglés, en calidad inicial</translation>
    </message>
    <message>
        <source>starter quality: {0}</source>
        <translation>calidad inicial: {0}</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>aún sin medir</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>no se encontró ningún controlador de NVIDIA</translation>
    </message>
    <message>
        <source>{0} threads are fastest</source>
        <translation>{0} hilos son lo más rápido</translation>
    </message>
    <message>
        <source>Better models can be installed on the models page.</source>
        <translation>En la página de modelos se pueden instalar mejores.</translation>
    </message>
    <message>
        <source>Install one on the models page.</source>
        <translation>Instale uno en la página de modelos.</translation>
    </message>
    <message>
        <source>Wanted only for dubs with several speakers or with music.</source>
        <translation>Solo hace falta para doblajes con varios hablantes o con música.</translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation>Vuelva a instalar la aplicación.</translation>
    </message>
    <message>
        <source>Larger models need 2 GB and more.</source>
        <translation>Los modelos más grandes necesitan 2 GB o más.</translation>
    </message>
    <message>
        <source>Its folder has to be writable.</source>
        <translation>Su carpeta debe permitir la escritura.</translation>
    </message>
    <message>
        <source>Everything runs on the processor instead.</source>
        <translation>En su lugar, todo funciona en el procesador.</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>Le damos la bienvenida a Streamlation</translation>
    </message>
    <message>
        <source>Everything is done on this computer. You can change these choices at any time.</source>
        <translation>Todo se hace en este equipo. Puede cambiar estas opciones cuando quiera.</translation>
    </message>
    <message>
        <source>Measuring what this computer can do…</source>
        <translation>Midiendo lo que puede este equipo…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Download the recommended models ({0})</source>
        <translation>Descargar los modelos recomendados ({0})</translation>
    </message>
    <message>
        <source>English speech at starter quality; it is translated into: {0}.</source>
        <translation>Voz en inglés, con calidad inicial; se traduce a: {0}.</translation>
    </message>
    <message>
        <source>Estimated real-time factor of Whisper here (below 1 is faster than it plays): {0}.</source>
        <translation>Factor de tiempo real estimado de Whisper aquí (menos de 1: más rápido que la reproducción): {0}.</translation>
    </message>
    <message>
        <source>Recommended: {0}.</source>
        <translation>Recomendado: {0}.</translation>
    </message>
    <message>
        <source>This computer could not be measured; a small model is recommended.</source>
        <translation>No se pudo medir este equipo; se recomienda un modelo pequeño.</translation>
    </message>
    <message>
        <source>Which language do you understand?</source>
        <translation>¿Qué idioma entiende?</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Sin traducción</translation>
    </message>
    <message>
        <source>How good should it be?</source>
        <translation>¿Con qué calidad?</translation>
    </message>
    <message>
        <source>Start at once with what is built in</source>
        <translation>Empezar ya con lo incluido</translation>
    </message>
    <message>
        <source>Download the recommended models</source>
        <translation>Descargar los modelos recomendados</translation>
    </message>
    <message>
        <source>I accept the licences above</source>
        <translation>Acepto las licencias anteriores</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>sin terminar</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Watch anything in your language</source>
        <translation>Véalo todo en su idioma</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Video and sound</source>
        <translation>Vídeo y sonido</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Open a video or sound file</source>
        <translation>Abrir un archivo de vídeo o audio</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Abrir una carpeta</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Abrir un enlace</translation>
    </message>
    <message>
        <source>Address of a video, sound or live stream:</source>
        <translation>Dirección de un vídeo, audio o emisión en directo:</translation>
    </message>
    <message>
        <source>Drop zone</source>
        <translation>Zona para soltar</translation>
    </message>
    <message>
        <source>Drop a video, a sound file or a folder here</source>
        <translation>Suelte aquí un vídeo, un audio o una carpeta</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Paste a link…</source>
        <translation>Pegar un enlace…</translation>
    </message>
    <message>
        <source>Watch live…</source>
        <translation>Ver en directo…</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>Sin traducción</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Traducir a</translation>
    </message>
    <message>
        <source>Detect by itself</source>
        <translation>Detectar automáticamente</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
</context>
<context>
    <name>InsetWindow</name>
    <message>
        <source>Picture in picture</source>
        <translation>Imagen en imagen</translation>
    </message>
</context>
<context>
    <name>InvitationBox</name>
    <message>
        <source>Open a link</source>
        <translation>Abrir un enlace</translation>
    </message>
    <message>
        <source>A link wants to open media from {0}</source>
        <translation>Un enlace quiere abrir contenido de {0}</translation>
    </message>
    <message>
        <source>Only open it if you clicked on the link and trust the page.</source>
        <translation>Ábralo solo si ha pulsado el enlace y confía en la página.</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Language of the lines</source>
        <translation>Idioma de las líneas</translation>
    </message>
    <message>
        <source>Voice…</source>
        <translation>Voz…</translation>
    </message>
    <message>
        <source>Only what is spoken is made again</source>
        <translation>Solo se rehace lo hablado</translation>
    </message>
    <message>
        <source>Lines of the dub</source>
        <translation>Líneas del doblaje</translation>
    </message>
    <message>
        <source>Double-click a text to change it: only that line is spoken anew.</source>
        <translation>Haga doble clic en un texto para cambiarlo: solo esa línea se vuelve a decir.</translation>
    </message>
    <message>
        <source>The lines appear here when they are spoken.</source>
        <translation>Las líneas aparecen aquí cuando se han dicho.</translation>
    </message>
</context>
<context>
    <name>JobTracks</name>
    <message>
        <source>Progress of {0}</source>
        <translation>Progreso de {0}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>In the queue</source>
        <translation>En la cola</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Cancelled; what was done is kept</source>
        <translation>Cancelado; lo hecho se conserva</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>Reconociendo</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Traduciendo</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>Mezclando</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>Escribiendo archivos</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Failed while: {0}</source>
        <translation>Falló en: {0}</translation>
    </message>
    <message>
        <source>failed tries: {0}; it is tried again</source>
        <translation>intentos fallidos: {0}; se intenta de nuevo</translation>
    </message>
    <message>
        <source>{0} left in this stage</source>
        <translation>quedan {0} en esta etapa</translation>
    </message>
    <message>
        <source>put in the queue</source>
        <translation>puesto en la cola</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>comenzado</translation>
    </message>
    <message>
        <source>started</source>
        <translation>iniciado</translation>
    </message>
    <message>
        <source>kept from before</source>
        <translation>conservado de antes</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>failed; it is tried again</source>
        <translation>falló; se intenta de nuevo</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation>falló definitivamente</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>texto cambiado</translation>
    </message>
    <message>
        <source>voice changed</source>
        <translation>voz cambiada</translation>
    </message>
    <message>
        <source>in the queue again</source>
        <translation>de nuevo en la cola</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>intentado de nuevo</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>hecho de nuevo</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>file expired</source>
        <translation>archivo caducado</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Make a dub…</source>
        <translation>Crear un doblaje…</translation>
    </message>
    <message>
        <source>No dubs yet</source>
        <translation>Aún no hay doblajes</translation>
    </message>
    <message>
        <source>A dub speaks the translation of a film in one or more languages, and writes it to files.</source>
        <translation>Un doblaje dice la traducción de una película en uno o más idiomas y la guarda en archivos.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Do again from…</source>
        <translation>Rehacer desde…</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Mostrar archivos</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>cambio de una línea</translation>
    </message>
    <message>
        <source>name of a speaker</source>
        <translation>nombre de un hablante</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Play key</source>
        <translation>Tecla Reproducir</translation>
    </message>
    <message>
        <source>Play/pause key</source>
        <translation>Tecla Reproducir/pausa</translation>
    </message>
    <message>
        <source>Pause key</source>
        <translation>Tecla Pausa</translation>
    </message>
    <message>
        <source>Stop key</source>
        <translation>Tecla Detener</translation>
    </message>
    <message>
        <source>Previous track key</source>
        <translation>Tecla Pista anterior</translation>
    </message>
    <message>
        <source>Next track key</source>
        <translation>Tecla Pista siguiente</translation>
    </message>
    <message>
        <source>Volume down key</source>
        <translation>Tecla Bajar volumen</translation>
    </message>
    <message>
        <source>Volume up key</source>
        <translation>Tecla Subir volumen</translation>
    </message>
    <message>
        <source>Mute key</source>
        <translation>Tecla Silencio</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Edit the chosen line of the transcript</source>
        <translation>Editar la línea elegida de la transcripción</translation>
    </message>
    <message>
        <source>Play the chosen line</source>
        <translation>Reproducir la línea elegida</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Find a language</source>
        <translation>Buscar un idioma</translation>
    </message>
</context>
<context>
    <name>LibraryFilters</name>
    <message>
        <source>Every language</source>
        <translation>Todos los idiomas</translation>
    </message>
    <message>
        <source>Spoken or translated language</source>
        <translation>Idioma hablado o traducido</translation>
    </message>
    <message>
        <source>Search in titles and in what was said</source>
        <translation>Buscar en títulos y en lo que se dijo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Las últimas primero</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Las más largas primero</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>Frases encontradas</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>No hay nada</translation>
    </message>
    <message>
        <source>What you translate is kept here, and every sentence in it can be found again.</source>
        <translation>Lo que traduce se guarda aquí, y cada frase se puede volver a encontrar.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No sentence has all these words, and no title. Fewer words or other filters find more.</source>
        <translation>Ninguna frase tiene todas esas palabras, ni ningún título. Con menos palabras u otros filtros se encuentra más.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Eliminar todo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln sesión</numerusform>
            <numerusform>%Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) cannot be deleted now</source>
        <translation>
            <numerusform>%Ln sesión no se puede borrar ahora</numerusform>
            <numerusform>%Ln sesiones no se pueden borrar ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>They are being translated. Stop them first, on the sessions page.</source>
        <translation>Se están traduciendo. Deténgalas primero en la página de sesiones.</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Install a model</source>
        <translation>Instalar un modelo</translation>
    </message>
    <message>
        <source>not stated by its makers</source>
        <translation>sus autores no la indican</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Autores</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Acerca del modelo</translation>
    </message>
    <message>
        <source>This licence restricts the use, or is not known: commercial use may be forbidden.</source>
        <translation>Esta licencia restringe el uso, o no se conoce: el uso comercial puede estar prohibido.</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>Acepto la licencia</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
</context>
<context>
    <name>LiveCaptions</name>
    <message>
        <source>Listening…</source>
        <translation>Escuchando…</translation>
    </message>
</context>
<context>
    <name>LocalApiDialog</name>
    <message>
        <source>Local API</source>
        <translation>API local</translation>
    </message>
    <message>
        <source>Let programs of this computer use Streamlation</source>
        <translation>Permitir que programas de este equipo usen Streamlation</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Copiar token</translation>
    </message>
    <message>
        <source>Sessions, exports, jobs and devices over HTTP; described at /api/v1/openapi.json.</source>
        <translation>Sesiones, exportaciones, trabajos y dispositivos por HTTP; descrito en /api/v1/openapi.json.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Abrir archivo…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation>Abrir en&amp;lace…</translation>
    </message>
    <message>
        <source>Watch &amp;live…</source>
        <translation>Ver en &amp;directo…</translation>
    </message>
    <message>
        <source>Show on a &amp;phone…</source>
        <translation>Mostrar en un &amp;teléfono…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Export captions…</source>
        <translation>&amp;Exportar subtítulos…</translation>
    </message>
    <message>
        <source>Make a &amp;dub…</source>
        <translation>Crear un &amp;doblaje…</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>&amp;Traducir de nuevo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;Local API…</source>
        <translation>API &amp;local…</translation>
    </message>
    <message>
        <source>Start again in &amp;safe mode</source>
        <translation>Reiniciar en modo &amp;seguro</translation>
    </message>
    <message>
        <source>&amp;About Streamlation</source>
        <translation>&amp;Acerca de Streamlation</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ModelFilters</name>
    <message>
        <source>Search models</source>
        <translation>Buscar modelos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Translates</source>
        <translation>Traduce</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Any spoken language</source>
        <translation>Cualquier idioma hablado</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Any translation</source>
        <translation>Cualquier traducción</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Traducir a</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>hears</source>
        <translation>escucha</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>traduce</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>habla</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>sin indicar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln idioma</numerusform>
            <numerusform>%Ln idiomas</numerusform>
        </translation>
    </message>
    <message>
        <source>starter</source>
        <translation>inicial</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>básica</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>recomendado</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>Importando {0}…</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>{0} está instalado.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>De una carpeta…</translation>
    </message>
    <message>
        <source>From an archive…</source>
        <translation>De un archivo comprimido…</translation>
    </message>
    <message>
        <source>Optional parts…</source>
        <translation>Partes opcionales…</translation>
    </message>
    <message>
        <source>More engines, a graphics card, web pages</source>
        <translation>Más motores, una tarjeta gráfica, páginas web</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Check every file against its checksum</source>
        <translation>Comprobar la suma de cada archivo</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>{0} in models</source>
        <translation>{0} en modelos</translation>
    </message>
    <message>
        <source>{0} free</source>
        <translation>{0} libres</translation>
    </message>
    <message>
        <source>{0} in unfinished downloads</source>
        <translation>{0} en descargas sin terminar</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>descargando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>{0}: every file is as it should be.</source>
        <translation>{0}: todos los archivos están bien.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} está dañado: {1}</translation>
    </message>
    <message>
        <source>Checking {0}…</source>
        <translation>Comprobando {0}…</translation>
    </message>
    <message>
        <source>Remove {0}? This frees {1}. It can be installed again.</source>
        <translation>¿Quitar {0}? Se liberan {1}. Se puede volver a instalar.</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Quitar un modelo</translation>
    </message>
    <message>
        <source>{0} freed.</source>
        <translation>{0} liberados.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
    <message>
        <source>Archive of a model</source>
        <translation>Archivo de un modelo</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archivos comprimidos</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Download of {0}</source>
        <translation>Descarga de {0}</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>Acepto la licencia</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>en curso…</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Licencia: {0}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>Recognition and translation on the card; its driver has to be there.</source>
        <translation>Reconocimiento y traducción en la tarjeta; su controlador debe estar instalado.</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Páginas web</translation>
    </message>
    <message>
        <source>Finds the video in the page whose address you paste.</source>
        <translation>Encuentra el vídeo en la página cuya dirección pega.</translation>
    </message>
    <message>
        <source>More engines</source>
        <translation>Más motores</translation>
    </message>
    <message>
        <source>More recognizers; speakers told apart; voices and music separated.</source>
        <translation>Más reconocedores; distinción de hablantes; voces y música separadas.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalada</translation>
    </message>
    <message>
        <source>of another release: install it again</source>
        <translation>de otra versión: instálela de nuevo</translation>
    </message>
    <message>
        <source>damaged, and not used: install it again</source>
        <translation>dañada y sin uso: instálela de nuevo</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalada</translation>
    </message>
    <message>
        <source>not made for this machine</source>
        <translation>no disponible para este equipo</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>Elegir: {0}</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>5 segundos atrás</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>5 segundos adelante</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>1 segundo atrás</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>1 segundo adelante</translation>
    </message>
    <message>
        <source>Back 1 minute</source>
        <translation>1 minuto atrás</translation>
    </message>
    <message>
        <source>Forward 1 minute</source>
        <translation>1 minuto adelante</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>One picture on</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>To the next chapter</source>
        <translation>Al capítulo siguiente</translation>
    </message>
    <message>
        <source>To the chapter before</source>
        <translation>Al capítulo anterior</translation>
    </message>
    <message>
        <source>To the caption before</source>
        <translation>Al subtítulo anterior</translation>
    </message>
    <message>
        <source>To the next caption</source>
        <translation>Al subtítulo siguiente</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>Loop: from here, to here, off</source>
        <translation>Bucle: desde aquí, hasta aquí, desactivar</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation>Quitar o poner el sonido</translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation>Pista de audio siguiente</translation>
    </message>
    <message>
        <source>Captions off or on</source>
        <translation>Quitar o poner subtítulos</translation>
    </message>
    <message>
        <source>Next subtitle track</source>
        <translation>Pista de subtítulos siguiente</translation>
    </message>
    <message>
        <source>Second language off or on</source>
        <translation>Quitar o poner el segundo idioma</translation>
    </message>
    <message>
        <source>Captions 0.1 s earlier</source>
        <translation>Subtítulos 0,1 s antes</translation>
    </message>
    <message>
        <source>Captions 0.1 s later</source>
        <translation>Subtítulos 0,1 s después</translation>
    </message>
    <message>
        <source>Smaller captions</source>
        <translation>Subtítulos más pequeños</translation>
    </message>
    <message>
        <source>Larger captions</source>
        <translation>Subtítulos más grandes</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Salir de pantalla completa</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Siempre visible</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Imagen en imagen</translation>
    </message>
    <message>
        <source>Window with captions only</source>
        <translation>Ventana solo con subtítulos</translation>
    </message>
    <message>
        <source>Screenshot with captions</source>
        <translation>Captura con subtítulos</translation>
    </message>
    <message>
        <source>Screenshot without captions</source>
        <translation>Captura sin subtítulos</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Mostrar las teclas</translation>
    </message>
</context>
<context>
    <name>PlayerChapters</name>
    <message>
        <source>Chapter {0}</source>
        <translation>Capítulo {0}</translation>
    </message>
</context>
<context>
    <name>PlayerCommands</name>
    <message>
        <source>It has no chapters</source>
        <translation>No tiene capítulos</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Sonido desactivado</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Sonido activado</translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation>Bucle desactivado</translation>
    </message>
    <message>
        <source>Loop from {0}</source>
        <translation>Bucle desde {0}</translation>
    </message>
    <message>
        <source>Loop: {0} – {1}</source>
        <translation>Bucle: {0} – {1}</translation>
    </message>
</context>
<context>
    <name>PlayerMenus</name>
    <message>
        <source>No sound in it</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Look of the captions…</source>
        <translation>Aspecto de los subtítulos…</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Segundo idioma</translation>
    </message>
    <message>
        <source>Delay: {0} s</source>
        <translation>Retardo: {0} s</translation>
    </message>
    <message>
        <source>Writing direction: {0}</source>
        <translation>Dirección de escritura: {0}</translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation>Como se escribe el idioma</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Desde la izquierda</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>Desde la derecha</translation>
    </message>
    <message>
        <source>As each line begins</source>
        <translation>Según empieza cada línea</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Play on a television</source>
        <translation>Reproducir en un televisor</translation>
    </message>
    <message>
        <source>What was said is kept, the sound is not.</source>
        <translation>Se conserva lo que se dijo, no el sonido.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
    <message>
        <source>Open a file or paste a link, and it plays here with captions in your language.</source>
        <translation>Abra un archivo o pegue un enlace, y se reproduce aquí con subtítulos en su idioma.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
</context>
<context>
    <name>PlayerWidget</name>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Guardado: {0}</translation>
    </message>
    <message>
        <source>The sound device is gone</source>
        <translation>El dispositivo de sonido ya no está</translation>
    </message>
    <message>
        <source>It should be {0} long, and stops at {1}. The file may not be complete.</source>
        <translation>Debería durar {0} y se detiene en {1}. Puede que el archivo no esté completo.</translation>
    </message>
    <message>
        <source>The film ends early</source>
        <translation>La película termina antes de tiempo</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <translation>No hay imagen</translation>
    </message>
    <message>
        <source>Open subtitles</source>
        <translation>Abrir subtítulos</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>Buscar preferencias</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Restablecer todo…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>This value cannot be used here.</source>
        <translation>Este valor no se puede usar aquí.</translation>
    </message>
    <message>
        <source>Put every setting back to its default? Models and the library stay.</source>
        <translation>¿Devolver todos los ajustes a su valor inicial? Los modelos y la biblioteca se quedan.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Todos los proyectos</translation>
    </message>
    <message>
        <source>Move to project</source>
        <translation>Mover a un proyecto</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyecto nuevo…</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Ningún proyecto</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Proyecto nuevo</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
</context>
<context>
    <name>PurgeBox</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln session(s) from the library?</source>
        <translation>
            <numerusform>¿Eliminar %Ln sesión de la biblioteca?</numerusform>
            <numerusform>¿Eliminar %Ln sesiones de la biblioteca?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln caption(s), the texts, pictures and positions go.</source>
        <translation>
            <numerusform>Se van %Ln subtítulo, los textos, imágenes y posiciones.</numerusform>
            <numerusform>Se van %Ln subtítulos, los textos, imágenes y posiciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>The translation cache and old backups go, too.</source>
        <translation>También se van la caché de traducciones y las copias antiguas.</translation>
    </message>
    <message>
        <source>Your media and the files that were exported stay. This cannot be undone.</source>
        <translation>Sus vídeos y los archivos exportados se quedan. Esto no se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Start in safe mode</source>
        <translation>Iniciar en modo seguro</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Modo seguro</translation>
    </message>
    <message>
        <source>Built-in engines and the processor alone; nothing starts by itself, and settings are not kept.</source>
        <translation>Solo los motores incluidos y el procesador; nada empieza por sí mismo y los ajustes no se guardan.</translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation>Salir del modo seguro</translation>
    </message>
    <message>
        <source>Streamlation did not end in order last time</source>
        <translation>Streamlation no terminó correctamente la última vez</translation>
    </message>
    <message>
        <source>Nothing that was done is lost. The diagnostics have a report that you can copy.</source>
        <translation>Nada de lo hecho se ha perdido. El diagnóstico tiene un informe que puede copiar.</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>Mostrar diagnóstico</translation>
    </message>
    <message>
        <source>Interrupted sessions: {0}</source>
        <translation>Sesiones interrumpidas: {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message numerus="yes">
        <source>The source is damaged in %Ln place(s)</source>
        <translation>
            <numerusform>La fuente está dañada en %Ln punto</numerusform>
            <numerusform>La fuente está dañada en %Ln puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of the stream could not be fetched</source>
        <translation>
            <numerusform>No se pudo obtener %Ln fragmento de la emisión</numerusform>
            <numerusform>No se pudieron obtener %Ln fragmentos de la emisión</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection was lost and found again %Ln time(s); {0} s are missing</source>
        <translation>
            <numerusform>La conexión se perdió y se recuperó %Ln vez; faltan {0} s</numerusform>
            <numerusform>La conexión se perdió y se recuperó %Ln veces; faltan {0} s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Open a film or a stream first</source>
        <translation>Abra primero una película o una emisión</translation>
    </message>
    <message>
        <source>Then it can be shown on a phone, too.</source>
        <translation>Después también se podrá mostrar en un teléfono.</translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>Choose another folder for screenshots in the settings.</source>
        <translation>Elija otra carpeta de capturas en los ajustes.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Progress of {0}</source>
        <translation>Progreso de {0}</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Obtener un modelo</translation>
    </message>
    <message>
        <source>Show in the player</source>
        <translation>Mostrar en el reproductor</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop; what is done is kept</source>
        <translation>Detener; lo hecho se conserva</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>Quitar de esta lista</translation>
    </message>
    <message>
        <source>The built-in engines work at starter quality; better models can be installed.</source>
        <translation>Los motores incluidos dan una calidad inicial; se pueden instalar modelos mejores.</translation>
    </message>
    <message>
        <source>Get better models</source>
        <translation>Obtener modelos mejores</translation>
    </message>
    <message>
        <source>{0}× as fast as it plays</source>
        <translation>{0}× la velocidad de reproducción</translation>
    </message>
    <message>
        <source>{0} of speech in line</source>
        <translation>{0} de habla en espera</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) tried again</source>
        <translation>
            <numerusform>%Ln frase reintentada</numerusform>
            <numerusform>%Ln frases reintentadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Progress of the translation</source>
        <translation>Progreso de la traducción</translation>
    </message>
    <message>
        <source>Pause the translation</source>
        <translation>Pausar la traducción</translation>
    </message>
    <message>
        <source>Go on with the translation</source>
        <translation>Continuar la traducción</translation>
    </message>
    <message>
        <source>Stop listening; what was said is kept</source>
        <translation>Dejar de escuchar; lo dicho se conserva</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Waiting for its turn</source>
        <translation>Esperando su turno</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>The stream is away; connecting again…</source>
        <translation>La emisión no llega; conectando de nuevo…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Escuchando…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Paused at {0} %</source>
        <translation>En pausa al {0} %</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Stopped; what was done is kept</source>
        <translation>Detenido; lo hecho se conserva</translation>
    </message>
    <message>
        <source>Failed; what was done is kept</source>
        <translation>Falló; lo hecho se conserva</translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation>Traduciendo: {0} %</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>faltan {0}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>captions {0} s behind (seldom more than {1} s)</source>
        <translation>subtítulos {0} s por detrás (rara vez más de {1} s)</translation>
    </message>
    <message>
        <source>this machine works at its limit ({0} %)</source>
        <translation>este equipo trabaja al límite ({0} %)</translation>
    </message>
    <message>
        <source>{0} s of sound left out</source>
        <translation>{0} s de sonido omitidos</translation>
    </message>
    <message>
        <source>reconnections: {0}</source>
        <translation>reconexiones: {0}</translation>
    </message>
    <message>
        <source>translation {0} s behind</source>
        <translation>traducción {0} s por detrás</translation>
    </message>
    <message>
        <source>words taken back: {0} %</source>
        <translation>palabras retiradas: {0} %</translation>
    </message>
    <message>
        <source>work per second of sound: {0} % ({1})</source>
        <translation>trabajo por segundo de sonido: {0} % ({1})</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Finding speech</source>
        <translation>Búsqueda de habla</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>real-time factor {0}</source>
        <translation>factor de tiempo real {0}</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} en espera</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>{0} descartados</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Nothing is being translated</source>
        <translation>No se está traduciendo nada</translation>
    </message>
    <message>
        <source>Open media, and its progress, speed and warnings appear here.</source>
        <translation>Abra un vídeo o audio, y aquí verá su progreso, velocidad y avisos.</translation>
    </message>
    <message>
        <source>Take off all that wait</source>
        <translation>Quitar las que esperan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) for a turn</source>
        <translation>
            <numerusform>%Ln más espera su turno</numerusform>
            <numerusform>%Ln más esperan su turno</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Files of the command line</source>
        <translation>Archivos de la línea de órdenes</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Captions on the picture</source>
        <translation>Subtítulos sobre la imagen</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Dubs</source>
        <translation>Doblajes</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Spoken languages</source>
        <translation>Idiomas hablados</translation>
    </message>
    <message>
        <source>Recognition model</source>
        <translation>Modelo de reconocimiento</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Anchura del haz</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Saltar el silencio</translation>
    </message>
    <message>
        <source>Names to expect</source>
        <translation>Nombres esperados</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Traducir a</translation>
    </message>
    <message>
        <source>Translation model</source>
        <translation>Modelo de traducción</translation>
    </message>
    <message>
        <source>Speed or quality</source>
        <translation>Velocidad o calidad</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Formato numérico</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Two languages in one file</source>
        <translation>Dos idiomas en un archivo</translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation>Días que se conserva</translation>
    </message>
    <message>
        <source>Sentences in the cache</source>
        <translation>Frases en la caché</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Translate at once</source>
        <translation>Traducir al abrir</translation>
    </message>
    <message>
        <source>Shade doubtful lines</source>
        <translation>Sombrear líneas dudosas</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Tipo de letra</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Colour of the second language</source>
        <translation>Color del segundo idioma</translation>
    </message>
    <message>
        <source>Size of the second language</source>
        <translation>Tamaño del segundo idioma</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Colour of the outline</source>
        <translation>Color del contorno</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>Colour of the box</source>
        <translation>Color del recuadro</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>Dos idiomas</translation>
    </message>
    <message>
        <source>Spoken language above</source>
        <translation>Idioma hablado arriba</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Decode on the graphics card</source>
        <translation>Decodificar en la tarjeta gráfica</translation>
    </message>
    <message>
        <source>Remember the position</source>
        <translation>Recordar la posición</translation>
    </message>
    <message>
        <source>Folder for screenshots</source>
        <translation>Carpeta de capturas</translation>
    </message>
    <message>
        <source>Keys of the player</source>
        <translation>Teclas del reproductor</translation>
    </message>
    <message>
        <source>Ask for newer versions</source>
        <translation>Preguntar por versiones nuevas</translation>
    </message>
    <message>
        <source>Keep files for hours</source>
        <translation>Conservar archivos (horas)</translation>
    </message>
    <message>
        <source>Spoken languages; empty to detect.</source>
        <translation>Idiomas hablados; vacío para detectarlos.</translation>
    </message>
    <message>
        <source>Recognition model: id or folder; empty: the best.</source>
        <translation>Modelo de reconocimiento: nombre o carpeta; vacío: el mejor.</translation>
    </message>
    <message>
        <source>Beams of the search; more is slower.</source>
        <translation>Haces de la búsqueda; más es más lento.</translation>
    </message>
    <message>
        <source>Skip what voice-activity detection judges not to be speech.</source>
        <translation>Saltar lo que el detector de voz no considera habla.</translation>
    </message>
    <message>
        <source>Names and terms to expect in the speech.</source>
        <translation>Nombres y términos que se esperan en el habla.</translation>
    </message>
    <message>
        <source>Languages to translate into; empty for the transcript alone.</source>
        <translation>Idiomas de destino; vacío para la transcripción sola.</translation>
    </message>
    <message>
        <source>Translation model: id or folder; empty: the best.</source>
        <translation>Modelo de traducción: nombre o carpeta; vacío: el mejor.</translation>
    </message>
    <message>
        <source>Speed against quality.</source>
        <translation>Velocidad frente a calidad.</translation>
    </message>
    <message>
        <source>File of terms to keep: source TAB target per line.</source>
        <translation>Archivo de términos: origen TAB destino por línea.</translation>
    </message>
    <message>
        <source>Device of the models.</source>
        <translation>Dispositivo de los modelos.</translation>
    </message>
    <message>
        <source>int8, float16 …; empty for the fastest measured.</source>
        <translation>int8, float16 …; vacío: el más rápido medido.</translation>
    </message>
    <message>
        <source>Subtitle formats to write.</source>
        <translation>Formatos de subtítulos que se escriben.</translation>
    </message>
    <message>
        <source>Folder for the files; empty to write beside the source.</source>
        <translation>Carpeta de los archivos; vacío: junto a la fuente.</translation>
    </message>
    <message>
        <source>Source and target text together in every translated file.</source>
        <translation>Texto original y traducido juntos en cada archivo.</translation>
    </message>
    <message>
        <source>Older sessions go; empty keeps all.</source>
        <translation>Las sesiones más antiguas se van; vacío las guarda todas.</translation>
    </message>
    <message>
        <source>Sentences in the translation cache; the oldest go first.</source>
        <translation>Frases en la caché de traducción; las antiguas se van primero.</translation>
    </message>
    <message>
        <source>Family; empty for one that fits the script.</source>
        <translation>Familia; vacío: una adecuada a la escritura.</translation>
    </message>
    <message>
        <source>Height of the letters, percent of the picture&apos;s height.</source>
        <translation>Altura de las letras, en porcentaje de la imagen.</translation>
    </message>
    <message>
        <source>Heavy letters.</source>
        <translation>Letras gruesas.</translation>
    </message>
    <message>
        <source>Of the first language.</source>
        <translation>Del primer idioma.</translation>
    </message>
    <message>
        <source>Of the second language.</source>
        <translation>Del segundo idioma.</translation>
    </message>
    <message>
        <source>Second language, relative to the first.</source>
        <translation>Segundo idioma, respecto al primero.</translation>
    </message>
    <message>
        <source>Width of the outline, percent of the letters.</source>
        <translation>Grosor del contorno, en porcentaje de las letras.</translation>
    </message>
    <message>
        <source>Of the outline.</source>
        <translation>Del contorno.</translation>
    </message>
    <message>
        <source>Offset of the shadow, percent of the letters.</source>
        <translation>Desplazamiento de la sombra, en porcentaje de las letras.</translation>
    </message>
    <message>
        <source>Opacity of a box behind the text, percent; 0 for none.</source>
        <translation>Opacidad del recuadro tras el texto, en porcentaje; 0: ninguno.</translation>
    </message>
    <message>
        <source>Of the box.</source>
        <translation>Del recuadro.</translation>
    </message>
    <message>
        <source>Where on the picture.</source>
        <translation>En qué lugar de la imagen.</translation>
    </message>
    <message>
        <source>Distance from the edge, percent of the height.</source>
        <translation>Distancia al borde, en porcentaje de la altura.</translation>
    </message>
    <message>
        <source>Show both languages.</source>
        <translation>Mostrar los dos idiomas.</translation>
    </message>
    <message>
        <source>Two languages: the spoken one above.</source>
        <translation>Dos idiomas: el hablado arriba.</translation>
    </message>
    <message>
        <source>Linear volume.</source>
        <translation>Volumen lineal.</translation>
    </message>
    <message>
        <source>Decode on the graphics card where that works.</source>
        <translation>Decodificar en la tarjeta gráfica donde funcione.</translation>
    </message>
    <message>
        <source>Go on where the media was left.</source>
        <translation>Seguir donde se dejó.</translation>
    </message>
    <message>
        <source>Folder for screenshots; empty: pictures.</source>
        <translation>Carpeta de capturas; vacío: Imágenes.</translation>
    </message>
    <message>
        <source>Keys by action, where they differ from the usual ones.</source>
        <translation>Teclas por acción, donde difieren de las habituales.</translation>
    </message>
    <message>
        <source>Writing direction by language code, where the language&apos;s own is wrong.</source>
        <translation>Dirección de escritura por código de idioma, donde la propia del idioma no es la correcta.</translation>
    </message>
    <message>
        <source>Ask once a day whether there is a newer version.</source>
        <translation>Preguntar una vez al día si hay una versión más nueva.</translation>
    </message>
    <message>
        <source>Files of dubs go after so many hours (48 is usual); empty keeps all.</source>
        <translation>Los archivos de doblajes se borran tras tantas horas (48 es lo habitual); vacío los conserva todos.</translation>
    </message>
    <message>
        <source>Language of the window; empty: the system&apos;s.</source>
        <translation>Idioma de la ventana; vacío: el del sistema.</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>Claro, oscuro o como el sistema.</translation>
    </message>
    <message>
        <source>Tell when a session is done and the window is not in front.</source>
        <translation>Avisar cuando una sesión termina y la ventana no está delante.</translation>
    </message>
    <message>
        <source>Start to translate as soon as media is opened.</source>
        <translation>Empezar a traducir al abrir.</translation>
    </message>
    <message>
        <source>Shade lines of the transcript that were hard to hear.</source>
        <translation>Sombrear las líneas que costó oír.</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápido</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>equilibrado</translation>
    </message>
    <message>
        <source>accurate</source>
        <translation>preciso</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>light</source>
        <translation>claro</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscuro</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>abajo</translation>
    </message>
    <message>
        <source>top</source>
        <translation>arriba</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>Valor inicial: {0}</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>como el sistema</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Show on a phone</source>
        <translation>Mostrar en un teléfono</translation>
    </message>
    <message>
        <source>Code of the link, for the camera of a phone</source>
        <translation>Código del enlace, para la cámara de un teléfono</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Making the link…</source>
        <translation>Creando el enlace…</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>Dejar de mostrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Point the camera of a phone in the same network at the code. Who has the link can watch.</source>
        <translation>Apunte al código con la cámara de un teléfono de la misma red. Quien tenga el enlace puede verlo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln screen(s) show it now</source>
        <translation>
            <numerusform>%Ln pantalla lo muestra ahora</numerusform>
            <numerusform>%Ln pantallas lo muestran ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody watches yet.</source>
        <translation>Nadie lo ve todavía.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>SubtitleShelf</name>
    <message>
        <source>Track {0}</source>
        <translation>Pista {0}</translation>
    </message>
    <message>
        <source>{0} (in the media)</source>
        <translation>{0} (en el vídeo)</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>No font on this system has the letters of {0}</source>
        <translation>Ningún tipo de letra de este sistema tiene las letras de {0}</translation>
    </message>
    <message>
        <source>Its captions could not be read. Install one that has them, for example Noto Sans.</source>
        <translation>Sus subtítulos no se podrían leer. Instale un tipo de letra que las tenga, por ejemplo Noto Sans.</translation>
    </message>
    <message>
        <source>Dub finished</source>
        <translation>Doblaje terminado</translation>
    </message>
    <message>
        <source>Dub failed</source>
        <translation>El doblaje falló</translation>
    </message>
    <message>
        <source>Translation done</source>
        <translation>Traducción terminada</translation>
    </message>
</context>
<context>
    <name>TextDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>Texto de la línea</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>Said</source>
        <translation>Dicho</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Aún no hay transcripción</translation>
    </message>
    <message>
        <source>What is said appears here as it is translated.</source>
        <translation>Lo que se dice aparece aquí según se traduce.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Reproducir desde aquí</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Editar texto</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Name this speaker…</source>
        <translation>Nombrar a este hablante…</translation>
    </message>
    <message>
        <source>Name this speaker… (speakers were not told apart)</source>
        <translation>Nombrar a este hablante… (no se distinguió a los hablantes)</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Buscar en la transcripción</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Traduciendo…</translation>
    </message>
    <message>
        <source>Follow the playback</source>
        <translation>Seguir la reproducción</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Copiar líneas</translation>
    </message>
    <message>
        <source>Export captions</source>
        <translation>Exportar subtítulos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Name of the speaker:</source>
        <translation>Nombre del hablante:</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Streamlation {0} is available</source>
        <translation>Streamlation {0} está disponible</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
</context>
<context>
    <name>VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
</context>
<context>
    <name>VoiceDialog</name>
    <message>
        <source>Voice for {0}</source>
        <translation>Voz para {0}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Asking which voices there are…</source>
        <translation>Averiguando qué voces hay…</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Elegida automáticamente</translation>
    </message>
    <message>
        <source>Nothing is recognized or translated anew.</source>
        <translation>No se vuelve a reconocer ni a traducir nada.</translation>
    </message>
    <message>
        <source>No voice speaks this language.</source>
        <translation>Ninguna voz habla este idioma.</translation>
    </message>
</context>
<context>
    <name>WatchLiveDialog</name>
    <message>
        <source>Watch live</source>
        <translation>Ver en directo</translation>
    </message>
    <message>
        <source>A live stream</source>
        <translation>Una emisión en directo</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>El micrófono</translation>
    </message>
    <message>
        <source>What this computer plays</source>
        <translation>Lo que suena en este equipo</translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation>Dirección de la emisión</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Record the stream, with its captions</source>
        <translation>Grabar la emisión con sus subtítulos</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>No se encontró ningún micrófono.</translation>
    </message>
    <message>
        <source>This computer offers no such sound.</source>
        <translation>Este equipo no ofrece ese sonido.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>Bienvenido a Streamlation</translation>
    </message>
    <message>
        <source>Choose your language, and how good the translation should be.</source>
        <translation>Elija su idioma y la calidad de la traducción.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>WindowModes</name>
    <message>
        <source>The film is in its own small window.</source>
        <translation>La película está en su propia ventana pequeña.</translation>
    </message>
</context>
</TS>
