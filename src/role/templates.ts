/** What sections a text has, with their headings and standing words. An organisation may have its own. */
import { z } from 'zod'
import { SECTION_KINDS, type TextKind } from './text.ts'

/** What a section is filled with when a text is begun. */
export const SOURCES = ['purpose', 'doing', 'entry', 'learning', 'levels', 'facts', 'none'] as const
export type Source = (typeof SOURCES)[number]

export const SOURCE_WORDS: Record<Source, string> = {
  purpose: 'Begins with what the role is for',
  doing: 'Statements at the level that the job uses',
  entry: 'Statements at the level that is needed on the first day',
  learning: 'Statements that are learned here, by the time it takes',
  levels: 'Every competency with all its statements at the level',
  facts: 'Facts to fill in',
  none: 'Your own words',
}

export interface TemplateSection {
  key: string
  kind: (typeof SECTION_KINDS)[number]
  source: Source
  heading: string
  /** Stands in every new text; for lines, before them. */
  text: string
  /** Names of the facts, for facts only. */
  facts: string[]
}

const short = z.string().transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())

/** A template as it is stored and as a form gives it. */
export const Template = z.object({
  sections: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z0-9-]{1,40}$/),
        kind: z.enum(SECTION_KINDS),
        source: z.enum(SOURCES),
        heading: short.pipe(
          z
            .string()
            .min(2, 'Give every section a heading.')
            .max(120, 'Use at most 120 characters for a heading.'),
        ),
        text: z
          .string()
          .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
          .pipe(z.string().max(2000, 'Use at most 2,000 characters for the standing words.')),
        facts: z
          .array(short.pipe(z.string().max(80, 'Use at most 80 characters for the name of a fact.')))
          .max(20),
      }),
    )
    .min(1, 'Keep at least one section.')
    .max(16, 'Use at most 16 sections.'),
})
export type Template = z.infer<typeof Template>

const section = (
  key: string,
  source: Source,
  [heading, text = '']: [heading: string, text?: string],
  facts: string[] = [],
): TemplateSection => ({ key, kind: kindOf(source), source, heading, text, facts })

/** How a section with this source is written. */
export function kindOf(source: Source): TemplateSection['kind'] {
  if (source === 'facts') return 'facts'
  return source === 'purpose' || source === 'none' ? 'prose' : 'lines'
}

const FINDING_OUT =
  'Everybody who applies is asked the same questions: about situations they have been in, what they did, and what came of it. What you learned at work counts, and so does what you learned elsewhere. Each of us notes alone what was said before we talk about it.'
const WELCOME =
  'We make adjustments to the way we choose and to the work itself. Tell us what helps you; we ask for no reasons.'

/** Ours, until the organisation has its own. */
export const TEMPLATES: Record<TextKind, Template> = {
  description: {
    sections: [
      section('facts', 'facts', ['The job at a glance'], ['Team', 'Place', 'Reports to', 'Hours']),
      section('purpose', 'purpose', ['What the job is for']),
      section('doing', 'doing', ['What you will do', 'In this job you:']),
      section('entry', 'entry', ['What you bring on the first day', 'From the first day you:']),
      section('learning', 'learning', [
        'What you learn here, and in what time',
        'With help from colleagues, you learn to:',
      ]),
      section('finding-out', 'none', ['How we find out', FINDING_OUT]),
    ],
  },
  advert: {
    sections: [
      section('purpose', 'purpose', ['The job']),
      section('doing', 'doing', ['What you will do', 'You will:']),
      section('entry', 'entry', ['What you bring', 'On the first day you can already:']),
      section('learning', 'learning', [
        'What you will learn',
        'Nobody has to bring this. With us you learn to:',
      ]),
      section('offer', 'facts', ['What we offer'], ['Pay', 'Place', 'Hours', 'Holiday', 'Start']),
      section('applying', 'facts', ['How to apply'], ['Send', 'To', 'By', 'Questions to']),
      section('welcome', 'none', ['How we choose', `${FINDING_OUT}\n\n${WELCOME}`]),
    ],
  },
  card: {
    sections: [
      section('about', 'none', [
        'What this card is for',
        'It says what the job asks for, competency by competency. The level is the highest that the job gives room for: more is welcome, and is not asked for.',
      ]),
      section('levels', 'levels', ['Levels of the job']),
    ],
  },
}

/**
 * A template changed by a button: "up:KEY", "down:KEY", "remove:KEY", "add" for a section of one's own, "back:KEY" for one of
 * ours that was taken out. Anything else leaves it as it is.
 */
export function templateWith({ sections }: Template, what: string, ours: Template): Template {
  const [, verb = what, key = ''] = /^(up|down|remove|back):(.+)$/.exec(what) ?? []
  const at = sections.findIndex((one) => one.key === key)
  if (verb === 'add') return { sections: [...sections, section(freeKey(sections), 'none', [''])] }
  if (verb === 'back') return { sections: [...sections, ...ours.sections.filter((one) => one.key === key)] }
  if (verb === 'remove') return { sections: sections.filter((one) => one.key !== key) }
  const to = at + (verb === 'up' ? -1 : 1)
  const [here, other] = [sections[at], sections[to]]
  return here && other ? { sections: sections.with(at, other).with(to, here) } : { sections }
}

function freeKey(sections: readonly TemplateSection[]): string {
  let number = 1
  while (sections.some(({ key }) => key === `own-${number}`)) number += 1
  return `own-${number}`
}
