/** A terminal for tests of commands: a screen that remembers, and the settings of a test database. */
import { PLAIN, type Screen } from '../src/cli/screen.ts'
import type { TestDatabase } from './database.ts'

type Run = (args: string[], screen?: Screen) => Promise<number>

/** Runs the command and gives its exit code with what it printed. */
export async function say(run: Run, args: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const screen: Screen = {
    width: 90,
    style: PLAIN,
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
  }
  return { code: await run(args, screen), said, complained, text: said.join('\n') }
}

/** From now on commands work on this database; each test file is a process of its own, so to its end. */
export function useInCommands(database: TestDatabase): void {
  const { host, user, database: name, connectionString } = database.connection('owner')
  process.env.DATABASE_URL =
    connectionString ?? `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host ?? '')}`
}
