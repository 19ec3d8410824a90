import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreementOf, agreementWords, byTenure } from './agreement.ts'
import {
  holds,
  type IncumbentAnswers,
  type JobStatement,
  mergeCompetency,
  mergeStatements,
  mostApart,
} from './merge.ts'
import { JOB_ANSWERS, type JobAnswer } from './model.ts'

const LEVELS = ['1', '2', '3', '4']
const PAGE = readFileSync(join(import.meta.dirname, '../../docs/methods/job-analysis.md'), 'utf8')

/** One letter a person for each statement: e(ntry), l(earned), n(ot), a dot for no answer. */
function people(
  lines: Record<string, readonly [level: string, answers: string]>,
  months: number[] = [],
): IncumbentAnswers[] {
  const count = Math.max(...Object.values(lines).map(([, answers]) => answers.length))
  const letters: Record<string, JobAnswer> = { e: 'entry', l: 'learned', n: 'not' }
  return Array.from({ length: count }, (_, i) => ({
    person: `p${i}`,
    months: months[i] ?? null,
    expected: [],
    answers: Object.entries(lines).flatMap(([statementId, [level, answers]]): JobStatement[] => {
      const answer = letters[answers[i] ?? '']
      return answer ? [{ statementId, text: statementId, competency: 'a', also: [], level, answer }] : []
    }),
  }))
}

/** The table of the page, as answers. */
function fromPage(): IncumbentAnswers[] {
  const rows = [...PAGE.matchAll(/^\| (s\d), level (\d) \| (\d) \| (\d) \| (\d) \| (\d) \| (.+) \|$/gm)]
  assert.equal(rows.length, 7)
  const lines = rows.map(([, id = '', level = '', entry, learned, not, none]) => {
    const answers = [
      ['e', entry],
      ['l', learned],
      ['n', not],
      ['.', none],
    ] as const
    return [id, [level, answers.map(([letter, n]) => letter.repeat(Number(n))).join('')]] as const
  })
  return people(Object.fromEntries(lines))
}

const WORDS: Record<JobAnswer, string> = {
  entry: 'from the first day',
  learned: 'learned in the job',
  not: 'not used',
}
const mergedOf = (incumbents: IncumbentAnswers[]) =>
  mergeCompetency('a', LEVELS, { statements: mergeStatements(incumbents), incumbents })

test('the numbers of the page on job analysis come from the rule as it is built', () => {
  const incumbents = fromPage()
  const statements = mergeStatements(incumbents)
  for (const one of statements)
    assert.match(PAGE, new RegExp(`\\| ${one.statementId}, level .* \\| ${WORDS[holds(one)]} \\|`))
  const merged = mergedOf(incumbents)
  assert.deepEqual(
    merged.levels.map(({ needed, atEntry, statements }) => [needed, atEntry, statements]),
    [
      [2, 2, 2],
      [2, 0, 2],
      [1, 0, 2],
      [0, 0, 1],
    ],
  )
  assert.match(
    PAGE,
    new RegExp(
      `The full level is \\*\\*${merged.full}\\*\\*, the entry level is \\*\\*${merged.entry}\\*\\*`,
    ),
  )
  assert.equal(merged.firm, false)
  const { same, alpha } = agreementOf(incumbents)
  assert.ok(PAGE.includes(`example ${Math.round((same.value ?? 0) * 100)} %`), String(same.value))
  assert.ok(PAGE.includes(`\n  ${(alpha.value ?? 0).toFixed(2)}. From 0.8`), String(alpha.value))
  const apart = new Map(statements.map((one) => [one.statementId, (one.apart ?? 0).toFixed(2)]))
  assert.ok(PAGE.includes(`For s3 it is ${apart.get('s3')}, for s5 ${apart.get('s5')}`), [...apart].join())
})

test('months are the median of what was said, and nothing where nobody said a number', () => {
  const [one] = people({ s1: ['1', 'e'] })
  assert.ok(one)
  const said = [18, 3, 9, 6].map((months) => ({ ...one, expected: [{ competency: 'a', months }] }))
  assert.deepEqual(mergedOf(said).expected, { median: 7.5, least: 3, most: 18, said: 4 })
  assert.equal(mergedOf([one]).expected, null)
  assert.ok(PAGE.includes('From 3, 6, 9 and 18 months come 7.5, from 3 to 18'))
})

test('a competency that nobody answered is not known, and one that nobody needs is at no level', () => {
  assert.equal(mergedOf(people({})).full, null)
  const none = mergedOf(people({ s1: ['1', 'nn'], s2: ['2', 'nn'] }))
  assert.deepEqual([none.full, none.entry, none.firm], [0, 0, true])
})

test('what was settled counts in place of the answers, which stay as they were', () => {
  const incumbents = people({ s1: ['3', 'nnnl'] })
  const [settled] = mergeStatements(incumbents, [{ statementId: 's1', answer: 'entry' }])
  assert.ok(settled)
  assert.deepEqual([settled.verdict, settled.counts.not, holds(settled)], ['not', 3, 'entry'])
  const merged = mergeCompetency('a', LEVELS, { statements: [settled], incumbents })
  assert.deepEqual([merged.full, merged.entry], [3, 3])
})

test('what there is most to talk about stands on top', () => {
  const statements = mergeStatements(
    people({ same: ['1', 'll'], far: ['2', 'en'], near: ['3', 'el'], alone: ['4', 'e.'] }),
  )
  assert.deepEqual(
    mostApart(statements).map(({ statementId, apart }) => [statementId, apart]),
    [
      ['far', 1],
      ['near', 0.5],
    ],
  )
})

