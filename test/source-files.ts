import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

export interface Import {
  /** A path from the root ("src/framework/model.ts"), or a package ("zod", "node:fs"). */
  target: string
  names: string[]
  line: number
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string
  text: string
  lines: number
  imports: Import[]
  /** `type` for what vanishes at run time: interfaces and type aliases. */
  exports: { name: string; line: number; type: boolean }[]
}

const IMPORT =
  /(?:^|\n)[ \t]*(?:import|export)\s+(?:type\s+)?([\w*\s{},$]*?)\s*(?:from\s*)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)|import\.meta\.resolve\(\s*'([^'\n]+)'/g
const EXPORT =
  /(?:^|\n)export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function\*?|const|let|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/g

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

function resolveTarget(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replaceAll('\\', '/')
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`
  if (specifier.startsWith('node:')) return specifier
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

const namesIn = (clause: string) =>
  [...clause.matchAll(/[\w$*]+/g)].map((m) => m[0]).filter((n) => n !== 'type')

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((m) => ({
    target: resolveTarget(path, m[2] ?? m[3] ?? m[4] ?? ''),
    names: m[2] === undefined ? ['*'] : namesIn(m[1] ?? ''),
    line: lineAt(text, m.index + 1),
  }))
  const exports = [...text.matchAll(EXPORT)].map((m) => ({
    name: m[2] ?? '',
    line: lineAt(text, m.index + 1),
    type: m[1] === 'interface' || m[1] === 'type',
  }))
  return { path, text, lines: text.split('\n').length - 1, imports, exports }
}

/** Every TypeScript file of the project, with what it imports and exports. */
export function sourceFiles(): SourceFile[] {
  return globSync('{src,test,bench,demo}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(read)
}
