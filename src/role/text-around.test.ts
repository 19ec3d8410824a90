import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { PLAIN } from '../cli/screen.ts'
import { runCommand } from '../cli/verbs.ts'
import type { Context } from '../context.ts'
import { addPerson } from '../people/actions/person.ts'
import { asMember, person } from '../people/fixtures/office.ts'
import { aboutEverything } from '../privacy/actions/about.ts'
import { erasePerson } from '../privacy/actions/erase.ts'
import { links } from '../routes.ts'
import { closeTranslate } from '../translate/actions/desk.ts'
import { startDraft } from './actions/profile.ts'
import { publishText, startText } from './actions/text.ts'
import { wordingVerb } from './commands/wording.ts'
import { agreedRole, asked, spotlightOf } from './fixtures/shared-team.ts'
import { findText } from './store/texts.ts'
import { findProfile } from './store.ts'

let database: TestDatabase
let ctx: Context
let editor: Visitor

before(async () => {
  database = await openTestDatabase({ library: true })
  ctx = database.ctx
  editor = newVisitor(appFor(ctx))
})
after(async () => {
  await closeTranslate()
  await database.close()
})

async function roleCalled(title: string): Promise<string> {
  const spotlight = await spotlightOf(ctx)
  return agreedRole(ctx, { title, asks: [asked(spotlight, 'a2 3/2', ctx.newId)] })
}

test('pasted text is marked with reasons and behaviours; nothing of it is kept, and an empty box says what to do', async () => {
  const { html, status } = await editor.post(links.roleWording(), {
    text: 'A dynamic,\r\nfriendly team player.',
  })
  assert.equal(status, 200)
  assert.match(html, /<mark data-kind="unclear"[^>]*>dynamic<\/mark>/)
  assert.match(html, /class="in-place"[\s\S]*C2 Interweaving/)
  const empty = await editor.post(links.roleWording(), { text: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Paste a description or an advert here/)
  const long = await editor.post(links.roleWording(), { text: 'word '.repeat(7000) })
  assert.equal(long.status, 422)
  assert.ok(long.html.includes('word word'), 'what was typed stays')
})

test('programs get the same marks, with places in the text as they sent it', async () => {
  const text = 'Wanted: a rockstar.\nMust have a university degree.'
  const answer = await appFor(ctx).request('http://localhost/api/wording', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ text }),
  })
  assert.equal(answer.status, 200)
  const { marks } = (await answer.json()) as {
    marks: { start: number; end: number; text: string; kind: string }[]
  }
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['unclear', 'proxy'],
  )
  for (const { start, end, text: words } of marks) assert.equal(text.slice(start, end), words)
})

test('in the terminal a file is marked line by line, and the exit code says whether there is anything', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wording-'))
  const [marked, clean] = [join(folder, 'marked.txt'), join(folder, 'clean.txt')]
  writeFileSync(marked, 'You answer calls.\nYou are a team player.\n')
  writeFileSync(clean, 'You answer calls.\n')
  const said: string[] = []
  const screen = {
    width: 90,
    style: PLAIN,
    say: (line: string) => void said.push(line),
    complain: () => undefined,
  }
  const run = (...args: string[]) => runCommand('sightline role wording', wordingVerb, args, screen)
  assert.equal(await run(marked), 1)
  assert.match(said.join('\n'), /^ {3}2 {2}Quality: team player\n[\s\S]*Such as: .*C2/)
  assert.equal(await run(clean), 0)
  said.length = 0
  await run(marked, '--json')
  assert.equal(JSON.parse(said.join('')).marks.length, 1)
  assert.equal(await run(), 2)
  rmSync(folder, { recursive: true })
})

test('plain words find statements by competency and level, also where no statement has the words', async () => {
  const byWords = await editor.get(links.roleThesaurus('light conversation'))
  assert.match(byWords.html, /A2 Monitoring[\s\S]*Uses light conversation to calm clients/)
  const byMeaning = await editor.get(links.roleThesaurus('soothe somebody who shouts'))
  assert.match(byMeaning.html, /near in meaning/)
  assert.match((await editor.get(links.roleThesaurus('<script>'))).html, /&lt;script>/)
})