test('beginners stand beside the experienced, at the first boundary that divides them', () => {
  const line = { s1: ['1', 'elln'] as [string, string] }
  const tenure = byTenure(people(line, [2, 5, 8, 40]))
  assert.deepEqual([tenure?.boundary, tenure?.beginners.length, tenure?.experienced.length], [6, 2, 2])
  assert.equal(byTenure(people(line, [8, 9, 10, 40]))?.boundary, 12)
  assert.equal(byTenure(people(line, [2, 3, 4, 5])), null)
  assert.equal(byTenure(people(line)), null)
})

test('one person alone gives levels and no agreement, and the words say why', () => {
  const alone = people({ s1: ['1', 'e'] })
  const agreement = agreementOf(alone)
  assert.equal(agreement.alpha.value, null)
  assert.match(agreementWords(agreement), /One person alone/)
  assert.equal(mergedOf(alone).full, 1)
})

test('an interval is given only where there are statements enough', () => {
  const line = (i: number) => [`s${i}`, ['1', i % 3 === 0 ? 'eel' : i % 3 === 1 ? 'lln' : 'nnn']] as const
  const some = (count: number) => people(Object.fromEntries(Array.from({ length: count }, (_, i) => line(i))))
  assert.equal(agreementOf(some(11)).interval.value, null)
  const { alpha, interval } = agreementOf(some(30))
  assert.ok(interval.value && alpha.value !== null)
  assert.ok(interval.value.lower <= alpha.value && alpha.value <= interval.value.upper)
})

const COMPETENCIES = ['a', 'b']
const answered: fc.Arbitrary<IncumbentAnswers> = fc.record({
  person: fc.uuid(),
  months: fc.option(fc.integer({ min: 0, max: 100 })),
  answers: fc
    .array(fc.option(fc.constantFrom(...JOB_ANSWERS)), { minLength: 12, maxLength: 12 })
    .map((answers) =>
      answers.flatMap((answer, i): JobStatement[] => {
        const place = { competency: COMPETENCIES[i % 2] ?? 'a', level: LEVELS[i % 4] ?? '1' }
        return answer === null ? [] : [{ statementId: `s${i}`, text: '', also: [], ...place, answer }]
      }),
    ),
  expected: fc
    .option(fc.integer({ min: 0, max: 60 }))
    .map((months) => (months === null ? [] : [{ competency: 'a', months }])),
})
const several = fc.uniqueArray(answered, { minLength: 1, maxLength: 6, selector: ({ person }) => person })

function everything(incumbents: readonly IncumbentAnswers[]) {
  const statements = mergeStatements(incumbents)
  return {
    statements,
    apart: mostApart(statements),
    levels: COMPETENCIES.map((key) => mergeCompetency(key, LEVELS, { statements, incumbents })),
    agreement: agreementOf(incumbents),
  }
}

test('the order of people and of their answers never matters', () => {
  fc.assert(
    fc.property(several, fc.infiniteStream(fc.nat()), (incumbents, chance) => {
      const rank = new Map<unknown, number>()
      const shuffled = <T>(list: readonly T[]): T[] => {
        for (const one of list) rank.set(one, chance.next().value ?? 0)
        return list.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
      }
      const other = shuffled(incumbents).map((one) => ({ ...one, answers: shuffled(one.answers) }))
      assert.deepEqual(everything(other), everything(incumbents))
    }),
    { numRuns: 150, seed: 5 },
  )
})

test('somebody more who answers nothing changes no level, no count and no number of the agreement', () => {
  fc.assert(
    fc.property(several, (incumbents) => {
      const silent = { person: 'zz', months: null, answers: [], expected: [] }
      const [before, after] = [everything(incumbents), everything([...incumbents, silent])]
      assert.deepEqual({ ...after, agreement: null }, { ...before, agreement: null })
      if (incumbents.length > 1)
        assert.deepEqual({ ...after.agreement, people: 0 }, { ...before.agreement, people: 0 })
    }),
    { numRuns: 150, seed: 6 },
  )
})

test('the first day never asks for more than the job, and one more “needed” never lowers a level', () => {
  fc.assert(
    fc.property(several, fc.nat(), (incumbents, pick) => {
      const before = everything(incumbents).levels
      for (const { entry, full } of before) assert.ok((entry ?? 0) <= (full ?? 0))
      const [first, ...others] = incumbents
      if (!first || first.answers.length === 0) return
      const at = pick % first.answers.length
      const raised = first.answers.map((one, i) => (i === at ? { ...one, answer: 'entry' as const } : one))
      const after = everything([{ ...first, answers: raised }, ...others]).levels
      after.forEach((one, i) => {
        assert.ok((one.full ?? 0) >= (before[i]?.full ?? 0))
        assert.ok((one.entry ?? 0) >= (before[i]?.entry ?? 0))
      })
    }),
    { numRuns: 200, seed: 7 },
  )
})

test('an answer of one competency never changes another', () => {
  fc.assert(
    fc.property(several, (incumbents) => {
      const only = incumbents.map((one) => ({
        ...one,
        answers: one.answers.filter(({ competency }) => competency === 'a'),
      }))
      assert.deepEqual(everything(only).levels[0], everything(incumbents).levels[0])
    }),
    { numRuns: 100, seed: 8 },
  )
})
