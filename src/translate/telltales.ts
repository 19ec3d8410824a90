/**
 * Words that every page of a language is full of, and some that talk of work, as they are typed with and without the marks on
 * their letters. Words that English has as well stand here only where they are far commoner there.
 */
const LISTS: Record<string, string> = {
  French:
    'le la les des une un est et dans pour avec qui que je j nous vous sur pas au aux du mes leurs leur ses être avoir d l ' +
    'sans plus mais ou où par ce cette il elle ils elles mon ma notre votre toute toutes tout clients client chez quand ' +
    'répond gère gere aide écoute ecoute forme accueille suis fais bien très',
  German:
    'der die das und ist nicht ein eine einen einem einer mit für fuer auf den dem des ich wir sie zu zum zur von vom bei ' +
    'wenn auch werden wird meine mein meist meistens sich als nach aus über ueber unter oder aber kunden kollegen haben habe ' +
    'gemeinsam immer neue neuen jemand bleibt ruhig hilfe selbst schnell ihnen wie es im am',
  Spanish:
    'el la los las y es en con para que por un una unos unas yo nosotros su sus del al cuando mi mis más mas como cómo no se ' +
    'siempre clientes cliente mucho gente hay bien lo le les muy sin sobre pero trabajo',
  Portuguese:
    'o os as e é em com para que por um uma eu nós seu suas sua dos da das quando meu meus mais como não nao se aos na ' +
    'no nas clientes pessoas muito sem sobre ou ao',
  Italian:
    'il lo la gli le i e è in con per che un una uno io noi sono della del dei delle degli al ai alla nel nella quando mio più piu ' +
    'come non si clienti colleghi problemi bene lavoro persone anche di da',
  Dutch:
    'de het een en is niet van voor met ik wij je zij ze op te dat die mijn als ook aan bij worden wordt naar wat om uit over ' +
    'goed altijd samen klanten collega collega’s nieuwe hebben nodig zijn af weg blijf maakt boze stel',
  Polish:
    'i w z na do się sie nie jest że ze ja my oraz dla przez jak po ich od gdy co bez zawsze klientów klientow klienta ' +
    'klienci pracy pracowników nowym nowych jestem pomagam mam moje tego',
  Swedish:
    'och är att det en ett jag vi på med för som inte av till när mina kunder mycket varandra har den de',
  Danish: 'jeg og er ikke med det en et til på som af kunderne kunder hjælper vi når at den de har',
  Norwegian: 'jeg og er ikke med det en et til på som av kunder hjelper vi når å ned telefonen den de har',
  Welsh: 'yr yn y mae ac gan ar i o fi ni eu wedi bod gyda rwy n am pobl ddeall helpu',
  'te reo Māori':
    'te ngā nga he ki kei i o a au tātou matou mātou rātou ratou mō mo hei ana nei kia ka taku tangata whānau',
  Romanian: 'și si să sa la cu pe de în din pentru care nu mai sunt este clienții clientii ajut le o un',
  Turkish: 've bir bu için icin ile ben biz çok cok daha gibi yeni müşteri işi isi',
  Czech: 'a je se na že v s z do pro jsem jejich jako když by ale nebo zákazníkům práce',
  Somali: 'waxaan oo iyo ka ku ee la waa dadka shaqada cusub',
  Finnish: 'ja on ei se että olen kun myös mutta tai asiakkaita palvelun oikean',
}

export const TELLTALES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(' '))]),
)
