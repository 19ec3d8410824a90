// npm test: every test on the PostgreSQL that Sightline brings, and those that use the database on a second one too,
// where there is one. Journeys and walks through every door, which are long and not about the database, run once.
// Arguments: the files and folders to run, instead of all.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(ROOT)
register({ tsconfig: `${ROOT}/tsconfig.json` })
const { openTestServer, prepareTemplates, versionOf } = await import('./database.ts')
const { testFiles } = await import('./test-files.ts')

const { files, missing } = testFiles(process.argv.slice(2))
if (missing !== null) {
  console.error(missing)
  process.exit(2)
}

const { DATABASE_URL, SIGHTLINE_TEST_DATABASE_URL, ...clean } = process.env
const own = { ...clean, SIGHTLINE_POSTGRES: 'npm' }
const ONCE = /test\/journeys\/|test\/refusal\.|profile\/sharing\.|recruit\/alone\./
const databaseFiles = files.filter(
  (file) => !ONCE.test(file) && /\bopenTestDatabase\b/.test(readFileSync(file, 'utf8')),
)

const results = [await runOn(own, files)]
const second = secondPostgres()
if (second && databaseFiles.length > 0) results.push(await runOn(second, databaseFiles))
if (!second) {
  console.log(
    '\n!!! ONLY ONE POSTGRESQL WAS TESTED. Install another (apt-get install postgresql) or set DATABASE_URL to test on two.',
  )
}
for (const { version, count, code } of results) {
  console.log(
    `PostgreSQL ${version}: ${count} test ${count === 1 ? 'file' : 'files'}, ${code === 0 ? 'passed' : 'FAILED'}`,
  )
}
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1

/** The server is kept for the whole run, so that each test file only joins it. */
async function runOn(environment, list) {
  const server = await openTestServer(environment)
  try {
    await prepareTemplates(server)
    const version = await versionOf(server)
    console.log(`\nPostgreSQL ${version}, ${list.length} test ${list.length === 1 ? 'file' : 'files'}`)
    return { version, count: list.length, code: await runTests(environment, list) }
  } finally {
    await server.release()
  }
}

function runTests(env, list) {
  const flags = [
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-timeout=180000',
  ]
  const child = spawn(process.execPath, [...flags, ...list], { stdio: 'inherit', env })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

/** The environment that leads to it, or null. */
function secondPostgres() {
  const url = SIGHTLINE_TEST_DATABASE_URL || DATABASE_URL
  if (url) return { ...own, SIGHTLINE_TEST_DATABASE_URL: url }
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder) : []
  return versions.some((version) => existsSync(`${folder}/${version}/bin/initdb`))
    ? { ...own, SIGHTLINE_POSTGRES: 'system' }
    : null
}
