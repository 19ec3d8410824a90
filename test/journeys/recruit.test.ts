/** From a role to a signed decision: three people of a panel, one who recruits and a stranger, each in a browser of their own. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '../../demo/rows.ts'
import { type Context, createContext } from '../../src/context.ts'
import { saveEntries, submitCard } from '../../src/recruit/actions/card.ts'
import { openVacancy } from '../../src/recruit/actions/look.ts'
import { sheetField } from '../../src/recruit/decision/sheet.ts'
import { sent, someone } from '../../src/recruit/fixtures/panel.ts'
import type { Question } from '../../src/recruit/model.ts'
import { cardField } from '../../src/recruit/rating/card.ts'
import { listCandidates } from '../../src/recruit/store/cards.ts'
import { links } from '../../src/routes.ts'
import { NOBODY, type Role } from '../../src/viewer.ts'
import { appFor } from '../app.ts'
import { closeBrowser, faultsOf, noBrowser, openView, type Served, serveApp } from '../browser.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { loadExample } from '../example.ts'

let database: TestDatabase
let ours: Context
const served: Served[] = []
before(async () => {
  if (noBrowser) return
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(async () => {
  // First the browser: a server waits for the connections that are open.
  await closeBrowser()
  for (const one of served) await one.close()
  if (!noBrowser) await database.close()
})

/** Somebody with a browser: goes to places of their own Sightline, and notes what is wrong with the pages there. */
interface Actor {
  page: Page
  faults: string[]
  go(path: string): Promise<void>
  /** The page as it stands is looked at for what people cannot see or reach. */
  look(what: string): Promise<void>
  says(words: RegExp): Promise<void>
}

interface Looks {
  width: number
  colorScheme: 'light' | 'dark'
  scripts: boolean
}

