import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person, Post } from '../model.ts'
import { readColumns } from './columns.ts'
import type { Plan, Standing } from './import.ts'
import { planImport } from './plan.ts'
import { reportOf } from './report.ts'
import { readTable } from './table.ts'

const EMPTY: Standing = { people: [], posts: [], teams: [], places: [] }
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const OPEN = { startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null, version: 1 }

function plan(text: string, standing: Standing = EMPTY): Plan {
  let made = 1000
  const newId = () => id(made++)
  const { rows } = readColumns(readTable(text))
  return planImport(rows, { standing, dateOrder: 'day first', today: '2026-05-31', newId })
}

const told = (text: string, standing?: Standing) =>
  plan(text, standing).faults.map(({ line, column, message }) => `${line} ${column}: ${message}`)

const ADA: Person = { ...OPEN, id: id(1), name: 'Ada Byrne', email: 'ada@example.org', number: '7' }
const BO: Person = { ...OPEN, id: id(2), name: 'Bo Li', email: 'bo@example.org', number: '8' }
const POST: Post = {
  ...{ id: id(11), personId: ADA.id, title: 'Adviser', teamId: id(21), placeId: null, reportsTo: null },
  ...{ startsOn: '2024-01-01', endsOn: null, share: null, version: 1 },
}
const STANDING: Standing = {
  people: [ADA, BO],
  posts: [POST],
  teams: [
    { id: id(21), name: 'North', parentId: null },
    { id: id(22), name: 'Sales', parentId: id(21) },
    { id: id(23), name: 'South', parentId: null },
    { id: id(24), name: 'Sales', parentId: id(23) },
  ],
  places: [{ id: id(31), name: 'Leeds' }],
}

test('people, teams, places and lines come out of one file, whoever stands first', () => {
  const { added, postsAdded, teams, places, faults } = plan(
    'Name,Role,Team,Place,Reports to\nBo,Adviser,Service > Calls,York,Ada Byrne\nAda Byrne,Head,Service,york,',
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(
    added.map(({ name }) => name),
    ['Bo', 'Ada Byrne'],
  )
  assert.deepEqual(
    teams.map(({ name }) => name),
    ['Service', 'Calls'],
  )
  assert.equal(teams[1]?.parentId, teams[0]?.id)
  assert.equal(places.length, 1)
  assert.equal(postsAdded[0]?.reportsTo, added[1]?.id)
})

test('every fault of a file is told at its line and column, each row with all of its own', () => {
  const faults = told(
    [
      'Name,E-mail,Employee number,First day,Role,Team,Reports to,Share of full time',
      ',ada@,a@b,31/31/2026,Adviser,,,',
      'Bo Li,bo@example.org,9,,,North,,',
      'Cy,BO@example.org,9,,Adviser,,Nobody Known,200',
      'Di,,,,Adviser,,Di,',
    ].join('\n'),
  )
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    [
      '2 First day',
      '2 Name',
      '2 E-mail',
      '2 Employee number',
      '3 Role',
      '4 Employee number',
      '4 E-mail',
      '4 Reports to',
      '4 Share of full time',
      '5 Reports to',
    ],
  )
  assert.match(faults.join('\n'), /Line 3 has the same/)
  assert.match(faults.join('\n'), /Nobody reports to themselves/)
})

test('a manager who is nowhere, or could be several, is told', () => {
  assert.match(
    told('Name,Role,Reports to\nBo,Adviser,Nobody Known')[0] ?? '',
    /2 Reports to: Nobody has this name/,
  )
  const twins = 'Name,E-mail,Role,Reports to\nAda,a@x.org,Lead,\nAda,b@x.org,Lead,\nBo,,Adviser,ada'
  assert.match(told(twins)[0] ?? '', /4 Reports to: Several people are called “ada”/)
  assert.deepEqual(told(twins.replace(/ada$/, 'B@x.org')), [])
})

