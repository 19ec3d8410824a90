import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { addCandidate, moveCandidate } from './actions/candidate.ts'
import { openHiring, send, VACANCY } from './fixtures/hiring.ts'
import { listUninvited } from './store/candidates.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
before(async () => {
  hiring = await openHiring()
})
after(() => hiring.close())

const AT = `/recruit/${VACANCY}/candidate/refusal`
const owen = () => hiring.as('owen', 'recruiter')
const entered = (name: string, email: string | null) =>
  addCandidate(owen(), VACANCY, { name, email, letter: null, accommodation: null })
const mailsTo = async (recipient: string) =>
  hiring.ours.read((db) =>
    db
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('organization_id', '=', db.organizationId)
      .where('recipient', '=', recipient)
      .execute(),
  )

test('all who were not invited are told at one time, each as if by hand; who changed in between is left out', async () => {
  const app = appFor(owen())
  const anna = await entered('Anna First', 'anna@post.example')
  const boris = await entered('Boris Paper', null)
  const carla = await entered('Carla Called', 'carla@post.example')
  const dora = await entered('Dora Met', 'dora@post.example')
  await moveCandidate(owen(), { vacancyId: VACANCY, candidateId: dora }, { stage: 'invited', mail: null })
  const asked = await (await app.request(`http://localhost${AT}`)).text()
  assert.match(asked, /Anna First/)
  assert.match(asked, /\[their name\]/)
  assert.match(asked, /given no address/)
  assert.doesNotMatch(asked, /Dora Met/)
  const those = /name="those" value="([^"]+)"/.exec(asked)?.[1] ?? ''
  assert.ok(those.includes(anna) && those.includes(boris) && !those.includes(dora))

  const form = {
    those,
    mail: 'yes',
    subject: 'For [their name]',
    text: 'Dear [their name]\n\nNo.\n\n[the link to their own page]',
  }
  const empty = await send(app, AT, { ...form, text: ' ' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /For \[their name\]/)

  const sure = await (await send(app, AT, form)).text()
  assert.match(sure, /Refuse \d+ people and send the mails/)
  assert.equal((await hiring.candidateNamed('Anna First'))?.stage, 'applied')

  await moveCandidate(owen(), { vacancyId: VACANCY, candidateId: carla }, { stage: 'invited', mail: null })
  const done = await (await send(app, AT, { ...form, sure: 'yes' })).text()
  assert.match(done, /They are told/)
  assert.match(done, /Carla Called<\/a>: invited/)
  assert.equal((await hiring.candidateNamed('Anna First'))?.stage, 'refused')
  assert.equal((await hiring.candidateNamed('Boris Paper'))?.stage, 'refused')
  assert.equal((await hiring.candidateNamed('Carla Called'))?.stage, 'invited')
  assert.equal((await hiring.candidateNamed('Dora Met'))?.stage, 'invited')
  const mail = (await mailsTo('anna@post.example')).find(({ subject }) => subject === 'For Anna First')
  assert.match(mail?.body ?? '', /Dear Anna First[\s\S]*\/application\//)
  assert.equal((await mailsTo('carla@post.example')).length, 1)
  assert.deepEqual(await hiring.ours.read((db) => listUninvited(db, VACANCY)), [])

  const moves = () =>
    hiring.ours.read((db) =>
      db
        .selectFrom('history_event')
        .select('id')
        .where('organization_id', '=', db.organizationId)
        .where('act', '=', 'candidate: moved')
        .execute(),
    )
  const before = (await moves()).length
  const again = await (await send(app, AT, { ...form, sure: 'yes' })).text()
  assert.match(again, /Nobody was moved/)
  assert.match(again, /Anna First<\/a>: not taken/)
  assert.equal((await moves()).length, before)
  assert.equal((await mailsTo('anna@post.example')).length, 2)
})

test('without a mail they are moved and hear nothing; who has no part in hiring finds no such page', async () => {
  const app = appFor(owen())
  const id = await entered('Edith Quiet', 'edith@post.example')
  const form = { those: `${id},nonsense`, mail: 'no', subject: '', text: '', sure: 'yes' }
  assert.match(await (await send(app, AT, form)).text(), /1 person is not taken, without a mail/)
  assert.equal((await hiring.candidateNamed('Edith Quiet'))?.stage, 'refused')
  assert.equal((await mailsTo('edith@post.example')).length, 1)
  const marcus = appFor(hiring.as('marcus'))
  assert.equal((await marcus.request(`http://localhost${AT}`)).status, 404)
  assert.equal((await send(marcus, AT, form)).status, 404)
})
