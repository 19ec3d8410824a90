/** The papers of a kit: what the interviewers hold in their hands, and what candidates get beforehand. */
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import type { Criterion, Question } from '../model.ts'
import { kitMinutes } from './kit.ts'

/** Lines to write on for each question. */
const ROOM = 7

interface Paper {
  /** The title of the job. */
  title: string
  criteria: readonly Pick<Criterion, 'id' | 'name' | 'must'>[]
  questions: readonly Omit<Question, 'id'>[]
  /** Names by id. */
  askers: ReadonlyMap<string, string>
  /** Names of levels by criterion and key. */
  levels: ReadonlyMap<string, string>
  /** Whose words the rating guides are. */
  source: string
}

const WELCOME = [
  'Welcome the candidate, say who is there, and how long it takes.',
  'Say that everybody is asked the same questions in the same order, and that you write notes.',
  'Say that thinking takes time, and that silence is welcome.',
  'Use the printed probes and no others; note it where you had to skip or add one.',
  'Rate alone, straight afterwards, and talk about it only when all have submitted.',
]

/** Questions, probes, rating guides and room for notes: one for each panel member. */
export function kitSheet(paper: Paper): Sheet {
  const { title, questions, source } = paper
  return {
    title: `Interview kit: ${title}`,
    subtitle: `${questions.length} questions, about ${kitMinutes(questions)} minutes. The same for every candidate.`,
    blocks: [
      { kind: 'lines', label: 'Candidate, day, and who writes this:', count: 1 },
      { kind: 'heading', rank: 1, text: 'Before you begin' },
      { kind: 'list', items: WELCOME },
      ...questions.flatMap((question, i) => questionBlocks(question, i + 1, paper)),
      { kind: 'heading', rank: 1, text: 'At the end' },
      {
        kind: 'list',
        items: [
          'Ask what the candidate would like to know.',
          'Say what comes next, and until when.',
          'Rate every question before you speak with the others.',
        ],
      },
    ],
    footer: source,
  }
}

function questionBlocks(
  question: Omit<Question, 'id'>,
  number: number,
  { criteria, askers, levels }: Paper,
): SheetBlock[] {
  const about = criteria.find(({ id }) => id === question.criterion)
  const asker = question.askedBy === null ? undefined : askers.get(question.askedBy)
  return [
    { kind: 'heading', rank: 1, text: `${number}. ${about?.name ?? ''}${about?.must ? ' (must-have)' : ''}` },
    ...(asker ? [{ kind: 'paragraph', text: `Asked by ${asker}`, soft: true } as const] : []),
    { kind: 'paragraph', text: question.text },
    { kind: 'heading', rank: 2, text: 'Probes' },
    { kind: 'list', items: question.probes },
    { kind: 'heading', rank: 2, text: 'Rating guide' },
    {
      kind: 'table',
      caption: `Question ${number}, 1 to ${question.points}: circle one. “No response” is no rating.`,
      head: ['Rating', 'What an answer sounds like'],
      rows: question.anchors.toReversed().map((anchor) => {
        const level = anchor.level === null ? undefined : levels.get(`${question.criterion} ${anchor.level}`)
        return [
          [pointsOf(anchor), anchor.label, ...(level ? [`(${level})`] : [])].join('\n'),
          anchor.texts.map((text) => `• ${text}`).join('\n'),
        ]
      }),
    },
    { kind: 'paragraph', text: 'No response ☐     Not asked ☐, because:' },
    { kind: 'lines', label: 'Notes, and the candidate’s own words', count: ROOM },
  ]
}

function pointsOf({ from, to }: { from: number; to: number }): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String(to - i)).join('  ')
}

/** The questions alone, for candidates who get them beforehand: no probes, no rating guide. */
export function candidateSheet({
  title,
  questions,
  minutes,
}: Pick<Paper, 'title' | 'questions'> & { minutes: number }): Sheet {
  return {
    title: `Questions for your interview: ${title}`,
    subtitle: `You have ${minutes} minutes with them. Everybody gets the same.`,
    blocks: [
      {
        kind: 'paragraph',
        text: 'Think of one time for each: what was going on, what you did yourself, and what came of it. It may come from work, from a club, from caring for others, or from anywhere else. You may write notes and use them.',
      },
      ...questions.flatMap(({ text }, i): SheetBlock[] => [
        { kind: 'heading', rank: 1, text: `Question ${i + 1}` },
        { kind: 'paragraph', text },
        { kind: 'lines', label: 'Your notes', count: 3 },
      ]),
    ],
  }
}
