import type { Happening } from './happening.ts'
import type { Detail } from './model.ts'

/** Participles that are not what people say of the past. */
const PAST: Record<string, string> = {
  begun: 'began',
  chosen: 'chose',
  drawn: 'drew',
  given: 'gave',
  seen: 'saw',
  taken: 'took',
  thrown: 'threw',
  withdrawn: 'withdrew',
  written: 'wrote',
}

/** Acts that "somebody did the thing" does not fit; `…` is where the name of the thing stands. */
const PHRASES: Record<string, string> = {
  'account: linked to company sign-in': 'linked the account of … to company sign-in',
  'account: signed in': 'signed in',
  'account: signed out': 'signed out',
  'address: confirmation sent': 'asked for a mail to confirm the address of …',
  'address: confirmed': 'confirmed the address of …',
  'candidate: hired': 'entered a candidate for the vacancy … among the people',
  'endpoint: agreed to': 'let people ask the language model at …',
  'endpoint: ended': 'ended asking the language model at …',
  'erasure: refused': 'refused to erase …',
  'erasure: taken back': 'took back the wish to be erased',
  'erasure: wished': 'wished to be erased',
  'example: accepted': 'accepted an example for translations with …',
  'example: decision undone': 'undid a decision about an example for …',
  'example: proposed': 'proposed an example for translations with …',
  'example: rejected': 'rejected an example for translations with …',
  'candidate: feedback sent': 'sent a letter of feedback to a candidate for …',
  'candidate: feedback written': 'wrote a letter of feedback to a candidate for …',
  'hiring: outcome said': 'said how … does in the job',
  'history: words erased': 'erased words in the history',
  'history: words forgotten': 'erased the words of old events in the history',
  'invitation: accepted': 'accepted the invitation of …',
  'invitation: sent': 'invited …',
  'invitation: withdrawn': 'withdrew the invitation of …',
  'job analysis: answered': 'said what the job needs: …',
  'job analysis: asked': 'asked further people what the job needs: …',
  'job analysis: closed': 'closed the analysis of the job …',
  'job analysis: opened': 'asked people what the job needs: …',
  'job analysis: settled': 'wrote down what was settled about the job …',
  'job analysis: taken back': 'took back what they had said of the job …',
  'job analysis: unasked': 'asked somebody no longer about the job …',
  'job analysis: unsettled': 'took back what was settled about the job …',
  'job: given up': 'gave up the job …',
  'job: put aside': 'put aside the job …',
  'job: tried again': 'had the job … done again',
  'mail: read': 'read a mail that could not be sent',
  'mail: tried again': 'had failed mails sent again',
  'member: removed': 'took … off the list of those who can sign in',
  'member: roles changed': 'changed the roles of …',
  'password: changed': 'changed the password of …',
  'password: link asked for': 'asked for a link to a new password of …',
  'password: link made': 'made a link to a new password of …',
  'password: reset': 'chose a new password by the link for …',
  'people: exported': 'took out the list of people',
  'privacy: taken out': 'took out what is kept about …',
  'people import: thrown away': 'threw a file of people away',
  'people: imported': 'read in a file of people …',
  'person: erased': 'erased …',
  'post: added': 'added a post of …',
  'post: changed': 'changed a post of …',
  'post: removed': 'removed a post of …',
  'profile: counting allowed': 'let their workbook be counted without their name',
  'profile: counting ended': 'ended that their workbook is counted without their name',
  'profile: evidence answered': 'answered evidence in their own profile',
  'profile: evidence corrected': 'corrected evidence in the profile of …',
  'profile: evidence withdrawn': 'withdrew evidence in the profile of …',
  'profile: evidence written': 'wrote evidence into the profile of …',
  'profile: row taken back': 'took back something of their own profile that was shared',
  'profile: shared': 'shared something of their own profile',
  'profile: sharing ended': 'stopped sharing something of their own profile',
  'profile: story changed': 'changed a story in their own profile',
  'profile: story moved': 'moved a story of their own profile to another competency or level',
  'profile: story placed': 'said what a story in their own profile shows',
  'profile: story taken out': 'took back what a story in their own profile shows',
  'profile: story thrown away': 'threw away a story of their own profile',
  'profile: story written': 'wrote a story into their own profile',
  'profile: workbook finished': 'finished a workbook',
  'profile: workbook removed': 'removed a workbook',
  'profile: workbook started': 'started a workbook',
  'question: brought back': 'brought back the question …',
  'question: retired': 'retired the question …',
  'question: reworded': 'changed the words of the question …',
  'question: written': 'kept the question … to be asked again',
  'retention: applied': 'removed what was too old: …',
  'retention: asked for': 'asked for the removal of what is too old',
  'retention: changed': 'changed how long things are kept',
  'role: holders changed': 'changed who holds the role …',
  'role profile: agreed': 'agreed the profile of the role …',
  'role profile: begun': 'began a draft of the profile of the role …',
  'role profile: changed': 'changed the draft of the profile of the role …',
  'role profile: thrown away': 'threw away the draft of the profile of the role …',
  'role template: changed': 'changed …',
  'role template: reset': 'put … back to Sightline’s own',
  'role text: begun': 'began the …',
  'role text: kept': 'looked at the … and kept it',
  'role text: published': 'published the …',
  'role text: review moved': 'moved the review of the …',
  'role text: shown again': 'showed the … again',
  'role text: taken down': 'took down the …',
  'role text: thrown away': 'threw away a draft of the …',
  'roles: changed': 'changed the roles of …',
  'scorecard: agreed together': 'wrote down what the panel agreed for …',
  'scorecard: submitted': 'submitted a scorecard for …',
  'second factor: new recovery codes': 'made new recovery codes',
  'second factor: removed': 'removed the second factor of …',
  'second factor: turned off': 'turned off the second factor',
  'second factor: turned on': 'turned on the second factor',
  'session: ended': 'ended a session',
  'translation: judged': 'judged a translation',
  'translation: judgement taken back': 'took back a judgement of a translation',
  'translation: words forgotten': 'had the words of a judgement forgotten',
  'vacancy: answers counted': 'turned voluntary answers into counts for the vacancy …',
  'vacancy: decided': 'decided about the candidates for the vacancy …',
  'vacancy: decision changed': 'replaced a decision about the vacancy …',
  'vacancy: decision signed': 'signed the decision about the vacancy …',
  'vacancy: kit fixed': 'fixed the kit of the vacancy …',
  'vacancy: kit opened again': 'opened the kit of the vacancy … again',
  'vacancy: opened again': 'opened the vacancy … again',
  'vacancy: opened for applications': 'opened the vacancy … for applications',
  'vacancy: order of questions changed': 'changed the order of the questions for the vacancy …',
  'vacancy: pack made': 'made a defensibility pack of the vacancy …',
  'vacancy: panel changed': 'changed the panel of the vacancy …',
  'vacancy: panel member prepared': 'prepared for the panel of the vacancy …',
  'vacancy: question changed': 'changed a question for the vacancy …',
  'vacancy: weights changed': 'changed the weights of the vacancy …',
}

