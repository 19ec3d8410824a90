import { Unavailable } from '../errors.ts'

/** What the operating system or PostgreSQL may say, and the sentence a person gets for it. */
const SENTENCES: [said: RegExp, sentence: (home: string) => string][] = [
  [
    /ENOSPC|EDQUOT|No space left on device|[Dd]isk quota exceeded/,
    (home) =>
      `The disk that holds ${home} is full. Free some space, or set SIGHTLINE_DATA to a folder on another disk, and start again.`,
  ],
  [
    /EROFS|Read-only file system/,
    (home) =>
      `${home} lies on a disk that can only be read. Set SIGHTLINE_DATA to a folder that can be written to.`,
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted|unable to open database file/,
    (home) =>
      `Sightline may not read and write ${home}. Give this user the right to it, or set SIGHTLINE_DATA to another folder.`,
  ],
  [
    /ENOTDIR|EEXIST|Not a directory/,
    (home) => `${home} is not a folder. Set SIGHTLINE_DATA to a folder that can be written to.`,
  ],
  [
    /ENOENT: .*mkdir/,
    (home) => `The folder ${home} cannot be made. Set SIGHTLINE_DATA to a folder that can be written to.`,
  ],
  [
    /could not map anonymous shared memory|Cannot allocate memory|could not create shared memory segment/,
    () =>
      'There is not enough memory for PostgreSQL. Close something, or give this machine more, and start again.',
  ],
]

/** One sentence with the remedy for what was said about the data in `home`, or null when it is nothing we know. */
export function knownTrouble(said: string, home: string): Unavailable | null {
  const found = SENTENCES.find(([pattern]) => pattern.test(said))
  return found ? new Unavailable(found[1](home)) : null
}

/** The last line that says something: PostgreSQL's own reason, without its time stamp and full stop. */
export function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /\S/.test(line))
  const cause =
    lines.findLast((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line)) ?? lines.at(-1) ?? 'it says nothing'
  return cause.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '').replace(/\.?\s*$/, '')
}

/** Runs what touches the folder, and turns its refusals into sentences. */
export function inFolder<T>(home: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw knownTrouble(String(error), home) ?? error
  }
}
