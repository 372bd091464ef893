"""What the columns of a list of participants are called, in English, Spanish, French, Dutch and Portuguese.

Within a target the better name stands first: of two columns for one target, the one with the better name is used.
"""

ALIASES: dict[str, str] = {
    "given_name": """
        given name | given names | first name | first names | forename | forenames | christian name
        nombre de pila | nombres de pila | primer nombre | nombre propio | prénom | prénoms
        voornaam | voornamen | nome próprio | primeiro nome | nomes próprios""",
    "family_name": """
        family name | family names | surname | surnames | last name | last names | apellido | apellidos | primer apellido
        apellido paterno | nom de famille | noms de famille | nom patronymique | achternaam | achternamen | familienaam
        sobrenome | sobrenomes | apelido | apelidos""",
    "full_name": """
        full name | name of participant | participant name | name of the participant | names of participants
        name and surname | first and last name | last name first name | surname first name | name in full | name of delegate | delegate name | attendee name
        nombre completo | nombre y apellido | nombre y apellidos | nombres y apellidos | apellidos y nombres
        apellidos y nombre | apellido y nombre | nombre del participante | nombre del asistente | nombre del delegado
        nom complet | nom et prénom | nom et prénoms | noms et prénoms | nom prénom | prénom et nom | prénoms et nom
        prénom nom | nom du participant | volledige naam | voor en achternaam | naam en voornaam | naam deelnemer
        naam van de deelnemer | nome completo | nome e apelido | nome do participante
        participant | participants | participante | participantes | deelnemer | deelnemers | delegate | delegado | délégué""",
    "salutation": """
        salutation | honorific | form of address | courtesy title | mr ms | mr mrs | mr mrs ms | ms mr | title mr ms
        mr mrs ms dr | salutation title | name prefix | prefix
        tratamiento | trato | fórmula de tratamiento | saludo | sr sra | sr sra srta
        civilité | titre de civilité | m mme | mme m | aanhef | aanspreekvorm | aanspreektitel | dhr mevr | dhr mw
        forma de tratamento | tratamento | saudação""",
    "badge_name": """
        name on badge | badge name | name for badge | name for the badge | name as on badge | preferred name | known as
        calling name | nombre en el gafete | nombre en la credencial | nombre para la credencial | nombre para el gafete
        nombre en la tarjeta | nombre en el distintivo | nombre preferido | nom sur le badge | nom pour le badge
        nom du badge | nom d'usage | naam op badge | naam op de badge | naam voor badge | badgenaam | roepnaam
        nome no crachá | nome para o crachá | nome de chamada""",
    "functional_title": """
        functional title | function | position | job title | post | post title | official title | designation | occupation
        professional title | rank | position title | function title
        cargo | cargo o función | función | puesto | posición | cargo actual | cargo que desempeña | cargo oficial
        fonction | fonctions | titre fonctionnel | poste | poste occupé | titre et fonction | fonction officielle
        functie | functietitel | functiebenaming | functieomschrijving | rang
        função | cargo função""",
    "institution": """
        institution | ministry | organisation | organization | affiliation | agency | department | entity | employer
        ministry or agency | ministry institution | organisation name | company | office | institution name
        name of institution | name of organisation | name of organization | name of ministry | org
        institución | ministerio | organización | organismo | entidad | dependencia | afiliación | empresa | secretaría
        institución a la que pertenece | institución de procedencia | nombre de la institución
        ministère | organisation d'appartenance | organisme | établissement | société | entreprise
        nom de l'institution | instelling | ministerie | organisatie | instantie | dienst | bedrijf | naam van de instelling
        instituição | ministério | organização | órgão | entidade
        attendee company | empresa asistente | entreprise du participant | bedrijf deelnemer | invoice address company""",
    "institution_kind": """
        kind of institution | type of institution | institution type | institution kind | profile | sector
        type of organisation | type of organization | tipo de institución | clase de institución | tipo de organismo
        perfil | type d'institution | genre d'institution | nature de l'institution | profil | secteur
        soort instelling | type instelling | aard van de instelling | profiel | tipo de instituição""",
    "delegation": """
        delegation | country | country delegation | state delegation | member state | country or territory
        country territory | country territory organisation | state or territory | country or organisation
        territory | representing | nation | country name | name of country | country of delegation | sending state
        delegación | país | país delegación | estado miembro | país o territorio | territorio
        en representación de | representación | país u organismo
        délégation | pays | état membre | pays ou territoire | territoire | représentant | pays délégation
        delegatie | land | lidstaat | land of gebied | gebied | namens | vertegenwoordigt
        delegação | estado membro | país ou território | represents""",
    "capacity": """
        capacity | participation capacity | capacity of participation | role in delegation | role in the delegation
        position in delegation | status in delegation | type of participant | participant type | participant category
        participation type | calidad | calidad de participación | en calidad de | rol en la delegación
        función en la delegación | tipo de participante | tipo de participación | qualité | en qualité de
        qualité de participation | rôle dans la délégation | type de participant | catégorie de participant
        hoedanigheid | rol in de delegatie | rol in delegatie | soort deelnemer | type deelnemer
        qualidade | capacidade | tipo de participante""",
    "focal_point": """
        focal point | focal point of the process | national focal point | cmc focal point | is focal point | contact point
        punto focal | punto focal del proceso | punto focal nacional | punto de contacto
        point focal | point focal du processus | point focal national | point de contact
        contactpunt | aanspreekpunt | nationaal contactpunt | ponto focal | ponto focal nacional""",
    "language": """
        language | preferred language | working language | language of correspondence | language preference | languages
        idioma | idioma preferido | idioma de trabajo | lengua | idiomas | langue | langue préférée | langue de travail
        langue de correspondance | langues | taal | voorkeurstaal | werktaal | talen | língua | língua preferida
        order locale | idioma del pedido | langue de la commande | taal van bestelling | locale""",
    "email": """
        e-mail | email | e-mail address | email address | official e-mail | work e-mail | personal e-mail | contact e-mail
        mail address | mail | attendee email | correo electrónico | correo | correo e | correo institucional
        dirección de correo electrónico | dirección de correo | correo electrónico del participante
        courriel | adresse e-mail | adresse mail | adresse électronique | adresse de courriel | adresse courriel | mél
        e-mail du participant | e-mailadres | mailadres | e-mailadres van deelnemer
        correio eletrónico | correio eletrônico | endereço eletrónico | endereço de e-mail""",
    "phone": """
        phone | telephone | phone number | telephone number | tel | tel no | tel number | phone no | mobile | mobile phone
        mobile number | cell phone | cellphone | cell | cell number | contact number | contact phone | whatsapp
        work phone | office phone | teléfono | número de teléfono | teléfonos | teléfono móvil | teléfono celular | celular
        móvil | número de contacto | téléphone | numéro de téléphone | téléphone portable | portable | n° de téléphone
        mobile gsm | gsm | telefoon | telefoonnummer | mobiel | mobiel nummer | mobiele telefoon
        telefone | número de telefone | telemóvel | telefone celular""",
    "dietary": """
        dietary needs | dietary requirements | dietary restrictions | dietary | diet | special diet | meal preference
        food restrictions | dietary needs and allergies | allergies | food allergies
        necesidades alimentarias | restricciones alimentarias | requisitos alimentarios | requerimientos alimentarios
        régimen alimenticio | dieta | alergias | besoins alimentaires | restrictions alimentaires | régime alimentaire
        régime | dieetwensen | dieetvereisten | dieet | voedingswensen | allergieën | restrições alimentares
        necessidades alimentares""",
    "access_needs": """
        access needs | accessibility needs | accessibility requirements | accessibility | access requirements
        special needs | special assistance | disability | mobility needs | necesidades de acceso
        necesidades de accesibilidad | accesibilidad | necesidades especiales | discapacidad | asistencia especial
        besoins d'accès | besoins d'accessibilité | accessibilité | besoins particuliers | besoins spéciaux | handicap
        toegankelijkheid | toegankelijkheidswensen | toegankelijkheidsbehoeften | bijzondere behoeften | beperking
        acessibilidade | necessidades especiais""",
    "status": """
        status | registration status | registration state | participation status | estado de inscripción
        estado de la inscripción | estado del registro | estado de registro | estatus | situación | statut
        statut d'inscription | état de l'inscription | statut de participation | registratiestatus | inschrijfstatus
        situação | estado da inscrição""",
    "consent": """
        consent to be listed | consent | consent to publication | may be listed | agrees to be listed | listed
        consentimiento | consiente figurar en la lista | acepta figurar en la lista | autoriza publicación
        consentement | accepte de figurer sur la liste | consentement à figurer sur la liste | toestemming
        toestemming vermelding | toestemming voor de lijst | consentimento""",
    "credentials": """
        credentials | credentials letter | letter of credentials | nomination letter | letter of nomination
        credenciales | carta credencial | carta de nominación | carta de designación | carta de acreditación
        lettre de créance | lettres de créance | pouvoirs | lettre de désignation | geloofsbrieven | geloofsbrief
        voordrachtsbrief | credenciais""",
    "desk_note": """
        desk note | note for the desk | notes for the desk | note | notes | remark | remarks | comment | comments
        observations | check-in text | order comment | nota | notas | observaciones | observación | comentario
        comentarios | texto de check-in | remarque | remarques | commentaire | commentaires | texte d'enregistrement
        opmerking | opmerkingen | notitie | notities | tekst bij check-in | observações | comentários""",
    "code_alias:indico": "indico ticket | indico code | indico ticket code | ticket uuid",
    "code_alias:pretix": """
        ticket secret | secret | secreto de la entrada | secreto | secret du billet | ticketgeheim | geheim
        segredo do ingresso | segredo | pretix code | pretix ticket""",
}