export interface Sentence {
  /** Who did it; begins the sentence. */
  who: string
  /** What they did, up to the name of the thing: "published the framework". */
  did: string
  /** The thing's name, where it had one and the sentence needs it. */
  name: string
  /** What follows the name. */
  rest: string
}

/** "framework: published" on Spotlight by Ada Byrne is: Ada Byrne | published the framework | Spotlight. */
export function sentenceOf({ actor, act, on }: Pick<Happening, 'actor' | 'act' | 'on'>): Sentence {
  const phrase = PHRASES[act]
  const [did = '', rest] = (phrase ?? ordinary(act)).split('…')
  const nameless = phrase !== undefined && on.kind === 'person' ? 'somebody' : ''
  const name = rest === undefined ? '' : (on.name ?? nameless)
  return { who: actorWords(actor), did: did.trim(), name, rest: (rest ?? '').trim() }
}

/** "draft: thrown away" is: threw away the draft. */
function ordinary(act: string): string {
  const [thing = '', done = ''] = act.split(': ')
  const [verb = '', ...particle] = done.split(' ')
  return [PAST[verb] ?? verb, ...particle, 'the', thing, '…'].join(' ')
}

/** Whether the act can be read as a sentence; every act of the product has to be. */
export function isSayable(act: string): boolean {
  if (Object.hasOwn(PHRASES, act)) return true
  const [, verb = ''] = /^[\p{Ll} -]+: (\p{Ll}+)( away| again| in| out| up| off| on)?$/u.exec(act) ?? []
  return Object.hasOwn(PAST, verb) || verb.endsWith('ed') || SAME.has(verb)
}

/** Participles that are what people say of the past, and do not end with "ed". */
const SAME = new Set([
  'made',
  'sent',
  'read',
  'put',
  'set',
  'cut',
  'built',
  'lent',
  'kept',
  'left',
  'held',
  'found',
])

/** As plain text, for programs and the terminal. */
export function plainSentence(happening: Pick<Happening, 'actor' | 'act' | 'on'>): string {
  const { who, did, name, rest } = sentenceOf(happening)
  return [who, did, name, rest].filter(Boolean).join(' ')
}

function actorWords({ kind, name }: Happening['actor']): string {
  if (kind === 'person') return name ?? 'Somebody whose name was erased'
  if (kind === 'visitor') return 'A visitor'
  return kind === 'terminal' ? 'Somebody at the terminal' : 'Sightline'
}

/** "reportsTo" is read as "Reports to". */
export function fieldWords(field: string): string {
  const words = field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A stored value as people read it; empty: there was none. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(', ')
  const parts = Object.entries(value).map(([key, held]) => [fieldWords(key), valueWords(held)] as const)
  return parts.flatMap(([key, held]) => (held ? [`${key}: ${held}`] : [])).join('; ')
}

export interface ChangeWords {
  field: string
  before: string
  after: string
}

export function changeWords(changes: NonNullable<Detail['changes']>): ChangeWords[] {
  return Object.entries(changes).map(([field, { before, after }]) => ({
    field: fieldWords(field),
    before: valueWords(before),
    after: valueWords(after),
  }))
}