test('what is ticked goes into the draft of a text or of a profile, once', async () => {
  const roleId = await roleCalled('Porter')
  const textId = await startText(ctx, roleId, 'description')
  const statement = (await spotlightOf(ctx)).competencies
    .find(({ key }) => key === 'c3')
    ?.statements.find(({ level }) => level === '3')
  assert.ok(statement)
  const take = (target: string) =>
    editor.post(links.roleThesaurusTaking(), { q: 'crisis', take: statement.id, target })
  assert.match((await take(`text:${textId}`)).html, /Taken into the draft/)
  assert.match((await take(`text:${textId}`)).html, /in the draft already/)
  const lines =
    (await ctx.read((db) => findText(db, textId)))?.content.sections.flatMap((one) => one.lines) ?? []
  assert.equal(lines.filter(({ id }) => id === statement.id).length, 1)
  const profileId = await startDraft(ctx, roleId)
  assert.match((await take(`profile:${roleId}:${profileId}`)).html, /Taken into the profile/)
  const profile = await ctx.read((db) => findProfile(db, profileId))
  assert.equal(profile?.requirements.find(({ competency }) => competency === 'c3')?.level, '3')
  const wrong = await editor.post(links.roleThesaurusTaking(), {
    q: 'crisis',
    take: statement.id,
    target: 'x',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Choose the draft/)
})

test('the organisation’s own template is what new texts begin with; ours comes back when it is taken away', async () => {
  const kind = 'advert'
  const page = await editor.get(links.roleTemplate(kind))
  assert.match(page.html, /What you will learn/)
  const fields = {
    ...{ seen: '0', section: ['doing', 'own-1'] },
    ...{ 'source.doing': 'doing', 'heading.doing': 'Your days', 'text.doing': 'You will:' },
    ...{
      'source.own-1': 'none',
      'heading.own-1': 'About us',
      'text.own-1': 'We bring water to 400,000 people.',
    },
  }
  const shown = await editor.post(links.roleTemplate(kind), { ...fields, do: 'down:doing' })
  assert.equal(shown.status, 200)
  assert.ok(shown.html.indexOf('About us') < shown.html.indexOf('Your days'), 'moved, not saved')
  const wrong = await editor.post(links.roleTemplate(kind), { ...fields, 'heading.doing': '', do: 'save' })
  assert.equal(wrong.status, 422)
  assert.ok(wrong.html.includes('We bring water to 400,000 people.'))
  assert.equal((await editor.post(links.roleTemplate(kind), { ...fields, do: 'save' })).status, 303)
  assert.equal((await editor.post(links.roleTemplate(kind), { ...fields, do: 'save' })).status, 409)
  const headings = async (title: string) => {
    const id = await startText(ctx, await roleCalled(title), kind)
    return (await ctx.read((db) => findText(db, id)))?.content.sections.map(({ heading }) => heading)
  }
  assert.deepEqual(await headings('Driver'), ['Your days', 'About us'])
  await editor.post(links.roleTemplateRemoval(kind), {})
  assert.ok((await headings('Cook'))?.includes('What you will learn'))
  const manager = newVisitor(appFor(asMember(ctx, { id: ctx.newId(), name: 'M' }, 'manager')))
  assert.equal((await manager.get(links.roleTemplate(kind))).status, 404)
})

test('what somebody worked on is told to them, and goes with them; the text stays', async () => {
  const id = await addPerson(ctx, person('Cy Grant'))
  const cy = asMember(ctx, { id, name: 'Cy Grant' }, 'hr')
  const textId = await startText(cy, await roleCalled('Gardener'), 'description')
  await publishText(cy, textId, 1)
  const about = await aboutEverything(cy, id)
  const { holds } = about.parts.find(({ key }) => key === 'texts') ?? {}
  assert.match(JSON.stringify(holds), /"role":"Gardener"/)
  await erasePerson(ctx, id)
  const text = await ctx.read((db) => findText(db, textId))
  assert.deepEqual([text?.changedBy, text?.publishedBy], [null, null])
})
