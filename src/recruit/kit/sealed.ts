/** What is sealed of a kit when it is fixed: all that every candidate meets, and how it counts. It names nobody. */
import type { SealedContent } from '../chain.ts'
import type { Criterion, Question, Vacancy } from '../model.ts'

/** A kit as a chain seals it. Who asks what may still change with the panel, so it is not part of it. */
export function sealedKit({
  vacancy: { profileId },
  criteria,
  questions,
}: {
  vacancy: Pick<Vacancy, 'profileId'>
  criteria: readonly Criterion[]
  questions: readonly Omit<Question, 'askedBy'>[]
}): SealedContent {
  return {
    body: {
      profile: profileId,
      criteria: criteria.map(
        ({ id, framework, competency, name, entryLevel, level, months, must, weight }) => ({
          ...{ id, framework, competency, name, entryLevel, level, months, must, weight },
        }),
      ),
      questions: questions.map(({ id, criterion, kind, text, probes, points, source, anchors }) => ({
        ...{ id, criterion, kind, text, probes, points, source },
        anchors: anchors.map(({ from, to, label, texts, level }) => ({ from, to, label, texts, level })),
      })),
    },
    texts: {},
  }
}
