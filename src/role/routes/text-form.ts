import type { Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { formOf } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import type { Step } from '../actions/text.ts'
import { TypedText } from '../text.ts'

/** The editor's form as it was sent, before it is checked. */
export interface SentText {
  seen: number
  title: string
  sections: SentSection[]
  do: string
}

interface SentSection {
  key: string
  heading: string
  text: string
  lines: { id: string; text: string }[]
  facts: string[]
  add: string
  take: string[]
}

const texts = (value: unknown): string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === 'string')

/** The fields of the editor, section by section; `id.KEY` and `line.KEY` belong together by their order. */
export async function sentText(c: HonoContext<Env>): Promise<SentText> {
  const form = await formOf(c)
  const one = (name: string) => texts(form[name])[0] ?? ''
  return {
    seen: Number(one('seen')) || 0,
    title: one('title'),
    do: one('do'),
    sections: texts(form.section).map((key) => {
      const typed = texts(form[`line.${key}`])
      return {
        key,
        heading: one(`heading.${key}`),
        text: one(`text.${key}`),
        lines: texts(form[`id.${key}`]).map((id, i) => ({ id, text: typed[i] ?? '' })),
        facts: texts(form[`fact.${key}`]),
        add: one(`add.${key}`),
        take: texts(form[`take.${key}`]),
      }
    }),
  }
}

/** The checked text, or Invalid with a message for each field, by the names that the page gives them. */
export function checkedText({ title, sections }: SentText): TypedText {
  const parsed = TypedText.safeParse({ title, sections })
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[fieldAt(path, sections)] ??= message
  throw new Invalid(fields)
}

function fieldAt(path: PropertyKey[], sections: readonly SentSection[]): string {
  const [first, place, field, row] = path
  const section = typeof place === 'number' ? sections[place] : undefined
  if (first !== 'sections' || !section) return String(first ?? '')
  if (field === 'lines' && typeof row === 'number')
    return `${section.key}.line.${section.lines[row]?.id ?? ''}`
  if (field === 'facts' && typeof row === 'number') return `${section.key}.fact.${row}`
  return field === 'lines' ? section.key : `${section.key}.${String(field)}`
}

/** "up:doing:ID" moves a line; null: nothing is moved. */
export function stepIn(text: string): Step | null {
  const [, what, section, line] = /^(up|down|remove):([a-z0-9-]+):(.+)$/.exec(text) ?? []
  return what && section && line ? { do: what, section, line } : null
}
