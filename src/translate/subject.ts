/** How a sentence about work begins: who does it, or what is done. */
export type Beginning = 'own' | 'other' | 'verb'

const TIME =
  /^(?:(?:in (?:19|20)\d\d|since then|before that|after that|every (?:day|week|month|morning)|each (?:day|week|morning)|then|later|now|today|at present|also|usually|often|sometimes|always),?\s+)+/i
const OWN = /^(?:i|we|i['’]m|we['’]re|i['’]ve|we['’]ve|my (?:job|role|work|duties))\s+\S+(?:\s+\S+){2,}/i
const OTHER = /^(?:(?:he|she|they|you)\s|(?:the|our|this|every|each|an?)\s+(?:\S+\s+){1,3}?\S+(?:s|ed)\b)/i
const NAMED = /^\p{Lu}\p{Ll}+\s+\S+(?:s|ed)\s/u
/** Words that a sentence about something else begins with, though they may end like verbs. */
const NO_VERB = new Set(
  (
    'this that these those there it its his her hers their theirs ours yours is was has as us thus yes perhaps always sometimes ' +
    'besides towards across unless customers clients people patients residents visitors guests passengers pupils students ' +
    'parents families others things days nights mornings mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
    'numbers prices jobs hours during nothing something anything everything morning evening spring king being having ' +
    'red bed need indeed hundred wednesday kids boys girls men women lads staff mums dads mothers fathers nurses drivers teachers ' +
    'managers colleagues tenants neighbours landlords bosses orders calls phones tills complaints mistakes'
  ).split(' '),
)
const PLAIN_VERBS = new Set(
  (
    'answer ask book build calm care carry chair check clean coach collect cook coordinate deal deliver design develop draw ' +
    'drive ensure explain find fix follow get give greet guide handle help hold identify keep lead learn liaise listen look make ' +
    'manage meet mend monitor order organise organize oversee pass plan prepare process provide reassure record report resolve ' +
    'respond run schedule sell serve set settle share show sort speak supervise support take talk teach tell track train update ' +
    'use watch welcome work write led ran kept made took gave held met taught told wrote built dealt drew found sold set dealt'
  ).split(' '),
)

/** Null when it begins in no way in which lists of activities do. */
export function beginningOf(sentence: string): Beginning | null {
  const bare = sentence.trim().replace(TIME, '')
  if (OWN.test(bare)) return 'own'
  const first = /^[\p{L}-]+/u.exec(bare)?.[0].toLowerCase() ?? ''
  if (!NO_VERB.has(first) && (PLAIN_VERBS.has(first) || /^[a-z-]{3,}(?:[^s]s|ed|ing)$/.test(first)))
    return 'verb'
  return OTHER.test(bare) || NAMED.test(bare) ? 'other' : null
}

const BACK =
  /^(?:then|now|later|since then|after that|so|but|and|that|this|it)\b|^(?:\S+\s+){1,7}?(?:it|him|her|them|that|this|those|so)\b/i

/** Does this sentence go on with what the one before it told? */
export function goesBack(sentence: string): boolean {
  return BACK.test(sentence.trim())
}
