/** Is more corpus worth its work? Accuracy on the test half against examples for each cell, and each group left out in turn. */
import { englishDictionary } from '../src/translate/backends/dictionary.ts'
import { sentenceModel } from '../src/translate/backends/sentence-model.ts'
import { shippedTranslator } from '../src/translate/backends/shipped-file.ts'
import type { CorpusEntry } from '../src/translate/corpus.ts'
import { knowledgeOf } from '../src/translate/knowledge.ts'
import { type LabelledText, labelled, learn } from '../src/translate/learn.ts'
import type { Embedded } from '../src/translate/model.ts'
import { prepare } from '../src/translate/prepare.ts'
import { translatorOf } from '../src/translate/translator.ts'
import { accuracyOf, firstRight, type Judged, levelRight } from './accuracy.ts'
import { corpusGroups, spotlight, TEST_GROUP } from './translate-corpus.ts'

const PER_CELL = [0, 4, 12, 25, Number.POSITIVE_INFINITY]

interface Lesson extends LabelledText {
  text: string
  group: number
  cell: string
}

/** Rows: what was learnt from, then element, in three, level, within one, both, in per cent. */
export async function benchTranslateCurve(): Promise<string[][]> {
  const framework = spotlight()
  const lessons = await allLessons()
  const vectors = await vectorsOf([...lessons, ...knowledgeOf(framework)].map(({ scored }) => scored))
  const judge = (taught: readonly Lesson[], tests: readonly Lesson[]) => {
    const trained = learn(framework, taught, vectors, MODEL)
    const examples = taught.map(({ text, scored, labels }) => ({
      ...{ text, scored, level: labels[0]?.level ?? null },
      competencies: labels.map(({ competency }) => competency),
    }))
    const translator = translatorOf({ framework, examples, vectors, trained, backend: MODEL })
    return tests.map(({ scored, labels }) => ({
      reading: translator.read(scored, vectors.get(scored) ?? null),
      competencies: labels.map(({ competency }) => competency),
      levels: labels.map(({ level }) => level),
    }))
  }
  const training = lessons.filter(({ group }) => group !== TEST_GROUP)
  const tests = lessons.filter(({ group }) => group === TEST_GROUP)
  const curve = PER_CELL.map((most) => {
    const taught = someOfEachCell(training, most)
    const limit = Number.isFinite(most) ? `at most ${most} a cell` : 'all there are'
    return row(`${taught.length} statements, ${limit}: test half`, judge(taught, tests))
  })
  const groups = [...new Set(training.map(({ group }) => group))]
  const left = groups.map((group) =>
    judge(
      training.filter((one) => one.group !== group),
      training.filter((one) => one.group === group),
    ),
  )
  return [
    ['', 'element', 'in three', 'level', 'within one', 'both', 'ECE element', 'ECE level'],
    ...curve,
    ...left.map((judged, i) => row(`group ${groups[i]} left out`, judged)),
    row('each group left out in turn', left.flat()),
    ...bandRows(left.flat()),
  ]
}

/** How often each band is right, so that its words are no promise too many. */
function bandRows(judged: readonly Judged[]): string[][] {
  const says = (some: readonly Judged[], right: (one: Judged) => boolean) =>
    `${((100 * some.filter(right).length) / Math.max(1, some.length)).toFixed(0)} % of ${some.length}`
  return (['likely', 'possible', 'unsure'] as const).map((band) => [
    `each group left out in turn, ${band}`,
    says(
      judged.filter(({ reading }) => reading.band === band),
      firstRight,
    ),
    '',
    says(
      judged.filter(({ reading }) => reading.levelBand === band),
      levelRight,
    ),
  ])
}

const MODEL = 'bench'

async function allLessons(): Promise<Lesson[]> {
  const [dictionary, shipped, framework] = [await englishDictionary(), await shippedTranslator(), spotlight()]
  const lexicon = { dictionary, counts: shipped?.counts ?? new Map<string, number>() }
  const lesson = (entry: CorpusEntry, group: number): Lesson => {
    const { scored } = prepare(entry.text, lexicon)
    const [first] = entry.labels
    const cell = `${first?.competency}${first?.level}`
    return { ...labelled(entry, scored, framework), text: entry.text, group, cell }
  }
  return [...corpusGroups()].flatMap(([group, entries]) => entries.map((entry) => lesson(entry, group)))
}

async function vectorsOf(texts: readonly string[]): Promise<Map<string, Embedded>> {
  const model = sentenceModel()
  const wanted = [...new Set(texts)]
  const made = await model.embed(wanted)
  await model.close()
  return new Map(wanted.flatMap((text, i) => (made[i] ? [[text, made[i]]] : [])))
}

/** Evenly from all groups, in the order of the files. */
function someOfEachCell(lessons: readonly Lesson[], most: number): Lesson[] {
  const taken = new Map<string, number>()
  const inTurn = lessons.toSorted((a, b) => placeIn(a, lessons) - placeIn(b, lessons))
  return inTurn.filter(({ cell }) => {
    const count = taken.get(cell) ?? 0
    taken.set(cell, count + 1)
    return count < most
  })
}

const places = new Map<Lesson, number>()

/** Which of its cell in its group a lesson is. */
function placeIn(lesson: Lesson, lessons: readonly Lesson[]): number {
  if (places.size === 0) {
    const counts = new Map<string, number>()
    for (const one of lessons) {
      const key = `${one.group} ${one.cell}`
      places.set(one, counts.get(key) ?? 0)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return places.get(lesson) ?? 0
}

function row(name: string, judged: readonly Judged[]): string[] {
  const order = spotlight().scale.levels.map(({ key }) => key)
  const { first, three, exact, near, both, competencyError, levelError } = accuracyOf(judged, order)
  const shares = [first, three, exact, near, both].map((share) => (100 * share).toFixed(0))
  return [name, ...shares, competencyError.toFixed(3), levelError.toFixed(3)]
}
