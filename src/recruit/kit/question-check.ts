/**
 * What is wrong with an opening question, as far as words can tell: it leads, asks two things at once, can be answered by yes or
 * no, asks for what somebody would do where the past is asked for, or touches what may not be asked. Rules of thumb, measured on
 * our own examples in docs/methods/interview-kit.md; a person decides.
 */
import type { QuestionKind } from '../model.ts'
import {
  ABOUT_CANDIDATE,
  ASKS,
  CLOSED,
  INVITES,
  isFollowUp,
  LEADING,
  LONGEST,
  NOT_PAST,
  OPENS,
  SECOND,
  STATEMENT_ASKED,
  TAG,
} from './rules/question-words.ts'
import type { Topic } from './rules/topics.ts'

export const QUESTION_FAULTS = ['leading', 'double', 'closed', 'not past', 'unlawful', 'long'] as const
export type QuestionFaultKind = (typeof QUESTION_FAULTS)[number]

export interface QuestionFault {
  kind: QuestionFaultKind
  /** The words that gave it away. */
  words: string
  says: string
}

const SAYS: Record<Exclude<QuestionFaultKind, 'unlawful'>, string> = {
  leading: 'It lets the candidate hear which answer is wanted. Ask what happened, and leave the judging out.',
  double:
    'It asks for two things at once, so nobody knows which one the answer is to. Ask for one; probes ask the rest.',
  closed: 'Yes or no would answer it. Begin with “Think of a time”, “Tell us about”, “What” or “How”.',
  'not past':
    'It asks what somebody would do or usually does, and past behaviour is wanted: what they did once says more. Ask for one time, or put a situation on purpose.',
  long: 'It is long for something that is heard once. Say it in at most 60 words.',
}

/** Every fault that the words show; none: nothing is marked. */
export function questionFaults(
  { text, kind }: { text: string; kind: QuestionKind },
  topics: readonly Topic[],
): QuestionFault[] {
  const faults: QuestionFault[] = []
  const mark = (fault: Exclude<QuestionFaultKind, 'unlawful'>, words: string | null) => {
    if (words !== null) faults.push({ kind: fault, words, says: SAYS[fault] })
  }
  const unlawful = topics.flatMap(({ says, words }) => {
    const found = firstOf(words.map(patternOf), text)
    return found === null ? [] : [{ kind: 'unlawful' as const, words: found, says }]
  })
  mark('leading', firstOf(kind === 'past' ? [...LEADING, ABOUT_CANDIDATE] : LEADING, text))
  // What may not be asked is dropped; neither its tense nor its number of things matters then.
  const second = unlawful.length > 0 ? null : secondThing(text)
  mark('double', second)
  mark('closed', closedPart(text))
  if (kind === 'past' && unlawful.length === 0) mark('not past', firstOf(NOT_PAST, firstAsked(text, second)))
  faults.push(...unlawful)
  const count = text.split(/\s+/).filter(Boolean).length
  mark('long', count > LONGEST ? `${count} words` : null)
  return faults
}

function firstOf(patterns: readonly RegExp[], text: string): string | null {
  const lower = text.toLowerCase()
  for (const pattern of patterns) {
    const found = pattern.exec(lower)
    if (found) return text.slice(found.index, found.index + found[0].length).trim()
  }
  return null
}

/** A second question that is no follow-up of the first, or two events in one. */
function secondThing(text: string): string | null {
  const joined = firstOf(SECOND, text)
  if (joined !== null) return joined
  const lower = text.toLowerCase()
  const parts = lower
    .split(/[?.;]\s*|,\s*(?=(?:and|or)\b)|\s(?=(?:and|or) (?:what|how|why|which|who|tell|describe)\b)/)
    .map((part) => part.replace(/^(?:and|or)\s+/, '').trim())
    .filter((part) => ASKS.test(part) && !(CLOSED.test(part) && !INVITES.test(part)))
  const later = parts.slice(1).find((part) => !isFollowUp(part))
  if (later === undefined) return null
  const at = lower.lastIndexOf(later)
  return text.slice(at, at + later.length)
}

/** What is left when the second thing is taken away; the whole where both are one sentence. */
function firstAsked(text: string, second: string | null): string {
  const at = second === null ? 0 : text.indexOf(second)
  return at > 0 && at + (second?.length ?? 0) >= text.length - 1 ? text.slice(0, at) : text
}

/** The question can be answered by yes or no, and nothing after it asks for more. */
function closedPart(text: string): string | null {
  const sentences = text.split(/(?<=[?.])\s+/)
  const at = sentences.findIndex(isClosed)
  const found = sentences[at]
  if (found === undefined) return null
  const others = sentences.filter((_, i) => i !== at)
  return others.some((one) => OPENS.test(one.toLowerCase())) ? null : found
}

function isClosed(asTyped: string): boolean {
  const sentence = asTyped.toLowerCase()
  if (TAG.test(sentence)) return true
  return (
    (CLOSED.test(sentence) && !INVITES.test(sentence)) ||
    (STATEMENT_ASKED.test(sentence) && !OPENS.test(sentence))
  )
}

const patterns = new Map<string, RegExp>()

/** What words are made of, told by what they are not: the classes of Unicode take a millisecond for each pattern to get ready. */
const LETTER = '[^\\s.,;:!?()"“”„/\'’-]'
const IN_WORD = '[^\\s.,;:!?()"“”„/]'

/** `*`: the rest of a word; `…`: up to three words. Brackets, bars and question marks are those of patterns. */
function patternOf(words: string): RegExp {
  const known = patterns.get(words)
  if (known) return known
  const source = words
    .trim()
    .toLowerCase()
    .replaceAll(/[.+^${}\\[\]]/g, '\\$&')
    .replaceAll('*', `${IN_WORD}*`)
    .replaceAll(/\s*…\s*/g, `\\s+(?:${IN_WORD}+\\s+){0,3}?`)
    .replaceAll(/ /g, '\\s+')
  const pattern = new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`)
  patterns.set(words, pattern)
  return pattern
}
