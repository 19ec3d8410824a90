import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Table } from '#web/table.tsx'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { Members } from './vacancy-form.tsx'
import { dayWords } from './words.ts'

interface PanelProps {
  opened: Opened
  people: string[]
  values: Record<string, string>
  errors?: Messages
}

/** Who rates, who has prepared, and who left. */
export function PanelPage({ opened, people, values, errors = {} }: PanelProps) {
  const { vacancy, panel, questions } = opened
  const rows = panel.map(({ personId, name, isChair, preparedAt, leftAt }) => ({
    key: personId,
    cells: [
      name,
      leftAt ? `left on ${dayWords(leftAt)}` : isChair ? 'leads the panel' : 'rates',
      preparedAt ? `on ${dayWords(preparedAt)}` : <span class="soft">not yet</span>,
      String(questions.filter(({ askedBy }) => askedBy === personId).length),
    ],
  }))
  return (
    <RecruitFrame
      title="Panel"
      vacancy={vacancy}
      oversees={opened.part.oversees}
      here={links.vacancyPanel(vacancy.id)}
      lead="Each rates alone, and sees nobody else’s ratings of a candidate before having submitted their own."
    >
      {rows.length > 0 && (
        <Table
          stacks
          caption="Who rates"
          heads={['Name', 'Part', 'Prepared', 'Asks questions']}
          rows={rows}
        />
      )}
      <form class="stack block" method="post" action={links.vacancyPanel(vacancy.id)} noValidate>
        <Problems errors={errors} />
        <Members values={values} errors={errors} people={people} />
        <p class="soft measure">
          Whoever is not named any more has left: what they submitted stays, and their questions go to the
          others. People may join and leave at any time.
        </p>
        <Button kind="primary">Save the panel</Button>
      </form>
    </RecruitFrame>
  )
}
