import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { changeTemplate, resetTemplate } from '../actions/template.ts'
import { templateOf } from '../actions/text-material.ts'
import { TemplatePage } from '../pages/template.tsx'
import { kindOf, SOURCES, TEMPLATES, Template, type TemplateSection, templateWith } from '../templates.ts'
import { TEXT_KINDS, type TextKind } from '../text.ts'

type C = HonoContext<Env>

/** What new texts begin with. Each kind has an address of its own, as there are only these. */
export function templateRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  for (const kind of TEXT_KINDS)
    routes
      .get(`/template/${kind}`, allow(may.editAll), async (c) => {
        const { template, version } = await c.var.ctx.read((db) => templateOf(db, kind))
        return show(c, kind, { template, version })
      })
      .post(`/template/${kind}`, allow(may.editAll), (c) => save(c, kind))
      .post(`/template/${kind}/removal`, allow(may.editAll), async (c) => {
        await resetTemplate(c.var.ctx, kind)
        return c.redirect(links.roleTemplate(kind), 303)
      })
  return routes
}

interface Shown {
  template: Template
  version: number
  errors?: Record<string, string>
}

function show(
  c: C,
  kind: TextKind,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  const there = new Set(shown.template.sections.map(({ key }) => key))
  const missing = TEMPLATES[kind].sections.filter(({ key }) => !there.has(key))
  return page(c, <TemplatePage kind={kind} {...shown} missing={missing} />, status)
}

/** Everything but saving only shows the form again, changed. */
async function save(c: C, kind: TextKind): Promise<Response> {
  const form = await formOf(c)
  const version = Number(form.seen) || 0
  const typed: Template = { sections: sectionsIn(form) }
  const what = String(form.do ?? 'save')
  if (what !== 'save') return show(c, kind, { template: templateWith(typed, what, TEMPLATES[kind]), version })
  const result = await attempt(async () =>
    changeTemplate(c.var.ctx, kind, { seen: version, content: checked(typed) }),
  )
  if ('done' in result) return c.redirect(links.roleTexts(), 303)
  const { errors, status } = result.refused
  const now = status === 409 ? (await c.var.ctx.read((db) => templateOf(db, kind))).version : version
  return show(c, kind, { template: typed, version: now, errors }, status)
}

function sectionsIn(form: Record<string, unknown>): TemplateSection[] {
  const one = (name: string) => String([form[name] ?? ''].flat()[0])
  const keys = [form.section ?? []].flat().filter((key): key is string => typeof key === 'string')
  return keys.map((key) => {
    const source = SOURCES.find((known) => known === one(`source.${key}`)) ?? 'none'
    const facts = one(`facts.${key}`)
      .split('\n')
      .map((fact) => fact.trim())
      .filter(Boolean)
    return {
      key,
      kind: kindOf(source),
      source,
      heading: one(`heading.${key}`),
      text: one(`text.${key}`),
      facts,
    }
  })
}

function checked(typed: Template): Template {
  const parsed = Template.safeParse(typed)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    const [, place, field] = path
    const key = typeof place === 'number' ? typed.sections[place]?.key : undefined
    fields[key === undefined ? '' : `${String(field)}.${key}`] ??= message
  }
  throw new Invalid(fields)
}
