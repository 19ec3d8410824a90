/** One's own pages as forms and files, without a script: on the profile of Bilal, of the example. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import type { Context } from '../context.ts'
import { EXAMPLE } from '../organization.ts'
import { NOBODY } from '../viewer.ts'

let database: TestDatabase
let bilal: Context

before(async () => {
  database = await openTestDatabase()
  const ours = await loadExample(database)
  const person = { id: demoId('person', 'bilal'), name: 'Bilal Chaudhry' }
  bilal = ours.as({ ...NOBODY, organization: EXAMPLE, roles: new Set(['member']), person })
})
after(() => database.close())

const ask = (path: string) => appFor(bilal).request(`http://localhost${path}`)
const text = async (path: string) => (await ask(path)).text()

function post(path: string, fields: [string, string][]) {
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  return appFor(bilal).request(`http://localhost${path}`, {
    ...{ method: 'POST', headers },
    body: new URLSearchParams(fields).toString(),
  })
}

/** What the form of the line with these words sends along. */
function formOf(page: string, words: string): [string, string][] {
  const from = page.indexOf(`>${words}<`)
  assert.ok(from > 0, `No line says “${words}”`)
  const found = page.slice(from).matchAll(/name="(section|source)" value="([^"]+)"/g)
  return [...found].slice(0, 2).map(([, name = '', value = '']): [string, string] => [name, value])
}

const lines = async () => (await text('/profile/list/cv/list.txt')).trim().split('\n')

test('a line is edited, moved, left out, brought back and added by forms, and the files follow', async () => {
  const [first = '', second = ''] = (await lines()).map((line) => line.slice(2))
  const page = await text('/profile/list/cv')
  const one = formOf(page, first)
  const act = (step: string, more: [string, string][] = []) =>
    post('/profile/list/cv/line', [...one, ['do', step], ...more])
  assert.equal((await act('edit', [['text', '  My own   words  ']])).status, 303)
  assert.deepEqual((await lines()).slice(0, 2), ['• My own words', `• ${second}`])
  assert.equal((await act('down')).status, 303)
  assert.deepEqual((await lines()).slice(0, 2), [`• ${second}`, '• My own words'])
  await act('out')
  assert.ok(!(await lines()).includes('• My own words'))
  await act('in')
  assert.ok((await lines()).includes('• My own words'))
  await act('restore')
  assert.ok((await lines()).includes(`• ${first}`))
  const added = await post('/profile/list/cv/line', [
    ['section', 'can'],
    ['do', 'add'],
    ['text', 'Swims well.'],
  ])
  assert.equal(added.status, 303)
  assert.equal((await lines()).at(-1), '• Swims well.')
})

test('a line without words comes back with a message, and an address that is none is not found', async () => {
  const refused = await post('/profile/list/cv/line', [
    ['section', 'can'],
    ['do', 'add'],
    ['text', 'ab'],
  ])
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Write the line, in a few words/)
  assert.equal((await ask('/profile/list/cv2')).status, 404)
  const gone = [
    ['section', 'can'],
    ['source', 'statement:x'],
    ['do', 'up'],
  ] satisfies [string, string][]
  assert.equal((await post('/profile/list/cv/line', gone)).status, 404)
})

test('the list is a sheet on paper, in Markdown and in a word processor', async () => {
  const shown = (await lines()).map((line) => line.slice(2))
  assert.match(await text('/profile/list/cv/print'), /Behaviours as described by Spotlight/)
  const markdown = await text('/profile/list/cv/list.md')
  const docx = Buffer.from(await (await ask('/profile/list/cv/list.docx')).arrayBuffer())
  const { value } = await mammoth.extractRawText({ buffer: docx })
  for (const line of shown) {
    assert.ok(value.includes(line), line)
    assert.ok(markdown.includes(`- ${line}`), line)
  }
})

test('the picture goes as a file with its look and its words, and two rounds are compared in words', async () => {
  const svg = await text('/profile/picture/spotlight/picture.svg')
  assert.match(
    svg,
    /^<\?xml[\s\S]*<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*<title[\s\S]*<style>[\s\S]*A2 Monitoring/,
  )
  assert.match(
    await text('/profile/picture/spotlight/table.csv'),
    /A2 Monitoring and guiding reactions,3 Proficient/,
  )
  const compared = await text(`/profile/picture/spotlight?before=${demoId('workbook', 'bilal/1')}`)
  assert.match(
    compared,
    /What has changed since[\s\S]*You use it at a higher level: 1 Familiarisation → 2 Automatic fluency/,
  )
  assert.equal((await ask(`/profile/picture/spotlight?before=${demoId('workbook', 'aroha/1')}`)).status, 404)
})

test('all of the profile is taken along as data, to read, and for a word processor', async () => {
  const all = JSON.parse(await text('/profile/all.json'))
  assert.equal(all.format, 'sightline-profile')
  assert.deepEqual(
    [all.workbooks.length, all.levels.length, all.stories.length >= 5, all.shares.length >= 4],
    [2, 9, true, true],
  )
  const html = await text('/profile/all.html')
  const docx = Buffer.from(await (await ask('/profile/all.docx')).arrayBuffer())
  const { value } = await mammoth.extractRawText({ buffer: docx })
  for (const words of [
    'The bill that had trebled',
    'Levels: Spotlight',
    'For our talk about the senior post',
  ])
    assert.ok(html.includes(words) && value.includes(words), words)
  for (const { text: statement } of all.workbooks[0].answers) assert.ok(value.includes(statement), statement)
})

test('a share that lacks something comes back with what was chosen, and is made when it has all', async () => {
  const row = `story ${demoId('story', 'trebled-bill')}`
  const sent: [string, string][] = [
    ['row', row],
    ['people', 'Aroha Tamihana\nNobody Here'],
    ['days', '7'],
    ['note', 'Kept words'],
  ]
  const refused = await post('/profile/share', sent)
  const page = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(page, /Nobody here is called “Nobody Here”/)
  assert.ok(page.includes('Kept words') && page.includes(`value="${row}" checked`))
  const made = await post('/profile/share', [
    ['row', row],
    ['people', 'aroha tamihana'],
    ['days', ''],
    ['note', ''],
  ])
  assert.equal(made.status, 303)
  const linked = await post('/profile/share', [
    ['row', row],
    ['link', 'yes'],
    ['people', ''],
    ['days', '1'],
  ])
  assert.equal(linked.headers.get('cache-control'), 'no-store')
  const link = /http[^<]*\/shared\/[\w-]{64}/.exec(await linked.text())?.[0]
  assert.ok(link)
  assert.doesNotMatch(await text(made.headers.get('location') ?? ''), /\/shared\/[\w-]{64}/)
})

test('programs get levels, lists and shares, share and take back', async () => {
  const api = async (path: string, body?: object) => {
    const sent = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    return (await appFor(bilal).request(`http://localhost/api/profile${path}`, body ? sent : {})).json()
  }
  const [level] = await api('/levels')
  assert.deepEqual([level.framework, typeof level.firm], ['spotlight', 'boolean'])
  assert.equal((await api('/lists')).appraisal.length, 3)
  const rows = [`story ${demoId('story', 'trebled-bill')}`]
  const { id, link } = await api('/shares', { rows, people: [demoId('person', 'owen')], days: 7 })
  assert.equal(link, null)
  assert.equal((await api(`/shares/${id}`)).state, 'active')
  assert.deepEqual(await api(`/shares/${id}/revocation`, {}), { done: true })
  assert.equal((await api(`/shares/${id}`)).state, 'taken back')
  assert.match((await api('/shares', { rows: [] })).fields.rows, /at least one row/)
})
