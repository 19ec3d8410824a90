/** A list of topics as lines that people edit. */
import { Invalid } from '#errors.ts'
import type { Topic } from './rules/topics.ts'

export function topicLines(topics: readonly Topic[]): string {
  return topics.map(({ says, words }) => `${says} | ${words.join('; ')}`).join('\n')
}

/** The topics of such lines; empty lines count for nothing. Throws Invalid at the field `text`, naming the line. */
export function topicsIn(text: string): Topic[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const [says = '', rest = ''] = line.split('|').map((part) => part.trim())
    const words = rest.split(';').flatMap((one) => one.trim() || [])
    if (says.length < 3 || words.length === 0)
      throw new Invalid({
        text: `Line ${i + 1} needs a reason, a bar | and at least one word after it: “Age plays no part. | your age; how old are you”.`,
      })
    return [{ says: says.slice(0, 400), words: words.slice(0, 60).map((one) => one.slice(0, 80)) }]
  })
}
