import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { idIn } from '#web/form.ts'
import { LevelsDrawn } from '#web/levels-drawn.tsx'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { svgFile, takeAway } from '#web/take-away.tsx'
import { profileAccess as may } from '../access.ts'
import { openPicture } from '../actions/picture.ts'
import { PicturePage, pictureProps } from '../pages/picture.tsx'
import { pictureCsv } from '../picture.ts'

type C = HonoContext<Env>

/** One's own levels in a framework, drawn and as a table. */
export function pictureRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/profile/picture/:framework', allow(may.own), async (c) =>
      page(c, <PicturePage {...(await openFor(c))} />),
    )
    .get('/profile/picture/:framework/picture.svg', allow(may.own), async (c) => {
      const { framework, rows, before } = await openFor(c)
      const drawn = <LevelsDrawn {...pictureProps(framework, rows, before?.rows ?? null)} standalone />
      return takeAway(c, { name: `${framework.slug}.svg`, type: 'image/svg+xml', body: svgFile(drawn) })
    })
    .get('/profile/picture/:framework/table.csv', allow(may.own), async (c) => {
      const { framework, rows } = await openFor(c)
      const body = pictureCsv(rows, framework.scale.levels)
      return takeAway(c, { name: `${framework.slug}.csv`, type: 'text/csv', body })
    })
}

function openFor(c: C) {
  const before = c.req.query('before') ?? ''
  return openPicture(c.var.ctx, c.req.param('framework') ?? '', before === '' ? null : idIn(before))
}
