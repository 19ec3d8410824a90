import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { SOURCE_WORDS, type Template, type TemplateSection } from '../templates.ts'
import { TEXT_WORDS, type TextKind } from '../text.ts'
import { RoleFrame } from './frame.tsx'

interface TemplateProps {
  kind: TextKind
  template: Template
  /** 0: it is ours. */
  version: number
  errors?: Messages
  /** Sections of ours that are not in it. */
  missing: TemplateSection[]
}

/** The sections that new texts of a kind begin with. */
export function TemplatePage({ kind, template, version, errors = {}, missing }: TemplateProps) {
  const { one, label } = TEXT_WORDS[kind]
  return (
    <RoleFrame
      title={`Template: ${label}`}
      crumbs={[{ label: 'Descriptions and adverts', href: links.roleTexts() }]}
      styles={['role-text']}
      lead={`Every new ${one} begins with these sections and standing words. Texts that are there already stay as they are.`}
    >
      <Problems errors={errors} />
      <form class="stack wide" method="post" action={links.roleTemplate(kind)} noValidate>
        <input type="hidden" name="seen" value={version} />
        <button class="unseen" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {template.sections.map((section, i) => (
          <SectionFields
            key={section.key}
            section={section}
            errors={errors}
            isFirst={i === 0}
            isLast={i === template.sections.length - 1}
          />
        ))}
        <div class="row">
          <Button kind="primary" name="do" value="save">
            Save the template
          </Button>
          <Button name="do" value="add">
            Add a section of your own
          </Button>
          {missing.map(({ key, heading }) => (
            <Button key={key} kind="quiet" name="do" value={`back:${key}`}>
              Bring back “{heading}”
            </Button>
          ))}
        </div>
      </form>
      {version > 0 && (
        <form class="block" method="post" action={links.roleTemplateRemoval(kind)}>
          <Button kind="danger">Go back to Sightline’s own template</Button>
        </form>
      )}
    </RoleFrame>
  )
}

interface SectionFieldsProps {
  section: TemplateSection
  errors: Messages
  isFirst: boolean
  isLast: boolean
}

function SectionFields({ section, errors, isFirst, isLast }: SectionFieldsProps) {
  const { key, kind, source, heading, text, facts } = section
  return (
    <fieldset class="text-section">
      <legend>{heading || 'A section of your own'}</legend>
      <p class="small soft">{SOURCE_WORDS[source]}</p>
      <input type="hidden" name="section" value={key} />
      <input type="hidden" name={`source.${key}`} value={source} />
      <Field label="Heading" name={`heading.${key}`} value={heading} error={errors[`heading.${key}`]} />
      <Field
        label={kind === 'lines' ? 'Words before the list' : 'Standing words'}
        name={`text.${key}`}
        rows={kind === 'lines' ? 1 : 4}
        value={text}
        error={errors[`text.${key}`]}
      />
      {kind === 'facts' && (
        <Field
          label="Facts to fill in, one a line"
          name={`facts.${key}`}
          rows={5}
          value={facts.join('\n')}
          error={errors[`facts.${key}`]}
        />
      )}
      <p class="row">
        <button class="button quiet" type="submit" name="do" value={`up:${key}`} disabled={isFirst}>
          Move up
        </button>
        <button class="button quiet" type="submit" name="do" value={`down:${key}`} disabled={isLast}>
          Move down
        </button>
        <button class="button quiet" type="submit" name="do" value={`remove:${key}`}>
          Take out
        </button>
      </p>
    </fieldset>
  )
}
