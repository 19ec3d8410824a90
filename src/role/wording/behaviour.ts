import { type Competency, type Framework, indicatorsAt, levelLabel } from '#framework/model.ts'
import { stemsOf } from '#translate/words.ts'
import type { Mark } from './mark.ts'

/** What somebody does who has a quality, in the words of a framework. */
export interface Behaviour {
  framework: { slug: string; title: string }
  competency: { key: string; name: string }
  /** As people read it: "2 Automatic fluency". */
  level: string
  text: string
}

/** In whose words behaviours are offered. */
export interface Lens {
  /** The role's frameworks, in its order; the first that knows the quality gives the words. */
  frameworks: readonly Framework[]
  /** Frameworks of qualities that say which competencies of these they stand for. */
  others: readonly Framework[]
  /** Levels that the role requires, by the framework's id and the competency's key with a slash between. */
  required: ReadonlyMap<string, string>
}

/** The behaviour to write in place of a marked quality; null: no framework here has words for it. */
export function behaviourFor(mark: Mark, lens: Lens): Behaviour | null {
  if (mark.quality === null) return null
  const names = [mark.text, mark.quality]
  for (const framework of lens.frameworks)
    for (const name of names) {
      const meant = competenciesMeant(name, framework, lens.others)
      const ranked = meant.toSorted((a, b) => Number(isRequired(b)) - Number(isRequired(a)))
      const found = ranked.map((one) => behaviourOf(one, framework, lens)).find((one) => one !== null)
      if (found) return found
    }
  return null

  function isRequired(competency: Competency): boolean {
    return lens.frameworks.some(({ id }) => lens.required.has(`${id}/${competency.key}`))
  }
}

/** By the framework's own names first, then by what the frameworks of qualities say. */
function competenciesMeant(name: string, framework: Framework, others: readonly Framework[]): Competency[] {
  const own = framework.competencies.filter((one) => isCalled(one, name))
  if (own.length > 0) return own
  const keys = others.flatMap((other) => {
    const from = other.competencies.filter((one) => isCalled(one, name)).map(({ key }) => key)
    return other.alignments
      .filter(({ from: key, to }) => from.includes(key) && to.framework === framework.slug)
      .map(({ to }) => to.competency)
  })
  return framework.competencies.filter(({ key }) => keys.includes(key))
}

function isCalled({ name, aliases }: Competency, word: string): boolean {
  return [name, ...aliases].some((alias) => same(alias, word))
}

function same(a: string, b: string): boolean {
  const [one, two] = [stemsOf(a).join(' '), stemsOf(b).join(' ')]
  return one !== '' && one === two
}

/** At the required level; where none is required, at the second, which everybody reaches with practice. */
function behaviourOf(competency: Competency, framework: Framework, { required }: Lens): Behaviour | null {
  const { levels } = framework.scale
  const wanted = required.get(`${framework.id}/${competency.key}`)
  const level = levels.find(({ key }) => key === wanted) ?? levels[1] ?? levels[0]
  const statement = level && indicatorsAt(competency, level.key)[0]
  if (!level || !statement) return null
  return {
    framework: { slug: framework.slug, title: framework.title },
    competency: {
      key: competency.key,
      name: [competency.code, competency.name].filter((part) => part !== null).join(' '),
    },
    level: levelLabel(level),
    text: statement.text,
  }
}
