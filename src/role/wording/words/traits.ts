import type { Entry, WordList } from '../mark.ts'

/** Nouns of qualities that stand for themselves wherever they are asked for. */
const NOUNS: [quality: string, words: string][] = [
  [
    'communication',
    'communication skills?|verbal and written communication|written and (?:verbal|oral) communication|oral and written communication|communicators?|presentation skills?|listening skills?|(?:oral|verbal|written) skills?',
  ],
  [
    'interpersonal skills',
    '(?:inter ?-?personal|people|social|soft|relationship|influencing) skills?|people person|good with people',
  ],
  ['empathy', 'empathy|emotional intelligence|compassion'],
  ['teamworking', 'team ?-?player|team ?-?worker|team ?-?working skills?|team ?-?work skills?|team spirit'],
  [
    'time management',
    'time ?-?management(?: skills?)?|organi[sz]ational skills?|planning skills?|multi ?-?taskers?|prioriti[sz]ation skills?|ability to multi ?-?task|multi ?-?tasking(?: skills?)?',
  ],
  ['attention to detail', 'attention to detail|eye for detail|detail ?-?orient(?:at)?ed'],
  [
    'resilience',
    'resilience|ability to work under pressure|works? well under pressure|thrives? under pressure|calm under pressure|thick skin',
  ],
  ['flexibility', 'flexibility|adaptability|versatility|flexible attitude|flexible approach'],
  ['integrity', 'integrity|honesty|trustworthiness|loyalty|discretion'],
  [
    'initiative',
    'self ?-?starters?|self ?-?motivation|self ?-?motivated|use of own initiative|(?:uses?|using|shows?|on) (?:your|their|own|his|her) (?:own )?initiative|go ?-?getters?',
  ],
  [
    'customer focus',
    'customer ?-?(?:focus(?:ed)?|centric(?:ity)?|orient(?:at)?ed|obsessed)|customer service skills?|customer care skills?',
  ],
  ['commitment', 'commitment to (?:quality|excellence)|dedication|work ethic|strong commitment'],
  [
    'problem-solving',
    'problem[ -]solving (?:skills?|abilit(?:y|ies))|problem solvers?|analytical skills?|analytical mind|critical thinking(?: skills?)?',
  ],
  [
    'leadership',
    'leadership (?:skills?|qualities|abilit(?:y|ies))|born leaders?|natural leaders?|leadership presence',
  ],
  ['cultural awareness', '(?:inter)?cultural (?:awareness|sensitivity|competence)|open ?-?mindedness'],
  [
    'attitude',
    '(?:can[ -]do|positive|winning|right|good|great|professional|hands[ -]on) (?:mental )?attitude|sense of humou?r|positivity|enthusiasm',
  ],
  ['negotiation', 'negotiation skills?|negotiating skills?'],
]

/** Adjectives: other words, too, so they count only where they are said of a person. */
const ADJECTIVES: [quality: string, words: string][] = [
  ['communication', 'articulate|well[ -]spoken|eloquent|approachable|communicative'],
  [
    'empathy',
    'empathetic|empathic|compassionate|caring|kind|patient|tactful|sensitive|understanding|considerate|warm|friendly|supportive|personable',
  ],
  ['teamworking', 'collaborative|cooperative|co-operative|sociable'],
  ['time management', '(?:well[ -])?organi[sz]ed|methodical|efficient|punctual'],
  ['attention to detail', 'meticulous|thorough|diligent|conscientious|accurate|careful'],
  ['resilience', 'resilient|calm|level[ -]headed|unflappable|patient|robust'],
  ['flexibility', 'flexible|adaptable|versatile'],
  ['integrity', 'honest|trustworthy|reliable|loyal|responsible|dependable|discreet|ethical|professional'],
  [
    'initiative',
    'proactive|pro-active|motivated|highly motivated|enterprising|independent|autonomous|curious',
  ],
  [
    'commitment',
    'dedicated|committed|hard ?-?working|enthusiastic|passionate|positive|cheerful|outgoing|extrovert(?:ed)?',
  ],
  [
    'problem-solving',
    'analytical|creative|innovative|intelligent|smart|bright|quick[ -]thinking|resourceful',
  ],
  ['responsiveness', 'responsive|attentive|observant|alert'],
  ['leadership', 'inspirational|inspiring|charismatic|visionary|confident|self-confident'],
  ['cultural awareness', 'open[ -]minded|tolerant|worldly'],
]

const entry = (quality: string, words: string, ofPersons: boolean): Entry => ({
  words,
  quality,
  ...(ofPersons && { ofPersons }),
  why: 'Everybody reads something else into a quality, and nobody can see it; what people do can be seen and asked about.',
  instead: 'Say what somebody in this job does when they show it.',
})

/** Qualities of persons in place of what they do. */
export const TRAITS: WordList = {
  kind: 'trait',
  entries: [
    ...NOUNS.map(([quality, words]) => entry(quality, words, false)),
    ...ADJECTIVES.map(([quality, words]) => entry(quality, words, true)),
  ],
}