# What these mean depends on the other columns, or on what stands below them.
NAMES_ALONE = "name | names | nombre | nombres | nom | noms | naam | namen | nome | nomes"
TITLES_ALONE = "title | titles | título | títulos | titre | titres | titel | titels"
STATES_ALONE = "state | estado | état | staat | estado o provincia"
ROLES_ALONE = "role | rol | rôle"
CATEGORIES_ALONE = "category | categoría | catégorie | categorie | categoria | product | producto | produit | produto"

# A heading that speaks of somebody or something else is only understood when it is an alias as a whole.
OF_OTHERS = """
    emergency | emergencia | urgence | noodgeval | assistant | asistente | assistante | secretary | secretaria | hotel
    passport | pasaporte | passeport | paspoort | visa | flight | vuelo | vol | vlucht | birth | nacimiento | naissance
    geboorte | spouse | cónyuge | conjoint | partner | accompanying | acompañante | accompagnant | residence | residencia
    nationality | nacionalidad | nationalité | nationaliteit | issue | expiry | arrival | llegada | arrivée | aankomst
    departure | salida | départ | vertrek | billing | invoice | factura | facture | factuur | supervisor | head | fax
    bank | id | verified | order | link | date | fecha | datum | signature | firma | room | city | ciudad | ville | stad | nominating"""

# Headings that only these programs write, in the languages in which they are known; two of them are proof.
PROGRAMS: dict[str, str] = {
    "indico": """
        registration date | registration state | modification date | check-in date | first name | last name
        email address | affiliation | phone number""",
    "pretix": """
        order code | código del pedido | code de commande | bestelcode | código do pedido
        attendee name: given name | nombre del asistente: nombre | nom du participant: prénom | naam deelnemer: voornaam
        attendee name: family name | nombre del asistente: apellido | nom du participant: nom de famille
        naam deelnemer: achternaam | automatically checked in | pseudonymization id | ticket secret | order date
        fecha del pedido | date de commande | besteldatum | data do pedido""",
}
