import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { isUuid } from '#lib/uuid.ts'
import { links } from '#routes.ts'
import { attempt, formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { openThesaurus, takeTerms } from '../actions/thesaurus.ts'
import { ThesaurusPage } from '../pages/thesaurus.tsx'

const MOST = 300

/** Words for what is done, and the way from them into a draft. */
export function thesaurusRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/thesaurus', allow(may.read), async (c) =>
      page(c, <ThesaurusPage {...(await openThesaurus(c.var.ctx, wordsIn(c.req.query('q'))))} />),
    )
    .post('/thesaurus/taking', allow(may.edit), async (c) => {
      const form = await formOf(c)
      const words = wordsIn(form.q)
      const chosen = { target: targetIn(form.target), ids: [form.take ?? []].flat().filter(isId) }
      const result = await attempt(async () => takeTerms(c.var.ctx, chosen))
      const view = await openThesaurus(c.var.ctx, words)
      if ('refused' in result) {
        const { errors, status } = result.refused
        return page(c, <ThesaurusPage {...view} errors={errors} chosen={chosen} />, status)
      }
      return page(c, <ThesaurusPage {...view} done={doneWords(result.done)} />)
    })
}

function doneWords({ kind, roleId, id, added }: Awaited<ReturnType<typeof takeTerms>>) {
  const there = kind === 'text' ? 'the draft' : 'the profile'
  const says =
    added === 0 ? `${kind === 'text' ? 'They are' : 'It is'} in ${there} already` : `Taken into ${there}`
  return kind === 'text'
    ? { says, href: links.roleTextEdit(id), label: 'Go on writing' }
    : { says, href: links.role(roleId), label: 'See the role' }
}

const wordsIn = (sent: unknown) =>
  String(sent ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, MOST)

const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value)

/** Only what can be one: the ids go into queries. */
function targetIn(sent: unknown): string {
  const target = String(sent ?? '')
  return /^(?:text|profile)(?::[0-9a-f-]{36}){1,2}$/i.test(target) ? target.toLowerCase() : ''
}