async function actor(ctx: Context, looks: Looks): Promise<Actor> {
  const there = await serveApp(appFor(ctx))
  served.push(there)
  const page = await openView({ name: '', ...looks })
  const faults: string[] = []
  return {
    ...{ page, faults },
    go: async (path) => {
      const answer = await page.goto(there.url + path)
      if (answer?.status() !== 200) faults.push(`${path} answered ${answer?.status()}`)
    },
    look: async (what) => void faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`)),
    says: async (words) => assert.match((await page.locator('main').textContent()) ?? '', words),
  }
}

const member = (key: string, looks: Looks, ...roles: Role[]) => actor(someone(ours, key, ...roles), looks)

const WIDE: Looks = { width: 1280, colorScheme: 'light', scripts: true }
const PHONE: Looks = { width: 390, colorScheme: 'dark', scripts: true }
const PLAIN: Looks = { width: 1280, colorScheme: 'light', scripts: false }

/** What each writes of the first answer; nobody else may read it before they have given their own. */
const SECRETS = {
  hamish: 'Let the caller finish.',
  aroha: 'Saw the hands tremble.',
  marcus: 'Rang back at six.',
} as const
type Member = keyof typeof SECRETS
const RATINGS: Record<Member, number> = { hamish: 5, aroha: 2, marcus: 6 }

const idIn = (url: string) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(url)?.[0] ?? assert.fail(url)

/** From the role's profile to a kit that is fixed and a link by which people apply. Gives the vacancy and the link. */
async function makeVacancy({ page, go, look, says }: Actor): Promise<{ vacancy: string; link: string }> {
  await go(links.vacancyNew(demoId('role-profile', 'customer-adviser')))
  await page.fill('[name=member0]', 'Hamish McLeod')
  await page.fill('[name=member1]', 'Aroha Tamihana')
  await page.fill('[name=member2]', 'Marcus Bell')
  await page.getByRole('button', { name: 'Make the kit' }).click()
  const vacancy = idIn(page.url())
  await look('a kit')
  await page.getByRole('button', { name: 'Fix the kit' }).click()
  await go(links.candidates(vacancy))
  await page.getByRole('button', { name: 'Open for applications' }).click()
  const address = (await page.locator('.apply-address a').getAttribute('href')) ?? ''
  await says(/Nobody has applied yet/)
  return { vacancy, link: new URL(address).pathname }
}

async function applies({ page, go, look, says }: Actor, link: string): Promise<void> {
  await go(link)
  await look('the application')
  await page.fill('[name=name]', 'Petra Vance')
  await page.fill('[name=email]', 'petra.vance@post.example')
  await page.fill('[name=letter]', 'I like to explain things.')
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await says(/Your application has arrived/)
  await look('one’s own page')
}

/** A second one is entered by hand; both are invited, the first with a time. Gives their ids by name. */
async function invites({ page, go, look, says }: Actor, vacancy: string): Promise<Map<string, string>> {
  await go(links.candidateNew(vacancy))
  await page.fill('[name=name]', 'Rufus Hand')
  await page.getByRole('button', { name: 'Add them' }).click()
  const all = await ours.read((db) => listCandidates(db, vacancy))
  const ids = new Map(all.map(({ name, id }) => [name, id]))
  for (const [name, id] of ids) {
    await go(links.candidateMove(vacancy, id, 'invited'))
    await page.getByRole('button', { name: /^Invite to an interview/ }).click()
    if (name === 'Rufus Hand') continue
    await look('a candidate')
    await page.getByRole('link', { name: 'Arrange an interview' }).click()
    await page.fill('[name=day]', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    await page.fill('[name=time]', '10:30')
    await page.fill('[name=place]', 'Eastwick, room 2')
    await page.getByRole('button', { name: 'Arrange it and tell them' }).click()
    await says(/10:30 \(Europe\/London\), Eastwick, room 2/)
  }
  return ids
}

interface Interviewed {
  vacancy: string
  candidate: string
  questions: Question[]
}

/** One fills in the card of the first candidate and sees nothing of the others until it is submitted. */
async function rates({ page, go }: Actor, key: Member, asked: Interviewed): Promise<void> {
  const { vacancy, candidate, questions } = asked
  await seesNothing({ page, go }, key, asked)
  await go(links.scorecard(vacancy, candidate))
  for (const [i, { id }] of questions.entries()) {
    const rating = i === 0 ? RATINGS[key] : 5
    await page.press(`[name="${cardField('given', id)}"][value="${rating}"]`, ' ')
  }
  await page.fill(`[name="${cardField('notes', questions[0]?.id ?? '')}"]`, SECRETS[key])
  await page.getByRole('button', { name: 'Look it over and submit' }).click()
  await page.getByRole('button', { name: 'Submit and lock it' }).click()
  await page.waitForSelector('text=You have submitted this scorecard')
}

async function seesNothing(
  { page, go }: Pick<Actor, 'page' | 'go'>,
  key: Member,
  { vacancy, candidate }: Interviewed,
): Promise<void> {
  for (const path of [links.together(vacancy, candidate), links.results(vacancy), links.decision(vacancy)]) {
    await go(path)
    const html = await page.content()
    for (const [other, words] of Object.entries(SECRETS))
      if (other !== key) assert.ok(!html.includes(words), `${key} reads ${other}’s words on ${path}`)
  }
}

/** The three give the second candidate theirs as their devices would send them. */
async function rateSecond({ vacancy, questions }: Interviewed, candidateId: string): Promise<void> {
  for (const [i, key] of (['hamish', 'aroha', 'marcus'] as const).entries()) {
    const ctx = someone(ours, key)
    const place = { vacancyId: vacancy, candidateId }
    const answers = questions.map(({ id }, q) => sent(id, { rating: q === 0 ? 1 + (i % 2) : 3 }))
    await saveEntries(ctx, place, answers)
    await submitCard(ctx, place, null)
  }
}

/** What they are furthest apart about stands first; one change is agreed, with its reason. */
async function agrees({ page, go, look, says }: Actor, { vacancy, candidate }: Interviewed): Promise<void> {
  await go(links.together(vacancy, candidate))
  await look('together')
  const first = page.locator('.card-question').first()
  assert.match((await first.textContent()) ?? '', /4 points apart/)
  for (const words of Object.values(SECRETS)) await says(new RegExp(words))
  await first.locator('summary').click()
  await first.locator('[name=rating]').selectOption('5')
  await first.locator('[name=reason]').fill('The second example was told after Aroha had stopped writing.')
  await first.getByRole('button', { name: 'Write it down' }).click()
  await says(/Agreed: 5 of 7/)
}

async function decides({ page, go, look, says }: Actor, vacancy: string, ids: string[]): Promise<void> {
  await go(links.results(vacancy))
  await look('the results')
  await go(links.decision(vacancy))
  await look('the decision sheet')
  const [taken = '', other = ''] = ids
  await page.press(`[name="${sheetField('outcome', taken)}"][value="offer"]`, ' ')
  await page.getByRole('button', { name: 'Seal the decision' }).click()
  await says(/Write what was heard of Petra Vance/)
  await page.fill(
    `[name="${sheetField('reason', taken)}"]`,
    'Saw what the caller felt and did something about it, twice.',
  )
  await page.press(`[name="${sheetField('outcome', other)}"][value="no"]`, ' ')
  await page.fill(
    `[name="${sheetField('reason', other)}"]`,
    'In none of the examples was anything done about the mood.',
  )
  await page.getByRole('button', { name: 'Seal the decision' }).click()
  await says(/Offered the job/)
}

async function signs({ page, go, look, says }: Actor, vacancy: string, dissent = ''): Promise<void> {
  await go(links.decision(vacancy))
  if (dissent !== '') await page.fill('[name=dissent]', dissent)
  await page.getByRole('button', { name: 'Sign the decision' }).click()
  await says(/signed on/)
  await look('a decision')
}

/** The pack is made as a file and holds; with one letter changed it does not. */
async function packs({ page, go, look, says }: Actor, vacancy: string): Promise<void> {
  await go(links.pack(vacancy))
  await look('the pack')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make it as a file (JSON)' }).click()
  const stream = await (await download).createReadStream()
  const file = Buffer.concat(await stream.toArray()).toString('utf8')
  for (const words of Object.values(SECRETS)) assert.ok(file.includes(words))
  const verdicts = [
    { text: file, says: /: it holds/ },
    { text: file.replace(SECRETS.marcus, 'Rang back at ten.'), says: /it does not hold/ },
  ]
  for (const { text, says: verdict } of verdicts) {
    await go(links.packVerify())
    const buffer = Buffer.from(text)
    await page.setInputFiles('[name=file]', { name: 'pack.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Check it' }).click()
    await says(verdict)
  }
  await look('a pack that does not hold')
}

test('from a role to a signed decision and a pack that anybody can check', {
  skip: noBrowser,
  timeout: 300_000,
}, async () => {
  const owen = await member('owen', WIDE, 'recruiter')
  const stranger = await actor(createContext(database.world, NOBODY), { ...PLAIN, width: 390 })
  const hamish = await member('hamish', PLAIN)
  const aroha = await member('aroha', PHONE)
  const marcus = await member('marcus', WIDE)

  const { vacancy, link } = await makeVacancy(owen)
  await applies(stranger, link)
  const ids = await invites(owen, vacancy)
  const first = ids.get('Petra Vance') ?? assert.fail()
  const second = ids.get('Rufus Hand') ?? assert.fail()
  const { questions } = await ours.read((db) => openVacancy(ours, db, vacancy))
  const interviewed = { vacancy, candidate: first, questions }

  for (const [one, key] of [
    [hamish, 'hamish'],
    [aroha, 'aroha'],
    [marcus, 'marcus'],
  ] as const)
    await rates(one, key, interviewed)
  await rateSecond(interviewed, second)
  await agrees(hamish, interviewed)

  await decides(hamish, vacancy, [first, second])
  await signs(hamish, vacancy)
  await signs(aroha, vacancy)
  await signs(marcus, vacancy, 'I should have liked to hear more about planning.')
  await packs(owen, vacancy)

  const everybody = { owen, stranger, hamish, aroha, marcus }
  const faults = Object.entries(everybody).flatMap(([who, { faults }]) =>
    faults.map((one) => `${who}: ${one}`),
  )
  assert.deepEqual(faults, [])
  for (const { page } of Object.values(everybody)) await page.context().close()
})
