/** Who such an adjective is said of: "a calm person". */
const PERSON =
  '(?:person|individual|candidate|applicant|character|personality|nature|attitude|manner|disposition|mindset|outlook|professional|colleague|adviser|advisor|worker|employee|leader|manager|member|team player|self[ -]starter|communicator|listener|graduate|addition|people)s?'

const PERSON_AFTER = new RegExp(
  `^(?:(?:,\\s*|,?\\s+(?:and|or|but)\\s+|\\s+)[\\p{L}-]+){0,3}?(?:\\s+${PERSON})(?![\\p{L}])`,
  'iu',
)
/** What may stand between the person and the adjective: an article, "very", further adjectives. */
const BETWEEN =
  '(?:(?:an?|the|very|highly|really|truly|both|genuinely|always|naturally|also|extremely|more|self|well)\\s+|[\\p{L}-]+(?:,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+or\\s+))*'
const SAID_OF = new RegExp(
  `(?:\\b(?:you(?:['’]re|\\s+are|\\s+will\\s+be|\\s+must\\s+be|\\s+need\\s+to\\s+be)|(?:must|should|will|would|to)\\s+be|are\\s+you|who(?:['’]s|\\s+is|\\s+are)|being|(?:candidate|applicant|person|colleague|holder)s?\\s+(?:is|are)|somebody|someone|anyone|people))\\s+${BETWEEN}$`,
  'iu',
)
const FOLLOWED = /^\s*(?:$|[,.;:!?)]|(?:and|or|but|under)\b|with\s+(?:people|customers|others)\b)/iu
/** "Calm, patient and kind" and nothing else, or with a little after it. */
const LIST_BEFORE = /^\W*(?:[\p{L}-]+(?:,\s*(?:and\s+)?|\s+and\s+))*$/iu
const LIST_AFTER = /^(?:(?:,\s*(?:and\s+)?|\s+and\s+)[\p{L}-]+)*\s*(?:[.;!]?\s*$|,?\s+with\s)/iu
/** “Declines in a friendly manner” tells of an act. */
const HOW_SOMETHING_IS_DONE = /\bin an? \|\s+(?:[\p{L}-]+\s+){0,2}(?:manner|way|tone)\b/iu
const LONGEST_LIST = 70
/** So many letters on each side say it; without an end, a text without full stops would be read over and over. */
const FARTHEST = 300

/**
 * Whether an adjective at this place is said of a person who is wanted, and not of a thing or as another part of speech:
 * "You are calm and patient", "a friendly person", "Reliable, honest, punctual", but not "calms the caller", "responsible for
 * the rota" or "a friendly letter".
 */
export function isSaidOfPerson(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - FARTHEST), start)
  const after = sentence.slice(end, end + FARTHEST)
  if (HOW_SOMETHING_IS_DONE.test(`${before.slice(-8)}|${after}`)) return false
  if (PERSON_AFTER.test(after)) return true
  if (FOLLOWED.test(after) && SAID_OF.test(before)) return true
  return isInList(before, after)
}

function isInList(before: string, after: string): boolean {
  if (before.length + after.length > LONGEST_LIST) return false
  const several = /[,\p{L}]/u.test(before.replaceAll(/[\s\W]/g, '')) || /^(?:,|\s+and\s)/i.test(after)
  return several && LIST_BEFORE.test(before) && LIST_AFTER.test(after)
}
