import { competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { Choice, type Messages } from '#web/field.tsx'

interface CellFieldsProps {
  framework: Pick<Framework, 'competencies' | 'scale'>
  competency: string
  level: string | null
  errors?: Messages
  /** Keeps the names of the boxes apart where several forms stand on one page. */
  id: string
}

/** Which competency and which level, each in the framework's own words. */
export function CellFields({ framework, competency, level, errors = {}, id }: CellFieldsProps) {
  const { competencies, scale } = framework
  return (
    <div class="cell-fields">
      <Choice
        label="Competency"
        name="competency"
        id={`${id}-competency`}
        value={competency}
        error={errors.competency}
        options={competencies.map(({ key, code, name }) => ({
          value: key,
          label: competencyLabel({ code, name }),
        }))}
      />
      {scale.levels.length > 0 && (
        <Choice
          label="Level"
          name="level"
          id={`${id}-level`}
          value={level ?? ''}
          error={errors.level}
          options={scale.levels.map((one) => ({ value: one.key, label: levelLabel(one) }))}
        />
      )}
    </div>
  )
}