test('a circle of managers is told with its names, within the file and together with what is stored', () => {
  const file = 'Name,Employee number,Role,Reports to\nA,1,x,3\nB,2,x,1\nC,3,x,2'
  assert.match(told(file)[0] ?? '', /closes a circle: A reports to C reports to B reports to A/)
  const below = { ...POST, reportsTo: BO.id }
  const standing = { ...STANDING, posts: [below] }
  assert.match(
    told('Name,Employee number,Role,Reports to\nBo Li,8,Lead,7', standing)[0] ?? '',
    /closes a circle/,
  )
})

test('a person is known by the number, else by the address; only what differs is changed', () => {
  const { changed, added, unchanged } = plan(
    'Name,Employee number,E-mail\nAda Byrne,7,\nBo Li-Smith,,BO@example.org\nCy,9,cy@example.org',
    STANDING,
  )
  assert.deepEqual(
    changed.map(({ after }) => [after.id, after.name, after.email]),
    [[BO.id, 'Bo Li-Smith', 'BO@example.org']],
  )
  assert.equal(added.length, 1)
  assert.equal(unchanged, 1)
})

test('an empty cell leaves what is stored as it is', () => {
  const { changed, postsChanged } = plan('Name,Employee number,E-mail,Role,Team\nAda Byrne,7,,,', STANDING)
  assert.deepEqual([changed, postsChanged], [[], []])
})

test('number of one and address of another, a namesake without either, and an address of somebody else are told', () => {
  assert.match(
    told('Name,Employee number,E-mail\nAda,7,bo@example.org', STANDING)[0] ?? '',
    /Ada Byrne’s, the e-mail address Bo Li’s/,
  )
  assert.match(told('Name\nada byrne', STANDING)[0] ?? '', /There is a Ada Byrne already/)
  assert.match(
    told(`Name,Sightline id,E-mail\nCy,${id(99)},bo@example.org`, STANDING)[0] ?? '',
    /Bo Li has this address/,
  )
  assert.match(told('Name,Sightline id\nCy,12', STANDING)[0] ?? '', /no id that Sightline gave/)
})

test('two people may exchange their numbers in one file', () => {
  const file = `Name,Employee number,Sightline id\nAda Byrne,8,${ADA.id}\nBo Li,7,${BO.id}`
  const { faults, changed } = plan(file, STANDING)
  assert.deepEqual(faults, [])
  assert.deepEqual(
    changed.map(({ after }) => after.number),
    ['8', '7'],
  )
})

test('a bare team name must be the only one of its name; a whole way always tells', () => {
  assert.match(
    told('Name,Role,Team\nCy,x,Sales', STANDING)[0] ?? '',
    /Several teams are called “Sales”.*“North > Sales” or “South > Sales”/,
  )
  assert.equal(plan('Name,Role,Team\nCy,x,North > Sales', STANDING).postsAdded[0]?.teamId, id(22))
  assert.match(told('Name,Role,Team\nCy,x,North > > Sales', STANDING)[0] ?? '', /Give the name of the team/)
})

test('without a day the present post is changed; a later day begins a new one and ends the old', () => {
  const changed = plan('Name,Employee number,Role,Place\nAda Byrne,7,Senior adviser,Leeds', STANDING)
  assert.deepEqual(
    changed.postsChanged.map(({ after }) => [after.title, after.placeId, after.teamId]),
    [['Senior adviser', id(31), id(21)]],
  )
  const next = plan('Name,Employee number,Role,In post since\nAda Byrne,7,Lead,2026-01-01', STANDING)
  assert.deepEqual(
    next.postsAdded.map(({ title, startsOn }) => [title, startsOn]),
    [['Lead', '2026-01-01']],
  )
  assert.deepEqual(
    next.postsChanged.map(({ after }) => after.endsOn),
    ['2025-12-31'],
  )
  const same = plan('Name,Employee number,Role,In post since\nAda Byrne,7,Adviser,2024-01-01', STANDING)
  assert.deepEqual([same.postsAdded, same.postsChanged], [[], []])
})

