import type { Entry, WordList } from '../mark.ts'

const LEANS_TO_MEN =
  'Advertisements for work that mostly men do are full of such words, and women read from them that they would not belong.'
const LEANS_TO_WOMEN =
  'It belongs to the picture of women in service work and hides that the work is skilled.'
const ONE_GENDER = 'It names one gender for work that anybody can do.'

/** A word for one gender, and the word for anybody. */
const NAMES: [words: string, anybody: string][] = [
  ['chair(?:man|woman)', 'chair'],
  ['sales(?:man|men|woman|lady|girl)', 'sales adviser'],
  ['fore(?:man|men)', 'supervisor'],
  ['man ?-?power', 'staff, or how many people'],
  ['man[ -]hours?', 'hours of work'],
  [
    '(?:handy|repair|trades|crafts|service|maintenance|delivery)(?: |-)?(?:man|men)',
    'technician, or the trade',
  ],
  ['spokes(?:man|woman)', 'spokesperson'],
  ['(?:fire|police|post|milk)(?:man|men|woman|women)', 'the job, such as “firefighter”'],
  ['waitress(?:es)?|stewardess(?:es)?|manageress|hostess(?:es)?', 'waiter, steward, manager or host'],
  ['(?:cleaning|tea|dinner|lollipop) lad(?:y|ies)', 'cleaner, or the work'],
  ['house ?wi(?:fe|ves)', 'people at home'],
  ['business ?(?:man|men|woman|women)', 'people in business'],
  ['work(?:man|men)(?:like|ship)?', 'worker, or work done well'],
  [
    'girl friday|man friday|(?:office|reception) girls?|(?:back[ -]?room|office) boys?|the girls in|one of the (?:boys|lads)|guys',
    'colleagues, or the job',
  ],
  ['mankind', 'people'],
  [
    '(?:wo)?man(?:ning|ned)? (?:the|a) (?:desk|phones?|lines?|counter|reception|stand|till)',
    'staff it, or look after it',
  ],
  ['right[ -]hand man|middle ?man|yes[ -]man|best man for the job', 'deputy, go-between or best person'],
]

const names: Entry[] = NAMES.map(([words, anybody]) => ({
  words,
  why: ONE_GENDER,
  instead: `Write “${anybody}”.`,
}))

/** Our own selection; the finding is that of Gaucher, Friesen & Kay (2011), see docs/methods/wording.md. */
export const GENDERED: WordList = {
  kind: 'gender',
  entries: [
    ...names,
    {
      words:
        '(?:he|she|s/he|he/she|she/he|he or she|she or he|him|himself|herself|his|her|hers|his/her|him/her|his or her|her or his)',
      why: 'A job has no gender, and its reader may have either or neither.',
      instead: 'Write “you”, or “they” where you speak of somebody.',
    },
    {
      words:
        'aggressive(?! (?:customers?|people|callers?|clients?|visitors?|patients?|behaviou?r|dogs?))|aggressively|dominant|dominat(?:e|es|ing)|domineering|fearless(?:ly)?|forceful(?:ly)?|ruthless(?:ly)?|headstrong|cut[ -]?throat|hard[ -]nosed|tough[ -]minded|killer instinct|win at all costs|crush(?:es|ing)? (?:it|targets?|the competition)|conquer(?:s|ing)?|battle[ -]hardened|alpha|warriors?|hunters?|heroic|superhero(?:es)?|macho',
      why: LEANS_TO_MEN,
      instead: 'Say what has to be reached, and how the person deals with others on the way.',
    },
    {
      words:
        'ambitious|assertive|competitive (?:person|individual|nature|spirit|streak|mindset|environment|drive|by nature)|(?:fiercely|highly|naturally) competitive|decisive|driven (?:person|individual|self-starter|professional|team)|(?:highly|self-|target-|sales-|success-) ?driven|hungry(?: for success)?|adventurous|daring|outspoken|self-reliant|self-sufficient|strong[ -]willed|stubborn|thick[ -]skinned',
      why: LEANS_TO_MEN,
      instead: 'Say what the person does: what they decide, ask for or go after, and with whom.',
    },
    {
      words:
        'nurturing|nurture|gentle (?:person|manner|nature|touch)|motherly|maternal|bubbly|sweet[ -]natured|affectionate|soft[ -]spoken|ladylike|tender[ -]hearted|pleasing (?:manner|personality)|feminine|charming|well[ -]groomed|attractive appearance',
      why: LEANS_TO_WOMEN,
      instead: 'Say what the person does for whom, such as how somebody who is upset is helped.',
    },
  ],
}
