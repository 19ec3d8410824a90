import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chainFaults, type Link, sealNext, type ToSeal } from './chain.ts'

const AT = new Date('2026-03-02T09:00:00Z')

const what = fc.record({
  kind: fc.constantFrom('card', 'consensus', 'decision', 'signature') as fc.Arbitrary<ToSeal['kind']>,
  thing: fc.uuid(),
  person: fc.uuid(),
  body: fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.constant(null), fc.string())),
  texts: fc.dictionary(fc.string({ minLength: 1 }), fc.string()),
})
const acts = fc.uniqueArray(what, { minLength: 1, maxLength: 6, selector: ({ thing }) => thing })

function chainOf(all: readonly Omit<ToSeal, 'at'>[]): Link[] {
  const links: Link[] = []
  for (const one of all)
    links.push(sealNext(links.at(-1) ?? null, { ...one, at: AT }, `salt ${links.length}`))
  return links
}

const textsOf = (all: readonly Omit<ToSeal, 'at'>[]) => new Map(all.map(({ thing, texts }) => [thing, texts]))

test('a chain as it was made is whole, also after a way through the database and with its words erased', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const links = chainOf(all)
      assert.deepEqual(chainFaults(links, textsOf(all)), [])
      const back = (JSON.parse(JSON.stringify(links)) as Link[]).map((link) => ({
        ...link,
        at: new Date(link.at),
        salt: null,
      }))
      assert.deepEqual(chainFaults(back, new Map()), [])
    }),
  )
})

test('whatever is changed, left out or exchanged is found', () => {
  fc.assert(
    fc.property(acts, fc.nat(), fc.nat(), (all, place, way) => {
      const links = chainOf(all)
      const i = place % links.length
      const link = links[i] as Link
      const changed: Link[] = [
        { ...link, body: { ...link.body, slipped: 1 } },
        { ...link, person: '5d0c0000-0000-4000-8000-000000000001' },
        { ...link, at: new Date(AT.getTime() + 1) },
        { ...link, textSeals: { ...link.textSeals, more: 'x' } },
      ]
      const other = changed[way % changed.length] as Link
      assert.notDeepEqual(chainFaults(links.with(i, other), textsOf(all)), [])
      if (i < links.length - 1) assert.notDeepEqual(chainFaults(links.toSpliced(i, 1), textsOf(all)), [])
    }),
  )
})

test('another text in the place of the one that was sealed is found', () => {
  const act: Omit<ToSeal, 'at'> = {
    kind: 'card',
    thing: '5d0c0000-0000-4000-8000-000000000001',
    person: '5d0c0000-0000-4000-8000-000000000002',
    body: { rating: 4 },
    texts: { notes: 'Listened first.' },
  }
  const links = chainOf([act])
  assert.deepEqual(chainFaults(links, new Map([[act.thing, { notes: 'Did not listen.' }]])), [
    { number: 1, says: 'The text “notes” is not the one that was sealed.' },
  ])
})
