/** A framework of another field, known by its own words alone: how well are statements read that nobody has learnt from? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseFrameworkFile } from '../src/framework/file.ts'
import type { Framework } from '../src/framework/model.ts'

const FOLDER = join(import.meta.dirname, 'second-framework')

const Statements = z.object({
  licence: z.string(),
  statements: z.array(z.strictObject({ competency: z.string(), level: z.number().int(), text: z.string() })),
})

/** Sixteen competencies of a hospital laboratory at four levels. */
export function secondFramework(): Framework {
  const { framework, faults } = parseFrameworkFile(readFileSync(join(FOLDER, 'framework.yaml'), 'utf8'))
  if (!framework) throw new Error(JSON.stringify(faults[0]))
  return framework
}

/** Statements with the answers that are right, in keys. */
export function secondCases(): { text: string; competencies: string[]; levels: string[] }[] {
  const { statements } = Statements.parse(parse(readFileSync(join(FOLDER, 'statements.yaml'), 'utf8')))
  return statements.map(({ text, competency, level }) => ({
    text,
    competencies: [competency],
    levels: [String(level)],
  }))
}
