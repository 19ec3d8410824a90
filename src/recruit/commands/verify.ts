import { readInput } from '#cli/input.ts'
import { type Call, NOT_UNDERSTOOD, type Verb } from '#cli/verbs.ts'
import { wrap } from '#cli/wrap.ts'
import { checkPack, PROVES, verdictJson } from '../pack/check.ts'
import { PACK_LIMIT, packFacts } from '../pack/pack.ts'

/** `sightline recruit verify FILE`: needs neither server nor database. */
export const verifyVerb: Verb = {
  takes: 'FILE',
  says: 'check a defensibility pack (- for standard input) without trusting what made it; exit code 1 when it does not hold',
  flags: { json: 'one JSON object on standard output, and nothing else' },
  run: verify,
}

async function verify({ words: [file, more], flags, screen }: Call): Promise<number> {
  if (file === undefined || more !== undefined) {
    screen.complain('Name one file: “sightline recruit verify pack.json”, or - for standard input.')
    return NOT_UNDERSTOOD
  }
  const { bytes } = await readInput(file, {
    limit: PACK_LIMIT,
    tooLarge: () => 'This file is larger than 8 megabytes, which no pack is.',
  })
  const verdict = checkPack(new TextDecoder().decode(bytes))
  const { pack, faults, remarks } = verdict
  const code = faults.length === 0 ? 0 : 1
  if (flags.has('json')) {
    screen.say(JSON.stringify(verdictJson(verdict)))
    return code
  }
  const { style, width } = screen
  const say = (text: string, sign: string) => {
    for (const line of wrap(text, width, sign)) screen.say(line)
  }
  if (pack) {
    screen.say(style.strong(asWords(pack.vacancy.title)))
    say(asWords(packFacts(pack)), '  ')
  }
  for (const { where, says } of faults) say(asWords(`${where}: ${says}`), `${style.warm('✗')} `)
  for (const remark of remarks) say(asWords(remark), `${style.accent('·')} `)
  if (code === 0) say(`It holds. ${PROVES}`, '')
  else
    say(
      faults.length === 1 ? 'It does not hold: one fault.' : `It does not hold: ${faults.length} faults.`,
      '',
    )
  return code
}

/** Words of the file may carry signs that steer a terminal: with them it could wipe out or hide what is said of it. */
const asWords = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
