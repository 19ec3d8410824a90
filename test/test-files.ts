import { globSync, statSync } from 'node:fs'

const PATTERN = '*.test.{ts,tsx}'

/**
 * The test files that the arguments of npm test stand for, each once: a folder stands for all that lie below it, no
 * arguments for all there are. Paths start at the current folder. `missing` is a sentence when an argument leads to
 * nothing, else null.
 */
export function testFiles(args: readonly string[]): { files: string[]; missing: string | null } {
  if (args.length === 0) return { files: globSync(`{src,test}/**/${PATTERN}`).toSorted(), missing: null }
  const found = args.map((path) => ({ path, files: filesAt(path) }))
  const lost = found.find(({ files }) => files === null || files.length === 0)
  const files = [...new Set(found.flatMap((argument) => argument.files ?? []))]
  return { files, missing: lost === undefined ? null : complaint(lost) }
}

function complaint({ path, files }: { path: string; files: string[] | null }): string {
  return files === null
    ? `There is no file or folder “${path}”; write its path from the top of the repository, such as src/framework.`
    : `There is no test in “${path}”; tests end in .test.ts or .test.tsx.`
}

/** Null where nothing is. */
function filesAt(path: string): string[] | null {
  const plain = path.replace(/^\.\//, '').replace(/(?<=.)\/+$/, '')
  const there = statSync(plain, { throwIfNoEntry: false })
  if (there === undefined) return null
  if (!there.isDirectory()) return [plain]
  return globSync(`**/${PATTERN}`, { cwd: plain })
    .toSorted()
    .map((file) => `${plain}/${file}`)
}
