import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NotFound } from '#errors.ts'
import { type ParsedFile, parseFrameworkFile } from '../file.ts'
import type { Framework } from '../model.ts'

/** A framework file that has been read from the disk. */
export interface FileRead extends ParsedFile {
  /** As a person would write it. */
  file: string
}

/** The frameworks that ship with Sightline. */
const LIBRARY = fileURLToPath(new URL('../../../library', import.meta.url))

/** Reads the files of the library, in the order of their names. */
export async function readLibrary(): Promise<FileRead[]> {
  const names = (await readdir(LIBRARY)).filter((name) => /\.ya?ml$/.test(name)).sort()
  return Promise.all(names.map((name) => readFrameworkFile(join(LIBRARY, name))))
}

/** Reads one file. Faults in it are part of the answer; `NotFound` when there is no such file. */
export async function readFrameworkFile(path: string): Promise<FileRead> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new NotFound(`There is no file “${path}”. Look at the spelling and the folder.`)
  if (!found.isFile()) throw new NotFound(`“${path}” is not a file. Name the framework files one by one.`)
  return { file: shortest(path), ...parseFrameworkFile(await readFile(path, 'utf8')) }
}

/** The framework of this slug among `shelf`, else the one in the file of this name. */
export async function findFramework(name: string, shelf: readonly Framework[]): Promise<Framework> {
  const shipped = shelf.find((framework) => framework.slug === name)
  if (shipped) return shipped
  const isPath = /[/\\.]/.test(name) || (await stat(name).catch(() => null)) !== null
  if (!isPath) {
    const slugs = shelf.map((framework) => framework.slug).join(', ')
    throw new NotFound(`There is no framework “${name}”. There are: ${slugs}. A file works too.`)
  }
  const read = await readFrameworkFile(name)
  if (read.framework) return read.framework
  throw new NotFound(`“${name}” has faults. “sightline framework check ${name}” lists them.`)
}

function shortest(path: string): string {
  const here = relative('', path)
  if (!here.startsWith('..')) return here
  return path.startsWith(LIBRARY) ? join('library', basename(path)) : path
}
