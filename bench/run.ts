/** npm run bench: the figures of this machine, now. `npm run bench -- intake` runs one part. */
import { cpus, loadavg } from 'node:os'

const PARTS: Record<string, { title: string; rows: () => Promise<string[][]> }> = {
  start: { title: 'Start', rows: async () => (await import('./start.ts')).benchStart() },
  pages: { title: 'Pages and search', rows: async () => (await import('./pages.ts')).benchPages() },
  people: { title: 'Ten thousand people', rows: async () => (await import('./people.ts')).benchPeople() },
  profile: { title: 'A workbook', rows: async () => (await import('./profile.ts')).benchProfile() },
  map: { title: 'The map of 5,000 people', rows: async () => (await import('./map.ts')).benchMap() },
  account: { title: 'Signing in', rows: async () => (await import('./account.ts')).benchAccount() },
  history: { title: 'A million events', rows: async () => (await import('./history.ts')).benchHistory() },
  intake: { title: 'Reading documents', rows: async () => (await import('./intake.ts')).benchIntake() },
  translate: {
    title: 'Translating',
    rows: async () => (await import('./translate.ts')).benchTranslate(),
  },
  'translate-curve': {
    title: 'What the corpus teaches Translate',
    rows: async () => (await import('./translate-curve.ts')).benchTranslateCurve(),
  },
  wording: { title: 'Wording', rows: async () => (await import('./wording.ts')).benchWording() },
  role: { title: 'Roles and job analyses', rows: async () => (await import('./role.ts')).benchRole() },
  recruit: {
    title: 'Interview kits and packs',
    rows: async () => (await import('./recruit.ts')).benchRecruit(),
  },
  measure: { title: 'Measure', rows: async () => (await import('./measure.ts')).benchMeasure() },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length) {
  console.error(`There is no part "${unknown.join('", "')}". There are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const load = loadavg()[0]?.toFixed(1)
console.log(`Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model ?? '?'}), load ${load}`)
for (const [name, { title, rows }] of Object.entries(PARTS)) {
  if (asked.length && !asked.includes(name)) continue
  console.log(`\n${title}`)
  print(await rows())
}

function print(rows: string[][]) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}`,
    )
}
