import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Invalid, NotFound } from '../errors.ts'

interface InputLimit {
  /** In bytes. */
  limit: number
  /** The sentence for a file of this size, which is over the limit. */
  tooLarge: (size: number) => string
}

export interface Input {
  bytes: Uint8Array
  /** The file's own name; null for standard input. */
  name: string | null
}

/** A file whole, or standard input for "-". Throws NotFound, or Invalid with what to do, when it cannot be had or is too large. */
export async function readInput(file: string, { limit, tooLarge }: InputLimit): Promise<Input> {
  const read = file === '-' ? standardInput(limit) : contentOf(file, { limit, tooLarge })
  const bytes = await read
  if (bytes.length > limit) throw new Invalid(tooLarge(bytes.length))
  return { bytes, name: file === '-' ? null : basename(file) }
}

async function contentOf(file: string, { limit, tooLarge }: InputLimit): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > limit) throw new Invalid(tooLarge(size))
    return await readFile(file)
  } catch (error) {
    throw troubleWith(file, error)
  }
}

function troubleWith(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return new NotFound(`There is no file “${file}”. Check the name, or give the whole path.`)
  if (code === 'EISDIR') return new Invalid(`“${file}” is a folder. Name one file in it.`)
  if (code === 'EACCES')
    return new Invalid(`“${file}” may not be read. Ask for the right to read it, or copy it.`)
  return error
}

/** To its end, or to just over the limit, which is then refused. */
async function standardInput(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}
