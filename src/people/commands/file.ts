import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Invalid, NotFound } from '#errors.ts'
import { decodeTable, LIMIT_BYTES, tooLarge } from '../csv/decode.ts'

/** A table from a file, or from standard input for "-". Throws NotFound and Invalid with what to do. */
export async function readTableFile(name: string): Promise<{ text: string; fileName: string | null }> {
  if (name === '-') return { text: decodeTable(await standardInput()), fileName: null }
  try {
    const { size } = await stat(name)
    if (size > LIMIT_BYTES) throw new Invalid(tooLarge(size))
    return { text: decodeTable(await readFile(name)), fileName: basename(name) }
  } catch (error) {
    throw fileTrouble(name, error)
  }
}

function fileTrouble(name: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return new NotFound(`There is no file “${name}”. Check the name, or give the whole path.`)
  if (code === 'EISDIR') return new Invalid(`“${name}” is a folder. Name one file in it.`)
  if (code === 'EACCES')
    return new Invalid(`“${name}” may not be read. Ask for the right to read it, or copy it.`)
  return error
}

/** To its end, or to just over the limit, which is then refused. */
async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > LIMIT_BYTES) break
  }
  return Buffer.concat(chunks)
}
