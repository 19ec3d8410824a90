/** How fast a document is read: fifty pages of text, against the least that any reader must do. */
import { sourceFrom } from '../src/intake/decode.ts'
import { readDocument } from '../src/intake/read.ts'

const PAGE = 3000
const ROUNDS = 7

/** Rows to print: CPU time of the median round, speed, and the ratio to cutting the text into lines. */
export function benchIntake(): string[][] {
  const text = fiftyPages()
  const source = sourceFrom(text, null)
  const reading = median(() => readDocument(source).competencies.length)
  const splitting = median(() => text.split('\n').filter((line) => line.trim() !== '').length)
  return [
    [`50 pages of text (${Math.round(text.length / 1000)} kB)`, `${reading.toFixed(0)} ms CPU`],
    ['speed', `${(text.length / 1000 / reading).toFixed(1)} MB/s`],
    ['the same text only cut into lines', `${splitting.toFixed(2)} ms CPU`],
    ['ratio', `${Math.round(reading / splitting)}`],
  ]
}

/** Milliseconds of processor time, the median of some rounds after one to warm up. */
function median(work: () => number): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

function fiftyPages(): string {
  let text = ''
  for (let number = 1; text.length < 50 * PAGE; number++) text += competency(number)
  return text
}

function competency(number: number): string {
  const levels = [1, 2, 3, 4].map((level) => {
    const lines = Array.from(
      { length: 7 },
      (_, i) => `  • Keeps promise ${i + 1} of kind ${number} to customers and colleagues at once.`,
    )
    return `Level ${level}\n${lines.join('\n\n')}\n`
  })
  const activity = '• Spend a day with another team, and write down what they do differently.'
  return `Skill ${number} of many\n\nDefinition\n\nThe ability to speak plainly and to listen, in case ${number}.\n\n${levels.join('\n')}\nSuggested activities\n\n${activity}\n\n`
}
