import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { IMPORTANCE_WORDS, type Requirement, type Role, type RoleProfile } from './model.ts'
import { learningWords } from './requirement.ts'

interface ProfileSheet {
  role: Pick<Role, 'title' | 'purpose'>
  profile: Pick<RoleProfile, 'requirements' | 'note'>
  /** Such as "Version 2, agreed on 3 November 2026 by Marcus Bell". */
  standing: string
  /** Sources and licences of the words. */
  sources: readonly string[]
}

/** A role profile on paper: a table of all that the job needs, then each competency with what people do at its level. */
export function profileSheet({ role, profile, standing, sources }: ProfileSheet): Sheet {
  const { requirements } = profile
  return {
    title: `Role profile: ${role.title}`,
    subtitle: standing,
    blocks: [
      ...(role.purpose ? [paragraph(role.purpose)] : []),
      ...(profile.note ? [{ ...paragraph(profile.note), soft: true }] : []),
      {
        kind: 'table',
        caption: 'What the job needs. Must-haves first; no strength elsewhere makes up for one of them.',
        head: ['Competency', 'The job uses at most', 'What one brings', 'How much it matters'],
        rows: requirements.map((one) => [
          one.words.competency,
          one.words.level,
          learningWords(one),
          `${IMPORTANCE_WORDS[one.importance]}${one.must ? ', must-have' : ''}`,
        ]),
      },
      { kind: 'heading', rank: 1, text: 'What people do at these levels' },
      ...requirements.flatMap(wordsBlocks),
    ],
    ...(sources.length > 0 && { footer: sources.join(' ') }),
  }
}

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })

function wordsBlocks({ words, why }: Requirement): SheetBlock[] {
  return [
    { kind: 'heading', rank: 2, text: `${words.competency}: ${words.level}` },
    ...(why ? [paragraph(`Why: ${why}`)] : []),
    words.statements.length > 0
      ? { kind: 'list', items: words.statements }
      : { ...paragraph('The framework describes no behaviour here.'), soft: true },
  ]
}
