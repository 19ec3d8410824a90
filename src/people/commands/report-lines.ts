import type { Screen } from '#cli/screen.ts'
import { wrap } from '#cli/wrap.ts'
import type { Report } from '../csv/report.ts'
import { countedPeople } from '../words.ts'

/** What came, or would come, of a file; with faults, every one that is kept. */
export function reportLines(
  report: Report,
  { isDone, screen }: { isDone: boolean; screen: Screen },
): string[] {
  const { style, width } = screen
  const faults = report.faults.flatMap(({ line, column, value, message }) => {
    const where = [`Line ${line}`, column, value && `“${value}”`].filter(Boolean).join(', ')
    return wrap(message, width, `${style.warm(where)}: `, '  ')
  })
  const notes = report.notes.flatMap((note) => wrap(note, width, '• ', '  '))
  const hidden = report.faultCount - report.faults.length
  if (report.faultCount > 0)
    return [...faults, ...(hidden > 0 ? [`and ${hidden} more`] : []), ...notes, 'Nothing was read in.']
  const counts = `${countedPeople(report.added)} added, ${countedPeople(report.changed)} changed, ${countedPeople(report.unchanged)} as before`
  const made = [
    ...report.newTeams.map((team) => `new team: ${team}`),
    ...report.newPlaces.map((place) => `new place: ${place}`),
  ]
  return [...notes, ...made, isDone ? `${counts}.` : `It would be: ${counts}. Nothing was read in.`]
}
