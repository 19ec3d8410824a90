/** A file read as a pack, or why it is none; whoever made it is not trusted. */
import { PACK_FORMAT, type Pack, type PackFault, PackFile, packSealOf } from './pack.ts'

/** `seal`: as it must be for what stands in the file. */
export function readPack(text: string): { pack: Pack; seal: string } | { fault: PackFault } {
  const given = parsed(text)
  const read = PackFile.safeParse(given)
  if (!read.success) return { fault: unreadable(given, read.error.issues) }
  return { pack: read.data, seal: packSealOf(given as object) }
}

/** Nothing in a pack lies deeper; canonical JSON is made level by level. */
const DEEPEST = 20

/** Undefined: it is no JSON that a pack can be. */
function parsed(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Letter by letter, since a pattern over millions of them could run out of stack. Brackets in texts do not count. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (isText && sign === '\\') i++
    else if (sign === '"') isText = !isText
    else if (!isText) depth += DEPTH[sign ?? ''] ?? 0
    if (depth > DEEPEST) return true
  }
  return false
}

const DEPTH: Record<string, number> = { '[': 1, '{': 1, ']': -1, '}': -1 }

interface Issue {
  path: PropertyKey[]
  message: string
}

function unreadable(given: unknown, issues: readonly Issue[]): PackFault {
  const where = 'The file'
  if (given === undefined)
    return { where, says: 'It is not JSON. Choose the file that was downloaded, unchanged.' }
  const format = typeof given === 'object' && given !== null && 'format' in given ? given.format : undefined
  if (format !== PACK_FORMAT) return { where, says: `It is not a pack: it does not say “${PACK_FORMAT}”.` }
  const [first] = issues
  const place = first?.path.map(String).join(' → ') || 'its beginning'
  return { where, says: `It is not whole as a pack at ${place}: ${first?.message ?? 'it cannot be read'}` }
}
