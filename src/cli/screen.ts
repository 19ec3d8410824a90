import { styleText } from 'node:util'

/** What a command prints to. Tests give their own. */
export interface Screen {
  /** Columns to use for running text. */
  width: number
  style: Style
  /** A line for standard output. */
  say(line: string): void
  /** A line for standard error. */
  complain(line: string): void
}

/** Ways to set words apart. Without colour each gives its text back. */
export interface Style {
  strong(text: string): string
  faint(text: string): string
  /** Names of levels and groups. */
  accent(text: string): string
  /** Faults, and too much of a good thing. */
  warm(text: string): string
}

const WIDEST = 100
const NARROWEST = 40
const WHEN_UNKNOWN = 80

/** The terminal that this process runs in. Colour only where a person looks, and not when NO_COLOR is set. */
export function terminal(
  stdout: NodeJS.WriteStream = process.stdout,
  env: NodeJS.ProcessEnv = process.env,
): Screen {
  const columns = stdout.isTTY ? stdout.columns : Number(env.COLUMNS) || WHEN_UNKNOWN
  const colour = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, columns || WHEN_UNKNOWN)),
    style: colour ? COLOURED : PLAIN,
    say: (line) => stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  }
}

const always = { validateStream: false }

export const COLOURED: Style = {
  strong: (text) => styleText('bold', text, always),
  faint: (text) => styleText('dim', text, always),
  accent: (text) => styleText('cyan', text, always),
  warm: (text) => styleText('yellow', text, always),
}

export const PLAIN: Style = { strong: same, faint: same, accent: same, warm: same }

function same(text: string): string {
  return text
}