test('the manager in a row is that of the post it tells of, not of the one that ends', () => {
  const { postsChanged, postsAdded } = plan(
    'Name,Employee number,Role,In post since,Reports to\nAda Byrne,7,Lead,2026-01-01,8',
    STANDING,
  )
  assert.equal(postsChanged[0]?.after.reportsTo, null)
  assert.equal(postsAdded[0]?.reportsTo, BO.id)
})

test('a further post is a second one of the same person; whose it is must be clear', () => {
  const file = 'Name,Employee number,Role,Further post\nCy,9,Adviser,\nCy,9,First aider,yes\nDi,,Helper,yes'
  const { added, postsAdded, faults } = plan(file)
  assert.deepEqual(
    added.map(({ name }) => name),
    ['Cy'],
  )
  assert.deepEqual(
    postsAdded.map(({ title }) => title),
    ['Adviser', 'First aider'],
  )
  assert.match(faults[0]?.message ?? '', /not clear whose/)
})

test('who has left or is on leave needs a day; with one, posts end', () => {
  assert.match(told('Name,Status\nCy,Left')[0] ?? '', /has left, but not since when.*“Last day”/)
  assert.match(told('Name,Status\nCy,on leave')[0] ?? '', /is on leave/)
  assert.deepEqual(told('Name,Status\nCy,active'), [])
  const { postsChanged } = plan('Name,Employee number,Last day\nAda Byrne,7,2026-03-31', STANDING)
  assert.deepEqual(
    postsChanged.map(({ after }) => after.endsOn),
    ['2026-03-31'],
  )
})

test('a post of somebody else, or the same one twice, is told', () => {
  assert.match(
    told(`Name,Employee number,Sightline post\nBo Li,8,${POST.id}`, STANDING)[0] ?? '',
    /no post of this person/,
  )
  const twice = `Name,Employee number,Role,Sightline post,Further post\nCy,9,A,${id(50)},\nCy,9,B,${id(50)},yes`
  assert.match(told(twice)[0] ?? '', /Line 2 has the same/)
})

test('the report counts everything and tells what is worth knowing', () => {
  const table = readTable('Name,Employee number,Team,Role,Shoe size\nAda B,7,Nroth,=1+1 lead,3\nCy,9,,,4')
  const read = readColumns(table)
  let made = 1000
  const planning = {
    standing: STANDING,
    dateOrder: 'day first' as const,
    today: '2026-05-31',
    newId: () => id(made++),
  }
  const report = reportOf(planImport(read.rows, planning), read, { table, planning })
  assert.deepEqual(
    [report.rows, report.added, report.changed, report.unchanged, report.teamsAdded],
    [2, 1, 1, 0, 1],
  )
  assert.deepEqual(report.changedPeople[0]?.changes, {
    name: { before: 'Ada Byrne', after: 'Ada B' },
    'Adviser: role': { before: 'Adviser', after: '=1+1 lead' },
    'Adviser: team': { before: 'North', after: 'Nroth' },
  })
  const notes = report.notes.join('\n')
  for (const part of [
    '“Shoe size” is not read',
    'formula: “=1+1 lead” in line 2',
    '“Nroth” would be new. If “North” is meant',
  ])
    assert.ok(notes.includes(part), part)
})

test('a file of two hundred thousand cells that are all wrong is told in good time', () => {
  const wrong = Array.from({ length: 5000 }, () => ',x,@,31/31/2026,,,200 %,zeppelin')
  const cpu = process.cpuUsage()
  const faults = told(['Name,E-mail,Employee number,First day,Role,Team,FTE,Reports to', ...wrong].join('\n'))
  assert.ok(faults.length > 20_000)
  assert.ok(process.cpuUsage(cpu).user < 3_000_000)
})
