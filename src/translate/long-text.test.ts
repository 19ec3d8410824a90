/** A CV or a job description on the page: a line each, what is no activity said to be none, and all of it taken together. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { closeTranslate } from './actions/desk.ts'

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf(database.world)
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
})
after(async () => {
  await closeTranslate()
  await database.close()
})

const translate = async (text: string) =>
  (await ada.visitor.post('/translate', { text, framework: 'spotlight' })).html

const CV = `Jane Example
jane@example.org
Employment history
Receptionist, Grand Hotel, 2019–2023
• Soothes irritated customers as a matter of routine • Works with the customer towards bounds both can live with
- I never have to plan anything
Skills: empathy, team player
References on request`

test('many activities get a line each, with how sure of each, and the page ends with where they lie', async () => {
  const html = await translate(CV)
  assert.match(html, /5 activities were found/)
  assert.equal((html.match(/<article class="answer short"/g) ?? []).length, 5)
  for (const left of ['Jane Example', 'Grand Hotel', 'References', 'Employment'])
    assert.doesNotMatch(html.slice(html.indexOf('class="answers"')), new RegExp(left))
  const [, taken = ''] = html.split('Taken together')
  assert.match(taken, /A2 <\/span>Monitoring and guiding reactions/)
  assert.match(taken, /<a href="#activity-1">1<\/a>/)
  assert.match(html, /id="activity-1"/)
  assert.match(taken, /not sure enough, or tell of no activity/)
})

test('what is not done, and qualities, are no activities even among many', async () => {
  const html = await translate(CV)
  assert.match(html, /You say what you do not do: “I never have to plan anything”/)
  assert.match(html, /<details class="words-of guess">/)
  assert.equal((html.match(/A quality, not something done\./g) ?? []).length, 2)
  assert.match(html, /It usually stands for[\s\S]*A2 <\/span>[\s\S]*A3 <\/span>/)
})

test('competency and level each say how sure they are', async () => {
  const html = await translate('Soothes irritated customers as a matter of routine.')
  assert.match(html, /Competency <span class="band likely"><b>Likely<\/b>/)
  assert.match(html, /Level <span class="band (?:likely|possible)"><b>(?:Likely|Possible)<\/b>/)
  const strange = await translate('Paris is the capital of France.')
  assert.match(strange, /This is unlike everything that Sightline knows/)
  assert.match(strange, /Level <span class="band unsure"><b>Not sure<\/b>/)
})
