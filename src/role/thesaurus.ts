/** The thesaurus: plain words in, statements by competency and level out. What it finds can be taken into a text or a profile. */
import type { FoundCompetency, FoundStatement } from '#framework/found.ts'
import { competencyLabel, type Level } from '#framework/model.ts'
import type { Near } from '#translate/reason.ts'

export interface Term {
  id: string
  text: string
  level: { key: string; number: number | null; name: string | null; position: number; count: number }
}

/** Statements of one competency, from the lowest level. */
export interface TermGroup {
  framework: { slug: string; title: string }
  competency: { key: string; name: string }
  /** Why it is here: its words were found, or it is near in meaning. */
  found: 'words' | 'meaning'
  terms: Term[]
}

/** What the search found, without what belongs to no level; a competency without such statements is left out. */
export function groupsFound(hits: readonly FoundCompetency[]): TermGroup[] {
  return hits.flatMap((hit) => {
    const terms = hit.statements.flatMap(termOf).toSorted(byLevel)
    if (terms.length === 0) return []
    const name = competencyLabel({ code: hit.code, name: hit.name.map(({ text }) => text).join('') })
    const { slug, title } = hit.framework
    return [
      { framework: { slug, title }, competency: { key: hit.key, name }, found: 'words' as const, terms },
    ]
  })
}

function termOf({ id, kind, level, place, text }: FoundStatement): Term[] {
  if (kind !== 'indicator' || !level || !place) return []
  return [{ id, text: text.map((piece) => piece.text).join(''), level: { ...level, ...place } }]
}

const byLevel = (a: Term, b: Term) => a.level.position - b.level.position

export interface Shelf {
  slug: string
  title: string
  levels: readonly Level[]
  competencies: readonly {
    key: string
    code: string | null
    name: string
    statements: readonly { id: string; text: string; level: string | null }[]
  }[]
}

/** So many statements are shown for their meaning. */
const MOST_NEAR = 8

/** The statements that are nearest in meaning, by competency; those found by their words are left out. */
export function groupsNear(near: readonly Near[], shelf: Shelf, found: ReadonlySet<string>): TermGroup[] {
  const nearest = near.toSorted((a, b) => b.likeness - a.likeness).slice(0, MOST_NEAR)
  const texts = new Set(nearest.map(({ text }) => text))
  return shelf.competencies.flatMap(({ key, code, name, statements }) => {
    const terms = statements
      .filter(({ id, text }) => texts.has(text) && !found.has(id))
      .flatMap(({ id, text, level }) => {
        const position = shelf.levels.findIndex((one) => one.key === level)
        const at = shelf.levels[position]
        return at
          ? [
              {
                id,
                text,
                level: {
                  key: at.key,
                  number: at.number,
                  name: at.name,
                  position,
                  count: shelf.levels.length,
                },
              },
            ]
          : []
      })
    if (terms.length === 0) return []
    const competency = { key, name: competencyLabel({ code, name }) }
    return [
      { framework: { slug: shelf.slug, title: shelf.title }, competency, found: 'meaning' as const, terms },
    ]
  })
}
