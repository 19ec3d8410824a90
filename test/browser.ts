/** A real Chromium for tests: the system's, or the one that an npm package ships; where neither is, a loud sentence. */
import { existsSync } from 'node:fs'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Hono } from 'hono'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Env } from '../src/web/site.ts'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Quiet, and without asking the network for anything of its own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function candidates(): Promise<{ path: string; args: string[] }[]> {
  const set = process.env.CHROMIUM_PATH
  const system = [...(set ? [set] : []), ...SYSTEM].filter(existsSync)
  if (system.length > 0) return system.map((path) => ({ path, args: QUIET }))
  try {
    const { default: shipped } = await import('@sparticuz/chromium')
    return [{ path: await shipped.executablePath(), args: [...shipped.args, ...QUIET] }]
  } catch {
    return []
  }
}

async function launch(): Promise<Browser | string> {
  let why = 'no Chromium is installed, and the one of @sparticuz/chromium cannot be had'
  for (const { path, args } of await candidates()) {
    try {
      return await chromium.launch({ executablePath: path, args })
    } catch (error) {
      why = `${path} does not start: ${String(error).split('\n')[0]}`
    }
  }
  return why
}

const launched = await launch()

/** Why browser tests cannot run, for the `skip` of a test; false when they can. */
export const noBrowser: string | false = typeof launched === 'string' ? launched : false

if (noBrowser !== false) {
  console.warn(
    `\n*** BROWSER TESTS ARE SKIPPED: ${noBrowser}. Install Chromium or set CHROMIUM_PATH to run them. ***\n`,
  )
}

/** The browser of this test file. Close it when the file's tests are done. */
export function browser(): Browser {
  if (typeof launched === 'string') throw new Error(launched)
  return launched
}

export async function closeBrowser(): Promise<void> {
  if (typeof launched !== 'string') await launched.close()
}

export interface Served {
  url: string
  close(): Promise<void>
}

/** Serves an application on a free port of this machine. */
export function serveApp(app: Hono<Env>): Promise<Served> {
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    )
  })
}

/** How a page is looked at. */
export interface View {
  name: string
  width: number
  colorScheme: 'light' | 'dark'
  /** Off: no script of ours arrives. (With Chromium's own switch axe could not run either.) */
  scripts: boolean
}

/** Colours do not depend on scripts, and what is there without them not on the width. */
export const VIEWS: View[] = [
  { name: '390 px, light', width: 390, colorScheme: 'light', scripts: true },
  { name: '390 px, dark', width: 390, colorScheme: 'dark', scripts: true },
  { name: '390 px, without JavaScript', width: 390, colorScheme: 'light', scripts: false },
  { name: '1280 px, light', width: 1280, colorScheme: 'light', scripts: true },
  { name: '1280 px, dark', width: 1280, colorScheme: 'dark', scripts: true },
]

/** A new page that looks in this way. Close its context when done. */
export async function openView({ width, colorScheme, scripts }: View): Promise<Page> {
  const context = await browser().newContext({ viewport: { width, height: 900 }, colorScheme })
  const nothing = { contentType: 'text/javascript', body: '' }
  if (!scripts) await context.route('**/*.js', (route) => route.fulfill(nothing))
  return context.newPage()
}

interface Violation {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

/** All of WCAG 2.2 AA and good practice; in the dark only colours, for all else is as in the light. */
const RULES = `matchMedia('(prefers-color-scheme: dark)').matches
  ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
  : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']`

/** What axe finds, one line for each element. */
async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's content policy does not forbid.
  await page.evaluate(axe.source)
  const violations = (await page.evaluate(
    `axe.run({ runOnly: ${RULES}, resultTypes: ['violations'] }).then((results) => results.violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
    ),
  )
}

async function sideways(page: Page): Promise<string[]> {
  const over = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number
  return over > 0 ? [`the page is ${over} px wider than its window`] : []
}

/** All that is wrong with the page as it stands: for people who cannot see it, and sideways scrolling. */
export async function faultsOf(page: Page): Promise<string[]> {
  // After a click the new page may have begun and hold nothing yet.
  await page.waitForLoadState()
  return [...(await sideways(page)), ...(await axeFaults(page))]
}

/** As `faultsOf` in each width and colour, on the page as it stands: nothing is loaded again. */
export async function faultsInAllLooks(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const { name, width, colorScheme } of VIEWS.filter(({ scripts }) => scripts)) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`))
  }
  if (before) await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: null })
  return faults
}

/** Collects what the console complains of; the list grows while the page lives. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}
