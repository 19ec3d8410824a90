import { checkCompetencies } from './check-competencies.ts'
import { checkScale } from './check-scale.ts'
import { fault, type Path, type Problem, warning } from './fault.ts'
import { namesOf, readTarget } from './file-content.ts'
import { type Framework, slugify } from './model.ts'
import { type Outline, outline } from './outline.ts'
import { suggest } from './suggest.ts'

/**
 * Checks what no schema can: that everything that refers to something finds it, and that nothing is there twice.
 * `value` is the content of a framework file and may be faulty in shape; what can be recognised is checked.
 */
export function checkContent(value: unknown): Problem[] {
  const file = outline(value)
  return [...checkHead(file), ...checkScale(file), ...checkCompetencies(file), ...checkOwnAlignments(file)]
}

function checkHead({ slug, language }: Outline): Problem[] {
  const problems: Problem[] = []
  if (slug !== null && slugify(slug.text) !== slug.text) {
    const message = `“${slug.text}” cannot be a slug: only lower case, digits and hyphens can.`
    problems.push(fault(slug.path, message, `Write “${slugify(slug.text)}”.`))
  }
  if (language !== null && !isLanguage(language.text)) {
    const better = language.text.replaceAll('_', '-')
    const remedy = isLanguage(better) ? `Write “${better}”.` : 'Write a tag such as en-GB, fr or mi.'
    problems.push(fault(language.path, `“${language.text}” is not a language tag.`, remedy))
  }
  return problems
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function checkOwnAlignments({ slug, competencies, alignments }: Outline): Problem[] {
  const names = namesOf(competencies)
  const seen = new Set<string>()
  return alignments.flatMap(({ from, to, type, path }) => {
    const problems: Problem[] = []
    if (from !== null && !names.has(slugify(from.text))) {
      problems.push(
        fault(
          from.path,
          `There is no competency “${from.text}” in this file.`,
          suggest(from.text, names.values()),
        ),
      )
    }
    if (to !== null) problems.push(...checkTarget(to.text, slug?.text ?? null, to.path))
    const same = `${from?.text} ${to?.text} ${type}`
    if (seen.has(same))
      problems.push(fault(path, 'This alignment stands in the file twice.', 'Delete one of the two.'))
    seen.add(same)
    return problems
  })
}

function checkTarget(to: string, own: string | null, path: Path): Problem[] {
  const { framework, competency } = readTarget(to)
  if (framework === '' || competency === '') {
    return [fault(path, `“${to}” does not say which competency.`, 'Write slug/key, such as spotlight/a2.')]
  }
  if (framework !== own) return []
  return [
    fault(
      path,
      'An alignment leads to another framework, not to its own.',
      'Name the other framework, or delete the alignment.',
    ),
  ]
}

/** A problem that shows only when several frameworks are seen together. */
interface ProblemBetween extends Problem {
  /** Slug of the framework in whose file the path stands. */
  framework: string
}

/** Finds alignments that lead nowhere: a warning for a framework that is not here, a fault for a competency that it lacks. */
export function checkAlignments(frameworks: readonly Framework[]): ProblemBetween[] {
  const keys = new Map(frameworks.map((f) => [f.slug, f.competencies.map((c) => c.key)]))
  return frameworks.flatMap((framework) =>
    framework.alignments.flatMap(({ to }, i) => {
      const path = ['alignments', i, 'to']
      const there = keys.get(to.framework)
      if (there?.includes(to.competency)) return []
      const problem = there
        ? fault(
            path,
            `“${to.framework}” has no competency “${to.competency}”.`,
            suggest(to.competency, there),
          )
        : warning(path, `There is no framework “${to.framework}” here.`, suggest(to.framework, keys.keys()))
      return [{ ...problem, framework: framework.slug }]
    }),
  )
}
